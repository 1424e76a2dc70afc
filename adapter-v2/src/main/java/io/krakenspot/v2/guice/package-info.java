/** Binds version 2 for applications that are wired with Guice; nothing else needs it. */
@NullMarked
package io.krakenspot.v2.guice;

import org.jspecify.annotations.NullMarked;
