package io.krakenspot.internal.book;

import io.krakenspot.market.Pair;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A book frame written by hand: levels as the text that a wire would carry. */
final class BookFrame {
  static final Pair PAIR = Pair.of("BTC/USD");

  final boolean snapshot;
  final List<String[]> asks = new ArrayList<>();
  final List<String[]> bids = new ArrayList<>();
  long checksum = BookChange.NO_CHECKSUM;

  private BookFrame(boolean snapshot) {
    this.snapshot = snapshot;
  }

  static BookFrame snapshot() {
    return new BookFrame(true);
  }

  static BookFrame update() {
    return new BookFrame(false);
  }

  BookFrame ask(String price, String quantity) {
    asks.add(new String[] {price, quantity});
    return this;
  }

  BookFrame bid(String price, String quantity) {
    bids.add(new String[] {price, quantity});
    return this;
  }

  /** Levels as {@code price quantity price quantity ...}. */
  BookFrame asks(String... words) {
    for (int i = 0; i < words.length; i += 2) {
      ask(words[i], words[i + 1]);
    }
    return this;
  }

  BookFrame bids(String... words) {
    for (int i = 0; i < words.length; i += 2) {
      bid(words[i], words[i + 1]);
    }
    return this;
  }

  BookFrame checksum(long value) {
    checksum = value;
    return this;
  }

  BookChange change() {
    BookChange change = new BookChange();
    change.describe(PAIR, null, snapshot);
    change.checksum(checksum);
    asks.forEach(level -> add(change.asks(), level[0], level[1]));
    bids.forEach(level -> add(change.bids(), level[0], level[1]));
    return change;
  }

  static void add(LevelChanges to, String writtenPrice, String writtenQuantity) {
    BigDecimal price = new BigDecimal(writtenPrice);
    BigDecimal quantity = new BigDecimal(writtenQuantity);
    long unscaledPrice = price.unscaledValue().longValueExact();
    if (quantity.precision() <= 18) {
      to.add(unscaledPrice, price.scale(), quantity.unscaledValue().longValue(), quantity.scale());
    } else {
      to.addWide(unscaledPrice, price.scale(), quantity);
    }
  }
}
