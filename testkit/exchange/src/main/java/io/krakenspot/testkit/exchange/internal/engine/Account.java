package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client's money and orders. Lives on the exchange's loop. */
public final class Account {
  private final String name;
  private final Map<AssetSpec, BigDecimal> balances = new LinkedHashMap<>();
  private final Map<String, LiveOrder> open = new LinkedHashMap<>();
  private final Map<String, LiveOrder> orders = new LinkedHashMap<>();
  private final Positions positions = new Positions();
  private final List<AccountFill> fills = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final Map<Pair, RateCounter> counters = new HashMap<>();
  private final List<AccountListener> listeners = new CopyOnWriteArrayList<>();
  private Tier tier = Tier.INTERMEDIATE;
  private @Nullable Instant cancelAt;
  private Loop.@Nullable Timer cancelTimer;

  Account(String name) {
    this.name = name;
  }

  /**
   * Who it belongs to.
   *
   * @return what {@link Accounts#open} was given
   */
  public String name() {
    return name;
  }

  /**
   * How much it may ask of the engine.
   *
   * @return {@code INTERMEDIATE} unless it was changed
   */
  public Tier tier() {
    return tier;
  }

  /**
   * Changes how much it may ask of the engine.
   *
   * @param newTier from now on
   */
  public void tier(Tier newTier) {
    tier = newTier;
  }

  /**
   * Everything it owns, orders or not.
   *
   * @return by asset, in the order they were first owned
   */
  public Map<AssetSpec, BigDecimal> balances() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(balances));
  }

  /**
   * What it owns of an asset, orders or not.
   *
   * @param asset which
   * @return zero if it never had any
   */
  public BigDecimal balance(AssetSpec asset) {
    BigDecimal balance = balances.get(asset);
    return balance == null ? Money.none(asset) : balance;
  }

  /**
   * What its open orders hold of an asset.
   *
   * @param asset which
   * @return zero or more
   */
  public BigDecimal reserved(AssetSpec asset) {
    return open.values().stream()
        .map(Reservation::of)
        .filter(reservation -> reservation.asset().equals(asset))
        .map(Reservation::amount)
        .reduce(Money.none(asset), BigDecimal::add);
  }

  /**
   * What a new order may use of an asset.
   *
   * @param asset which
   * @return balance less reservations
   */
  public BigDecimal available(AssetSpec asset) {
    return balance(asset).subtract(reserved(asset));
  }

  /**
   * Its margin positions.
   *
   * @return by pair
   */
  public Map<Pair, Position> positions() {
    return positions.open();
  }

  /** How much of its position an order would close. */
  BigDecimal closable(LiveOrder order) {
    return positions.closable(order.pair.pair(), order.side());
  }

  /** What open orders, another one among them, leave of the collateral; negative is too little. */
  BigDecimal freeMargin(LiveOrder another, @Nullable LiveOrder replaced) {
    AssetSpec quote = another.pair.spec().quote();
    List<LiveOrder> orders = new ArrayList<>(open.values());
    orders.removeIf(order -> order == another || order == replaced);
    orders.add(another);
    return available(quote)
        .subtract(positions.margin(quote))
        .subtract(positions.needed(quote, orders));
  }

  MarginFill filled(LiveOrder order, BigDecimal quantity, BigDecimal cost, String newId) {
    return positions.filled(order, quantity, cost, newId);
  }

  /**
   * The orders that are not done.
   *
   * @return oldest first
   */
  public List<EngineOrder> openOrders() {
    return views(open.values());
  }

  /**
   * Every order it ever had.
   *
   * @return oldest first
   */
  public List<EngineOrder> orders() {
    return views(orders.values());
  }

  private static List<EngineOrder> views(Collection<LiveOrder> orders) {
    return orders.stream().map(LiveOrder::view).toList();
  }

  /**
   * One of its orders, open or not.
   *
   * @param id of the order
   * @return null if it never had it
   */
  public @Nullable EngineOrder order(String id) {
    LiveOrder order = orders.get(id);
    return order == null ? null : order.view();
  }

  /**
   * Every fill it ever had.
   *
   * @return oldest first
   */
  public List<AccountFill> fills() {
    return List.copyOf(fills);
  }

  /**
   * Every change of its balances.
   *
   * @return oldest first
   */
  public List<LedgerEntry> ledger() {
    return List.copyOf(ledger);
  }

  /**
   * Its rate counter of a pair.
   *
   * @param pair which
   * @param now the time
   * @return what has not decayed yet
   */
  public BigDecimal rateCount(Pair pair, Instant now) {
    return counter(pair).count(tier, now);
  }

  /**
   * When the dead man's switch cancels its orders.
   *
   * @return null if it is off
   */
  public @Nullable Instant cancelAt() {
    return cancelAt;
  }

  /**
   * Tells somebody what happens from now on.
   *
   * @param listener who
   */
  public void listen(AccountListener listener) {
    listeners.add(listener);
  }

  /**
   * Stops telling somebody.
   *
   * @param listener who
   */
  public void unlisten(AccountListener listener) {
    listeners.remove(listener);
  }

  RateCounter counter(Pair pair) {
    return counters.computeIfAbsent(pair, unused -> new RateCounter());
  }

  void tell(AccountEvent event) {
    listeners.forEach(listener -> listener.happened(event));
  }

  void opened(LiveOrder order) {
    open.put(order.id, order);
    orders.put(order.id, order);
  }

  void closed(LiveOrder order) {
    open.remove(order.id);
  }

  Collection<LiveOrder> open() {
    return List.copyOf(open.values());
  }

  /** Changes a balance; the fee is taken besides. */
  BigDecimal change(AssetSpec asset, BigDecimal amount, BigDecimal fee) {
    BigDecimal balance = balance(asset).add(amount).subtract(fee);
    balances.put(asset, balance);
    return balance;
  }

  void add(AccountFill fill) {
    fills.add(fill);
  }

  void add(LedgerEntry entry) {
    ledger.add(entry);
  }

  void startSwitch(Instant time, Loop.Timer timer) {
    cancelAt = time;
    cancelTimer = timer;
  }

  void stopSwitch() {
    if (cancelTimer != null) {
      cancelTimer.cancel();
    }
    cancelTimer = null;
    cancelAt = null;
  }

  @Override
  public String toString() {
    return "account " + name;
  }
}
