package io.krakenspot.testkit.contract;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Dials at once after the first loss, then with pauses; never at once after maintenance. */
final class PromptReconnect implements ReconnectPolicy {
  private final long pauseNanos;

  PromptReconnect(Duration pause) {
    this.pauseNanos = pause.toNanos();
  }

  @Override
  public Attempts attempts(Loop loop, URI uri) {
    return new Attempts() {
      private int losses;

      @Override
      public Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
        if (cause == null) {
          return Decision.dialIn(0, "first attempt");
        }
        losses++;
        boolean atOnce = losses == 1 && lastState != SystemStatus.State.MAINTENANCE;
        return Decision.dialIn(atOnce ? 0 : pauseNanos, cause.reason());
      }

      @Override
      public void stable() {
        losses = 0;
      }
    };
  }
}
