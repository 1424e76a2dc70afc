package io.krakenspot.internal.book;

import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.market.QueuePosition;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.OrderChanges;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the book of one pair order by order: applies whole frames, cuts to the depth, checks, and
 * shows orders only while they can be relied on. A live view of itself; lives on one loop.
 */
public final class Level3Keeper extends Keeper implements Level3Book {
  private static final OrderSides NOTHING = OrderSides.empty();

  private final Pair pair;
  private final Level3Depth depth;
  private final OrderSides sides;
  private final OrderChanges changedAsks = new OrderChanges();
  private final OrderChanges changedBids = new OrderChanges();
  private long epochNanos = Level3Change.NO_TIME;

  /**
   * A book that waits for its first snapshot.
   *
   * @param pair the pair
   * @param depth price levels a side
   */
  public Level3Keeper(Pair pair, Level3Depth depth) {
    this(pair, depth, OrderSides.empty());
  }

  private Level3Keeper(Pair pair, Level3Depth depth, OrderSides sides) {
    super(sides.asks(), sides.bids());
    this.pair = pair;
    this.depth = depth;
    this.sides = sides;
  }

  /**
   * Applies a frame.
   *
   * @param change the frame
   * @param nowNanos the loop's clock
   * @return what became of it
   */
  public Outcome apply(Level3Change change, long nowNanos) {
    if (ignores(change.snapshot())) {
      return Outcome.IGNORED;
    }
    epochNanos = change.epochNanos();
    LevelChanges asks = change.asks().amounts();
    LevelChanges bids = change.bids().amounts();
    if (!makeRoom(change.snapshot(), change.checksum(), asks, bids)) {
      return withhold(Outcome.INVALID);
    }
    applySide(change.asks(), sides.asks(), changedAsks);
    applySide(change.bids(), sides.bids(), changedBids);
    return judge(nowNanos);
  }

  private void applySide(OrderChanges orders, OrderSide side, OrderChanges changed) {
    changed.clear();
    for (int i = 0; i < orders.size(); i++) {
      apply(orders, i, side);
      if (!fromSnapshot()) {
        changed.addFrom(orders, i);
      }
    }
    side.cut(depth.levels());
  }

  private void apply(OrderChanges orders, int index, OrderSide side) {
    long quantity = quantityAtScale(orders.amounts(), index);
    int cell = side.find(orders.idHigh(index), orders.idLow(index), orders.foreignId(index));
    boolean known = cell != OrderCells.NONE;
    boolean ends = orders.kind(index) == Level3Event.Kind.DELETE || quantity == 0;
    boolean changes = known && orders.kind(index) == Level3Event.Kind.MODIFY && !ends;
    if (known && !changes) {
      side.remove(cell);
    }
    if (ends) {
      return;
    }
    BigDecimal wide = quantity == Levels.TOO_WIDE ? exactQuantity(orders.amounts(), index) : null;
    long price = priceAtScale(orders.amounts(), index);
    if (changes) {
      side.modify(cell, price, quantity, wide, orders.epochNanos(index));
    } else {
      side.add(
          orders.idHigh(index),
          orders.idLow(index),
          orders.foreignId(index),
          price,
          quantity,
          wide,
          orders.epochNanos(index));
    }
  }

  @Override
  public Pair pair() {
    return pair;
  }

  @Override
  public Level3Depth depth() {
    return depth;
  }

  private OrderSides shown() {
    return live() ? sides : NOTHING;
  }

  @Override
  public Level3Levels asks() {
    return shown().asks();
  }

  @Override
  public Level3Levels bids() {
    return shown().bids();
  }

  @Override
  public List<Level3Event> askEvents() {
    return fromSnapshot() ? Level3Events.of(shown().asks()) : changed(changedAsks);
  }

  @Override
  public List<Level3Event> bidEvents() {
    return fromSnapshot() ? Level3Events.of(shown().bids()) : changed(changedBids);
  }

  private List<Level3Event> changed(OrderChanges changed) {
    return live() ? Level3Events.of(changed) : List.of();
  }

  @Override
  public Optional<QueuePosition> queuePosition(String orderId) {
    return shown().position(orderId);
  }

  @Override
  public long epochNanos() {
    return epochNanos;
  }

  @Override
  public @Nullable Instant timestamp() {
    return EpochNanos.instant(epochNanos);
  }

  @Override
  public Level3Book copy() {
    return new Level3Copy(
        pair,
        depth,
        state(),
        live() ? sides.freeze() : NOTHING,
        fromSnapshot() ? List.of() : changed(changedAsks),
        fromSnapshot() ? List.of() : changed(changedBids),
        fromSnapshot(),
        priceScale(),
        quantityScale(),
        verification(),
        verifiedAtNanos(),
        checksum(),
        epochNanos);
  }

  @Override
  public String toString() {
    return pair + " level 3 book of " + depth.levels() + ", " + state();
  }
}
