package io.krakenspot.internal.session;

import io.krakenspot.client.ConnectionListener;
import io.krakenspot.internal.book.BookKeeper;
import io.krakenspot.internal.book.Keeper;
import io.krakenspot.internal.book.Level3Keeper;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
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
import io.krakenspot.port.Loop;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.port.Topic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings each fact of a frame to the streams it belongs to. Lives on the loop. */
final class Facts implements Inbound {
  private static final Topic BALANCES = new Topic.BalanceTopic();

  private final Loop loop;
  private final Streams streams;
  private final Subscriber subscriber;
  private final Pings pings;
  private final Tally tally;
  private final Desk desk;
  private final Consumer<SystemStatus.State> engine;
  private final Consumer<Consumer<ConnectionListener>> connectionListeners;
  private final Set<Stream> returning = new LinkedHashSet<>();

  Facts(
      Loop loop,
      Streams streams,
      Subscriber subscriber,
      Pings pings,
      Tally tally,
      Desk desk,
      Consumer<SystemStatus.State> engine,
      Consumer<Consumer<ConnectionListener>> connectionListeners) {
    this.loop = loop;
    this.streams = streams;
    this.subscriber = subscriber;
    this.pings = pings;
    this.tally = tally;
    this.desk = desk;
    this.engine = engine;
    this.connectionListeners = connectionListeners;
  }

  /** All facts of a frame are told: so are the interruptions that they end. */
  void frameRead() {
    if (!returning.isEmpty()) {
      returning.forEach(Stream::returned);
      returning.clear();
    }
  }

  private void told(Stream stream) {
    if (stream.returning()) {
      returning.add(stream);
    }
  }

  @Override
  public void book(BookChange change) {
    Stream stream = streams.book(change.pair(), change.depth());
    if (stream != null
        && stream.book() instanceof BookKeeper book
        && !subscriber.heldBack(stream)) {
      applied(stream, book, book.apply(change, loop.nanoTime()));
    }
  }

  @Override
  public void level3(Level3Change change) {
    Stream stream = streams.level3(change.pair());
    if (stream != null
        && stream.book() instanceof Level3Keeper book
        && !subscriber.heldBack(stream)) {
      applied(stream, book, book.apply(change, loop.nanoTime()));
    }
  }

  private void applied(Stream stream, Keeper book, Keeper.Outcome outcome) {
    switch (outcome) {
      case APPLIED -> {
        tally.checksum(book.verification());
        stream.cancelTimer();
        stream.deliverBook(book);
        told(stream);
      }
      case MISMATCH -> {
        tally.checksum(book.verification());
        subscriber.resync(stream, mismatch(book));
      }
      case INVALID -> subscriber.resync(stream, "the book was crossed or beyond all bounds");
      case IGNORED -> {}
    }
  }

  private static String mismatch(Keeper book) {
    return "checksum "
        + book.checksum()
        + " was sent, the book held gives "
        + book.computedChecksum();
  }

  @Override
  public void ticker(Ticker ticker) {
    deliver(ticker.pair(), Topic.TickerTopic.class, ticker);
  }

  @Override
  public void spread(Spread spread) {
    deliver(spread.pair(), Topic.SpreadTopic.class, spread);
  }

  @Override
  public void trade(Trade trade, boolean snapshot) {
    deliver(trade.pair(), Topic.TradeTopic.class, trade);
  }

  @Override
  public void candle(Candle candle, boolean snapshot) {
    List<Stream> of = streams.of(candle.pair());
    for (int i = 0; i < of.size(); i++) {
      if (of.get(i).topic() instanceof Topic.CandleTopic topic
          && topic.interval() == candle.interval()) {
        bring(of.get(i), Topic.CandleTopic.class, candle);
      }
    }
  }

  @Override
  public void instruments(Instruments instruments) {
    deliver(null, Topic.InstrumentTopic.class, instruments);
  }

  private void deliver(@Nullable Pair pair, Class<? extends Topic> carrying, Object event) {
    List<Stream> of = streams.of(pair);
    for (int i = 0; i < of.size(); i++) {
      bring(of.get(i), carrying, event);
    }
  }

  private void bring(Stream stream, Class<? extends Topic> carrying, Object event) {
    stream.deliver(carrying, event);
    told(stream);
  }

  @Override
  public void status(SystemStatus status) {
    engine.accept(status.state());
    connectionListeners.accept(listener -> listener.onStatus(status));
  }

  @Override
  public void heartbeat() {}

  @Override
  public void pong(long requestId, @Nullable ServerTiming timing) {
    pings.pong(requestId);
  }

  @Override
  public void acknowledged(Acknowledgement acknowledgement) {
    subscriber.answered(acknowledgement);
    desk.acknowledged(acknowledgement);
  }

  @Override
  public void error(long requestId, String text) {
    if (!subscriber.failed(requestId, text) && !desk.failed(requestId, text)) {
      connectionListeners.accept(listener -> listener.onError(text));
    }
  }

  @Override
  public void account(AccountFrame frame) {
    heard(frame.carrier());
    desk.account(frame);
  }

  @Override
  public void balances(BalanceFrame frame) {
    heard(BALANCES);
    desk.balances(frame);
  }

  private void heard(Topic carrier) {
    Stream stream = streams.find(carrier, null);
    if (stream != null) {
      stream.hear();
    }
  }

  @Override
  public void answered(CommandAnswer answer) {
    desk.answered(answer);
  }

  @Override
  public void unrecognised(String kind, Frame frame) {
    tally.unrecognised();
    String text = subscriber.withoutToken(frame.text());
    connectionListeners.accept(listener -> listener.onUnrecognised(kind, text));
  }

  @Override
  public void unknownFields(int count) {
    tally.unknownFields(count);
  }
}
