package io.krakenspot.testkit.exchange.internal.v2.level3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.BookChecksum;
import io.krakenspot.testkit.exchange.BookChecksum.Digits;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.market.Level3Event;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A subscription of one pair's orders. */
final class OrderBookFeed {
  private final MarketPair pair;
  private final int depth;
  private final OrderSide bids;
  private final OrderSide asks;

  OrderBookFeed(Engine engine, MarketPair pair, int depth) {
    this.pair = pair;
    this.depth = depth;
    this.bids = new OrderSide(engine, pair, Side.BUY, depth);
    this.asks = new OrderSide(engine, pair, Side.SELL, depth);
  }

  int depth() {
    return depth;
  }

  ObjectNode snapshot(Instant time, long checksumError) {
    ArrayNode bidRows = Json.array();
    bids.orders(depth).forEach(order -> bidRows.add(row(Json.object(), order)));
    ArrayNode askRows = Json.array();
    asks.orders(depth).forEach(order -> askRows.add(row(Json.object(), order)));
    return message("snapshot", bidRows, askRows, checksum() ^ checksumError, time);
  }

  /** What a client is told of an update; null if nothing. */
  @Nullable ObjectNode follow(PairUpdate update) {
    List<Level3Event> bidEvents = bids.follow(update.level3());
    List<Level3Event> askEvents = asks.follow(update.level3());
    if (bidEvents.isEmpty() && askEvents.isEmpty()) {
      return null;
    }
    long checksum = checksum() ^ update.checksumError();
    return message("update", rows(bidEvents), rows(askEvents), checksum, update.time());
  }

  private ObjectNode message(
      String type, ArrayNode bidRows, ArrayNode askRows, long checksum, Instant time) {
    ObjectNode message = Json.object().put("channel", "level3").put("type", type);
    ObjectNode data =
        message
            .putArray("data")
            .addObject()
            .put("symbol", pair.pair().toString())
            .put("checksum", checksum)
            .put("timestamp", V2Time.nanos(time));
    data.set("bids", bidRows);
    data.set("asks", askRows);
    return message;
  }

  private ArrayNode rows(List<Level3Event> events) {
    ArrayNode rows = Json.array();
    for (Level3Event event : events) {
      String kind = event.kind().name().toLowerCase(Locale.ROOT);
      rows.add(row(Json.object().put("event", kind), event.order()));
    }
    return rows;
  }

  private ObjectNode row(ObjectNode row, Level3Order order) {
    return row.put("order_id", order.id())
        .put("limit_price", order.price().setScale(pair.spec().priceDecimals()))
        .put("order_qty", order.quantity().setScale(8))
        .put("timestamp", V2Time.nanos(order.time()));
  }

  private long checksum() {
    return BookChecksum.ofOrders(digits(asks), digits(bids));
  }

  private List<Digits> digits(OrderSide side) {
    return side.orders(MarketPair.CHECKED_LEVELS).stream()
        .map(
            order ->
                new Digits(
                    order.price().setScale(pair.spec().priceDecimals()).toPlainString(),
                    order.quantity().setScale(8).toPlainString()))
        .toList();
  }
}
