package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fee;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trade of {@code ownTrades}. */
final class FillItem {
  private final FrameReader in;
  private final ItemValues values;
  private OrderType type = OrderType.UNKNOWN;
  private @Nullable String orderId;
  private @Nullable String positionId;
  private @Nullable String clientOrderId;
  private @Nullable String externalId;
  private @Nullable Integer userReference;
  private @Nullable Pair pair;
  private @Nullable Side side;
  private @Nullable Instant time;
  private @Nullable BigDecimal price;
  private @Nullable BigDecimal cost;
  private @Nullable BigDecimal fee;
  private @Nullable BigDecimal volume;
  private @Nullable BigDecimal margin;
  private @Nullable Boolean marginBorrow;

  private FillItem(FrameReader in) {
    this.in = in;
    this.values = new ItemValues(in);
  }

  static Fill read(String id, FrameReader in) throws IOException {
    FillItem item = new FillItem(in);
    in.expectNext(JsonToken.START_OBJECT, "a trade");
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      item.field(name);
    }
    return item.fill(id);
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "ordertxid" -> orderId = values.text("an order id");
      case "postxid" -> positionId = values.text("a position id");
      case "pair" -> pair = values.pair();
      case "time" -> time = values.time("a time");
      case "type" -> side = values.side();
      case "ordertype" -> {
        String text = values.text("an order type");
        type = text == null ? OrderType.UNKNOWN : OrderType.of(text);
      }
      case "price" -> price = values.decimal("a price");
      case "cost" -> cost = values.decimal("a cost");
      case "fee" -> fee = values.decimal("a fee");
      case "vol" -> volume = values.decimal("a volume");
      case "margin" -> margin = values.decimal("a margin");
      case "margin_borrow" -> marginBorrow = values.flag("whether it was borrowed");
      case "userref" -> userReference = values.userReference();
      case "cl_ord_id" -> clientOrderId = values.text("a client order id");
      case "ext_exec_id" -> externalId = values.text("an external id");
      default -> in.skipUnknownField();
    }
  }

  private Fill fill(String id) throws IOException {
    Pair market = required(pair, "pair");
    return new Fill(
        id,
        null,
        required(orderId, "ordertxid"),
        clientOrderId,
        userReference,
        market,
        required(side, "type"),
        type,
        required(volume, "vol"),
        required(price, "price"),
        required(cost, "cost"),
        fee == null ? List.of() : List.of(new Fee(market.quote(), fee)),
        null,
        required(time, "time"),
        null,
        margin == null ? null : Boolean.valueOf(margin.signum() > 0),
        margin,
        marginBorrow,
        positionId,
        null,
        externalId,
        null);
  }

  private static <T> T required(@Nullable T value, String name) throws IOException {
    if (value == null) {
      throw new UnreadableException("a trade without a valid " + name);
    }
    return value;
  }
}
