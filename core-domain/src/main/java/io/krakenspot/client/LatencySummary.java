package io.krakenspot.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long commands took, from handing them to the link until their answers were read.
 *
 * @param count how many commands it is about
 * @param median half of them took no longer; zero if there are none
 * @param p99 99 of 100 took no longer
 * @param max the longest
 * @param exchangeMedian half of them spent no longer at the exchange, by its own clock; v2 only
 * @param exchangeP99 99 of 100 spent no longer at the exchange; v2 only
 */
public record LatencySummary(
    int count,
    Duration median,
    Duration p99,
    Duration max,
    @Nullable Duration exchangeMedian,
    @Nullable Duration exchangeP99) {}
