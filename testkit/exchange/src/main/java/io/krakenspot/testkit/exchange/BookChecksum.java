package io.krakenspot.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The checksum of a book, word for word as Kraken's guide describes it, from the digits on the
 * wire. Slow and plain on purpose: the second opinion beside the client's own.
 *
 * <p>Source: Kraken "Book checksum" guides, v1 and v2.
 */
public final class BookChecksum {
  private static final int LEVELS = 10;

  private BookChecksum() {}

  /**
   * A level as its digits stand on the wire.
   *
   * @param price for example {@code 45285.2}
   * @param quantity for example {@code 0.00100000}
   */
  public record Digits(String price, String quantity) {}

  /**
   * The checksum of a book.
   *
   * @param asks best first; those after the tenth do not count
   * @param bids best first; those after the tenth do not count
   * @return CRC-32, unsigned 32 bits
   */
  public static long of(List<Digits> asks, List<Digits> bids) {
    return crc(text(asks, bids));
  }

  /**
   * The checksum of the single orders of a book.
   *
   * @param asks the orders of the best ten levels, level by level from the front of each queue
   * @param bids the same of the other side
   * @return CRC-32, unsigned 32 bits
   */
  public static long ofOrders(List<Digits> asks, List<Digits> bids) {
    return crc(text(asks.stream()) + text(bids.stream()));
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  /**
   * The text that the checksum is taken of.
   *
   * @param asks best first
   * @param bids best first
   * @return digits alone
   */
  public static String text(List<Digits> asks, List<Digits> bids) {
    return text(asks.stream().limit(LEVELS)) + text(bids.stream().limit(LEVELS));
  }

  private static String text(Stream<Digits> digits) {
    return digits
        .map(level -> strip(level.price()) + strip(level.quantity()))
        .collect(Collectors.joining());
  }

  private static String strip(String digits) {
    String whole = digits.replace(".", "");
    int first = 0;
    while (first < whole.length() && whole.charAt(first) == '0') {
      first++;
    }
    return whole.substring(first);
  }
}
