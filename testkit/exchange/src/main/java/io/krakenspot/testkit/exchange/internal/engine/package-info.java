/**
 * The matching engine: orders of accounts and of the anonymous market meet by price and time. It
 * knows no wire; everything in it lives on the exchange's loop.
 */
@NullMarked
package io.krakenspot.testkit.exchange.internal.engine;

import org.jspecify.annotations.NullMarked;
