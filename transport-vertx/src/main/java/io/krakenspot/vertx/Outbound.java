package io.krakenspot.vertx;

/** Counts what was handed to a socket and is not on its way yet; Vert.x itself has no bound. */
final class Outbound {
  static final int MOST_WRITES = 1024;
  static final int MOST_CHARS = 4 << 20;

  private int writes;
  private int chars;

  /** Returns whether a text of this length may be written; if so, {@link #wrote} has to follow. */
  boolean admit(int length) {
    if (writes >= MOST_WRITES || length > MOST_CHARS - chars) {
      return false;
    }
    writes++;
    chars += length;
    return true;
  }

  void wrote(int length) {
    writes--;
    chars -= length;
  }
}
