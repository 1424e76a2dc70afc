package io.krakenspot.testkit.chaos;

import io.krakenspot.client.Trading;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.MarketBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Places, amends and cancels by chance. Each order is amended once at most, to a price of its own,
 * and cancelled once at most, so that the ledger tells of each command whether it took effect. For
 * one thread.
 */
final class ChaosTrader {
  private static final int MOST_OPEN = 30;
  private static final int PERCENT = 100;

  private final Exchange exchange;
  private final Trading trading;
  private final List<Pair> pairs;
  private final String prefix;
  private final Random random;
  private final List<Own> open = new ArrayList<>();
  private final List<GivenCommand> given = new ArrayList<>();
  private final Map<String, Integer> fates = new TreeMap<>();
  private int names;
  private int commands;

  /** An order of one's own. */
  private static final class Own {
    final String id;
    final Pair pair;
    final Side side;
    final GivenCommand placed;
    boolean amended;

    Own(String id, Pair pair, Side side, GivenCommand placed) {
      this.id = id;
      this.pair = pair;
      this.side = side;
      this.placed = placed;
    }
  }

  ChaosTrader(Exchange exchange, Trading trading, List<Pair> pairs, String prefix, Random random) {
    this.exchange = exchange;
    this.trading = trading;
    this.pairs = pairs;
    this.prefix = prefix;
    this.random = random;
  }

  /** Gives one command. */
  void trade() {
    int choice = random.nextInt(10);
    if (open.isEmpty() || (choice < 5 && open.size() < MOST_OPEN)) {
      rest();
    } else if (choice < 6) {
      take();
    } else if (choice < 8) {
      amend();
    } else {
      cancel(open.remove(random.nextInt(open.size())));
    }
  }

  /** Buys a little at once, which every feed of the account tells. */
  void take() {
    Pair pair = any();
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    NewOrder.Builder order =
        NewOrder.of(pair, side, OrderType.MARKET).quantity(quantity(pair)).clientOrderId(name());
    place(order.build());
  }

  private void rest() {
    Pair pair = any();
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    String id = name();
    NewOrder order =
        NewOrder.of(pair, side, OrderType.LIMIT)
            .quantity(quantity(pair))
            .limit(price(pair, side, random.nextInt(3)))
            .clientOrderId(id)
            .build();
    open.add(new Own(id, pair, side, place(order)));
  }

  private Pair any() {
    return pairs.get(random.nextInt(pairs.size()));
  }

  private String name() {
    return prefix + ++names;
  }

  /** About 20 of USD or so. */
  private BigDecimal quantity(Pair pair) {
    BigDecimal price = best(pair, Side.SELL);
    BigDecimal worth = BigDecimal.valueOf(20 + random.nextInt(80));
    return worth.divide(price, 5, RoundingMode.UP);
  }

  private BigDecimal best(Pair pair, Side side) {
    MarketBook book = exchange.book(pair, 1);
    List<BookLevel> levels = side == Side.BUY ? book.bids() : book.asks();
    return levels.get(0).price();
  }

  /** So many percent away from the best of its side. */
  private OrderPrice price(Pair pair, Side side, int percent) {
    BigDecimal best = best(pair, side);
    int factor = side == Side.BUY ? PERCENT - percent : PERCENT + percent;
    return OrderPrice.of(
        best.multiply(BigDecimal.valueOf(factor, 2)).setScale(best.scale(), RoundingMode.HALF_UP));
  }

  private GivenCommand place(NewOrder order) {
    String id = String.valueOf(order.clientOrderId());
    return give(
        new GivenCommand(
            "place " + id, trading.place(order), ledger -> ledger.order(id).isPresent()));
  }

  /** Far away, where no other order of this trader stands. */
  private void amend() {
    Optional<Own> candidate =
        open.stream().filter(own -> !own.amended && own.placed.accepted()).findAny();
    if (candidate.isEmpty()) {
      take();
      return;
    }
    Own own = candidate.get();
    own.amended = true;
    OrderPrice price = price(own.pair, own.side, 4 + random.nextInt(5));
    Predicate<AuditedOrder> hasIt =
        order -> order.limitPrice() != null && price.value().compareTo(order.limitPrice()) == 0;
    GivenCommand unused =
        give(
            new GivenCommand(
                "amend " + own.id,
                trading.amend(AmendOrder.of(OrderKey.clientId(own.id)).limit(price).build()),
                ledger -> ledger.order(own.id).filter(hasIt).isPresent()));
  }

  private void cancel(Own own) {
    if (own.placed.failed()) {
      return;
    }
    GivenCommand unused =
        give(
            new GivenCommand(
                "cancel " + own.id,
                trading.cancel(OrderKey.clientId(own.id)),
                ledger -> ledger.order(own.id).filter(ChaosTrader::cancelled).isPresent()));
  }

  private static boolean cancelled(AuditedOrder order) {
    return order.status().equals("canceled") && "User requested".equals(order.reason());
  }

  private GivenCommand give(GivenCommand command) {
    commands++;
    given.add(command);
    return command;
  }

  /** Whether every command has its fate. */
  boolean settled() {
    return given.stream().allMatch(GivenCommand::ended);
  }

  /** What is wrong with the fates of the commands that were given since {@link #forget}. */
  Stream<String> wrong(AccountAudit ledger) {
    return given.stream().flatMap(command -> command.wrong(ledger).stream());
  }

  /** Counts the fates, and begins anew; returns what the user was told. */
  List<String> forget() {
    List<String> told = given.stream().map(GivenCommand::told).toList();
    given.stream()
        .filter(GivenCommand::ended)
        .forEach(command -> fates.merge(command.ending(), 1, Integer::sum));
    given.clear();
    open.removeIf(own -> own.placed.failed());
    return told;
  }

  int commands() {
    return commands;
  }

  Map<String, Integer> fates() {
    return fates;
  }
}
