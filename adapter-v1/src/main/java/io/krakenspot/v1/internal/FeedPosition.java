package io.krakenspot.v1.internal;

import io.krakenspot.port.AccountFrame;

/**
 * How far an account feed has come on its link: its first frame is a snapshot, which nothing in the
 * frame says.
 */
final class FeedPosition {
  private long sequence = AccountFrame.NO_SEQUENCE;
  private boolean fresh = true;

  /** A frame that continues the sequence is no snapshot: the answer came after the snapshot. */
  boolean startsWith(long next) {
    return fresh && (sequence == AccountFrame.NO_SEQUENCE || next != sequence + 1);
  }

  void reached(long next) {
    sequence = next;
    fresh = false;
  }

  void subscribed() {
    fresh = true;
  }

  void unsubscribed() {
    fresh = true;
    sequence = AccountFrame.NO_SEQUENCE;
  }
}
