package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.internal.market.MarketPair;

/**
 * A subscription that was granted.
 *
 * @param channel the channel
 * @param pair the pair
 * @param parameter depth of a book, minutes of candles, trigger of a v2 ticker; else zero
 */
public record Subscription(Channel channel, MarketPair pair, int parameter) {}
