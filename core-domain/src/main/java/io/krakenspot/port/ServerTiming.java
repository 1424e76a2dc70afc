package io.krakenspot.port;

import java.time.Instant;

/**
 * When the exchange read a request from the wire and when it wrote the answer, microseconds.
 *
 * <p>Source: Kraken v2, {@code time_in} and {@code time_out}.
 *
 * @param in when the request was read
 * @param out when the answer was written
 */
public record ServerTiming(Instant in, Instant out) {}
