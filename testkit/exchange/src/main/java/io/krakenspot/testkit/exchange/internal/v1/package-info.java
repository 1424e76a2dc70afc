/** Sessions that speak Kraken v1. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v1;

import org.jspecify.annotations.NullMarked;
