/** Sessions that speak Kraken v2. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v2;

import org.jspecify.annotations.NullMarked;
