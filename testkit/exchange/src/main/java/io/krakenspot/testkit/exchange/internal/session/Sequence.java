package io.krakenspot.testkit.exchange.internal.session;

/** Numbers the messages of one private subscription, from 1. */
public final class Sequence {
  private long last;
  private int skipped;
  private int lost;

  /** Makes a sequence whose first number is 1. */
  public Sequence() {}

  /**
   * The number of the next message.
   *
   * @return one more than the last, unless it was made to skip
   */
  public long next() {
    last += 1 + skipped;
    skipped = 0;
    return last;
  }

  /**
   * Makes the next number wrong.
   *
   * @param count how many numbers are left out; -1 repeats the last
   */
  public void skip(int count) {
    skipped += count;
  }

  /**
   * Loses messages: their numbers are used up.
   *
   * @param count how many of the next ones
   */
  public void lose(int count) {
    lost = count;
  }

  /** Makes the next numbers right, and loses nothing more. */
  public void steady() {
    skipped = 0;
    lost = 0;
  }

  /**
   * Asks, once for each message, whether it is lost.
   *
   * @return true if it is not to be sent
   */
  public boolean takeLost() {
    return lost > 0 && lost-- > 0;
  }
}
