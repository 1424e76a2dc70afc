package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code descr} of an order: what was ordered. What the prices mean follows from the type. */
final class OrderDescription {
  private final FrameReader in;
  private final ItemValues values;
  private final OrderAttributes.Builder attributes;
  private @Nullable OrderType type;
  private @Nullable String price;
  private @Nullable String price2;

  private OrderDescription(FrameReader in, OrderAttributes.Builder attributes) {
    this.in = in;
    this.values = new ItemValues(in);
    this.attributes = attributes;
  }

  static void read(FrameReader in, OrderAttributes.Builder attributes) throws IOException {
    if (in.next() == JsonToken.VALUE_NULL) {
      return;
    }
    in.expect(JsonToken.START_OBJECT, "a description");
    var description = new OrderDescription(in, attributes);
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      description.field(name);
    }
    description.putPrices();
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "pair" -> attributes.put(OrderAttribute.PAIR, values.pair());
      case "type" -> attributes.put(OrderAttribute.SIDE, values.side());
      case "ordertype" -> type = type(values.text("an order type"));
      case "price" -> price = values.text("a price");
      case "price2" -> price2 = values.text("a second price");
      case "leverage" -> attributes.put(OrderAttribute.LEVERAGE, values.text("a leverage"));
      case "margin" -> attributes.put(OrderAttribute.MARGIN, values.flag("whether on margin"));
      case "position" -> attributes.put(OrderAttribute.POSITION_ID, values.text("a position"));
      case "order" -> attributes.put(OrderAttribute.DESCRIPTION, values.text("an order's text"));
      case "close" -> attributes.put(OrderAttribute.CLOSE_DESCRIPTION, values.text("a close"));
      default -> in.skipUnknownField();
    }
  }

  private void putPrices() throws IOException {
    attributes.put(OrderAttribute.TYPE, type);
    if (type != null && type.triggered()) {
      attributes.put(OrderAttribute.TRIGGER_PRICE, WirePrice.of(price));
    }
    if (type != null && type.limited()) {
      attributes.put(OrderAttribute.LIMIT_PRICE, WirePrice.of(type.triggered() ? price2 : price));
    }
  }

  private static @Nullable OrderType type(@Nullable String text) {
    return text == null ? null : OrderType.of(text);
  }
}
