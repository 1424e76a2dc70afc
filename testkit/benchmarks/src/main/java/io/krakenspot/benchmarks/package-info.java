/**
 * What a book update costs from its bytes to the listener: this library beside textbook Java and a
 * popular peer, over frames of a simulated market.
 */
@NullMarked
package io.krakenspot.benchmarks;

import org.jspecify.annotations.NullMarked;
