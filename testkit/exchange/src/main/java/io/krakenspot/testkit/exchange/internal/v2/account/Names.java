package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import java.math.BigDecimal;
import java.util.Locale;

/** Texts of executions, and the fields that name an order. */
final class Names {
  private Names() {}

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** For example {@code stop-loss-limit}. */
  static String dashed(Enum<?> value) {
    return lower(value).replace('_', '-');
  }

  /** The client's id or number; number 0 if there is neither. */
  static ObjectNode client(ObjectNode report, OrderRequest request) {
    String clientId = request.clientId();
    if (clientId != null) {
      return report.put("cl_ord_id", clientId);
    }
    Long userref = request.userref();
    return report.put("order_userref", userref == null ? 0 : userref);
  }

  static BigDecimal amount(OrderPrice price, Digits digits) {
    return price.kind() == OrderPrice.Kind.PCT ? price.value() : digits.price(price.value());
  }
}
