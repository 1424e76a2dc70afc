package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AskPaceTest {
  private final AskPace pace = new AskPace();

  @Test
  void tellsTheSecondsThatAreLeftThoughSomeTimeHasPassed() {
    long now = 0;
    for (long seconds : new long[] {1, 2, 4, 8, 16, 30}) {
      pace.refused(now);
      assertThat(pace.secondsLeft(now + 1)).isEqualTo(seconds);
      assertThat(pace.secondsLeft(now + Duration.ofMillis(400).toNanos())).isEqualTo(seconds);
      now += Duration.ofSeconds(seconds).toNanos();
    }
    assertThat(pace.secondsLeft(now)).isZero();
  }
}
