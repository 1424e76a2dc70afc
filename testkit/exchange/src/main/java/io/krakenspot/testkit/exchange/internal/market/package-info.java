/** The market behind both protocols: books, trades, candles and figures, without a word of wire. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.market;

import org.jspecify.annotations.NullMarked;
