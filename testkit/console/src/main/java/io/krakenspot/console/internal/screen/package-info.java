/** What the demo shows: a ladder of the book and what else there is to see, as lines of text. */
@NullMarked
package io.krakenspot.console.internal.screen;

import org.jspecify.annotations.NullMarked;
