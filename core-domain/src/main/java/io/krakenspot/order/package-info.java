/**
 * Orders: what is asked of the exchange, what it made of it, and what was traded. Values alone:
 * immutable, safe for any thread, without a port or an engine.
 */
@NullMarked
package io.krakenspot.order;

import org.jspecify.annotations.NullMarked;
