package io.krakenspot.testkit.contract;

import io.krakenspot.market.Book;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Verification;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A book kept in the most obvious way, to hold against the one that a client shows. */
final class PlainBook {
  private static final int MOST_LOST_ZEROS = 10;

  private final int depth;
  private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private final NavigableMap<BigDecimal, BigDecimal> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private boolean snapshot;
  private long checksum = BookChange.NO_CHECKSUM;
  private boolean compared;

  PlainBook(int depth) {
    this.depth = depth;
  }

  void apply(BookChange change) {
    compared = false;
    snapshot = change.snapshot();
    checksum = change.checksum();
    if (snapshot) {
      asks.clear();
      bids.clear();
    }
    apply(change.asks(), asks);
    apply(change.bids(), bids);
  }

  private void apply(LevelChanges changes, NavigableMap<BigDecimal, BigDecimal> side) {
    for (int index = 0; index < changes.size(); index++) {
      BigDecimal price = BigDecimal.valueOf(changes.price(index), changes.priceScale(index));
      BigDecimal quantity =
          Objects.requireNonNullElse(changes.wideQuantity(index), quantity(changes, index));
      if (quantity.signum() == 0) {
        side.remove(price);
      } else {
        side.put(price, quantity);
      }
    }
    while (side.size() > depth) {
      side.pollLastEntry();
    }
  }

  private static BigDecimal quantity(LevelChanges changes, int index) {
    return BigDecimal.valueOf(changes.quantity(index), changes.quantityScale(index));
  }

  /** Why a book that is shown is wrong; empty if it is right. */
  String faultOf(Book book) {
    if (compared) {
      return "";
    }
    compared = true;
    if (!same(book.asks(), asks) || !same(book.bids(), bids)) {
      return "shown are asks " + book.asks().toList() + ", bids " + book.bids().toList();
    } else if (checksum == BookChange.NO_CHECKSUM) {
      return snapshot ? "" : "an update without a checksum is shown";
    } else if (book.verification() != Verification.VERIFIED || !holds(book)) {
      return "shown with a checksum that does not hold";
    }
    return "";
  }

  private static boolean same(Levels shown, NavigableMap<BigDecimal, BigDecimal> side) {
    int index = 0;
    for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
      if (index == shown.size()
          || shown.price(index).compareTo(level.getKey()) != 0
          || shown.quantity(index).compareTo(level.getValue()) != 0) {
        return false;
      }
      index++;
    }
    return index == shown.size();
  }

  private boolean holds(Book book) {
    for (int price = 0; price <= MOST_LOST_ZEROS; price++) {
      for (int quantity = 0; quantity <= MOST_LOST_ZEROS; quantity++) {
        if (crc(book.priceScale() + price, book.quantityScale() + quantity) == checksum) {
          return true;
        }
      }
    }
    return false;
  }

  private long crc(int priceDecimals, int quantityDecimals) {
    StringBuilder text = new StringBuilder();
    append(asks, priceDecimals, quantityDecimals, text);
    append(bids, priceDecimals, quantityDecimals, text);
    CRC32 crc = new CRC32();
    crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static void append(
      NavigableMap<BigDecimal, BigDecimal> side, int price, int quantity, StringBuilder text) {
    side.entrySet().stream()
        .limit(10)
        .forEach(
            level ->
                text.append(level.getKey().setScale(price).unscaledValue())
                    .append(level.getValue().setScale(quantity).unscaledValue()));
  }
}
