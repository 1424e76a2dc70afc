/** What every v2 message is written with: answers and times. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.v2.wire;

import org.jspecify.annotations.NullMarked;
