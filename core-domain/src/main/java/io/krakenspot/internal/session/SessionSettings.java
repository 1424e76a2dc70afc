package io.krakenspot.internal.session;

import java.time.Duration;

/**
 * The numbers a session runs by.
 *
 * @param silenceLimit how long a subscribed link may be silent; Kraken advises about 5 s
 *     ("WebSocket reconnection" guide)
 * @param idlePing how long an unsubscribed link may be silent before it is pinged; Kraken closes
 *     after about a minute ("Spot WebSockets introduction")
 * @param requestDeadline how long the exchange may take to answer
 * @param stableAfter how long a link must stand before failures are forgotten
 * @param batch pairs in one subscribe frame
 * @param queueLimit events that may wait for a listener on an executor
 * @param requestsPerSecond subscribe and unsubscribe frames of one connection; Kraken answers
 *     {@code Exceeded msg rate} above a limit that it does not publish
 * @param level3CountsPerSecond counts of level 3 subscribe requests on one connection; 200, or 500
 *     for pro (v2 "Level 3" page)
 */
public record SessionSettings(
    Duration silenceLimit,
    Duration idlePing,
    Duration requestDeadline,
    Duration stableAfter,
    int batch,
    int queueLimit,
    int requestsPerSecond,
    int level3CountsPerSecond) {
  /** The settings used unless the user says otherwise. */
  public static final SessionSettings DEFAULTS =
      new SessionSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          50,
          4096,
          20,
          200);

  /**
   * The same with another silence limit.
   *
   * @param limit the limit
   * @return the settings
   */
  public SessionSettings withSilenceLimit(Duration limit) {
    return new SessionSettings(
        limit,
        idlePing,
        requestDeadline,
        stableAfter,
        batch,
        queueLimit,
        requestsPerSecond,
        level3CountsPerSecond);
  }

  /**
   * The same with another deadline for answers.
   *
   * @param deadline the deadline
   * @return the settings
   */
  public SessionSettings withRequestDeadline(Duration deadline) {
    return new SessionSettings(
        silenceLimit,
        idlePing,
        deadline,
        stableAfter,
        batch,
        queueLimit,
        requestsPerSecond,
        level3CountsPerSecond);
  }

  /**
   * The same with another queue limit.
   *
   * @param limit events
   * @return the settings
   */
  public SessionSettings withQueueLimit(int limit) {
    return new SessionSettings(
        silenceLimit,
        idlePing,
        requestDeadline,
        stableAfter,
        batch,
        limit,
        requestsPerSecond,
        level3CountsPerSecond);
  }

  /**
   * The same with other limits of subscribe and unsubscribe requests on one connection.
   *
   * @param requests frames a second
   * @param level3Counts counts of level 3 a second
   * @return the settings
   */
  public SessionSettings withRequestPace(int requests, int level3Counts) {
    return new SessionSettings(
        silenceLimit,
        idlePing,
        requestDeadline,
        stableAfter,
        batch,
        queueLimit,
        requests,
        level3Counts);
  }
}
