package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The truth about an account, whatever its client was told: a copy, from any thread.
 *
 * @param orders every order the engine accepted, oldest first, as it is now
 * @param fills every fill, oldest first
 * @param balances by readable code, for example {@code BTC}; what orders hold is not subtracted
 * @param positions margin positions that are open, one a pair
 * @param addRequests how often an order with a client id was asked for and reached the engine,
 *     accepted or not; two where a client placed one twice
 */
public record AccountAudit(
    List<AuditedOrder> orders,
    List<AuditedFill> fills,
    Map<String, BigDecimal> balances,
    List<AuditedPosition> positions,
    Map<String, Integer> addRequests) {

  /**
   * An order as it is now.
   *
   * @param id for example {@code OQCLML-BW3P3-BUCMWZ}
   * @param clientId {@code cl_ord_id}; null without one
   * @param userref {@code order_userref}; null without one
   * @param pair where
   * @param side what it does
   * @param type for example {@code stop-loss-limit}
   * @param status for example {@code partially_filled}
   * @param quantity ordered, base currency
   * @param limitPrice in force, quote currency; null without one
   * @param filled base currency
   * @param cost of its fills, quote currency
   * @param fee of its fills, quote currency
   * @param reason of its end; null if there is none
   * @param time of its last event
   */
  public record AuditedOrder(
      String id,
      @Nullable String clientId,
      @Nullable Long userref,
      Pair pair,
      Side side,
      String type,
      String status,
      BigDecimal quantity,
      @Nullable BigDecimal limitPrice,
      BigDecimal filled,
      BigDecimal cost,
      BigDecimal fee,
      @Nullable String reason,
      Instant time) {
    /**
     * Whether nothing more happens to it.
     *
     * @return true if it is filled, canceled or expired
     */
    public boolean isFinal() {
      return status.equals("filled") || status.equals("canceled") || status.equals("expired");
    }
  }

  /**
   * A fill.
   *
   * @param execId for example {@code TQCLML-BW3P3-BUCMWZ}
   * @param tradeId number of the public trade
   * @param orderId of the order
   * @param clientId {@code cl_ord_id} of the order; null without one
   * @param pair where
   * @param side what the order did
   * @param price quote currency
   * @param quantity base currency
   * @param cost quote currency
   * @param fee what was taken
   * @param feeAsset readable code of what the fee is in
   * @param maker whether the order rested
   * @param time when
   */
  public record AuditedFill(
      String execId,
      long tradeId,
      String orderId,
      @Nullable String clientId,
      Pair pair,
      Side side,
      BigDecimal price,
      BigDecimal quantity,
      BigDecimal cost,
      BigDecimal fee,
      String feeAsset,
      boolean maker,
      Instant time) {}

  /**
   * A margin position.
   *
   * @param id for example {@code TQCLML-BW3P3-BUCMWZ}
   * @param pair where
   * @param side {@code BUY} if it is long
   * @param quantity base currency
   * @param cost what it was opened for, quote currency
   * @param margin what it holds of the collateral, quote currency
   */
  public record AuditedPosition(
      String id, Pair pair, Side side, BigDecimal quantity, BigDecimal cost, BigDecimal margin) {}

  /**
   * The newest order with a client id.
   *
   * @param clientId {@code cl_ord_id}
   * @return empty if the engine never accepted one
   */
  public Optional<AuditedOrder> order(String clientId) {
    return orders.stream()
        .filter(order -> clientId.equals(order.clientId()))
        .reduce((older, newer) -> newer);
  }

  /**
   * The fills of an order.
   *
   * @param orderId of the order
   * @return oldest first
   */
  public List<AuditedFill> fillsOf(String orderId) {
    return fills.stream().filter(fill -> fill.orderId().equals(orderId)).toList();
  }
}
