package io.krakenspot.testkit.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a WebSocket.
 *
 * @param time when
 * @param path for example {@code /v2}
 * @param serverName the host name of the TLS handshake (SNI); null without TLS or if none was given
 * @param status of HTTP; 101 if a WebSocket was opened, 0 if there was no answer
 * @param retryAfter what {@code Retry-After} said; zero without
 */
public record ConnectionAttempt(
    Instant time, String path, @Nullable String serverName, int status, Duration retryAfter) {}
