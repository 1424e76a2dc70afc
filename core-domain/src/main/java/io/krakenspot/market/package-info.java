/**
 * What a market says: pairs, instruments, tickers, trades, candles, spreads and books, the same for
 * v1 and v2.
 *
 * <p>Numbers are {@link java.math.BigDecimal} with the digits that came over the wire, and two
 * values are equal when their numbers are ({@code 1.0} equals {@code 1.00}). All types but {@link
 * io.krakenspot.market.Book} are immutable and safe for any thread. Values know nothing of ports,
 * sessions or sockets.
 */
@NullMarked
package io.krakenspot.market;

import org.jspecify.annotations.NullMarked;
