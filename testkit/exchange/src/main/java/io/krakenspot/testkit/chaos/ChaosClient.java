package io.krakenspot.testkit.chaos;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.TradingRate;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.MarketBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client under load, and how what it told is compared with the ledger. For one thread. */
final class ChaosClient {
  private final String name;
  private final Exchange exchange;
  private final String key;
  private final List<Pair> pairs;
  private final ChaosJournal journal;
  private final KrakenClient client;
  private final ChaosTrader trader;
  private @Nullable CompletableFuture<List<Order>> openOrders;

  ChaosClient(Exchange exchange, List<Pair> pairs, ChaosAccount account, Random random) {
    this.name = account.name();
    this.exchange = exchange;
    this.key = account.key();
    this.pairs = pairs;
    this.journal = new ChaosJournal(exchange.history(), account.secret());
    this.client =
        account
            .builder()
            .tokenSource(journal.watched(account.tokens()))
            .tradingRate(new TradingRate(TradingRate.Policy.WARN, TradingRate.Tier.PRO, 0))
            .build();
    this.trader = new ChaosTrader(exchange, client.trading(), pairs, "chaos-" + name + "-", random);
  }

  /** Subscribes and connects. */
  void open() {
    client.onConnection(journal);
    var marketData = client.marketData();
    var unused1 =
        marketData.books(Depth.D10, pairs, journal.<Book>hear(journal::book, event -> {}));
    var unused2 =
        marketData.trades(pairs, journal.<Trade>hear(journal::trade, journal::tradeNotice));
    var unused3 = marketData.tickers(pairs, journal.<Ticker>hear(journal::text, event -> {}));
    var unused4 = client.account().orders(journal.<OrderUpdate>hear(journal::order, event -> {}));
    var unused5 = client.account().fills(journal.<Fill>hear(journal::fill, journal::fillNotice));
    if (toldBalances()) {
      var unused6 =
          client.account().balances(journal.<BalanceEvent>hear(journal::balance, event -> {}));
    }
    var unused7 = client.account().connect();
  }

  private boolean toldBalances() {
    return client.support(Feature.BALANCES).available();
  }

  ChaosTrader trader() {
    return trader;
  }

  ChaosJournal journal() {
    return journal;
  }

  /** What differs between what was told and what is true; all of it may still be on its way. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    AccountAudit ledger = exchange.audit(key);
    orders(ledger, differences);
    openOrders(ledger, differences);
    fills(ledger, differences);
    if (toldBalances()) {
      balances(ledger.balances(), journal.balances(), differences);
    }
    books(differences);
    ledger
        .addRequests()
        .forEach(
            (id, requests) -> {
              if (requests > 1) {
                differences.add("I3: " + id + " was placed " + requests + " times");
              }
            });
    trader.wrong(ledger).forEach(differences::add);
    return differences.stream().map(difference -> name + ": " + difference).toList();
  }

  /** I1: every order was told, as it is. */
  private void orders(AccountAudit ledger, List<String> differences) {
    Map<String, Order> told = journal.orders();
    for (AuditedOrder truth : ledger.orders()) {
      Order order = told.get(truth.id());
      if (order == null && !leftNoTrace(truth)) {
        differences.add("I1: never told of " + truth);
      } else if (order != null && !same(order, truth)) {
        differences.add("I1: " + truth + " was told as " + order);
      }
    }
    Set<String> real = ledger.orders().stream().map(AuditedOrder::id).collect(Collectors.toSet());
    told.keySet().stream()
        .filter(id -> !real.contains(id))
        .forEach(id -> differences.add("I2: order " + id + " was told and never was"));
  }

  /**
   * Whether it was placed by another session and ended without a fill. If that happened while there
   * was no link, no snapshot tells of it, and no look-up, which needs its name.
   */
  private static boolean leftNoTrace(AuditedOrder order) {
    return order.clientId() == null && order.isFinal() && order.filled().signum() == 0;
  }

  private static boolean same(Order told, AuditedOrder truth) {
    String status = told.status().name().toLowerCase(Locale.ROOT);
    boolean sameStatus = status.equals(truth.status().replace("pending_new", "pending"));
    boolean sameFilled =
        told.executedQuantity() == null || told.executedQuantity().compareTo(truth.filled()) == 0;
    boolean sameLimit =
        truth.isFinal()
            || truth.limitPrice() == null
            || told.limitPrice() == null
            || told.limitPrice().value().compareTo(truth.limitPrice()) == 0;
    return sameStatus && sameFilled && sameLimit;
  }

  /** Asks what is open, to be compared the next time. */
  void ask() {
    openOrders = client.account().openOrders().toCompletableFuture();
  }

  /** I2: what is open at the client is open at the exchange, and the other way round. */
  private void openOrders(AccountAudit ledger, List<String> differences) {
    CompletableFuture<List<Order>> asked = openOrders;
    if (asked == null || !asked.isDone()) {
      differences.add("I2: the open orders were not told");
      return;
    }
    Set<String> told = asked.join().stream().map(Order::id).collect(Collectors.toSet());
    Set<String> truth =
        ledger.orders().stream()
            .filter(order -> !order.isFinal())
            .map(AuditedOrder::id)
            .collect(Collectors.toSet());
    if (!told.equals(truth)) {
      differences.add("I2: open are " + truth + ", told as " + told);
    }
  }

  /** I4: every fill was told; that none is told twice, the journal sees itself. */
  private void fills(AccountAudit ledger, List<String> differences) {
    Set<String> missing =
        ledger.fills().stream()
            .map(AuditedFill::execId)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> told = journal.fills();
    for (String id : told) {
      if (!missing.remove(id)) {
        differences.add("I4: fill " + id + " was told and never was");
      }
    }
    if (!missing.isEmpty() && !journal.fillsLost()) {
      differences.add("I4: never told of fills " + missing);
    }
  }

  /** I11: what is owned; an asset that is not told is one of which nothing is owned. */
  static void balances(
      Map<String, BigDecimal> ledger, Map<String, BigDecimal> told, List<String> differences) {
    Set<String> assets = new TreeSet<>(ledger.keySet());
    assets.addAll(told.keySet());
    for (String asset : assets) {
      BigDecimal truth = ledger.getOrDefault(asset, BigDecimal.ZERO);
      BigDecimal heard = told.getOrDefault(asset, BigDecimal.ZERO);
      if (truth.compareTo(heard) != 0) {
        differences.add("I11: " + truth + " of " + asset + " was told as " + heard);
      }
    }
  }

  /** I5 at rest: the newest book that was shown is the newest that there is. */
  private void books(List<String> differences) {
    Map<Pair, MarketBook> shown = journal.books();
    for (Pair pair : pairs) {
      MarketBook truth = exchange.book(pair);
      if (!Objects.equals(shown.get(pair), truth)) {
        differences.add("I5: the book of " + pair + " is old");
      }
    }
  }

  void close() {
    client.close();
  }
}
