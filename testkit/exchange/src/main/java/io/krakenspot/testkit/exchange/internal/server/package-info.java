/** The exchange on loopback: Vert.x sockets, REST and TLS. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.server;

import org.jspecify.annotations.NullMarked;
