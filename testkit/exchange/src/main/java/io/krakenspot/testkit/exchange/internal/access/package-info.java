/** Who may do what: API keys with their signatures and nonces, and tokens for WebSockets. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.access;

import org.jspecify.annotations.NullMarked;
