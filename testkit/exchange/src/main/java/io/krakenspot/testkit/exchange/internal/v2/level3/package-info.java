/** The {@code level3} channel of v2: single orders. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v2.level3;

import org.jspecify.annotations.NullMarked;
