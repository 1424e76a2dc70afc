package io.krakenspot.testkit.exchange.internal.session;

/** Numbers the messages of one private subscription, from 1. */
public final class Sequence {
  private long last;

  /** Makes a sequence whose first number is 1. */
  public Sequence() {}

  /**
   * The number of the next message.
   *
   * @return one more than the last, unless it was made to skip
   */
  public long next() {
    return ++last;
  }

  /**
   * Makes the next number wrong.
   *
   * @param count how many numbers are left out; -1 repeats the last
   */
  public void skip(int count) {
    last += count;
  }
}
