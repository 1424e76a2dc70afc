package io.krakenspot.v2.internal;

import io.krakenspot.market.Pair;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.LevelChanges;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code book}: allocates nothing once its lists have grown. */
final class BookDecoder extends ChannelMessage {
  private final List<BookChange> changes = new ArrayList<>();
  private final WireNumber price = new WireNumber();
  private final WireNumber quantity = new WireNumber();
  private int count;

  BookDecoder() {
    super("book");
  }

  @Override
  void data(WireReader in) throws IOException {
    count = 0;
    in.array();
    while (in.nextElement()) {
      in.object();
      book(in, next());
    }
  }

  private BookChange next() {
    if (count == changes.size()) {
      changes.add(new BookChange());
    }
    BookChange change = changes.get(count++);
    change.clear();
    return change;
  }

  private void book(WireReader in, BookChange change) throws IOException {
    Pair pair = null;
    while (in.nextField()) {
      switch (in.name()) {
        case "symbol" -> pair = in.pair();
        case "bids" -> levels(in, change.bids());
        case "asks" -> levels(in, change.asks());
        case "checksum" -> change.checksum(in.checksum());
        case "timestamp" -> change.epochMicros(in.epochMicros());
        default -> in.unknown();
      }
    }
    change.describe(in.present(pair, "symbol"), null, false);
    if (change.checksum() == BookChange.NO_CHECKSUM) {
      throw in.malformed("checksum is missing");
    }
  }

  private void levels(WireReader in, LevelChanges levels) throws IOException {
    levels.clear();
    in.array();
    while (in.nextElement()) {
      in.object();
      level(in);
      price.requirePrice("price", in);
      quantity.requireQuantity("qty", in);
      add(levels);
    }
  }

  private void level(WireReader in) throws IOException {
    price.clear();
    quantity.clear();
    while (in.nextField()) {
      switch (in.name()) {
        case "price" -> in.number(price);
        case "qty" -> in.number(quantity);
        default -> in.unknown();
      }
    }
  }

  private void add(LevelChanges levels) {
    BigDecimal wide = quantity.wide();
    if (wide == null) {
      levels.add(price.unscaled(), price.scale(), quantity.unscaled(), quantity.scale());
    } else {
      levels.addWide(price.unscaled(), price.scale(), wide);
    }
  }

  @Override
  void report(Inbound inbound, boolean snapshot) {
    for (int index = 0; index < count; index++) {
      BookChange change = changes.get(index);
      change.describe(change.pair(), null, snapshot);
      inbound.book(change);
    }
  }
}
