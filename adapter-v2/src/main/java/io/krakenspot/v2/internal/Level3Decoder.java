package io.krakenspot.v2.internal;

import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.PackedOrderId;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code level3}: allocates nothing once its lists have grown. */
final class Level3Decoder extends ChannelMessage {
  private final List<Level3Change> changes = new ArrayList<>();
  private final PackedOrderId id = new PackedOrderId();
  private final WireNumber price = new WireNumber();
  private final WireNumber quantity = new WireNumber();
  private Level3Event.@Nullable Kind event;
  private boolean named;
  private long epochNanos;
  private int count;
  private boolean withoutEvents;

  Level3Decoder() {
    super("level3");
  }

  @Override
  void data(WireReader in) throws IOException {
    count = 0;
    withoutEvents = false;
    in.array();
    while (in.nextElement()) {
      in.object();
      book(in, next());
    }
  }

  private Level3Change next() {
    if (count == changes.size()) {
      changes.add(new Level3Change());
    }
    Level3Change change = changes.get(count++);
    change.clear();
    return change;
  }

  private void book(WireReader in, Level3Change change) throws IOException {
    Pair pair = null;
    while (in.nextField()) {
      switch (in.name()) {
        case "symbol" -> pair = in.pair();
        case "bids" -> orders(in, change.bids());
        case "asks" -> orders(in, change.asks());
        case "checksum" -> change.checksum(in.checksum());
        case "timestamp" -> change.epochNanos(in.epochNanos());
        default -> in.unknown();
      }
    }
    change.describe(in.present(pair, "symbol"), false);
    if (change.checksum() == Level3Change.NO_CHECKSUM) {
      throw in.malformed("checksum is missing");
    }
  }

  private void orders(WireReader in, OrderChanges orders) throws IOException {
    orders.clear();
    in.array();
    while (in.nextElement()) {
      in.object();
      order(in);
      withoutEvents |= event == null;
      Level3Event.Kind kind = event == null ? Level3Event.Kind.ADD : event;
      check(in, kind);
      orders.add(kind, id, epochNanos);
      amounts(orders.amounts());
    }
  }

  private void order(WireReader in) throws IOException {
    event = null;
    named = false;
    epochNanos = Level3Change.NO_TIME;
    price.clear();
    quantity.clear();
    while (in.nextField()) {
      switch (in.name()) {
        case "event" -> event = event(in);
        case "order_id" -> {
          in.orderId(id);
          named = true;
        }
        case "limit_price" -> in.number(price);
        case "order_qty" -> in.number(quantity);
        case "timestamp" -> epochNanos = in.epochNanos();
        default -> in.unknown();
      }
    }
  }

  private static Level3Event.Kind event(WireReader in) throws IOException {
    if (in.is("add")) {
      return Level3Event.Kind.ADD;
    } else if (in.is("modify")) {
      return Level3Event.Kind.MODIFY;
    } else if (in.is("delete")) {
      return Level3Event.Kind.DELETE;
    }
    throw in.malformed("event: expected add, modify or delete");
  }

  private void check(WireReader in, Level3Event.Kind kind) {
    if (!named) {
      throw in.malformed("order_id is missing");
    }
    price.requirePrice("limit_price", in);
    if (quantity.isPresent() || kind != Level3Event.Kind.DELETE) {
      quantity.requireQuantity("order_qty", in);
    }
    if (epochNanos == Level3Change.NO_TIME && kind != Level3Event.Kind.DELETE) {
      throw in.malformed("timestamp is missing");
    }
  }

  private void amounts(LevelChanges amounts) {
    BigDecimal wide = quantity.wide();
    if (wide != null) {
      amounts.addWide(price.unscaled(), price.scale(), wide);
    } else if (quantity.isPresent()) {
      amounts.add(price.unscaled(), price.scale(), quantity.unscaled(), quantity.scale());
    } else {
      amounts.add(price.unscaled(), price.scale(), 0, 0);
    }
  }

  @Override
  public void end(WireReader in) {
    super.end(in);
    if (withoutEvents && !snapshot()) {
      throw in.malformed("event is missing");
    }
  }

  @Override
  void report(Inbound inbound, boolean snapshot) {
    for (int index = 0; index < count; index++) {
      Level3Change change = changes.get(index);
      change.describe(change.pair(), snapshot);
      inbound.level3(change);
    }
  }
}
