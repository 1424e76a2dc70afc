package io.krakenspot.client;

import io.krakenspot.port.Host;

/**
 * A change of one of the client's links.
 *
 * @param host which of the client's links
 * @param state the new state
 * @param attempt how many attempts were made since the link last stood; 0 before the first
 * @param delayNanos nanoseconds until the next attempt while {@link ConnectionState#WAITING}, else
 *     0
 * @param detail why, in words
 */
public record ConnectionEvent(
    Host host, ConnectionState state, int attempt, long delayNanos, String detail) {}
