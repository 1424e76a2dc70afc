package io.krakenspot.v1.internal;

import io.krakenspot.port.AccountFrame;

/**
 * How far an account feed has come on its link: its first frame is a snapshot, which nothing in the
 * frame says but its number, 1. A feed that begins with another number has lost its snapshot,
 * unless it does so again and again: some were seen to begin with 2.
 */
final class FeedPosition {
  private static final long FIRST = 1;
  private static final int MOST_DOUBTS = 2;

  private long sequence = AccountFrame.NO_SEQUENCE;
  private boolean begun;
  private boolean doubted;
  private int doubts;

  /** Whether a frame of this number is the snapshot. */
  boolean startsWith(long next) {
    if (begun || continues(next)) {
      return false;
    }
    return next == FIRST || next == AccountFrame.NO_SEQUENCE || (!doubted && doubts == MOST_DOUBTS);
  }

  /** A frame that continues the sequence is no snapshot: the answer came after the snapshot. */
  private boolean continues(long next) {
    return sequence != AccountFrame.NO_SEQUENCE && next == sequence + 1;
  }

  void reached(long next, boolean snapshot) {
    if (snapshot || (continues(next) && !doubted)) {
      begun = true;
    } else if (!begun && !doubted) {
      doubted = true;
      doubts++;
    }
    sequence = next;
  }

  void subscribed() {
    begun = false;
    doubted = false;
  }

  void unsubscribed() {
    subscribed();
    sequence = AccountFrame.NO_SEQUENCE;
  }
}
