package io.krakenspot.client;

/**
 * A change of the connection.
 *
 * @param state the new state
 * @param attempt how many attempts were made since the link last stood; 0 before the first
 * @param delayNanos nanoseconds until the next attempt while {@link ConnectionState#WAITING}, else
 *     0
 * @param detail why, in words
 */
public record ConnectionEvent(ConnectionState state, int attempt, long delayNanos, String detail) {}
