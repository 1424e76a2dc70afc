/**
 * Order books: two sorted sides of unscaled longs, the digits behind the checksum, and the keeper
 * that decides whether a book may be shown. Not API.
 */
@NullMarked
package io.krakenspot.internal.book;

import org.jspecify.annotations.NullMarked;
