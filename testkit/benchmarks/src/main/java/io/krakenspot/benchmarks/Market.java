package io.krakenspot.benchmarks;

import io.krakenspot.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A simulated market in BTC/USD that moves by chance, the same way for the same seed.
 *
 * <p>The mix is that of the real exchange, roughly: a third each of new, changed and removed
 * levels; of a deep book four in five within the best ten, nearly all others within the best fifty;
 * one update in a hundred on both sides.
 */
final class Market {
  private static final long MIDDLE = 627_104;
  private static final int BEHIND_THE_VIEW = 100;
  private static final int WIDEST_GAP = 20;
  private static final long LARGEST_QUANTITY = 500_000_000;

  private final Random random;
  private final int depth;
  private final MarketSide asks;
  private final MarketSide bids;

  Market(long seed, int depth) {
    this.random = new Random(seed);
    this.depth = depth;
    this.asks = new MarketSide(Comparator.naturalOrder(), depth);
    this.bids = new MarketSide(Comparator.reverseOrder(), depth);
    fill(asks, 1);
    fill(bids, -1);
  }

  private void fill(MarketSide side, int away) {
    long price = MIDDLE;
    for (int i = 0; i < depth + BEHIND_THE_VIEW; i++) {
      price += away * (1L + random.nextInt(WIDEST_GAP));
      side.set(price, quantity());
    }
  }

  MarketSide asks() {
    return asks;
  }

  MarketSide bids() {
    return bids;
  }

  /** What the market does next: one move, now and then one on each side. */
  List<Move> next() {
    List<Move> moves = new ArrayList<>(2);
    if (random.nextInt(100) == 0) {
      moves.add(move(Side.SELL));
      moves.add(requantified(Side.BUY, visibleIndex()));
    } else {
      moves.add(move(random.nextBoolean() ? Side.SELL : Side.BUY));
    }
    return moves;
  }

  /** Makes a move and tells which levels an update names. */
  List<Level> make(Move move) {
    return side(move.side()).set(move.price(), move.after());
  }

  private Move move(Side side) {
    int index = visibleIndex();
    return switch (random.nextInt(3)) {
      case 0 -> requantified(side, index);
      case 1 -> arrived(side, index);
      default -> departed(side, index);
    };
  }

  private Move requantified(Side side, int index) {
    Level level = side(side).level(index);
    return new Move(side, level.price(), level.quantity(), quantity());
  }

  private Move arrived(Side side, int index) {
    long worse = side(side).level(index).price();
    long better =
        index == 0 ? opposite(side).level(0).price() : side(side).level(index - 1).price();
    long room = Math.abs(worse - better) - 1;
    if (room < 1) {
      return requantified(side, index);
    }
    long distance = 1 + random.nextLong(room);
    return new Move(side, worse + Long.signum(better - worse) * distance, 0, quantity());
  }

  private Move departed(Side side, int index) {
    if (side(side).size() <= depth) {
      return requantified(side, index);
    }
    Level level = side(side).level(index);
    return new Move(side, level.price(), level.quantity(), 0);
  }

  private int visibleIndex() {
    int chance = random.nextInt(100);
    int within = chance < 78 ? 10 : chance < 99 ? 50 : depth;
    return random.nextInt(Math.min(within, depth));
  }

  private long quantity() {
    return 1 + random.nextLong(LARGEST_QUANTITY);
  }

  private MarketSide side(Side side) {
    return side == Side.SELL ? asks : bids;
  }

  private MarketSide opposite(Side side) {
    return side == Side.SELL ? bids : asks;
  }
}
