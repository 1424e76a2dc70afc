package io.krakenspot.testkit.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What somebody who asks for a WebSocket is told.
 *
 * @param status of HTTP: 101 lets them in; 0 is no answer at all
 * @param headers of the answer
 * @param body of the answer
 */
public record DoorAnswer(int status, Map<String, String> headers, String body) {
  private static final int SWITCHING = 101;
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HTML =
      "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>";

  /** Come in. */
  public static final DoorAnswer OPEN = status(SWITCHING);

  /** Silence: the connection stays, and nothing is ever said. */
  public static final DoorAnswer HANG = status(0);

  /** A page for people, with status 200. */
  public static final DoorAnswer PAGE =
      new DoorAnswer(200, Map.of("Content-Type", "text/html; charset=UTF-8"), HTML);

  /**
   * A refusal without more.
   *
   * @param status of HTTP, for example 503 or 520
   * @return the answer
   */
  public static DoorAnswer status(int status) {
    return new DoorAnswer(status, Map.of(), "");
  }

  /**
   * A refusal that says when to come back.
   *
   * @param status of HTTP, for example 429
   * @param wait goes into {@code Retry-After}, in whole seconds, rounded up
   * @return the answer
   */
  public static DoorAnswer retryAfter(int status, Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return new DoorAnswer(status, Map.of(RETRY_AFTER, Long.toString(seconds)), "");
  }

  /**
   * When to come back.
   *
   * @return what {@code Retry-After} says; zero without
   */
  public Duration retryAfter() {
    return Duration.ofSeconds(Long.parseLong(headers.getOrDefault(RETRY_AFTER, "0")));
  }

  /**
   * A redirection, which a careful client does not follow.
   *
   * @param target where to
   * @return the answer, with status 302
   */
  public static DoorAnswer redirect(URI target) {
    return new DoorAnswer(302, Map.of("Location", target.toString()), "");
  }

  /**
   * Whether it lets them in.
   *
   * @return true for 101
   */
  public boolean open() {
    return status == SWITCHING;
  }
}
