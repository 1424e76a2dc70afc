package io.krakenspot.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the dead man's switch is set.
 *
 * <p>Source: Kraken v1 {@code cancelAllOrdersAfterStatus}, v2 answer to {@code
 * cancel_all_orders_after}.
 *
 * @param currentTime the exchange's time, whole seconds
 * @param triggerTime when all orders of the account will be cancelled; null if it is switched off
 */
public record SwitchTimes(@Nullable Instant currentTime, @Nullable Instant triggerTime) {}
