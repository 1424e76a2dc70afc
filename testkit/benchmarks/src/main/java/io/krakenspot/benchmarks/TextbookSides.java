package io.krakenspot.benchmarks;

import java.math.BigDecimal;

/** Both sides of a book as one would first write it. */
interface TextbookSides {
  /** Lets go of what is beyond the depth. */
  void cut();

  BigDecimal bestBid();

  BigDecimal bestAsk();

  /** CRC-32 of the best ten levels. */
  long checksum();

  /** The digits of a number without leading zeros. */
  static String stripped(BigDecimal number) {
    String text = number.toPlainString().replace(".", "");
    int start = 0;
    while (start < text.length() && text.charAt(start) == '0') {
      start++;
    }
    return text.substring(start);
  }
}
