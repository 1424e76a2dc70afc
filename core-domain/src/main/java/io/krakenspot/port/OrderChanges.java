package io.krakenspot.port;

import io.krakenspot.market.Level3Event;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a frame says of the orders on one side of a book, in its order: events, or the orders of a
 * snapshot as added. Reused from frame to frame; grows and never allocates once grown.
 */
public final class OrderChanges {
  private final LevelChanges amounts = new LevelChanges();
  private Level3Event.Kind[] kinds = new Level3Event.Kind[16];
  private long[] highs = new long[16];
  private long[] lows = new long[16];
  private long[] times = new long[16];
  private @Nullable String[] foreign = new String[0];

  /** Makes an empty list. */
  public OrderChanges() {}

  /**
   * Says what happened to an order; its price and quantity are then added to {@link #amounts()}.
   *
   * @param kind what happened
   * @param id whose
   * @param epochNanos when it was inserted or amended, or {@link Level3Change#NO_TIME}
   */
  public void add(Level3Event.Kind kind, PackedOrderId id, long epochNanos) {
    add(kind, id.high(), id.low(), id.foreign(), epochNanos);
  }

  private void add(
      Level3Event.Kind kind, long high, long low, @Nullable String text, long epochNanos) {
    int index = size();
    if (index == kinds.length) {
      grow();
    }
    kinds[index] = kind;
    highs[index] = high;
    lows[index] = low;
    times[index] = epochNanos;
    if (text != null) {
      foreign = foreign.length > index ? foreign : Arrays.copyOf(foreign, kinds.length);
      foreign[index] = text;
    }
  }

  /**
   * Adds what another list says of an order.
   *
   * @param other the other list
   * @param index where it stands in that, from 0
   */
  public void addFrom(OrderChanges other, int index) {
    add(
        other.kind(index),
        other.idHigh(index),
        other.idLow(index),
        other.foreignId(index),
        other.epochNanos(index));
    amounts.addFrom(other.amounts, index);
  }

  /** Forgets all orders. */
  public void clear() {
    Arrays.fill(foreign, null);
    amounts.clear();
  }

  /**
   * The price and the quantity of each order. A delete whose frame tells no quantity has zero.
   *
   * @return to fill or to read; as many as there are orders
   */
  public LevelChanges amounts() {
    return amounts;
  }

  /**
   * How many orders there are.
   *
   * @return zero or more
   */
  public int size() {
    return amounts.size();
  }

  /**
   * What happened to an order.
   *
   * @param index from 0
   * @return always {@link Level3Event.Kind#ADD} in a snapshot
   */
  public Level3Event.Kind kind(int index) {
    return kinds[index];
  }

  /**
   * The first half of an order's id, see {@link PackedOrderId}.
   *
   * @param index from 0
   * @return the high half
   */
  public long idHigh(int index) {
    return highs[index];
  }

  /**
   * The second half of an order's id.
   *
   * @param index from 0
   * @return the low half
   */
  public long idLow(int index) {
    return lows[index];
  }

  /**
   * An order's id if it is not of Kraken's form.
   *
   * @param index from 0
   * @return null if the two halves say it all
   */
  public @Nullable String foreignId(int index) {
    return index < foreign.length ? foreign[index] : null;
  }

  /**
   * When an order was inserted or amended.
   *
   * @param index from 0
   * @return nanoseconds since the epoch, or {@link Level3Change#NO_TIME}
   */
  public long epochNanos(int index) {
    return times[index];
  }

  private void grow() {
    int capacity = kinds.length * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    highs = Arrays.copyOf(highs, capacity);
    lows = Arrays.copyOf(lows, capacity);
    times = Arrays.copyOf(times, capacity);
  }
}
