package io.krakenspot.internal.book;

import io.krakenspot.internal.book.Level3Frame.Row;
import io.krakenspot.market.Level3Event.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Frames of a market of orders that exists only here: orders that come twice, deletes of orders
 * that are not there, amends in place and away, levels that leave the depth, ids of both forms.
 */
final class RandomOrders {
  /** What kind of market. */
  enum Market {
    /** Decimals on the wire as the exchange writes them. */
    PLAIN(1, 8),
    /** Trailing zeros lost on the way. */
    LOST_ZEROS(4, 8),
    /** A few orders a side or none. */
    THIN(2, 8),
    /** Trillions of units with eight decimals, and far more. */
    WIDE(10, 8);

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
  }

  private static final int MIDDLE = 100_000;
  private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final Market market;
  private final int depth;
  private final Random random;
  private final List<Row> knownAsks = new ArrayList<>();
  private final List<Row> knownBids = new ArrayList<>();
  private int frames;
  private long time;

  RandomOrders(Market market, int depth, long seed) {
    this.market = market;
    this.depth = depth;
    this.random = new Random(seed + market.ordinal() * 31L + depth);
  }

  Level3Frame next() {
    return frames++ % 200 == 0 ? nextSnapshot() : nextUpdate();
  }

  Level3Frame nextSnapshot() {
    Level3Frame frame = Level3Frame.snapshot();
    knownAsks.clear();
    knownBids.clear();
    int most = market == Market.THIN ? 4 : depth + 1;
    addLevels(frame.asks, knownAsks, random.nextInt(most), 1);
    addLevels(frame.bids, knownBids, random.nextInt(most), -1);
    return frame;
  }

  private void addLevels(List<Row> side, List<Row> known, int levels, int direction) {
    int steps = 0;
    for (int level = 0; level < levels; level++) {
      steps += 1 + random.nextInt(3);
      for (int orders = 1 + random.nextInt(3); orders > 0; orders--) {
        side.add(note(known, Kind.ADD, newId(direction), price(direction * steps)));
      }
    }
  }

  Level3Frame nextUpdate() {
    Level3Frame frame = Level3Frame.update();
    int most = random.nextInt(20) == 0 ? 40 : 4;
    change(frame.asks, knownAsks, random.nextInt(most), 1);
    change(frame.bids, knownBids, random.nextInt(most), -1);
    return frame;
  }

  private void change(List<Row> side, List<Row> known, int count, int direction) {
    for (int i = 0; i < count; i++) {
      int dice = random.nextInt(10);
      Row old = known.isEmpty() || dice < 4 ? null : known.get(random.nextInt(known.size()));
      if (old == null) {
        side.add(note(known, Kind.ADD, newId(direction), price(direction * steps())));
      } else if (dice < 7) {
        side.add(new Row(Kind.DELETE, old.id(), old.price(), old.quantity(), ++time));
      } else if (dice < 9) {
        side.add(note(known, Kind.MODIFY, old.id(), old.price()));
      } else {
        Kind kind = random.nextBoolean() ? Kind.MODIFY : Kind.ADD;
        side.add(note(known, kind, old.id(), price(direction * steps())));
      }
    }
  }

  /** Remembers an order, which may be gone when it is named again. */
  private Row note(List<Row> known, Kind kind, String id, String price) {
    time += random.nextInt(2);
    Row row = new Row(kind, id, price, quantity(), time - random.nextInt(3));
    known.add(row);
    return row;
  }

  private String newId(int direction) {
    if (random.nextInt(16) == 0) {
      return (direction > 0 ? "ask-" : "bid-") + random.nextInt(50);
    }
    StringBuilder id = new StringBuilder("O");
    for (int i = 0; i < 16; i++) {
      id.append(i == 5 || i == 10 ? "-" : "").append(SYMBOLS.charAt(random.nextInt(36)));
    }
    return id.toString();
  }

  /** Mostly near the top, at times anywhere, so that levels leave the depth and return. */
  private int steps() {
    int range = random.nextInt(3) > 0 ? 15 : depth * 2 + 10;
    return 1 + random.nextInt(market == Market.THIN ? 6 : range);
  }

  private String price(int steps) {
    return text(BigDecimal.valueOf(MIDDLE + (long) steps, market.priceDecimals));
  }

  private String quantity() {
    long units = 1 + random.nextInt(random.nextBoolean() ? 9 : 2_000_000_000);
    BigDecimal quantity = BigDecimal.valueOf(units, market.quantityDecimals);
    if (market == Market.WIDE && random.nextBoolean()) {
      quantity =
          quantity.add(BigDecimal.valueOf(12_000_000_000L).scaleByPowerOfTen(random.nextInt(10)));
    }
    return random.nextInt(50) == 0 ? "0" : text(quantity);
  }

  private String text(BigDecimal value) {
    return (market == Market.LOST_ZEROS ? value.stripTrailingZeros() : value).toPlainString();
  }
}
