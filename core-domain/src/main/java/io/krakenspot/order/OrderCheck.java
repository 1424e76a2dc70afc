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
 * Checks orders against reference data before they are sent: price and quantity steps, minimums and
 * the pair's status. Immutable and safe for any thread.
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
    List<String> problems = problems(order);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(order.pair() + ": " + String.join("; ", problems));
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
      OrderPrice limit = order.limit();
      BigDecimal price = limit == null || limit.type() != PriceType.STATIC ? null : limit.value();
      step("limit", price, instrument.priceIncrement(), problems);
      step("quantity", order.quantity(), instrument.quantityIncrement(), problems);
      minimum("quantity", order.quantity(), instrument.minimumQuantity(), problems);
      BigDecimal quantity = order.quantity();
      minimum(
          "limit times quantity",
          price == null || quantity == null ? null : price.multiply(quantity),
          instrument.minimumCost(),
          problems);
      minimum("cashQuantity", order.cashQuantity(), instrument.minimumCost(), problems);
    }
    return problems;
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
