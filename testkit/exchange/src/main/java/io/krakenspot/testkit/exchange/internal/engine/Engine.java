package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.market.AnonymousOrders;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Matches orders by price and time. Each request is one market event, and the events of the
 * accounts follow it; what it sets off (triggers, closing orders) are events of their own. Lives on
 * the exchange's loop.
 */
public final class Engine {
  private static final long LONGEST_SWITCH = 86_400;

  private final Loop loop;
  private final Supplier<Instant> clock;
  private final Accounts accounts = new Accounts();
  private final Map<Pair, PairDesk> desks = new LinkedHashMap<>();
  private final Gate gate;
  private final Lifecycle lifecycle;
  private final Settlement settlement;
  private final Ids ids;
  private final AnonymousMarket anonymous;
  private boolean postOnlyInAnswer = true;

  /**
   * Makes an engine for the pairs of a market.
   *
   * @param loop where timers run
   * @param market is told what happens
   * @param clock the time of events; never goes back
   * @param state what the exchange accepts now
   * @param seed of ids
   */
  public Engine(
      Loop loop,
      Market market,
      Supplier<Instant> clock,
      Supplier<SystemStatus.State> state,
      long seed) {
    this.loop = loop;
    this.clock = clock;
    this.gate = new Gate(state);
    this.ids = new Ids(seed);
    this.settlement = new Settlement(accounts, ids);
    this.lifecycle = new Lifecycle(loop, market, clock, accounts, ids, settlement);
    market.pairs().forEach(pair -> desks.put(pair.pair(), new PairDesk(pair)));
    this.anonymous = new AnonymousMarket(lifecycle, accounts.anonymous(), this::desk, seed + 1);
  }

  private PairDesk desk(MarketPair pair) {
    return desk(pair.pair());
  }

  private PairDesk desk(Pair pair) {
    PairDesk desk = desks.get(pair);
    if (desk == null) {
      throw new IllegalArgumentException(pair + " is not listed here");
    }
    return desk;
  }

  /**
   * Everybody who trades here.
   *
   * @return the accounts
   */
  public Accounts accounts() {
    return accounts;
  }

  /**
   * Where the crowd places its orders.
   *
   * @return matched by the same rules as everybody's
   */
  public AnonymousOrders anonymous() {
    return anonymous;
  }

  /**
   * Gives an account money.
   *
   * @param account whose
   * @param asset which
   * @param amount more than zero
   */
  public void deposit(Account account, AssetSpec asset, BigDecimal amount) {
    LedgerEntry entry = settlement.deposit(account, asset, amount, clock.get());
    account.tell(Settlement.ledgerEvent(entry));
  }

  /**
   * Places an order.
   *
   * @param account whose
   * @param request what
   * @return the order's id, empty if it was only checked; or why it is refused
   */
  public Outcome<String> add(Account account, OrderRequest request) {
    PairDesk desk = desks.get(request.pair());
    if (desk == null) {
      return Outcome.refused(Errors.UNKNOWN_PAIR);
    }
    String error =
        Terms.first(closed(desk, request), gate.charge(account, desk, Gate.add(), clock.get()));
    if (error == null) {
      error = Terms.error(desk, request, clock.get());
    }
    return error == null ? enter(account, desk, request) : Outcome.refused(error);
  }

  private @Nullable String closed(PairDesk desk, OrderRequest request) {
    return gate.closed(desk, request.type(), request.postOnly(), request.reduceOnly());
  }

  /** Places an order whose terms are right, if the account may. */
  private Outcome<String> enter(Account account, PairDesk desk, OrderRequest request) {
    String error =
        Terms.first(positionError(account, request), accountError(account, desk, request));
    if (error != null) {
      return Outcome.refused(error);
    }
    if (request.validateOnly()) {
      return Outcome.of("");
    }
    LiveOrder order = create(account, desk, request);
    error = Terms.first(postOnlyError(desk, order), fundsError(desk, order, null));
    if (error != null) {
      return Outcome.refused(error);
    }
    lifecycle.run(desk, action -> lifecycle.place(action, order));
    return Outcome.of(order.id);
  }

