package io.krakenspot.testkit.contract;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Accounts and trading over real sockets, tokens and look-ups by signed REST, against the simulated
 * exchange on loopback: cases numbered {@code AS-01} and on, with and without TLS, and those of
 * {@link TradingContract} and {@link AccountContract} that do not need virtual time. The project's
 * {@code docs/coverage.md} says which request and channel is in which.
 */
public abstract class AccountSocketContract {
  /** Makes the suite. */
  protected AccountSocketContract() {}

  /**
   * The version to speak.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * A transport for one case, which closes it.
   *
   * @param certificatePem what it has to trust; empty for what it trusts by itself
   * @return a new transport
   */
  protected abstract Transport newTransport(Optional<String> certificatePem);

  @Nested
  @DisplayName("Plain sockets")
  final class PlainTest extends AccountSocketCases {
    @Override
    boolean tls() {
      return false;
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }

    @Override
    Transport newTransport(Optional<String> certificatePem) {
      return AccountSocketContract.this.newTransport(certificatePem);
    }
  }

  @Nested
  @DisplayName("TLS")
  final class TlsTest extends AccountSocketCases {
    @Override
    boolean tls() {
      return true;
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }

    @Override
    Transport newTransport(Optional<String> certificatePem) {
      return AccountSocketContract.this.newTransport(certificatePem);
    }
  }

  @Nested
  @DisplayName("Placing")
  final class PlaceTest extends PlaceCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Changing and cancelling")
  final class ChangeTest extends ChangeCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Refusals")
  final class RejectionTest extends RejectionCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Orders and fills")
  final class OrderStreamTest extends OrderStreamCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Balances")
  final class BalanceTest extends BalanceCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Terms")
  final class TermTest extends TermCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Margin")
  final class MarginTest extends MarginCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Private channels")
  final class FeedTest extends FeedCases {
    @Override
    World newWorld(long seed) {
      return SocketExchange.open(seed, PAIRS, AccountSocketContract.this::newTransport);
    }

    @Override
    Protocol protocol() {
      return AccountSocketContract.this.protocol();
    }
  }
}
