package io.krakenspot.internal.session;

import io.krakenspot.port.AccountFrame;

/** The numbers of a private stream's frames: each is one more than the last. */
final class Sequence {
  /** What a number means. */
  enum Step {
    /** It follows the last. */
    NEXT,
    /** It is the last again. */
    REPEATED,
    /** Frames are missing between the last and this, or the exchange started anew. */
    BROKEN
  }

  private long last = AccountFrame.NO_SEQUENCE;

  /** A snapshot begins a new count. */
  void restart(long sequence) {
    last = sequence;
  }

  /** The next frame may have any number. */
  void forget() {
    last = AccountFrame.NO_SEQUENCE;
  }

  Step step(long sequence) {
    long before = last;
    if (sequence == AccountFrame.NO_SEQUENCE) {
      return Step.NEXT;
    }
    if (before == sequence) {
      return Step.REPEATED;
    }
    last = sequence;
    return before == AccountFrame.NO_SEQUENCE || sequence == before + 1 ? Step.NEXT : Step.BROKEN;
  }

  long last() {
    return last;
  }
}
