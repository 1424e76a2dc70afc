package io.krakenspot.v1.internal;

import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
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
import io.krakenspot.port.ServerTiming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps what a codec reports, in order. */
final class Recorder implements Inbound {
  record Heartbeat() {}

  record Pong(long requestId, ServerTiming timing) {}

  record Error(long requestId, String text) {}

  record Traded(Trade trade, boolean snapshot) {}

  record CandleSeen(Candle candle, boolean snapshot) {}

  record Unrecognised(String kind) {}

  record UnknownFields(int count) {}

  record BookFrame(
      String pair,
      Depth depth,
      boolean snapshot,
      long checksum,
      long epochMicros,
      List<String> asks,
      List<String> bids) {}

  final List<Object> facts = new ArrayList<>();

  /** The facts of one frame. */
  static List<Object> decode(V1Codec codec, String frame) {
    Recorder recorder = new Recorder();
    codec.decode(Frame.of(frame), recorder);
    return recorder.facts;
  }

  /** The one fact of a frame, decoded by a new codec. */
  static Object only(String frame) {
    List<Object> facts = decode(new V1Codec(), frame);
    if (facts.size() != 1) {
      throw new AssertionError("not one fact: " + facts);
    }
    return facts.get(0);
  }

  @Override
  public void status(SystemStatus status) {
    facts.add(status);
  }

  @Override
  public void heartbeat() {
    facts.add(new Heartbeat());
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
    facts.add(new Error(requestId, text));
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
    facts.add(new CandleSeen(candle, snapshot));
  }

  @Override
  public void instruments(Instruments instruments) {
    facts.add(instruments);
  }

  @Override
  public void book(BookChange change) {
    facts.add(
        new BookFrame(
            change.pair().toString(),
            change.depth(),
            change.snapshot(),
            change.checksum(),
            change.epochMicros(),
            levels(change.asks()),
            levels(change.bids())));
  }

  @Override
  public void level3(Level3Change change) {
    facts.add(change);
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
    facts.add(new Unrecognised(kind));
  }

  @Override
  public void unknownFields(int count) {
    facts.add(new UnknownFields(count));
  }

  private static List<String> levels(LevelChanges side) {
    return IntStream.range(0, side.size()).mapToObj(index -> level(side, index)).toList();
  }

  private static String level(LevelChanges side, int index) {
    BigDecimal price = BigDecimal.valueOf(side.price(index), side.priceScale(index));
    BigDecimal wide = side.wideQuantity(index);
    BigDecimal quantity =
        wide != null ? wide : BigDecimal.valueOf(side.quantity(index), side.quantityScale(index));
    return price.toPlainString() + " x " + quantity.toPlainString();
  }
}
