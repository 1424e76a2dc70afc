/** The trading requests of v2: read, handed to the engine, answered. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v2.trading;

import org.jspecify.annotations.NullMarked;
