/** The private channels of v2: executions and balances. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v2.account;

import org.jspecify.annotations.NullMarked;
