package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The order that takes the place of an edited one. Fills stay with the old order. */
final class Editing {
  private Editing() {}

  /** Why an order cannot be edited at all. */
  static @Nullable String error(LiveOrder old, EditRequest request) {
    boolean fired = old.trigger != null && old.trigger.fired();
    boolean tooSmall = quantity(old, request).compareTo(old.filled) <= 0;
    boolean bound = old.request.close() != null || old.request.clientId() != null;
    return fired || bound || tooSmall ? Errors.INVALID : null;
  }

  private static BigDecimal quantity(LiveOrder old, EditRequest request) {
    BigDecimal wanted = request.quantity();
    return wanted == null ? old.quantity : wanted;
  }

  /** What is left of the old order, with the changes. */
  static OrderRequest replacement(LiveOrder old, EditRequest request) {
    OrderPrice limit = request.limitPrice();
    BigDecimal display = request.displayQuantity();
    Long userref = request.userref();
    BigDecimal rest = quantity(old, request).subtract(old.filled);
    return old.request
        .change()
        .quantity(rest)
        .limitPrice(limit == null ? limit(old) : limit)
        .trigger(trigger(old, request))
        .displayQuantity(display == null ? shown(old, rest) : display)
        .userref(userref == null ? old.request.userref() : userref)
        .postOnly(request.postOnly())
        .reduceOnly(request.reduceOnly())
        .feePreference(
            request.feePreference() == null ? old.request.feePreference() : request.feePreference())
        .deadline(request.deadline())
        .validateOnly(request.validateOnly())
        .build();
  }

  private static @Nullable OrderPrice limit(LiveOrder old) {
    BigDecimal price = old.limitPrice;
    return price == null ? old.limitTerms : OrderPrice.of(price);
  }

  private static @Nullable TriggerTerms trigger(LiveOrder old, EditRequest request) {
    if (request.trigger() != null) {
      return request.trigger();
    }
    return old.trigger == null ? null : old.trigger.terms();
  }

  private static @Nullable BigDecimal shown(LiveOrder old, BigDecimal rest) {
    return old.displayQuantity == null ? null : old.displayQuantity.min(rest);
  }
}
