package io.krakenspot.v2.internal;

import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.OrderType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code executions.contingent}: the order that each fill will create. */
final class ContingentFields {
  private ContingentFields() {}

  /** Null if it is of a kind, or has a kind of price, that this version does not know. */
  static @Nullable ConditionalClose read(WireReader in) throws IOException {
    OrderType type = OrderType.UNKNOWN;
    PriceField trigger = new PriceField();
    PriceField limit = new PriceField();
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "order_type" -> type = OrderType.of(in.text());
        case "trigger_price" -> trigger.value(in);
        case "trigger_price_type" -> trigger.type(in);
        case "limit_price" -> limit.value(in);
        case "limit_price_type" -> limit.type(in);
        default -> in.unknown();
      }
    }
    try {
      return new ConditionalClose(
          type, type.triggered() ? trigger.price() : null, type.limited() ? limit.price() : null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
