package io.krakenspot.testkit.exchange.internal.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dead man's switch was set.
 *
 * @param currentTime now
 * @param triggerTime when all orders are canceled; null if it is off
 */
public record CancelAfter(Instant currentTime, @Nullable Instant triggerTime) {}
