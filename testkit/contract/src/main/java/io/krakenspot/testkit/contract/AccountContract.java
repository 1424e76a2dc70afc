package io.krakenspot.testkit.contract;

import io.krakenspot.port.Protocol;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What an account's streams have to keep, whatever the version: cases numbered {@code AC-01} and
 * on, against the simulated exchange over strings and on virtual time.
 */
public abstract class AccountContract {
  /** Makes the suite. */
  protected AccountContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  @Nested
  @DisplayName("Orders and fills")
  final class OrderStreamTest extends OrderStreamCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return AccountContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Account outages")
  final class OutageTest extends AccountOutageCases {
    @Override
    Protocol protocol() {
      return AccountContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Balances")
  final class BalanceTest extends BalanceCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return AccountContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Private channels")
  final class FeedTest extends FeedCases {
    @Override
    World newWorld(long seed) {
      return VirtualExchange.open(seed, PAIRS);
    }

    @Override
    Protocol protocol() {
      return AccountContract.this.protocol();
    }
  }

  @Nested
  @DisplayName("Account faults at full size")
  final class FaultTest extends AccountFaultCases {
    @Override
    Protocol protocol() {
      return AccountContract.this.protocol();
    }
  }
}
