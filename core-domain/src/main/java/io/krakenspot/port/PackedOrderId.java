package io.krakenspot.port;

import org.jspecify.annotations.Nullable;

/**
 * An order id as two longs, refilled for each and read without an allocation. Kraken's ids, such as
 * {@code O7VFZI-CTFWH-FF6EIR}, are 17 letters and digits of 6 bits each: the first eight make the
 * high half, the other nine the low one. An id of any other form keeps its text beside a hash of
 * it.
 */
public final class PackedOrderId {
  /** The high half of an id of another form; one of Kraken's is never negative. */
  public static final long FOREIGN = -1;

  private static final String FORM = "******-*****-******";
  private static final int HIGH_SYMBOLS = 8;
  private static final int SYMBOLS = 17;
  private static final int BITS = 6;
  private static final int LETTERS = 26;
  private static final int NO_SYMBOL = -1;

  private long high = FOREIGN;
  private long low;
  private @Nullable String foreign = "";

  /** Makes an id that is empty. */
  public PackedOrderId() {}

  /**
   * Reads an id.
   *
   * @param id the id
   */
  public void read(String id) {
    read(id.toCharArray(), 0, id.length());
  }

  /**
   * Reads an id from characters; allocates only if it is not of Kraken's form.
   *
   * @param text characters
   * @param offset where the id begins
   * @param length how long it is
   */
  public void read(char[] text, int offset, int length) {
    if (length == FORM.length() && pack(text, offset)) {
      foreign = null;
    } else {
      foreign = new String(text, offset, length);
      high = FOREIGN;
      low = foreign.hashCode();
    }
  }

  private boolean pack(char[] text, int offset) {
    high = 0;
    low = 0;
    int count = 0;
    for (int at = 0; at < FORM.length(); at++) {
      char c = text[offset + at];
      if (FORM.charAt(at) == '-') {
        if (c != '-') {
          return false;
        }
        continue;
      }
      int symbol = symbol(c);
      if (symbol == NO_SYMBOL) {
        return false;
      }
      if (count++ < HIGH_SYMBOLS) {
        high = high << BITS | symbol;
      } else {
        low = low << BITS | symbol;
      }
    }
    return true;
  }

  private static int symbol(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return c >= '0' && c <= '9' ? c - '0' + LETTERS : NO_SYMBOL;
  }

  /**
   * The first half.
   *
   * @return zero or more, or {@link #FOREIGN}
   */
  public long high() {
    return high;
  }

  /**
   * The second half.
   *
   * @return zero or more, or a hash of {@link #foreign()}
   */
  public long low() {
    return low;
  }

  /**
   * The id itself if it is not of Kraken's form.
   *
   * @return null if the two halves say it all
   */
  public @Nullable String foreign() {
    return foreign;
  }

  /**
   * The text of an id of Kraken's form.
   *
   * @param high its first half
   * @param low its second half
   * @return for example {@code O7VFZI-CTFWH-FF6EIR}
   */
  public static String text(long high, long low) {
    char[] text = FORM.toCharArray();
    long rest = low;
    int symbol = SYMBOLS;
    for (int at = text.length - 1; at >= 0; at--) {
      if (text[at] != '-') {
        text[at] = character((int) (rest & (1 << BITS) - 1));
        rest = --symbol == HIGH_SYMBOLS ? high : rest >> BITS;
      }
    }
    return new String(text);
  }

  private static char character(int symbol) {
    return (char) (symbol < LETTERS ? 'A' + symbol : '0' + symbol - LETTERS);
  }

  @Override
  public String toString() {
    return foreign == null ? text(high, low) : foreign;
  }
}
