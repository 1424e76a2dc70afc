package io.krakenspot.vertx.policy;

import io.github.resilience4j.core.IntervalFunction;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The numbers of Kraken's reconnect rule, and what follows from them. */
record Rules(
    int instantTries,
    Duration instantJitter,
    Duration shortest,
    Duration longest,
    Duration outageLongest,
    Duration ban,
    Set<Integer> finalStatuses,
    Set<Integer> finalCloseCodes,
    Random random) {
  static final int TOO_MANY_REQUESTS = 429;

  /** A server that asks for more patience than this is not believed. */
  private static final Duration LONGEST_REQUEST = Duration.ofDays(1);

  /**
   * A server that takes back a ban at once is not believed. Our own choice: Kraken speaks of 10
   * minutes, and a proxy's {@code Retry-After: 0} must not make it dial into a ban every 5 s.
   */
  private static final Duration SHORTEST_BAN = Duration.ofSeconds(30);

  /** The least time that nobody dials after the n-th HTTP 429 in a row, n from 1. */
  Duration shortestBan(int bans) {
    Duration doubled = SHORTEST_BAN.multipliedBy(1L << Math.min(Math.max(bans, 1) - 1, 16));
    return doubled.compareTo(ban) < 0 ? doubled : ban;
  }

  /** Milliseconds to wait after the n-th drop in a row, n from 1. */
  IntervalFunction intervals() {
    return n ->
        n <= instantTries ? random(instantJitter.toMillis()) : paced(n - instantTries - 1, longest);
  }

  /** Nanoseconds between attempts at a host after its n-th failure in a row, n from 1. */
  long outageNanos(int failures) {
    return TimeUnit.MILLISECONDS.toNanos(paced(failures - 1, outageLongest));
  }

  private long paced(int doublings, Duration most) {
    long millis = shortest.toMillis() << Math.min(doublings, 16);
    return jittered(Math.min(millis, most.toMillis()));
  }

  private long jittered(long millis) {
    return millis + random(millis / 5);
  }

  private long random(long most) {
    return (long) (random.nextDouble() * (most + 1));
  }

  /** The least time between attempts while the exchange is not itself. */
  long shortestMillis() {
    return jittered(shortest.toMillis());
  }

  /** How long the exchange wants not to be dialled; zero if it does not say. */
  Duration asked(LinkClosed cause) {
    Duration retryAfter = cause.retryAfter();
    if (retryAfter != null) {
      return retryAfter.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : retryAfter;
    }
    return isBan(cause) ? ban : Duration.ZERO;
  }

  static boolean isBan(LinkClosed cause) {
    return cause.kind() == Kind.REFUSED && cause.code() == TOO_MANY_REQUESTS;
  }

  /** What to do about a failure that another attempt will not mend; null if it may. */
  @Nullable String verdict(LinkClosed cause) {
    if (cause.kind() == Kind.REFUSED && finalStatuses.contains(cause.code())) {
      return "giving up, " + cause.reason() + ": " + advice(cause.code());
    }
    if (cause.kind() == Kind.LOST && finalCloseCodes.contains(cause.code())) {
      return "giving up, the exchange ended the connection with code "
          + cause.code()
          + " ("
          + cause.reason()
          + "): check what was sent to it before";
    }
    return null;
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  private static String advice(int status) {
    return switch (status) {
      case 401, 403 ->
          "access is denied; check that this network and country may use the exchange and that no"
              + " proxy strips the server name from TLS";
      case 404 -> "there is no such endpoint; check the path of the address, for example /v2";
      default -> "the request was not understood; check the address and any proxy in between";
    };
  }
}
