/** Market data, connection and subscription events as one line of text each. */
@NullMarked
package io.krakenspot.console.internal.event;

import org.jspecify.annotations.NullMarked;
