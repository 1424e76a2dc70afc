/** The transport for applications wired with Guice. Nothing else here needs Guice. */
@NullMarked
package io.krakenspot.vertx.guice;

import org.jspecify.annotations.NullMarked;
