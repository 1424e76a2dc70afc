/** The trading requests of v1: read, handed to the engine, answered. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v1.trading;

import org.jspecify.annotations.NullMarked;
