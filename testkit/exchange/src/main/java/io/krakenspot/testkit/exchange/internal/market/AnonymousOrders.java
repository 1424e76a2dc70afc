package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.util.List;

/** What the crowd may do: place, change and take, without a name. Each call is one event. */
public interface AnonymousOrders {
  /**
   * Fills the book of a new pair, which nobody is told.
   *
   * @param pair with an empty book
   * @param levels of both sides
   */
  void open(MarketPair pair, List<BookChange> levels);

  /**
   * Makes the crowd's orders at a price add up to a quantity: the newest shrink or go, or one more
   * comes.
   *
   * @param pair where
   * @param level side, price and quantity; zero takes all of them away
   */
  void rest(MarketPair pair, BookChange level);

  /**
   * Takes with market orders.
   *
   * @param pair where
   * @param side of the takers
   * @param quantities one for each taker
   */
  void take(MarketPair pair, Side side, List<BigDecimal> quantities);

  /**
   * Places a limit order that takes first and rests with what is left.
   *
   * @param pair where
   * @param side of the order
   * @param price its limit
   * @param quantity all of it
   */
  void limit(MarketPair pair, Side side, BigDecimal price, BigDecimal quantity);
}
