package io.krakenspot.internal.session;

import java.time.Duration;

/**
 * The numbers a session runs by; {@link io.krakenspot.client.KrakenClientBuilder} has the defaults.
 *
 * @param silenceLimit how long a subscribed link may be silent; Kraken advises about 5 s
 *     ("WebSocket reconnection" guide)
 * @param idlePing how long an unsubscribed link may be silent before it is pinged; Kraken closes
 *     after about a minute ("Spot WebSockets introduction"); half of it is our own choice
 * @param requestDeadline how long the exchange may take to answer
 * @param stableAfter how long a link must stand before failures are forgotten; our own choice
 * @param streamSilence how long a stream that used to be busy may always be silent before it is
 *     subscribed anew; zero to leave it
 * @param batch pairs in one subscribe frame; our own choice, Kraken names no limit
 * @param outstanding subscribe frames of a link that may be unanswered; Kraken drops what exceeds
 *     its message rate ("Exceeded msg rate") and names no figure
 * @param pairsPerLink pairs on one link; more open another. Kraken names a limit for level 3 alone
 * @param requestsPerSecond subscribe and unsubscribe frames of one connection; Kraken answers
 *     {@code Exceeded msg rate} above a limit that it does not publish
 * @param level3CountsPerSecond counts of level 3 subscribe requests on one connection; 200, or 500
 *     for pro (v2 "Level 3" page)
 * @param queueLimit events that may wait for a listener on an executor
 * @param slowCallbackLimit how long a listener may take for one event before it is named
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
    int requestsPerSecond,
    int level3CountsPerSecond,
    int queueLimit,
    Duration slowCallbackLimit) {}
