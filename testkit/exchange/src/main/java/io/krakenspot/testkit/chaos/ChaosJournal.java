package io.krakenspot.testkit.chaos;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Book;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Trade;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.TokenSource;
import io.krakenspot.testkit.exchange.BookHistory;
import io.krakenspot.testkit.exchange.MarketBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that one client told its user. Written on the client's loop; safe for any thread. */
final class ChaosJournal implements ConnectionListener {
  private static final int MOST_BROKEN = 50;

  private final BookHistory published;
  private final Set<String> secrets = new HashSet<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Set<String> fills = new HashSet<>();
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final Map<Pair, MarketBook> books = new HashMap<>();
  private final Map<Pair, Long> lastTrade = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private long booksShown;
  private long trades;
  private int reconnects;
  private boolean fillsLost;

  ChaosJournal(BookHistory published, String... secrets) {
    this.published = published;
    this.secrets.addAll(List.of(secrets));
  }

  /** Hears data and the notices of its subscription. */
  <E> Listener<E> hear(Consumer<E> data, Consumer<SubscriptionEvent> notices) {
    return new Listener<>() {
      @Override
      public void on(E event) {
        data.accept(event);
      }

      @Override
      public void onSubscription(SubscriptionEvent event) {
        text(event);
        notices.accept(event);
      }
    };
  }

  /** The same tokens, which are known to be secret from then on. */
  TokenSource watched(TokenSource source) {
    return () ->
        source
            .fetch()
            .thenApply(
                token -> {
                  secret(token.text());
                  return token;
                });
  }

  private synchronized void secret(String text) {
    secrets.add(text);
  }

  /** I9: nothing that is told has a secret in it. */
  synchronized void text(Object told) {
    String text = String.valueOf(told);
    if (secrets.stream().anyMatch(text::contains)) {
      breaks("I9: a secret is in what a " + told.getClass().getSimpleName() + " says");
    }
  }

  synchronized void breaks(String what) {
    if (broken.size() < MOST_BROKEN) {
      broken.add(what);
    }
  }

  // --- market data ---

  /** I5: what is shown was published. */
  void book(Book book) {
    MarketBook shown = new MarketBook(book.bids().toList(), book.asks().toList());
    boolean known = published.find(book.pair(), shown).isPresent();
    synchronized (this) {
      booksShown++;
      books.put(book.pair(), shown);
      if (!known) {
        breaks("I5: a book of " + book.pair() + " was shown that was never published");
      }
    }
  }

  /** I6: numbers rise by one, or a gap was told. */
  synchronized void trade(Trade trade) {
    trades++;
    Long id = trade.id();
    if (id == null) {
      return;
    }
    Long last = lastTrade.put(trade.pair(), id);
    if (last != null && id != last + 1) {
      breaks("I6: trade " + id + " of " + trade.pair() + " after " + last + " without a gap");
    }
  }

  synchronized void tradeNotice(SubscriptionEvent event) {
    Pair pair = event.pair();
    if (loss(event) && pair != null) {
      lastTrade.remove(pair);
    }
  }

  private static boolean loss(SubscriptionEvent event) {
    return event.kind() == SubscriptionEvent.Kind.GAP
        || event.kind() == SubscriptionEvent.Kind.RESTORED_WITH_LOSS;
  }

  // --- account ---

  synchronized void order(OrderUpdate update) {
    orders.put(update.order().id(), update.order());
    text(update);
  }

  /** I4: each fill once. */
  synchronized void fill(Fill fill) {
    if (!fills.add(fill.id())) {
      breaks("I4: fill " + fill.id() + " was told twice");
    }
    text(fill);
  }

  synchronized void balance(BalanceEvent event) {
    if (event instanceof BalanceEvent.Snapshot all) {
      balances.clear();
      all.balances().forEach(balance -> balances.put(balance.asset(), balance.total()));
    } else if (event instanceof BalanceEvent.Change change) {
      balances.put(change.entry().asset(), change.entry().total());
    }
    text(event);
  }

  synchronized void fillNotice(SubscriptionEvent event) {
    fillsLost |= event.kind() == SubscriptionEvent.Kind.RESTORED_WITH_LOSS;
  }

  // --- connection ---

  @Override
  public void onConnection(ConnectionEvent event) {
    text(event);
    if (event.state() == ConnectionState.READY) {
      synchronized (this) {
        reconnects++;
      }
    }
  }

  @Override
  public void onStatus(SystemStatus status) {
    text(status);
  }

  @Override
  public void onMalformed(MalformedFrameException failure) {
    text(failure);
  }

  @Override
  public void onUnrecognised(String kind, String words) {
    text(words);
  }

  @Override
  public void onError(String words) {
    text(words);
  }

  @Override
  public void onWarning(String words) {
    text(words);
  }

  @Override
  public void onListenerFailure(Throwable failure) {
    breaks("a listener failed: " + failure);
  }

  // --- what was told ---

  synchronized Map<String, Order> orders() {
    return new HashMap<>(orders);
  }

  synchronized Set<String> fills() {
    return new HashSet<>(fills);
  }

  /** The newest total of each asset. */
  synchronized Map<String, BigDecimal> balances() {
    return new HashMap<>(balances);
  }

  /** Whether it was told that fills are missing. */
  synchronized boolean fillsLost() {
    return fillsLost;
  }

  /** The newest that was shown of each pair. */
  synchronized Map<Pair, MarketBook> books() {
    return new HashMap<>(books);
  }

  synchronized List<String> broken() {
    return List.copyOf(broken);
  }

  synchronized long booksShown() {
    return booksShown;
  }

  synchronized long trades() {
    return trades;
  }

  synchronized int ready() {
    return reconnects;
  }
}
