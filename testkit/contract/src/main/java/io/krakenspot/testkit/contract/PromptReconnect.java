package io.krakenspot.testkit.contract;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Dials at once after the first loss and each 5 s after that; always 5 s after maintenance. */
final class PromptReconnect implements ReconnectPolicy {
  static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  @Override
  public Attempts attempts(Loop loop) {
    return new Attempts() {
      private int losses;

      @Override
      public Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
        if (cause == null) {
          return Decision.dialIn(0, "first attempt");
        }
        losses++;
        boolean atOnce = losses == 1 && lastState != SystemStatus.State.MAINTENANCE;
        return Decision.dialIn(atOnce ? 0 : PAUSE_NANOS, cause.reason());
      }

      @Override
      public void stable() {
        losses = 0;
      }
    };
  }
}
