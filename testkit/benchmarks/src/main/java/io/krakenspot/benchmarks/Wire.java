package io.krakenspot.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the exchange's frames of one version, by hand and not by the code that is measured. */
interface Wire {
  /**
   * A price as the frames write it.
   *
   * @param level whose price
   * @return for example {@code 62710.40000} on v1, {@code 62710.4} on v2
   */
  String price(Level level);

  /**
   * A quantity as the frames write it, the same on both versions.
   *
   * @param level whose quantity
   * @return for example {@code 0.01000000}
   */
  default String quantity(Level level) {
    return level.exactQuantity().toPlainString();
  }

  /**
   * A book as it stands.
   *
   * @param depth levels a side
   * @param asks best first
   * @param bids best first
   * @param checksum of the book; v1 does not send it
   * @return the frame
   */
  String snapshot(int depth, List<Level> asks, List<Level> bids, long checksum);

  /**
   * A change of a book.
   *
   * @param depth levels a side
   * @param asks the levels to name, perhaps none
   * @param bids the levels to name, perhaps none
   * @param checksum of the book after it
   * @param number microseconds within the second of its time
   * @return the frame
   */
  String update(int depth, List<Level> asks, List<Level> bids, long checksum, int number);

  /**
   * The answer to a subscription.
   *
   * @param requestId the request's id
   * @param depth levels a side
   * @return the frame
   */
  String acknowledgement(long requestId, int depth);

  /**
   * The answer to a subscribe request as some client wrote it.
   *
   * @param request the request
   * @param depth levels a side
   * @return the frame
   */
  default String answer(String request, int depth) {
    Matcher id = Pattern.compile("\"req_?id\":(\\d+)").matcher(request);
    if (!id.find()) {
      throw new IllegalArgumentException("no request id in " + request);
    }
    return acknowledgement(Long.parseLong(id.group(1)), depth);
  }
}
