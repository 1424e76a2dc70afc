/** Kraken WebSocket v1 for those who wire with Guice; needs Guice on the class path. */
@NullMarked
package io.krakenspot.v1.guice;

import org.jspecify.annotations.NullMarked;
