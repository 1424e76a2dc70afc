package io.krakenspot.order;

import io.krakenspot.market.Pair;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2 to 15 orders of one pair, placed with one request. One order that is malformed refuses all; the
 * engine then accepts or refuses each by itself.
 *
 * <p>Source: Kraken v2 {@code batch_add}; v1 has none.
 *
 * @param orders without deadlines and {@code validateOnly} of their own
 * @param deadline how long after sending the engine may still match them, 1 s to 60 s; null for
 *     Kraken's 5 s
 * @param validateOnly only to check them
 */
public record OrderBatch(List<NewOrder> orders, @Nullable Duration deadline, boolean validateOnly) {
  private static final int FEWEST = 2;
  private static final int MOST = 15;

  /**
   * Checks that they make a batch.
   *
   * @throws IllegalArgumentException naming what does not fit; nothing was sent
   */
  public OrderBatch {
    orders = List.copyOf(orders);
    Fields.require(
        orders.size() >= FEWEST && orders.size() <= MOST,
        "a batch has 2 to 15 orders, not " + orders.size());
    Fields.require(
        orders.stream().map(NewOrder::pair).distinct().count() == 1,
        "the orders of a batch must be of one pair");
    Fields.require(
        orders.stream().allMatch(order -> order.deadline() == null && !order.validateOnly()),
        "deadline and validateOnly belong to the batch, not to its orders");
    Fields.deadline(deadline);
  }

  /**
   * A batch with Kraken's own deadline.
   *
   * @param orders 2 to 15 of one pair
   * @return the batch
   */
  public static OrderBatch of(List<NewOrder> orders) {
    return new OrderBatch(orders, null, false);
  }

  /**
   * The pair of all of them.
   *
   * @return for example {@code ETH/USD}
   */
  public Pair pair() {
    return orders.get(0).pair();
  }
}
