package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Book frames of a market that exists only here: duplicates of a price within a frame, removals of
 * levels that are not there, levels that leave the depth and return, sides that run empty.
 */
final class RandomFrames {
  /** What kind of market. */
  enum Market {
    /** Decimals on the wire as the exchange writes them. */
    PLAIN(1, 8),
    /** As v1: fixed decimals and no checksum on snapshots. */
    UNCHECKED_SNAPSHOTS(5, 8),
    /** Trailing zeros lost on the way. */
    LOST_ZEROS(4, 8),
    /** A few levels a side or none. */
    THIN(2, 8),
    /** Trillions of units with eight decimals, and far more. */
    WIDE(10, 8),
    /** Prices below one with leading zeros. */
    TINY_PRICES(9, 5);

    private final int priceDecimals;
    private final int quantityDecimals;

    Market(int priceDecimals, int quantityDecimals) {
      this.priceDecimals = priceDecimals;
      this.quantityDecimals = quantityDecimals;
    }

    int priceDecimals() {
      return priceDecimals;
    }

    int quantityDecimals() {
      return quantityDecimals;
    }

    boolean snapshotsUnchecked() {
      return this == UNCHECKED_SNAPSHOTS;
    }
  }

  private static final int MIDDLE = 100_000;

  private final Market market;
  private final int depth;
  private final Random random;
  private final List<Integer> named = new ArrayList<>();
  private int frames;

  RandomFrames(Market market, int depth, long seed) {
    this.market = market;
    this.depth = depth;
    this.random = new Random(seed + market.ordinal() * 31L + depth);
  }

  BookFrame next() {
    return frames++ % 200 == 0 ? nextSnapshot() : nextUpdate();
  }

  BookFrame nextSnapshot() {
    BookFrame frame = BookFrame.snapshot();
    int most = market == Market.THIN ? 4 : depth + 1;
    addSome(frame.asks, random.nextInt(most), 1);
    addSome(frame.bids, random.nextInt(most), -1);
    return frame;
  }

  private void addSome(List<String[]> side, int count, int direction) {
    int steps = 0;
    for (int i = 0; i < count; i++) {
      steps += 1 + random.nextInt(3);
      side.add(new String[] {price(direction * steps), quantity()});
    }
  }

  BookFrame nextUpdate() {
    BookFrame frame = BookFrame.update();
    named.clear();
    int most = random.nextInt(20) == 0 ? 40 : 4;
    change(frame.asks, random.nextInt(most), 1);
    named.clear();
    change(frame.bids, random.nextInt(most), -1);
    return frame;
  }

  private void change(List<String[]> side, int count, int direction) {
    for (int i = 0; i < count; i++) {
      boolean again = !named.isEmpty() && random.nextInt(8) == 0;
      int steps = again ? named.get(random.nextInt(named.size())) : steps();
      named.add(steps);
      side.add(new String[] {price(direction * steps), removes() ? zero() : quantity()});
    }
  }

  /** Mostly near the top, at times anywhere, so that levels leave the depth and return. */
  private int steps() {
    if (market == Market.THIN) {
      return 1 + random.nextInt(6);
    }
    int range = random.nextInt(3) > 0 ? 15 : depth * 2 + 10;
    return 1 + random.nextInt(range);
  }

  private boolean removes() {
    return random.nextInt(10) < (market == Market.THIN ? 6 : 4);
  }

  private String price(int steps) {
    return text(BigDecimal.valueOf(MIDDLE + (long) steps, market.priceDecimals));
  }

  private String quantity() {
    long units = 1 + random.nextInt(random.nextBoolean() ? 9 : 2_000_000_000);
    BigDecimal quantity = BigDecimal.valueOf(units, market.quantityDecimals);
    if (random.nextInt(3) == 0) {
      quantity = BigDecimal.valueOf(units % 1000 + 1).setScale(market.quantityDecimals);
    }
    if (market == Market.WIDE && random.nextBoolean()) {
      BigDecimal trillions =
          BigDecimal.valueOf(1_200_000_000_000L).scaleByPowerOfTen(random.nextInt(8));
      quantity = quantity.add(trillions);
    }
    return text(quantity);
  }

  private String zero() {
    return text(BigDecimal.ZERO.setScale(market.quantityDecimals));
  }

  private String text(BigDecimal value) {
    return (market == Market.LOST_ZEROS ? value.stripTrailingZeros() : value).toPlainString();
  }
}
