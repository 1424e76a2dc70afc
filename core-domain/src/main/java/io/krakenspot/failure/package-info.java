/**
 * The closed set of failures, each with Kraken's own text kept where there is one. None ever holds
 * a key, a secret or a token.
 */
@NullMarked
package io.krakenspot.failure;

import org.jspecify.annotations.NullMarked;
