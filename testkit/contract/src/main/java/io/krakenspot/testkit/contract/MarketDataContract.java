package io.krakenspot.testkit.contract;

import io.krakenspot.port.Protocol;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What public market data has to keep, whatever the version: about a hundred and ten cases,
 * numbered {@code MD-01} and on, against the simulated exchange over strings and on virtual time.
 * Cases of a feature that the version lacks are skipped with that reason; that the feature is then
 * refused in words is a case of its own.
 *
 * <pre>{@code
 * final class V2MarketDataContractTest extends MarketDataContract {
 *   @Override
 *   protected Protocol protocol() {
 *     return KrakenV2.protocol();
 *   }
 * }
 * }</pre>
 */
public abstract class MarketDataContract {
  /** Makes the suite. */
  protected MarketDataContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  @Nested
  @DisplayName("Connection")
  final class ConnectionTest extends ConnectionCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Subscriptions")
  final class SubscriptionTest extends SubscriptionCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Books")
  final class BookTest extends BookCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Book faults")
  final class BookFaultTest extends BookFaultCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Books of orders")
  final class Level3Test extends Level3Cases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Queues of orders")
  final class QueueTest extends QueueCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Faults of books of orders")
  final class Level3FaultTest extends Level3FaultCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Tickers, spreads and trades")
  final class StreamTest extends StreamCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Candles")
  final class CandleTest extends CandleCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Reference data")
  final class InstrumentTest extends InstrumentCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Features")
  final class FeatureTest extends FeatureCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Odd frames")
  final class FrameTest extends FrameCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Delivery")
  final class DeliveryTest extends DeliveryCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Outages")
  final class OutageTest extends OutageCases {
    @Override
    Protocol protocol() {
      return MarketDataContract.this.protocol();
    }
  }
}
