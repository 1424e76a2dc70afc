/** What every v1 message is written with: numbers and times as text, and the echo of ids. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v1.wire;

import org.jspecify.annotations.NullMarked;
