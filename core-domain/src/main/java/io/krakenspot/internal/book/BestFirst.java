package io.krakenspot.internal.book;

/** The order of prices on a side: the best comes first. */
final class BestFirst {
  private static final int LINEAR = 8;

  private BestFirst() {}

  /** Where the price stands, or would stand: most changes are near the top. */
  static int find(long[] prices, int size, long price, boolean descending) {
    if (size > 0 && isWorse(price, prices[size - 1], descending)) {
      return size;
    }
    int linear = Math.min(LINEAR, size);
    for (int i = 0; i < linear; i++) {
      if (!isWorse(price, prices[i], descending)) {
        return i;
      }
    }
    int low = linear;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isWorse(price, prices[middle], descending)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isWorse(long price, long than, boolean descending) {
    return descending ? price < than : price > than;
  }
}
