package io.krakenspot.testkit.contract;

import io.krakenspot.port.Loop;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * How an adapter recovers with the reconnect policy of a transport, numbered {@code RC-01} and on.
 * What other suites show already is not shown again: cuts at every frame are MD-116 and AC-29, dead
 * and half-open links MD-112 and MD-113, wrong books MD-50 to MD-57, fills and orders of the time
 * away AC-22 to AC-28, tokens AC-31 to AC-34; two faults at once, and all of them, {@link
 * ChaosContract}.
 */
public abstract class RecoveryContract {
  /** Makes the suite. */
  protected RecoveryContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * When clients dial.
   *
   * @param loop whose time counts
   * @return a policy with a budget of its own
   */
  protected abstract ReconnectPolicy reconnectPolicy(Loop loop);

  @Nested
  @DisplayName("Recovery")
  final class RecoveryTest extends RecoveryCases {
    @Override
    Protocol protocol() {
      return RecoveryContract.this.protocol();
    }

    @Override
    ReconnectPolicy reconnectPolicy(Loop loop) {
      return RecoveryContract.this.reconnectPolicy(loop);
    }
  }
}
