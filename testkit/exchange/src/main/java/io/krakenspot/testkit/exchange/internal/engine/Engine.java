package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Matches orders by price and time. Each request is one market event, and the events of the
 * accounts follow it; what it sets off (triggers, closing orders) are events of their own. Lives on
 * the exchange's loop.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Engine {
  private final Accounts accounts = new Accounts();

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
      long seed) {}

  /**
   * Everybody who trades here.
   *
   * @return the accounts
   */
  public Accounts accounts() {
    return accounts;
  }

  /**
   * Gives an account money.
   *
   * @param account whose
   * @param asset which
   * @param amount more than zero
   */
  public void deposit(Account account, AssetSpec asset, BigDecimal amount) {
    throw new UnsupportedOperationException();
  }

  /**
   * Places an order.
   *
   * @param account whose
   * @param request what
   * @return the order's id, empty if it was only checked; or why it is refused
   */
  public Outcome<String> add(Account account, OrderRequest request) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /**
   * Changes an order in place.
   *
   * @param account whose
   * @param request what
   * @return the amendment; or why it is refused
   */
  public Outcome<Amendment> amend(Account account, AmendRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cancels an order and places a new one for what is left.
   *
   * @param account whose
   * @param request what
   * @return both ids; or why it is refused
   */
  public Outcome<Replacement> edit(Account account, EditRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cancels what a reference names.
   *
   * @param account whose
   * @param order which; a number may name several
   * @return an outcome for each; one that says so if there is none
   */
  public List<Outcome<EngineOrder>> cancel(Account account, OrderRef order) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cancels what references name, however high the rate counter is.
   *
   * @param account whose
   * @param orders which
   * @return how many were canceled
   */
  public Outcome<Integer> cancelBatch(Account account, List<OrderRef> orders) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cancels every open order.
   *
   * @param account whose
   * @return how many
   */
  public Outcome<Integer> cancelAll(Account account) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sets the dead man's switch.
   *
   * @param account whose
   * @param seconds until every order is canceled, below 86400; zero switches it off
   * @return the times; or why it is refused
   */
  public Outcome<CancelAfter> cancelAllAfter(Account account, long seconds) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /**
   * Refuses post-only orders that would take with an answer, or accepts and cancels them; the
   * exchange has been seen to do both.
   *
   * @param inAnswer true, the default, for an answer
   */
  public void refusePostOnlyInAnswer(boolean inAnswer) {
    throw new UnsupportedOperationException();
  }

  /** Calls every timer off. */
  public void close() {
    throw new UnsupportedOperationException();
  }
}