  private LiveOrder create(Account account, PairDesk desk, OrderRequest request) {
    BigDecimal cash = request.cashQuantity();
    BigDecimal quantity =
        cash == null ? request.quantity() : lifecycle.matcher().quantityForCash(desk, cash);
    return lifecycle.create(
        account, desk, request, quantity == null ? BigDecimal.ZERO : quantity, null);
  }

  /** How a position is settled without a trade is not described, so it is not simulated. */
  private static @Nullable String positionError(Account account, OrderRequest request) {
    Position position = account.positions().get(request.pair());
    if (request.type() == OrderType.SETTLE_POSITION) {
      return position == null ? Errors.UNKNOWN_POSITION : Errors.arguments("ordertype");
    }
    boolean reduces =
        request.margin() && position != null && position.closable(request.side()).signum() > 0;
    return request.reduceOnly() && !reduces ? Errors.NO_POSITION : null;
  }

  private static @Nullable String accountError(
      Account account, PairDesk desk, OrderRequest request) {
    Collection<LiveOrder> open = account.open();
    long inPair = open.stream().filter(order -> order.pair == desk.pair).count();
    if (inPair >= account.tier().openOrders()) {
      return Errors.OPEN_ORDERS;
    }
    String clientId = request.clientId();
    boolean taken =
        clientId != null
            && open.stream().anyMatch(order -> clientId.equals(order.request.clientId()));
    return taken ? Errors.arguments("cl_ord_id") : null;
  }

  private @Nullable String postOnlyError(PairDesk desk, LiveOrder order) {
    boolean crosses =
        postOnlyInAnswer
            && order.request.postOnly()
            && order.trigger == null
            && desk.book.crosses(order.side(), order.limit());
    return crosses ? Errors.POST_ONLY : null;
  }

  /** Whether the account can pay, with what a replaced order sets free. */
  private @Nullable String fundsError(
      PairDesk desk, LiveOrder order, @Nullable LiveOrder replaced) {
    if (!lifecycle.hasMargin(desk, order, replaced)) {
      return Errors.MARGIN;
    }
    Reservation needed = Reservation.of(order);
    BigDecimal amount = needed.amount();
    boolean spot = !order.request.margin();
    if (spot && order.type() == OrderType.MARKET && order.side() == Side.BUY) {
      BigDecimal cost = lifecycle.matcher().marketCost(desk, order.side(), order.quantity);
      boolean inBase = order.request.feePreference() == FeePreference.BASE;
      amount = inBase ? cost : Fees.withTaker(cost);
    }
    BigDecimal freed = replaced == null ? BigDecimal.ZERO : Reservation.of(replaced).amount();
    BigDecimal usable = order.account.available(needed.asset()).add(freed);
    return amount.compareTo(usable) > 0 ? Errors.FUNDS : null;
  }

  /**
   * Places orders of one pair: all are refused if one is malformed; otherwise each has its own
   * fate.
   *
   * @param account whose
   * @param requests 2 to 15, of one pair
   * @return an outcome for each, in order; or why none was looked at
   */
  public Outcome<List<Outcome<String>>> addBatch(Account account, List<OrderRequest> requests) {
    Set<Pair> pairs = requests.stream().map(OrderRequest::pair).collect(Collectors.toSet());
    if (requests.size() < 2 || requests.size() > 15 || pairs.size() != 1) {
      return Outcome.refused(Errors.arguments("orders"));
    }
    PairDesk desk = desks.get(requests.get(0).pair());
    if (desk == null) {
      return Outcome.refused(Errors.UNKNOWN_PAIR);
    }
    String error = gate.charge(account, desk, Gate.addBatch(requests.size()), clock.get());
    for (OrderRequest request : requests) {
      error = Terms.first(error, Terms.error(desk, request, clock.get()));
    }
    if (error != null) {
      return Outcome.refused(error);
    }
    List<Outcome<String>> outcomes = new ArrayList<>();
    requests.forEach(request -> outcomes.add(enterOne(account, desk, request)));
    return Outcome.of(List.copyOf(outcomes));
  }

