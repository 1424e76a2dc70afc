package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code contingent} of an order: its conditional close. */
final class ContingentOrder {
  private final FrameReader in;
  private final ItemValues values;
  private OrderType type = OrderType.UNKNOWN;
  private @Nullable String price;
  private @Nullable String price2;

  private ContingentOrder(FrameReader in) {
    this.in = in;
    this.values = new ItemValues(in);
  }

  /** Null if there is none, or one that this version of the library cannot tell. */
  static @Nullable ConditionalClose read(FrameReader in) throws IOException {
    if (in.next() == JsonToken.VALUE_NULL) {
      return null;
    }
    in.expect(JsonToken.START_OBJECT, "a contingent order");
    var contingent = new ContingentOrder(in);
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      contingent.field(name);
    }
    return contingent.close();
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "ordertype" -> {
        String text = values.text("an order type");
        type = text == null ? OrderType.UNKNOWN : OrderType.of(text);
      }
      case "price" -> price = values.text("a price");
      case "price2" -> price2 = values.text("a second price");
      case "oflags" -> in.skipField();
      default -> in.skipUnknownField();
    }
  }

  private @Nullable ConditionalClose close() throws IOException {
    OrderPrice trigger = type.triggered() ? WirePrice.of(price) : null;
    OrderPrice limit = type.limited() ? WirePrice.of(type.triggered() ? price2 : price) : null;
    boolean whole = (!type.triggered() || trigger != null) && (!type.limited() || limit != null);
    boolean known = type.triggered() || type == OrderType.LIMIT;
    return known && whole ? new ConditionalClose(type, trigger, limit) : null;
  }
}
