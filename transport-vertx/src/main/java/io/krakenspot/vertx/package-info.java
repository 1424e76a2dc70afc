/**
 * Links, loops and HTTP on Vert.x Core. Applications meet {@link
 * io.krakenspot.vertx.VertxTransport} alone; no Vert.x type goes further into the library than this
 * package.
 *
 * <p>Each {@link io.krakenspot.port.Loop} is one event-loop thread. A listener runs on it, so while
 * it works nothing is read from the sockets of that loop, and TCP slows the exchange down: no queue
 * grows in between.
 */
@NullMarked
package io.krakenspot.vertx;

import org.jspecify.annotations.NullMarked;
