package io.krakenspot.testkit.exchange.internal.v2;

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
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.time.Instant;
import java.util.List;

/** Book messages of v2. */
final class V2Book {
  private V2Book() {}

  static ObjectNode snapshot(MarketPair pair, int depth, long checksumError, Instant time) {
    BookView view = pair.view(depth);
    long checksum = checksum(pair) ^ checksumError;
    return message("snapshot", pair, view.bids(), view.asks(), checksum, time);
  }

  static ObjectNode update(PairUpdate update, BookDelta delta) {
    long checksum = checksum(update.pair()) ^ update.checksumError();
    return message(
        "update",
        update.pair(),
        delta.bids().stream().map(BookEntry::level).toList(),
        delta.asks().stream().map(BookEntry::level).toList(),
        checksum,
        update.time());
  }

  private static ObjectNode message(
      String type,
      MarketPair pair,
      List<Level> bids,
      List<Level> asks,
      long checksum,
      Instant time) {
    ObjectNode message = V2Data.message("book", type);
    ObjectNode book = message.putArray("data").addObject().put("symbol", pair.pair().toString());
    book.set("bids", levels(bids));
    book.set("asks", levels(asks));
    book.put("checksum", checksum).put("timestamp", V2Time.micros(time));
    return message;
  }

  private static ArrayNode levels(List<Level> levels) {
    ArrayNode array = Json.array();
    levels.forEach(
        level -> array.addObject().put("price", level.price()).put("qty", level.quantity()));
    return array;
  }

  private static long checksum(MarketPair pair) {
    return BookChecksum.of(digits(pair, Side.SELL), digits(pair, Side.BUY));
  }

  private static List<Digits> digits(MarketPair pair, Side side) {
    return pair.top(side, MarketPair.CHECKED_LEVELS).stream()
        .map(level -> new Digits(level.price().toPlainString(), level.quantity().toPlainString()))
        .toList();
  }
}
