package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.testkit.exchange.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Order flow by chance: the same seed and the same calls give the same events. Books stay
 * uncrossed, about as deep as the pair's listing says, and around its first price.
 */
public final class MarketWalk implements OrderFlow {
  private final AnonymousOrders orders;
  private final Random random;

  /**
   * Makes a walk.
   *
   * @param orders where it places its orders
   * @param seed of its chance
   */
  public MarketWalk(AnonymousOrders orders, long seed) {
    this.orders = orders;
    this.random = new Random(seed);
  }

  @Override
  public void open(MarketPair pair) {
    List<BookChange> changes = new ArrayList<>();
    for (Side side : Side.values()) {
      BigDecimal price = pair.spec().startPrice();
      for (int place = 0; place < pair.spec().levels(); place++) {
        price = away(pair, side, price);
        changes.add(new BookChange(side, price, quantity(pair)));
      }
    }
    orders.open(pair, changes);
  }

  @Override
  public Fill past(MarketPair pair, double age) {
    double wave = 0.015 * age * StrictMath.sin(9 * age + pair.index());
    BigDecimal factor = BigDecimal.valueOf(1 + wave + (0.0002 * random.nextGaussian()));
    BigDecimal price = onTick(pair, pair.spec().startPrice().multiply(factor));
    return new Fill(randomSide(), price, quantity(pair), orderType());
  }

  @Override
  public void next(MarketPair pair) {
    Side side = randomSide();
    int size = pair.book().side(side).size();
    if (4 * size < 3 * pair.spec().levels()) {
      orders.rest(pair, place(pair, side));
    } else {
      next(pair, size > pair.spec().levels() ? Move.CANCEL : move(), side);
    }
  }

  private Move move() {
    int chance = random.nextInt(100);
    if (chance < 40) {
      return Move.RESIZE;
    } else if (chance < 66) {
      return Move.PLACE;
    } else if (chance < 84) {
      return Move.CANCEL;
    }
    return chance < 97 ? Move.TAKE : Move.SWEEP;
  }

  @Override
  public void next(MarketPair pair, Move move) {
    next(pair, move, randomSide());
  }

  private void next(MarketPair pair, Move move, Side side) {
    switch (move) {
      case PLACE -> orders.rest(pair, place(pair, side));
      case RESIZE -> orders.rest(pair, resize(pair, side));
      case CANCEL -> orders.rest(pair, cancel(pair, side));
      case TAKE -> take(pair, takerSide(pair));
      case SWEEP -> sweep(pair, takerSide(pair));
    }
  }

  /** In front of the best level, or anywhere behind it. */
  private BookChange place(MarketPair pair, Side side) {
    BigDecimal price = random.nextInt(4) == 0 ? inside(pair, side) : behind(pair, side);
    return new BookChange(side, price, quantity(pair));
  }

  private BigDecimal inside(MarketPair pair, Side side) {
    BigDecimal best = pair.book().best(side).price();
    BigDecimal spread = pair.book().best(opposite(side)).price().subtract(best);
    BigDecimal part = spread.multiply(BigDecimal.valueOf(random.nextInt(1000), 3));
    return best.add(part.setScale(best.scale(), RoundingMode.DOWN));
  }

  private BigDecimal behind(MarketPair pair, Side side) {
    BigDecimal price = pair.book().level(side, near(pair, side)).price();
    BigDecimal behind = away(pair, side, price);
    return behind.signum() > 0 ? behind : price;
  }

  private BookChange resize(MarketPair pair, Side side) {
    Level level = pair.book().level(side, near(pair, side));
    return new BookChange(side, level.price(), quantity(pair));
  }

  private BookChange cancel(MarketPair pair, Side side) {
    boolean only = pair.book().side(side).size() == 1;
    return only ? resize(pair, side) : without(pair.book().level(side, near(pair, side)), side);
  }

  private static BookChange without(Level level, Side side) {
    return new BookChange(side, level.price(), BigDecimal.ZERO.setScale(8));
  }