  private Outcome<String> enterOne(Account account, PairDesk desk, OrderRequest request) {
    String error = closed(desk, request);
    return error == null ? enter(account, desk, request) : Outcome.refused(error);
  }

  /**
   * Changes an order in place.
   *
   * @param account whose
   * @param request what
   * @return the amendment; or why it is refused
   */
  public Outcome<Amendment> amend(Account account, AmendRequest request) {
    List<LiveOrder> found = find(account, request.order());
    if (gate.offline()) {
      return Outcome.refused(Errors.UNAVAILABLE);
    }
    if (found.isEmpty()) {
      return Outcome.refused(Errors.UNKNOWN);
    }
    LiveOrder order = found.get(0);
    PairDesk desk = desk(order.pair);
    Instant now = clock.get();
    Amending amending = new Amending(lifecycle, desk, order, request);
    BigDecimal charge = amending.ends() ? Gate.cancel(order, now) : Gate.amend(order, now);
    String error =
        Terms.first(
            gate.closed(desk, OrderType.LIMIT, true, order.request.reduceOnly()),
            gate.charge(account, desk, charge, now));
    error = error == null ? amending.error() : error;
    if (error != null) {
      return Outcome.refused(error);
    }
    lifecycle.run(desk, amending::apply);
    return Outcome.of(new Amendment(ids.execution(), order.id));
  }

  /**
   * Cancels an order and places a new one for what is left.
   *
   * @param account whose
   * @param request what
   * @return both ids; or why it is refused
   */
  public Outcome<Replacement> edit(Account account, EditRequest request) {
    List<LiveOrder> found = find(account, request.order());
    if (gate.offline()) {
      return Outcome.refused(Errors.UNAVAILABLE);
    }
    if (found.isEmpty()) {
      return Outcome.refused(Errors.INVALID);
    }
    LiveOrder old = found.get(0);
    PairDesk desk = desk(old.pair);
    Instant now = clock.get();
    OrderRequest wanted = Editing.replacement(old, request);
    String error =
        Terms.first(closed(desk, wanted), gate.charge(account, desk, Gate.edit(old, now), now));
    if (error == null) {
      error =
          Terms.first(
              Editing.error(old, request),
              Terms.error(desk, wanted, now),
              positionError(account, wanted));
    }
    return error == null ? replace(desk, old, wanted) : Outcome.refused(error);
  }

  private Outcome<Replacement> replace(PairDesk desk, LiveOrder old, OrderRequest wanted) {
    if (wanted.validateOnly()) {
      return Outcome.of(new Replacement("", old.id));
    }
    LiveOrder order = create(old.account, desk, wanted);
    String error = Terms.first(postOnlyError(desk, order), fundsError(desk, order, old));
    if (error != null) {
      return Outcome.refused(error);
    }
    lifecycle.run(
        desk,
        action -> {
          lifecycle.cancel(action, old, Reasons.USER);
          lifecycle.place(action, order);
        });
    return Outcome.of(new Replacement(order.id, old.id));
  }

  /**
   * Cancels what a reference names.
   *
   * @param account whose
   * @param order which; a number may name several
   * @return an outcome for each; one that says so if there is none
   */
  public List<Outcome<EngineOrder>> cancel(Account account, OrderRef order) {
    if (gate.offline()) {
      return List.of(Outcome.refused(Errors.UNAVAILABLE));
    }
    List<LiveOrder> found = find(account, order);
    if (found.isEmpty()) {
      return List.of(Outcome.refused(Errors.UNKNOWN));
    }
    List<Outcome<EngineOrder>> outcomes = new ArrayList<>();
    found.forEach(one -> outcomes.add(cancelCharged(one)));
    return List.copyOf(outcomes);
  }

