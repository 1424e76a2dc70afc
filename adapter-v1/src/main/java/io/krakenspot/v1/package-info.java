/** Kraken WebSocket v1, to be handed to a client: {@link io.krakenspot.v1.KrakenV1}. */
@NullMarked
package io.krakenspot.v1;

import org.jspecify.annotations.NullMarked;
