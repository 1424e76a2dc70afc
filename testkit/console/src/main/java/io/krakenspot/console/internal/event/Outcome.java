package io.krakenspot.console.internal.event;

import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command, or of one order of a batch.
 *
 * @param command which
 * @param order the order it named or gave a client id to; null if there is none
 * @param fate what became of it
 * @param settled whether it was unknown before
 */
public record Outcome(
    Command.Kind command, @Nullable OrderKey order, Fate<?> fate, boolean settled) {}
