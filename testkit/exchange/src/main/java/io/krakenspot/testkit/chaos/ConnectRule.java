package io.krakenspot.testkit.chaos;

import io.krakenspot.testkit.exchange.ConnectionAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * I7: Kraken's rule for attempts to connect, held against those that the exchange saw.
 *
 * <p>Several links that were lost at once may all dial before the first hears that the exchange is
 * down: only from then on have they to keep their distance.
 *
 * @param heardWithin how long a refusal may be on its way; zero in virtual time
 * @param tolerance of a measured time; zero in virtual time
 */
record ConnectRule(Duration heardWithin, Duration tolerance) {
  /** One cycle of a client's budget below the 150 at which Kraken bans. */
  static final int MOST = 144;

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration APART = Duration.ofSeconds(5);

  /** No answer at all is heard of when the client's patience ends, by default after 10 s. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);

  private static final int LET_IN = 101;
  private static final int NO_ANSWER = 0;
  private static final int BANNED = 429;

  static ConnectRule of(ChaosTime time) {
    return time.exact()
        ? new ConnectRule(Duration.ZERO, Duration.ZERO)
        : new ConnectRule(Duration.ofSeconds(1), Duration.ofMillis(10));
  }

  /** What breaks it, in words. */
  List<String> broken(List<ConnectionAttempt> attempts) {
    List<String> broken = new ArrayList<>();
    if (most(attempts) > MOST) {
      broken.add("I7: " + most(attempts) + " attempts to connect in 600 s");
    }
    apart(attempts, broken);
    banned(attempts, broken);
    return broken;
  }

  private void apart(List<ConnectionAttempt> attempts, List<String> broken) {
    Instant downFrom = Instant.MAX;
    Instant last = Instant.MIN;
    for (ConnectionAttempt attempt : attempts) {
      boolean known = attempt.time().isAfter(downFrom);
      if (known && attempt.time().isBefore(last.plus(APART).minus(tolerance))) {
        Duration apart = Duration.between(last, attempt.time());
        broken.add("I7: attempts " + apart + " apart while the exchange was down");
      }
      last = attempt.time();
      Instant heard = heard(attempt);
      if (attempt.status() == LET_IN) {
        downFrom = Instant.MAX;
      } else if (heard.isBefore(downFrom)) {
        downFrom = heard;
      }
    }
  }

  private void banned(List<ConnectionAttempt> attempts, List<String> broken) {
    Instant from = Instant.MAX;
    Instant until = Instant.MIN;
    for (ConnectionAttempt attempt : attempts) {
      Instant now = attempt.time();
      if (now.isAfter(from) && now.isBefore(until.minus(tolerance))) {
        broken.add("I7: an attempt " + Duration.between(now, until) + " before a ban ended");
      }
      if (attempt.status() == BANNED) {
        from = heard(attempt);
        until = now.plus(attempt.retryAfter());
      }
    }
  }

  private Instant heard(ConnectionAttempt attempt) {
    Instant heard = attempt.time().plus(heardWithin);
    return attempt.status() == NO_ANSWER ? heard.plus(HANDSHAKE) : heard;
  }

  /** The most attempts in any 600 s. */
  static int most(List<ConnectionAttempt> attempts) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < attempts.size(); last++) {
      Instant end = attempts.get(last).time();
      while (Duration.between(attempts.get(first).time(), end).compareTo(WINDOW) >= 0) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
