package io.krakenspot.v2.internal;

import io.krakenspot.market.Candle;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.PackedOrderId;
import io.krakenspot.port.ServerTiming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Everything a codec reported, as values to compare. */
final class Heard implements Inbound {
  record Pong(long requestId, ServerTiming timing) {}

  record Failed(long requestId, String text) {}

  record Traded(Trade trade, boolean snapshot) {}

  record Candled(Candle candle, boolean snapshot) {}

  record Unknown(String kind) {}

  record UnknownFields(int count) {}

  record Booked(
      String pair,
      boolean snapshot,
      long checksum,
      long epochMicros,
      List<String> bids,
      List<String> asks) {}

  record Ordered(
      String pair,
      boolean snapshot,
      long checksum,
      long epochNanos,
      List<String> bids,
      List<String> asks) {}

  static final String HEARTBEAT = "heartbeat";

  final List<Object> facts = new ArrayList<>();

  static List<Object> in(String frame) {
    return in(new V2Codec(), frame);
  }

  static List<Object> in(V2Codec codec, String frame) {
    Heard heard = new Heard();
    codec.decode(Frame.of(frame), heard);
    return heard.facts;
  }

  @Override
  public void status(SystemStatus status) {
    facts.add(status);
  }

  @Override
  public void heartbeat() {
    facts.add(HEARTBEAT);
  }

  @Override
  public void pong(long requestId, ServerTiming timing) {
    facts.add(new Pong(requestId, timing));
  }

  @Override
  public void acknowledged(Acknowledgement acknowledgement) {
    facts.add(acknowledgement);
  }

  @Override
  public void error(long requestId, String text) {
    facts.add(new Failed(requestId, text));
  }

  @Override
  public void ticker(Ticker ticker) {
    facts.add(ticker);
  }

  @Override
  public void spread(Spread spread) {
    facts.add(spread);
  }

  @Override
  public void trade(Trade trade, boolean snapshot) {
    facts.add(new Traded(trade, snapshot));
  }

  @Override
  public void candle(Candle candle, boolean snapshot) {
    facts.add(new Candled(candle, snapshot));
  }

  @Override
  public void instruments(Instruments instruments) {
    facts.add(instruments);
  }

  @Override
  public void book(BookChange change) {
    facts.add(
        new Booked(
            change.pair().toString(),
            change.snapshot(),
            change.checksum(),
            change.epochMicros(),
            levels(change.bids()),
            levels(change.asks())));
  }

  @Override
  public void level3(Level3Change change) {
    facts.add(
        new Ordered(
            change.pair().toString(),
            change.snapshot(),
            change.checksum(),
            change.epochNanos(),
            orders(change.bids()),
            orders(change.asks())));
  }

  @Override
  public void account(AccountFrame frame) {
    facts.add(frame);
  }

  @Override
  public void balances(BalanceFrame frame) {
    facts.add(frame);
  }

  @Override
  public void answered(CommandAnswer answer) {
    facts.add(answer);
  }

  @Override
  public void unrecognised(String kind, Frame frame) {
    facts.add(new Unknown(kind));
  }

  @Override
  public void unknownFields(int count) {
    facts.add(new UnknownFields(count));
  }

  /** Each order as {@code ADD id price x quantity @ nanoseconds}. */
  private static List<String> orders(OrderChanges changes) {
    List<String> amounts = levels(changes.amounts());
    List<String> orders = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      String id =
          Objects.requireNonNullElse(
              changes.foreignId(index),
              PackedOrderId.text(changes.idHigh(index), changes.idLow(index)));
      long time = changes.epochNanos(index);
      orders.add(
          String.join(" ", changes.kind(index).name(), id, amounts.get(index))
              + (time == Level3Change.NO_TIME ? "" : " @ " + time));
    }
    return orders;
  }

  /** Each level as {@code price x quantity}, with the digits of the wire. */
  private static List<String> levels(LevelChanges changes) {
    List<String> levels = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      BigDecimal price = BigDecimal.valueOf(changes.price(index), changes.priceScale(index));
      BigDecimal quantity =
          Objects.requireNonNullElse(
              changes.wideQuantity(index),
              BigDecimal.valueOf(changes.quantity(index), changes.quantityScale(index)));
      levels.add(price.toPlainString() + " x " + quantity.toPlainString());
    }
    return levels;
  }
}
