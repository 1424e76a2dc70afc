package io.krakenspot.testkit.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.testkit.exchange.ConnectionAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I7: which attempts to connect break Kraken's rule, in virtual time. */
final class ConnectRuleTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final ConnectRule EXACT = new ConnectRule(Duration.ZERO, Duration.ZERO);
  private static final ConnectRule MEASURED =
      new ConnectRule(Duration.ofSeconds(1), Duration.ofMillis(10));

  private final List<ConnectionAttempt> attempts = new ArrayList<>();

  private void at(long millis, int status) {
    at(millis, status, Duration.ZERO);
  }

  private void at(long millis, int status, Duration retryAfter) {
    attempts.add(new ConnectionAttempt(BEGIN.plusMillis(millis), "/v2", null, status, retryAfter));
  }

  @Test
  void aHundredAndFortyFourInTenMinutesAreEnough() {
    for (int attempt = 0; attempt < 144; attempt++) {
      at(attempt * 10L, 101);
    }
    at(600_000, 101);
    assertThat(EXACT.broken(attempts)).isEmpty();

    at(600_010, 101);
    assertThat(EXACT.broken(attempts)).isEmpty();
    at(600_011, 101);
    assertThat(EXACT.broken(attempts)).containsExactly("I7: 145 attempts to connect in 600 s");
  }

  @Test
  void attemptsAreFiveSecondsApartOnceOneWasRefused() {
    at(0, 503);
    at(0, 503);
    at(5_000, 503);
    assertThat(EXACT.broken(attempts)).isEmpty();

    at(9_999, 101);
    assertThat(EXACT.broken(attempts))
        .containsExactly("I7: attempts PT4.999S apart while the exchange was down");
  }

  @Test
  void whoeverWasLetInMayBeFollowedAtOnce() {
    at(0, 503);
    at(5_000, 101);
    at(5_001, 101);
    assertThat(EXACT.broken(attempts)).isEmpty();
  }

  @Test
  void overSocketsARefusalTakesTimeToBeHeardAndTimesAreMeasured() {
    at(0, 503);
    at(900, 503);
    at(5_895, 503);
    assertThat(MEASURED.broken(attempts)).isEmpty();

    at(10_884, 503);
    assertThat(MEASURED.broken(attempts)).hasSize(1);
  }

  @Test
  void noAnswerIsHeardOfWhenTheHandshakeIsGivenUp() {
    at(0, 0);
    at(9_000, 0);
    at(10_000, 0);
    assertThat(EXACT.broken(attempts)).isEmpty();

    at(14_000, 0);
    assertThat(EXACT.broken(attempts)).hasSize(1);
  }

  @Test
  void nobodyComesWhileBanned() {
    at(0, 429, Duration.ofSeconds(40));
    at(0, 429, Duration.ofSeconds(40));
    at(40_000, 101);
    assertThat(EXACT.broken(attempts)).isEmpty();

    at(50_000, 429, Duration.ofSeconds(40));
    at(89_999, 101);
    assertThat(EXACT.broken(attempts))
        .containsExactly("I7: an attempt PT0.001S before a ban ended");
  }
}
