/**
 * The codec of Kraken WebSocket v1. Not API: may change without notice.
 *
 * <pre>
 * {..}  event   -> EventDecoder
 * [n..  data    -> LabelTable (channel and pair stand last) -> one decoder a channel
 * </pre>
 */
@NullMarked
package io.krakenspot.v1.internal;

import org.jspecify.annotations.NullMarked;
