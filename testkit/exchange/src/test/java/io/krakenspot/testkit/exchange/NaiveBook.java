package io.krakenspot.testkit.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.BookLevel;
import io.krakenspot.testkit.exchange.BookChecksum.Digits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The simplest client-side book there is: texts by price, cut to the depth after each message. */
final class NaiveBook {
  private final int depth;
  private final boolean cutAfterEachLevel;
  private final TreeMap<BigDecimal, Digits> asks = new TreeMap<>();
  private final TreeMap<BigDecimal, Digits> bids = new TreeMap<>(Comparator.reverseOrder());
  private int republished;
  private int twoSided;

  NaiveBook(int depth, boolean cutAfterEachLevel) {
    this.depth = depth;
    this.cutAfterEachLevel = cutAfterEachLevel;
  }

  /** Applies a v1 message; returns its checksum, or -1 for a snapshot. */
  long applyV1(JsonNode message) {
    long checksum = -1;
    for (JsonNode payload : message) {
      if (payload.has("as")) {
        clear();
        payload.get("as").forEach(level -> set(asks, level));
        payload.get("bs").forEach(level -> set(bids, level));
      }
      payload.path("a").forEach(level -> set(asks, level));
      payload.path("b").forEach(level -> set(bids, level));
      checksum = payload.has("c") ? Long.parseLong(payload.get("c").asText()) : checksum;
    }
    twoSided += message.size() == 5 ? 1 : 0;
    cut();
    return checksum;
  }

  private void set(TreeMap<BigDecimal, Digits> side, JsonNode level) {
    republished += level.size() == 4 && level.get(3).asText().equals("r") ? 1 : 0;
    set(side, level.get(0).asText(), level.get(1).asText());
  }

  /** Applies a v2 message; returns its checksum. */
  long applyV2(JsonNode message) {
    JsonNode data = message.get("data").get(0);
    if (message.get("type").asText().equals("snapshot")) {
      clear();
    }
    data.get("bids").forEach(level -> setV2(bids, level));
    data.get("asks").forEach(level -> setV2(asks, level));
    twoSided += !data.get("bids").isEmpty() && !data.get("asks").isEmpty() ? 1 : 0;
    cut();
    return data.get("checksum").asLong();
  }

  private void setV2(TreeMap<BigDecimal, Digits> side, JsonNode level) {
    set(
        side,
        level.get("price").decimalValue().toPlainString(),
        level.get("qty").decimalValue().toPlainString());
  }

  private void set(TreeMap<BigDecimal, Digits> side, String price, String quantity) {
    if (new BigDecimal(quantity).signum() == 0) {
      side.remove(new BigDecimal(price));
    } else {
      side.put(new BigDecimal(price), new Digits(price, quantity));
    }
    if (cutAfterEachLevel) {
      cut();
    }
  }

  private void clear() {
    asks.clear();
    bids.clear();
  }

  private void cut() {
    while (asks.size() > depth) {
      asks.pollLastEntry();
    }
    while (bids.size() > depth) {
      bids.pollLastEntry();
    }
  }

  long checksum() {
    return BookChecksum.of(new ArrayList<>(asks.values()), new ArrayList<>(bids.values()));
  }

  /** The book as numbers, with the digits of the wire dropped. */
  MarketBook book() {
    return new MarketBook(levels(bids), levels(asks));
  }

  private static List<BookLevel> levels(TreeMap<BigDecimal, Digits> side) {
    return side.values().stream()
        .map(
            level -> new BookLevel(new BigDecimal(level.price()), new BigDecimal(level.quantity())))
        .toList();
  }

  int republished() {
    return republished;
  }

  int twoSided() {
    return twoSided;
  }
}
