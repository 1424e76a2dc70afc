package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order while the engine works on it. */
final class LiveOrder {
  final String id;
  final Account account;
  final MarketPair pair;
  final OrderRequest request;
  final Instant openTime;
  final @Nullable String parentId;
  OrderStatus status = OrderStatus.PENDING_NEW;
  BigDecimal quantity;
  @Nullable BigDecimal displayQuantity;
  BigDecimal visible = Money.NO_QUANTITY;
  BigDecimal marketPrice = BigDecimal.ZERO;
  @Nullable OrderPrice limitTerms;
  @Nullable BigDecimal limitPrice;
  @Nullable TriggerState trigger;
  BigDecimal filled = Money.NO_QUANTITY;
  BigDecimal cost;
  BigDecimal fee;
  boolean amended;
  boolean resting;
  @Nullable String reason;
  Instant changeTime;
  Instant time;
  Instant queueTime;
  Loop.@Nullable Timer timer;

  LiveOrder(
      String id,
      Account account,
      MarketPair pair,
      OrderRequest request,
      BigDecimal quantity,
      @Nullable String parentId,
      Instant now) {
    this.id = id;
    this.account = account;
    this.pair = pair;
    this.request = request;
    this.quantity = quantity;
    this.limitTerms = request.limitPrice();
    this.displayQuantity = scaled(request.displayQuantity());
    this.parentId = parentId;
    this.cost = Money.none(pair.spec().quote());
    this.fee = cost;
    this.openTime = now;
    this.changeTime = now;
    this.time = now;
    this.queueTime = now;
  }

  private static @Nullable BigDecimal scaled(@Nullable BigDecimal quantity) {
    return quantity == null ? null : Money.quantity(quantity);
  }

  Side side() {
    return request.side();
  }

  OrderType type() {
    return request.type();
  }

  BigDecimal remaining() {
    return quantity.subtract(filled);
  }

  boolean done() {
    return remaining().signum() <= 0;
  }

  /** Whether it still waits for its trigger. */
  boolean waitsForTrigger() {
    return trigger != null && !trigger.fired();
  }

  boolean inBook() {
    return visible.signum() > 0;
  }

  /** Its limit, or the price it waits for; zero for a market order, which never stays open. */
  BigDecimal dearest() {
    BigDecimal wakes = trigger == null || trigger.fired() ? BigDecimal.ZERO : trigger.actualPrice();
    return limitPrice == null ? wakes : limitPrice;
  }

  /** What it shows when it takes a place in the book. */
  BigDecimal slice() {
    return displayQuantity == null ? remaining() : remaining().min(displayQuantity);
  }

  /** The limit of an order that certainly has one. */
  BigDecimal limit() {
    if (limitPrice == null) {
      throw new IllegalStateException(id + " has no limit price");
    }
    return limitPrice;
  }

  BigDecimal averagePrice() {
    int decimals = pair.spec().priceDecimals();
    return filled.signum() == 0
        ? BigDecimal.ZERO.setScale(decimals)
        : cost.divide(filled, decimals, RoundingMode.HALF_UP);
  }

  Level3Order level3(Instant at) {
    return new Level3Order(id, limit(), visible, at);
  }

  EngineOrder view() {
    return new EngineOrder(
        id,
        request,
        status,
        quantity,
        displayQuantity,
        visible,
        limitTerms,
        limitPrice,
        trigger,
        filled,
        cost,
        fee,
        averagePrice(),
        amended,
        reason,
        parentId,
        openTime,
        changeTime,
        time);
  }

  void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
