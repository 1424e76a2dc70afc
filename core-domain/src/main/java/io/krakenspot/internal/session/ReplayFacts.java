package io.krakenspot.internal.session;

import io.krakenspot.client.ReplayListener;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.internal.book.BookKeeper;
import io.krakenspot.internal.book.Keeper;
import io.krakenspot.internal.book.Level3Keeper;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.port.Topic;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the books and orders of a recording; hands on all else as it comes. */
public final class ReplayFacts implements Inbound {
  private final ReplayListener listener;
  private final @Nullable Depth givenDepth;
  private final Map<Pair, Depth> acceptedDepths = new HashMap<>();
  private final Map<Key, BookKeeper> books = new HashMap<>();
  private final Map<Pair, Level3Depth> acceptedLevel3 = new HashMap<>();
  private final Map<Pair, Level3Keeper> level3 = new HashMap<>();
  private final OrderRecords orders = new OrderRecords();

  /**
   * Facts of a recording's beginning.
   *
   * @param listener hears them
   * @param givenDepth of books that do not tell, or null
   */
  public ReplayFacts(ReplayListener listener, @Nullable Depth givenDepth) {
    this.listener = listener;
    this.givenDepth = givenDepth;
  }

  @Override
  public void book(BookChange change) {
    Key key = new Key(change.pair(), change.depth());
    BookKeeper book = books.get(key);
    if (book == null) {
      book = new BookKeeper(change.pair(), depthOf(change));
      if (change.snapshot()) {
        books.put(key, book);
      }
    }
    if (book.apply(change, 0) == Keeper.Outcome.IGNORED) {
      listener.onBookIgnored(book);
    } else {
      listener.onBook(book);
    }
  }

  /**
   * A frame could not be read: books that it may have been about are withheld until their next
   * snapshot.
   *
   * @param frame the frame
   * @param failure what it told before it broke off
   */
  public void malformed(Frame frame, MalformedFrameException failure) {
    Unreadable unreadable = Unreadable.of(frame, failure);
    for (BookKeeper book : books.values()) {
      if (unreadable.spoils(new Topic.BookTopic(book.depth()), book.pair())) {
        book.withhold(BookState.RESYNCING);
      }
    }
    for (Level3Keeper book : level3.values()) {
      if (unreadable.spoils(new Topic.Level3Topic(book.depth()), book.pair())) {
        book.withhold(BookState.RESYNCING);
      }
    }
  }

  private Depth depthOf(BookChange change) {
    if (change.depth() != null) {
      return change.depth();
    }
    Depth accepted = acceptedDepths.get(change.pair());
    if (accepted != null) {
      return accepted;
    }
    return givenDepth != null
        ? givenDepth
        : Depth.holding(Math.max(change.asks().size(), change.bids().size()));
  }

  @Override
  public void level3(Level3Change change) {
    Level3Keeper book = level3.get(change.pair());
    if (book == null) {
      book = new Level3Keeper(change.pair(), level3DepthOf(change));
      if (change.snapshot()) {
        level3.put(change.pair(), book);
      }
    }
    if (book.apply(change, 0) == Keeper.Outcome.IGNORED) {
      listener.onLevel3Ignored(book);
    } else {
      listener.onLevel3(book);
    }
  }

  private Level3Depth level3DepthOf(Level3Change change) {
    Level3Depth accepted = acceptedLevel3.get(change.pair());
    if (accepted != null) {
      return accepted;
    }
    int levels = Math.max(levelsOf(change.asks()), levelsOf(change.bids()));
    return Level3Depth.holding(givenDepth == null ? levels : givenDepth.levels());
  }

  /** The orders of a snapshot come level by level. */
  private static int levelsOf(OrderChanges orders) {
    LevelChanges amounts = orders.amounts();
    int levels = Math.min(1, amounts.size());
    for (int i = 1; i < amounts.size(); i++) {
      boolean same =
          amounts.price(i) == amounts.price(i - 1)
              && amounts.priceScale(i) == amounts.priceScale(i - 1);
      levels += same ? 0 : 1;
    }
    return levels;
  }

  @Override
  public void acknowledged(Acknowledgement answer) {
    Pair pair = answer.pair();
    if (answer.success() && pair != null) {
      acknowledged(answer.topic(), pair, answer.unsubscribed());
    }
    listener.onAcknowledgement(answer);
  }

  private void acknowledged(@Nullable Topic topic, Pair pair, boolean unsubscribed) {
    if (topic instanceof Topic.BookTopic book) {
      acceptedDepths.put(pair, book.depth());
      if (unsubscribed) {
        books.keySet().removeIf(key -> key.matches(pair, book.depth()));
      }
    } else if (topic instanceof Topic.Level3Topic orders) {
      acceptedLevel3.put(pair, orders.depth());
      if (unsubscribed) {
        level3.remove(pair);
      }
    }
  }

  @Override
  public void status(SystemStatus status) {
    listener.onStatus(status);
  }

  @Override
  public void heartbeat() {
    listener.onHeartbeat();
  }

  @Override
  public void pong(long requestId, @Nullable ServerTiming timing) {
    listener.onPong();
  }

  @Override
  public void error(long requestId, String text) {
    listener.onError(text);
  }

  @Override
  public void ticker(Ticker ticker) {
    listener.onTicker(ticker);
  }

  @Override
  public void spread(Spread spread) {
    listener.onSpread(spread);
  }

  @Override
  public void trade(Trade trade, boolean snapshot) {
    listener.onTrade(trade, snapshot);
  }

  @Override
  public void candle(Candle candle, boolean snapshot) {
    listener.onCandle(candle, snapshot);
  }

  @Override
  public void instruments(Instruments instruments) {
    listener.onInstruments(instruments);
  }

  @Override
  public void account(AccountFrame frame) {
    for (AccountReport report : frame.reports()) {
      OrderReport order = report.order();
      if (order != null) {
        order(order);
      }
      Fill fill = report.fill();
      if (fill != null) {
        listener.onFill(fill, frame.snapshot());
      }
    }
  }

  private void order(OrderReport report) {
    OrderUpdate update = orders.apply(report);
    if (update == null) {
      listener.onOrderIgnored(report.orderId());
    } else {
      listener.onOrder(update);
    }
  }

  @Override
  public void balances(BalanceFrame frame) {
    frame.events().forEach(listener::onBalance);
  }

  @Override
  public void answered(CommandAnswer answer) {
    listener.onAnswer(answer);
  }

  @Override
  public void unrecognised(String kind, Frame frame) {
    listener.onUnrecognised(kind, frame.text());
  }

  @Override
  public void unknownFields(int count) {}

  /** A book; the depth is null where frames do not name it. */
  private record Key(Pair pair, @Nullable Depth depth) {
    boolean matches(Pair otherPair, Depth otherDepth) {
      return pair.equals(otherPair) && (depth == null || depth == otherDepth);
    }
  }
}
