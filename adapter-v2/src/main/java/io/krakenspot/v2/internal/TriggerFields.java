package io.krakenspot.v2.internal;

import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import java.io.IOException;

/** {@code executions.triggers}: what an order waits for or has waited for. */
final class TriggerFields {
  private TriggerFields() {}

  static void read(WireReader in, OrderAttributes.Builder order) throws IOException {
    PriceField price = new PriceField();
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "price" -> price.value(in);
        case "price_type" -> price.type(in);
        case "reference" ->
            order.put(OrderAttribute.TRIGGER_REFERENCE, ExecutionWords.reference(in.text()));
        case "actual_price" -> order.put(OrderAttribute.TRIGGER_ACTUAL_PRICE, in.decimal());
        case "peak_price" -> order.put(OrderAttribute.TRIGGER_PEAK_PRICE, in.decimal());
        case "last_price" -> order.put(OrderAttribute.TRIGGER_LAST_PRICE, in.decimal());
        case "status" -> order.put(OrderAttribute.TRIGGERED, ExecutionWords.triggered(in.text()));
        case "timestamp" -> order.put(OrderAttribute.TRIGGERED_AT, in.instant());
        default -> in.unknown();
      }
    }
    order.put(OrderAttribute.TRIGGER_PRICE, price.price());
  }
}
