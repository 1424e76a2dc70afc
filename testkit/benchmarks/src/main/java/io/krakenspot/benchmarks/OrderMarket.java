package io.krakenspot.benchmarks;

import io.krakenspot.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A simulated market in BTC/USD that moves order by order, the same way for the same seed: a third
 * each of new, changed and removed orders, as near to the best price as the levels of {@link
 * Market}, one to four at a price to begin with. An order goes from the back of its queue, so that
 * it can come back.
 */
final class OrderMarket {
  private static final long MIDDLE = 627_104;
  private static final int BEHIND_THE_VIEW = 100;
  private static final int WIDEST_GAP = 20;
  private static final int LONGEST_QUEUE = 4;
  private static final int DIGITS = 36;
  private static final int DIGITS_OF_AN_ID = 6;
  private static final long LARGEST_QUANTITY = 500_000_000;

  private final Random random;
  private final int depth;
  private final OrderQueues asks;
  private final OrderQueues bids;
  private int orders;

  OrderMarket(long seed, int depth) {
    this.random = new Random(seed);
    this.depth = depth;
    this.asks = new OrderQueues(Comparator.naturalOrder(), depth);
    this.bids = new OrderQueues(Comparator.reverseOrder(), depth);
    fill(asks, 1);
    fill(bids, -1);
  }

  private void fill(OrderQueues side, int away) {
    long price = MIDDLE;
    for (int level = 0; level < depth + BEHIND_THE_VIEW; level++) {
      price += away * (1L + random.nextInt(WIDEST_GAP));
      for (int left = 1 + random.nextInt(LONGEST_QUEUE); left > 0; left--) {
        side.add(order(price));
      }
    }
  }

  private Resting order(long price) {
    String number = Integer.toString(orders++, DIGITS).toUpperCase(Locale.ROOT);
    String id = "0".repeat(DIGITS_OF_AN_ID - number.length()) + number;
    return new Resting(id + "-BENCH-LEVEL3", price, quantity());
  }

  private long quantity() {
    return 1 + random.nextLong(LARGEST_QUANTITY);
  }

  OrderQueues asks() {
    return asks;
  }

  OrderQueues bids() {
    return bids;
  }

  /** What the market does next. */
  OrderMove next() {
    Side side = random.nextBoolean() ? Side.SELL : Side.BUY;
    int level = visibleLevel();
    List<Resting> queue = side(side).level(level);
    Resting last = queue.get(queue.size() - 1);
    boolean mayGo = queue.size() > 1 || side(side).size() > depth;
    int chance = random.nextInt(3);
    if (chance == 0) {
      return new OrderMove(side, null, order(price(side, level)));
    }
    if (chance == 1 && mayGo) {
      return new OrderMove(side, last, null);
    }
    Resting any = queue.get(random.nextInt(queue.size()));
    return new OrderMove(side, any, any.with(quantity()));
  }

  /** That of the level, or one between it and the next better. */
  private long price(Side side, int level) {
    long worse = side(side).price(level);
    long better = level == 0 ? opposite(side).price(0) : side(side).price(level - 1);
    long room = Math.abs(worse - better);
    return worse + Long.signum(better - worse) * random.nextLong(room);
  }

  private int visibleLevel() {
    int chance = random.nextInt(100);
    int within = chance < 78 ? 10 : chance < 99 ? 50 : depth;
    return random.nextInt(Math.min(within, depth));
  }

  /** Makes a move and tells what an update says of it. */
  List<OrderEvent> make(OrderMove move) {
    OrderQueues side = side(move.side());
    Resting before = move.before();
    Resting after = move.after();
    List<OrderEvent> events = new ArrayList<>();
    if (after == null && before != null) {
      events.add(new OrderEvent("delete", before));
      side.remove(before).forEach(order -> events.add(new OrderEvent("add", order)));
    } else if (after != null) {
      events.add(new OrderEvent(before == null ? "add" : "modify", after));
      if (before == null) {
        side.add(after);
      } else {
        side.modify(after);
      }
    }
    return events;
  }

  private OrderQueues side(Side side) {
    return side == Side.SELL ? asks : bids;
  }

  private OrderQueues opposite(Side side) {
    return side == Side.SELL ? bids : asks;
  }
}
