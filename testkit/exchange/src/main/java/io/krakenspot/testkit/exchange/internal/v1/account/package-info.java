/** The private channels of v1: open orders and own trades. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v1.account;

import org.jspecify.annotations.NullMarked;
