package io.krakenspot.testkit.exchange.internal.engine;

import java.util.Random;

/** Ids of the documented form, for example {@code OQCLML-BW3P3-BUCMWZ}; none occurs twice. */
final class Ids {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long SPREAD = 0x2545_F491L;

  private final Random random;
  private long count;

  Ids(long seed) {
    this.random = new Random(seed);
  }

  String order() {
    return next('O');
  }

  String execution() {
    return next('T');
  }

  String ledger() {
    return next('L');
  }

  /**
   * The last group is a number that counts, in disguise: multiplying by an odd number loses none.
   */
  private String next(char kind) {
    long chance = random.nextLong();
    StringBuilder id = new StringBuilder(19).append(kind);
    append(id, chance, 5).append('-');
    append(id, chance >>> 25, 5).append('-');
    return append(id, ++count * SPREAD, 6).toString();
  }

  private static StringBuilder append(StringBuilder id, long bits, int digits) {
    for (int digit = 0; digit < digits; digit++) {
      id.append(DIGITS.charAt((int) (bits >>> (5 * digit)) & 31));
    }
    return id;
  }
}
