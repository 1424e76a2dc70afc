/**
 * Kraken Spot WebSocket v2: {@link io.krakenspot.v2.KrakenV2#protocol()} is what a client is built
 * with.
 */
@NullMarked
package io.krakenspot.v2;

import org.jspecify.annotations.NullMarked;
