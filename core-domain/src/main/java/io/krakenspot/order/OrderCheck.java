package io.krakenspot.order;

import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks orders and changes of orders against reference data before they are sent: price and
 * quantity steps, minimums and, for new orders, the pair's status. Immutable and safe for any
 * thread.
 *
 * <p>Source: Kraken v2 {@code instrument}, REST {@code AssetPairs}.
 */
public final class OrderCheck {
  private final Map<Pair, Instrument> instruments;

  private OrderCheck(Map<Pair, Instrument> instruments) {
    this.instruments = instruments;
  }

  /**
   * A check against reference data.
   *
   * @param instruments the data
   * @return the check; pairs that are not listed pass
   */
  public static OrderCheck against(Instruments instruments) {
    Map<Pair, Instrument> byPair = new HashMap<>();
    instruments.pairs().forEach(instrument -> byPair.put(instrument.pair(), instrument));
    return new OrderCheck(byPair);
  }

  /**
   * Requires that an order passes.
   *
   * @param order the order
   * @throws IllegalArgumentException naming each field that does not fit, and what would
   */
  public void require(NewOrder order) {
    require(order.pair(), problems(order));
  }

  /**
   * Requires that an amend passes.
   *
   * @param change the amend; not checked unless it names its pair
   * @throws IllegalArgumentException naming each field that does not fit, and what would
   */
  public void require(AmendOrder change) {
    require(change.pair(), problems(change));
  }

  /**
   * Requires that an edit passes.
   *
   * @param change the edit
   * @throws IllegalArgumentException naming each field that does not fit, and what would
   */
  public void require(EditOrder change) {
    require(change.pair(), problems(change));
  }

  private static void require(@Nullable Pair pair, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(pair + ": " + String.join("; ", problems));
    }
  }

  /**
   * What does not fit.
   *
   * @param order the order
   * @return one sentence a problem; empty if it passes
   */
  public List<String> problems(NewOrder order) {
    Instrument instrument = instruments.get(order.pair());
    List<String> problems = new ArrayList<>();
    if (instrument != null) {
      status(order, instrument.status(), problems);
      amounts(order.quantity(), order.limit(), instrument, problems);
      minimum("cashQuantity", order.cashQuantity(), instrument.minimumCost(), problems);
    }
    return problems;
  }

  /**
   * What does not fit.
   *
   * @param change the amend; without its pair it passes
   * @return one sentence a problem; empty if it passes
   */
  public List<String> problems(AmendOrder change) {
    return problems(change.pair(), change.quantity(), change.limit());
  }

  /**
   * What does not fit.
   *
   * @param change the edit
   * @return one sentence a problem; empty if it passes
   */
  public List<String> problems(EditOrder change) {
    return problems(change.pair(), change.quantity(), change.limit());
  }

  private List<String> problems(
      @Nullable Pair pair, @Nullable BigDecimal quantity, @Nullable OrderPrice limit) {
    Instrument instrument = pair == null ? null : instruments.get(pair);
    List<String> problems = new ArrayList<>();
    if (instrument != null) {
      amounts(quantity, limit, instrument, problems);
    }
    return problems;
  }

  private static void amounts(
      @Nullable BigDecimal quantity,
      @Nullable OrderPrice limit,
      Instrument instrument,
      List<String> problems) {
    BigDecimal price = limit == null || limit.type() != PriceType.STATIC ? null : limit.value();
    step("limit", price, instrument.priceIncrement(), problems);
    step("quantity", quantity, instrument.quantityIncrement(), problems);
    minimum("quantity", quantity, instrument.minimumQuantity(), problems);
    minimum(
        "limit times quantity",
        price == null || quantity == null ? null : price.multiply(quantity),
        instrument.minimumCost(),
        problems);
  }

  private static void status(NewOrder order, InstrumentStatus status, List<String> problems) {
    boolean taken =
        switch (status) {
          case ONLINE, UNKNOWN -> true;
          case POST_ONLY -> order.postOnly();
          case LIMIT_ONLY -> order.type() == OrderType.LIMIT;
          case REDUCE_ONLY -> order.reduceOnly();
          default -> false;
        };
    if (!taken) {
      problems.add("the pair is " + status + " and does not take this order now");
    }
  }

  private static void step(
      String field, @Nullable BigDecimal value, @Nullable BigDecimal step, List<String> problems) {
    if (value != null && step != null && step.signum() > 0 && value.remainder(step).signum() != 0) {
      problems.add(
          field + " " + value.toPlainString() + " is not a multiple of " + step.toPlainString());
    }
  }

  private static void minimum(
      String field, @Nullable BigDecimal value, @Nullable BigDecimal least, List<String> problems) {
    if (value != null && least != null && value.compareTo(least) < 0) {
      problems.add(
          field + " " + value.toPlainString() + " is below the minimum " + least.toPlainString());
    }
  }
}
