package io.krakenspot.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What a checksum is computed of, number by number as the frames write them. */
final class ChecksumDigits {
  /** How many levels a side a checksum covers. */
  static final int LEVELS = 10;

  private final StringBuilder digits = new StringBuilder();

  void add(String price, String quantity) {
    digits.append(stripped(price)).append(stripped(quantity));
  }

  private static String stripped(String number) {
    return number.replace(".", "").replaceFirst("^0+", "");
  }

  long checksum() {
    CRC32 crc = new CRC32();
    crc.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }
}
