package io.krakenspot.internal.book;

import io.krakenspot.market.Level3Event.Kind;
import io.krakenspot.market.Pair;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.PackedOrderId;
import java.util.ArrayList;
import java.util.List;

/** A frame of orders written by hand: numbers as the text that a wire would carry. */
final class Level3Frame {
  static final Pair PAIR = Pair.of("BTC/USD");

  /** One order; the time is in nanoseconds since the epoch. */
  record Row(Kind kind, String id, String price, String quantity, long time) {}

  final boolean snapshot;
  final List<Row> asks = new ArrayList<>();
  final List<Row> bids = new ArrayList<>();
  long checksum = BookChange.NO_CHECKSUM;

  private Level3Frame(boolean snapshot) {
    this.snapshot = snapshot;
  }

  static Level3Frame snapshot() {
    return new Level3Frame(true);
  }

  static Level3Frame update() {
    return new Level3Frame(false);
  }

  Level3Frame ask(String id, String price, String quantity, long time) {
    return ask(Kind.ADD, id, price, quantity, time);
  }

  Level3Frame bid(String id, String price, String quantity, long time) {
    return bid(Kind.ADD, id, price, quantity, time);
  }

  Level3Frame ask(Kind kind, String id, String price, String quantity, long time) {
    asks.add(new Row(kind, id, price, quantity, time));
    return this;
  }

  Level3Frame bid(Kind kind, String id, String price, String quantity, long time) {
    bids.add(new Row(kind, id, price, quantity, time));
    return this;
  }

  Level3Frame checksum(long value) {
    checksum = value;
    return this;
  }

  Level3Change change() {
    Level3Change change = new Level3Change();
    change.describe(PAIR, snapshot);
    change.checksum(checksum);
    asks.forEach(row -> add(change.asks(), row));
    bids.forEach(row -> add(change.bids(), row));
    return change;
  }

  private static void add(OrderChanges to, Row row) {
    PackedOrderId id = new PackedOrderId();
    id.read(row.id());
    to.add(row.kind(), id, row.time());
    BookFrame.add(to.amounts(), row.price(), row.quantity());
  }
}
