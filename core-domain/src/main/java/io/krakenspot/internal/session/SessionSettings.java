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
 * @param streamSilence how long a stream that used to be busy may always be silent before it is
 *     subscribed anew; zero to leave it
 * @param batch pairs in one subscribe frame
 * @param outstanding subscribe frames of a link that may be unanswered; Kraken drops what exceeds
 *     its message rate ("Exceeded msg rate") and names no figure
 * @param pairsPerLink pairs on one link; more open another. Kraken names a limit for level 3 alone
 * @param queueLimit events that may wait for a listener on an executor
 */
public record SessionSettings(
    Duration silenceLimit,
    Duration idlePing,
    Duration requestDeadline,
    Duration stableAfter,
    Duration streamSilence,
    int batch,
    int outstanding,
    int pairsPerLink,
    int queueLimit) {
  /** The settings used unless the user says otherwise. */
  public static final SessionSettings DEFAULTS =
      new SessionSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          50,
          4,
          Integer.MAX_VALUE,
          4096);

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
        streamSilence,
        batch,
        outstanding,
        pairsPerLink,
        queueLimit);
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
        streamSilence,
        batch,
        outstanding,
        pairsPerLink,
        queueLimit);
  }

  /**
   * The same with another limit for the silence of a stream.
   *
   * @param atLeast the limit; zero for none
   * @return the settings
   */
  public SessionSettings withStreamSilence(Duration atLeast) {
    return new SessionSettings(
        silenceLimit,
        idlePing,
        requestDeadline,
        stableAfter,
        atLeast,
        batch,
        outstanding,
        pairsPerLink,
        queueLimit);
  }

  /**
   * The same with another number of pairs a link.
   *
   * @param pairs at least 1
   * @return the settings
   */
  public SessionSettings withPairsPerLink(int pairs) {
    return new SessionSettings(
        silenceLimit,
        idlePing,
        requestDeadline,
        stableAfter,
        streamSilence,
        batch,
        outstanding,
        pairs,
        queueLimit);
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
        streamSilence,
        batch,
        outstanding,
        pairsPerLink,
        limit);
  }
}
