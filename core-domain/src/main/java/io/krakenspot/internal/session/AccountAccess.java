package io.krakenspot.internal.session;

import io.krakenspot.client.TradingRate;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.TokenSource;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What opens the account, and how its commands are treated.
 *
 * @param tokens where tokens come from; null without an account
 * @param lookup the exchange's records of orders; null if there is no way to ask them
 * @param options how the account's feeds are subscribed to
 * @param commandDeadline how long a command's answer may take
 * @param clientOrderIds makes ids for orders that have none
 * @param rate how the trading-rate counter is respected
 * @param failEarly whether commands that the engine's state forbids are not sent
 */
public record AccountAccess(
    @Nullable TokenSource tokens,
    @Nullable OrderLookup lookup,
    AccountOptions options,
    Duration commandDeadline,
    Supplier<String> clientOrderIds,
    TradingRate rate,
    boolean failEarly) {}
