package io.krakenspot.v1.internal;

import java.io.IOException;

/** What is wrong with a frame, in words; the codec adds where, and whose frame it is. */
final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
