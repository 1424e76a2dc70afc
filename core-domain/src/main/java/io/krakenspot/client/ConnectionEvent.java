package io.krakenspot.client;

import io.krakenspot.port.Host;

/**
 * A change of one of the client's links.
 *
 * @param host where the link leads
 * @param link which of the links to the host, from 0; a new number after each rotation
 * @param state the new state
 * @param attempt how many attempts were made since the link last stood; 0 before the first
 * @param delayNanos nanoseconds until the next attempt while {@link ConnectionState#WAITING}, else
 *     0
 * @param detail why, in words
 */
public record ConnectionEvent(
    Host host, int link, ConnectionState state, int attempt, long delayNanos, String detail) {}
