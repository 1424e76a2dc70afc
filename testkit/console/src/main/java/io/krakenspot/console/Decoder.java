package io.krakenspot.console;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.Replay;
import io.krakenspot.client.ReplayListener;
import io.krakenspot.console.internal.event.JsonEvents;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Book;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.Verification;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Protocol;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Replays frames into JSON lines, counts, and complains on standard error. */
final class Decoder implements ReplayListener {
  private final Replay replay;
  private final JsonEvents format = new JsonEvents();
  private final Consumer<String> out;
  private final PrintWriter err;
  private long line;
  private long frames;
  private long events;
  private long verified;
  private long mismatched;
  private long unverified;
  private long ignored;
  private long malformed;
  private long unrecognised;

  Decoder(Protocol protocol, @Nullable Depth depth, Consumer<String> out, PrintWriter err) {
    this.replay = new Replay(protocol, this, depth);
    this.out = out;
    this.err = err;
  }

  void frame(FrameSource.Numbered frame) {
    line = frame.line();
    frames++;
    try {
      replay.frame(Frame.of(frame.text()));
    } catch (MalformedFrameException e) {
      malformed++;
      complain("malformed: " + e.getMessage());
    }
  }

  /** Whether every frame was understood and no checksum failed. */
  boolean clean() {
    return malformed == 0 && mismatched == 0;
  }

  /** For example {@code frames 2, events 2, verified 1, mismatch 0, ...}. */
  String totals() {
    return "frames "
        + frames
        + ", events "
        + events
        + ", verified "
        + verified
        + ", mismatch "
        + mismatched
        + ", none "
        + unverified
        + ", ignored "
        + ignored
        + ", malformed "
        + malformed
        + ", unrecognised "
        + unrecognised;
  }

  private void complain(String what) {
    err.println("line " + line + ": " + what);
  }

  private void print(String event) {
    events++;
    out.accept(event);
  }

  @Override
  public void onBook(Book book) {
    checked(book.verification(), book.checksum(), book.pair());
    print(format.book(book));
  }

  @Override
  public void onBookIgnored(Book book) {
    ignored++;
    print(format.ignoredBook(book));
  }

  @Override
  public void onLevel3(Level3Book book) {
    checked(book.verification(), book.checksum(), book.pair());
    print(format.level3(book));
  }

  @Override
  public void onLevel3Ignored(Level3Book book) {
    ignored++;
    print(format.ignoredLevel3(book));
  }

  private void checked(Verification verification, long checksum, Pair pair) {
    switch (verification) {
      case VERIFIED -> verified++;
      case NONE -> unverified++;
      case MISMATCH -> {
        mismatched++;
        complain("mismatch: checksum " + checksum + " does not hold for " + pair);
      }
    }
  }

  @Override
  public void onTicker(Ticker ticker) {
    print(format.ticker(ticker));
  }

  @Override
  public void onSpread(Spread spread) {
    print(format.spread(spread));
  }

  @Override
  public void onTrade(Trade trade, boolean snapshot) {
    print(format.trade(trade, snapshot));
  }

  @Override
  public void onCandle(Candle candle, boolean snapshot) {
    print(format.candle(candle, snapshot));
  }

  @Override
  public void onInstruments(Instruments instruments) {
    format.instruments(instruments).forEach(this::print);
  }

  @Override
  public void onOrder(OrderUpdate update) {
    print(format.order(update));
  }

  @Override
  public void onOrderIgnored(String orderId) {
    ignored++;
    print(format.ignoredOrder(orderId));
  }

  @Override
  public void onFill(Fill fill, boolean snapshot) {
    print(format.fill(fill, snapshot));
  }

  @Override
  public void onBalance(BalanceEvent event) {
    format.balances(event).forEach(this::print);
  }

  @Override
  public void onAnswer(CommandAnswer answer) {
    print(format.answer(answer));
  }

  @Override
  public void onStatus(SystemStatus status) {
    print(format.status(status));
  }

  @Override
  public void onHeartbeat() {
    print(format.heartbeat());
  }

  @Override
  public void onPong() {
    print(format.pong());
  }

  @Override
  public void onAcknowledgement(Acknowledgement acknowledgement) {
    print(format.acknowledgement(acknowledgement));
  }

  @Override
  public void onError(String text) {
    print(format.error(text));
  }

  @Override
  public void onUnrecognised(String kind, String text) {
    unrecognised++;
    print(format.unrecognised(kind, text));
  }
}
