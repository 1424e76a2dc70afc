package io.krakenspot.market;

/**
 * What the last frame's checksum said of a book. It covers the best ten levels a side; levels below
 * are covered by none.
 */
public enum Verification {
  /** The frame carried a checksum and it held. */
  VERIFIED,
  /** The frame carried a checksum and it did not hold; the book is withheld. */
  MISMATCH,
  /** The frame carried no checksum (a v1 snapshot), or its digits cannot be known. */
  NONE
}
