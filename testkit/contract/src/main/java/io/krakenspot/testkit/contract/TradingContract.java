package io.krakenspot.testkit.contract;

import io.krakenspot.port.Protocol;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What trading has to keep, whatever the version: cases numbered {@code TR-01} and on, against the
 * simulated exchange over strings and on virtual time. What a version lacks is refused before
 * anything is sent.
 */
public abstract class TradingContract {
  /** Makes the suite. */
  protected TradingContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  @Nested
  @DisplayName("Placing")
  final class PlaceTest extends PlaceCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Changing and cancelling")
  final class ChangeTest extends ChangeCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Refusals")
  final class RejectionTest extends RejectionCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Answers and lost links")
  final class AnswerTest extends AnswerCases {
    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Dead man's switch")
  final class SwitchTest extends SwitchCases {
    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Rates")
  final class RateTest extends RateCases {
    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Terms")
  final class TermTest extends TermCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Margin")
  final class MarginTest extends MarginCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return TradingContract.this.protocol();
    }
  }
}
