package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.BookChecksum;
import io.krakenspot.testkit.exchange.BookChecksum.Digits;
import io.krakenspot.testkit.exchange.internal.market.BookDelta;
import io.krakenspot.testkit.exchange.internal.market.BookEntry;
import io.krakenspot.testkit.exchange.internal.market.BookView;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;
import java.util.List;

/** Book messages of v1. */
final class V1Book {
  private V1Book() {}

  static ArrayNode snapshot(Subscription subscription) {
    BookView view = subscription.pair().view(subscription.parameter());
    ObjectNode payload = Json.object();
    payload.set("as", levels(subscription.pair(), view.asks()));
    payload.set("bs", levels(subscription.pair(), view.bids()));
    return V1Data.envelope(subscription, payload);
  }

  private static ArrayNode levels(MarketPair pair, List<Level> levels) {
    ArrayNode texts = Json.array();
    levels.forEach(level -> texts.add(level(pair, level)));
    return texts;
  }

  private static ArrayNode level(MarketPair pair, Level level) {
    return Json.array()
        .add(V1Text.price(pair, level.price()))
        .add(V1Text.quantity(level.quantity()))
        .add(V1Text.time(level.time()));
  }

  /** One object, or two if both sides changed; the checksum stands in the last. */
  static ArrayNode update(Subscription subscription, BookDelta delta, long checksumError) {
    MarketPair pair = subscription.pair();
    ArrayNode message = Json.array().add(V1Names.channelId(subscription));
    ObjectNode last = Json.object();
    if (!delta.asks().isEmpty()) {
      last = message.addObject();
      last.set("a", entries(pair, delta.asks()));
    }
    if (!delta.bids().isEmpty()) {
      last = message.addObject();
      last.set("b", entries(pair, delta.bids()));
    }
    last.put("c", Long.toString(checksum(pair) ^ checksumError));
    return message.add(V1Names.channelName(subscription)).add(pair.spec().v1Name());
  }

  private static ArrayNode entries(MarketPair pair, List<BookEntry> entries) {
    ArrayNode texts = Json.array();
    for (BookEntry entry : entries) {
      ArrayNode level = level(pair, entry.level());
      texts.add(entry.republished() ? level.add("r") : level);
    }
    return texts;
  }

  private static long checksum(MarketPair pair) {
    return BookChecksum.of(digits(pair, Side.SELL), digits(pair, Side.BUY));
  }

  private static List<Digits> digits(MarketPair pair, Side side) {
    return pair.top(side, MarketPair.CHECKED_LEVELS).stream()
        .map(
            level ->
                new Digits(V1Text.price(pair, level.price()), V1Text.quantity(level.quantity())))
        .toList();
  }
}