  /** One to three takers at the best price; perhaps they take all of it. */
  private void take(MarketPair pair, Side taker) {
    Side maker = opposite(taker);
    Level best = pair.book().best(maker);
    boolean all = random.nextInt(3) == 0 && pair.book().side(maker).size() > 1;
    BigDecimal left = best.quantity();
    List<BigDecimal> quantities = new ArrayList<>();
    for (int more = random.nextInt(3); more >= 0; more--) {
      BigDecimal part = all && more == 0 ? left : part(left);
      left = left.subtract(part);
      if (part.signum() > 0) {
        quantities.add(part);
      }
    }
    if (quantities.isEmpty()) {
      orders.rest(pair, resize(pair, maker));
    } else {
      orders.take(pair, taker, quantities);
    }
  }

  /** Less than half, so that something is left. */
  private BigDecimal part(BigDecimal quantity) {
    BigDecimal share = BigDecimal.valueOf(random.nextInt(500), 3);
    return quantity.multiply(share).setScale(8, RoundingMode.DOWN);
  }

  /** Takes one to three whole levels and rests at the last of their prices. */
  private void sweep(MarketPair pair, Side taker) {
    Side maker = opposite(taker);
    int count = Math.min(1 + random.nextInt(3), pair.book().side(maker).size() - 1);
    if (count == 0) {
      take(pair, taker);
      return;
    }
    List<Level> taken = pair.book().top(maker, count);
    BigDecimal quantity = quantity(pair);
    for (Level level : taken) {
      quantity = quantity.add(level.quantity());
    }
    orders.limit(pair, taker, taken.get(count - 1).price(), quantity);
  }

  /** Mostly by chance, but back towards the first price when the market strays from it. */
  private Side takerSide(MarketPair pair) {
    BigDecimal start = pair.spec().startPrice();
    BigDecimal distance = pair.book().best(Side.BUY).price().subtract(start);
    boolean strayed = distance.abs().compareTo(start.movePointLeft(2)) > 0;
    if (strayed && random.nextInt(3) > 0) {
      return distance.signum() > 0 ? Side.SELL : Side.BUY;
    }
    return randomSide();
  }

  /** A place in the book: mostly near the best, at times anywhere. */
  private int near(MarketPair pair, Side side) {
    int size = pair.book().side(side).size();
    if (random.nextInt(6) == 0) {
      return random.nextInt(size);
    }
    int place = 0;
    while (random.nextInt(4) > 0 && place < size - 1) {
      place++;
    }
    return place;
  }

  private BigDecimal away(MarketPair pair, Side side, BigDecimal price) {
    return side == Side.BUY ? price.subtract(gap(pair)) : price.add(gap(pair));
  }

  /** A few ticks, more where ticks are fine: levels stand some hundred-thousandths apart. */
  private BigDecimal gap(MarketPair pair) {
    BigDecimal tick = pair.spec().tick();
    int ticks = pair.spec().startPrice().movePointLeft(5).divide(tick, RoundingMode.UP).intValue();
    return tick.multiply(BigDecimal.valueOf(1L + random.nextInt(Math.max(1, 2 * ticks))));
  }

  private BigDecimal quantity(MarketPair pair) {
    BigDecimal factor = BigDecimal.valueOf(StrictMath.exp(random.nextGaussian()));
    BigDecimal tail = BigDecimal.valueOf(1L + random.nextInt(99_999_999), 8);
    return pair.spec()
        .typicalQuantity()
        .multiply(factor)
        .multiply(tail)
        .setScale(8, RoundingMode.UP);
  }

  private static BigDecimal onTick(MarketPair pair, BigDecimal price) {
    return price
        .setScale(pair.spec().priceDecimals(), RoundingMode.HALF_UP)
        .max(pair.spec().tick());
  }

  private TradeOrderType orderType() {
    return random.nextBoolean() ? TradeOrderType.MARKET : TradeOrderType.LIMIT;
  }

  private Side randomSide() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private static Side opposite(Side side) {
    return side == Side.BUY ? Side.SELL : Side.BUY;
  }
}