  private Outcome<EngineOrder> cancelCharged(LiveOrder order) {
    Instant now = clock.get();
    BigDecimal charge = Gate.cancel(order, now);
    String error = gate.charge(order.account, desk(order.pair), charge, now);
    if (error != null) {
      return Outcome.refused(error);
    }
    cancel(order, Reasons.USER);
    return Outcome.of(order.view());
  }

  private void cancel(LiveOrder order, String reason) {
    lifecycle.run(desk(order.pair), action -> lifecycle.cancel(action, order, reason));
  }

  private static List<LiveOrder> find(Account account, OrderRef ref) {
    return account.open().stream().filter(order -> isNamed(order, ref)).toList();
  }

  private static boolean isNamed(LiveOrder order, OrderRef ref) {
    return switch (ref.kind()) {
      case ORDER_ID -> order.id.equals(ref.value());
      case CLIENT_ID -> ref.value().equals(order.request.clientId());
      case USERREF -> {
        Long userref = order.request.userref();
        yield userref != null && userref.toString().equals(ref.value());
      }
    };
  }

  /**
   * Cancels what references name, however high the rate counter is.
   *
   * @param account whose
   * @param orders which
   * @return how many were canceled
   */
  public Outcome<Integer> cancelBatch(Account account, List<OrderRef> orders) {
    if (gate.offline()) {
      return Outcome.refused(Errors.UNAVAILABLE);
    }
    int count = 0;
    for (OrderRef ref : orders) {
      for (LiveOrder order : find(account, ref)) {
        Instant now = clock.get();
        gate.force(account, desk(order.pair), Gate.cancel(order, now), now);
        cancel(order, Reasons.USER);
        count++;
      }
    }
    return Outcome.of(count);
  }

  /**
   * Cancels every open order.
   *
   * @param account whose
   * @return how many
   */
  public Outcome<Integer> cancelAll(Account account) {
    return gate.offline()
        ? Outcome.refused(Errors.UNAVAILABLE)
        : Outcome.of(cancelAll(account, Reasons.USER));
  }

  private int cancelAll(Account account, String reason) {
    Collection<LiveOrder> open = account.open();
    open.forEach(order -> cancel(order, reason));
    return open.size();
  }

  /**
   * Sets the dead man's switch.
   *
   * @param account whose
   * @param seconds until every order is canceled, below 86400; zero switches it off
   * @return the times; or why it is refused
   */
  public Outcome<CancelAfter> cancelAllAfter(Account account, long seconds) {
    if (gate.offline()) {
      return Outcome.refused(Errors.UNAVAILABLE);
    }
    if (seconds < 0 || seconds >= LONGEST_SWITCH) {
      return Outcome.refused(Errors.arguments("timeout"));
    }
    Instant now = clock.get();
    account.stopSwitch();
    if (seconds > 0) {
      account.startSwitch(
          now.plusSeconds(seconds),
          loop.schedule(Duration.ofSeconds(seconds), () -> switchFires(account)));
    }
    return Outcome.of(new CancelAfter(now, account.cancelAt()));
  }

  private void switchFires(Account account) {
    account.stopSwitch();
    cancelAll(account, Reasons.SWITCH);
  }

  /**
   * The orders in the book.
   *
   * @param pair where
   * @param side {@code BUY} for bids
   * @param levels how many prices at most
   * @return levels, best first, each in the order of its queue
   */
  public List<List<Level3Order>> standing(MarketPair pair, Side side, int levels) {
    return desk(pair).book.levels(side).stream()
        .limit(levels)
        .map(level -> level.stream().map(order -> order.level3(order.queueTime)).toList())
        .toList();
  }

  /**
   * Refuses post-only orders that would take with an answer, or accepts and cancels them; the
   * exchange has been seen to do both.
   *
   * @param inAnswer true, the default, for an answer
   */
  public void refusePostOnlyInAnswer(boolean inAnswer) {
    postOnlyInAnswer = inAnswer;
  }

  /** Calls every timer off. */
  public void close() {
    for (Account account : accounts.all()) {
      account.stopSwitch();
      account.open().forEach(LiveOrder::stopTimer);
    }
  }
}
