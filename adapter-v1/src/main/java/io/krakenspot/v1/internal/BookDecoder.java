package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Depth;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * {@code book}: a snapshot {@code {"as":..,"bs":..}}, an update {@code {"a":..,"c":..}}, or an
 * update of both sides in two objects. Allocates nothing once its lists have grown.
 */
final class BookDecoder implements PayloadDecoder {
  private static final long LARGEST_CHECKSUM = 0xFFFF_FFFFL;

  private final BookChange change = new BookChange();
  private boolean snapshot;
  private boolean update;
  private long newest;
  private long newestRepublished;

  @Override
  public void begin() {
    change.clear();
    snapshot = false;
    update = false;
    newest = BookChange.NO_TIME;
    newestRepublished = BookChange.NO_TIME;
  }

  @Override
  public int mostPayloads() {
    return 2;
  }

  @Override
  public void payload(FrameReader in, Label label) throws IOException {
    in.expect(JsonToken.START_OBJECT, "an object of levels");
    boolean empty = true;
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      empty &= !field(name, in);
    }
    if (empty) {
      throw new UnreadableException("neither as, bs, a, b nor c is there");
    }
    if (snapshot && update) {
      throw new UnreadableException("a snapshot and an update in one frame");
    }
    change.describe(label.pair(), depth(label), snapshot);
    change.epochMicros(newest == BookChange.NO_TIME ? newestRepublished : newest);
  }

  /** Every update carries a checksum on the wire; without one nobody could vouch for the book. */
  @Override
  public void end() throws IOException {
    if (update && change.checksum() == BookChange.NO_CHECKSUM) {
      throw new UnreadableException("an update without a checksum");
    }
  }

  @Override
  public void report(Inbound inbound) {
    inbound.book(change);
  }

  private boolean field(String name, FrameReader in) throws IOException {
    switch (name) {
      case "as" -> snapshotSide(in, change.asks());
      case "bs" -> snapshotSide(in, change.bids());
      case "a" -> updateSide(in, change.asks());
      case "b" -> updateSide(in, change.bids());
      case "c" -> change.checksum(checksum(in));
      default -> {
        in.skipUnknownField();
        return false;
      }
    }
    return true;
  }

  private void snapshotSide(FrameReader in, LevelChanges side) throws IOException {
    snapshot = true;
    levels(in, side);
  }

  private void updateSide(FrameReader in, LevelChanges side) throws IOException {
    update = true;
    levels(in, side);
  }

  private void levels(FrameReader in, LevelChanges side) throws IOException {
    in.expectNext(JsonToken.START_ARRAY, "a list of levels");
    while (in.next() != JsonToken.END_ARRAY) {
      in.expect(JsonToken.START_ARRAY, "a level");
      level(in, side);
    }
  }

  private void level(FrameReader in, LevelChanges side) throws IOException {
    WireNumber number = in.nextNumber("a price");
    requirePrice(number);
    long price = number.unscaled();
    int priceScale = number.scale();
    addLevel(side, price, priceScale, in.nextNumber("a quantity"));
    time(in.nextMicros("a time"), in);
  }

  private static void addLevel(LevelChanges side, long price, int priceScale, WireNumber quantity)
      throws IOException {
    if (quantity.signum() < 0) {
      throw new UnreadableException("quantity " + quantity.decimal() + " is negative");
    }
    BigDecimal wide = quantity.wide();
    if (wide == null) {
      side.add(price, priceScale, quantity.unscaled(), quantity.scale());
    } else {
      side.addWide(price, priceScale, wide);
    }
  }

  private static void requirePrice(WireNumber price) throws IOException {
    if (price.signum() <= 0) {
      throw new UnreadableException("price " + price.decimal() + " is not above zero");
    }
    if (price.wide() != null) {
      throw new UnreadableException("price " + price.decimal() + " has more than 18 digits");
    }
  }

  /** The level's time counts unless the level is an old one that came back into view. */
  private void time(long micros, FrameReader in) throws IOException {
    if (in.next() == JsonToken.END_ARRAY) {
      newest = Math.max(newest, micros);
    } else {
      republished(micros, in);
      in.skipUnknownElements();
    }
  }

  private void republished(long micros, FrameReader in) throws IOException {
    if (in.isLetter('r')) {
      newestRepublished = Math.max(newestRepublished, micros);
    } else {
      newest = Math.max(newest, micros);
      in.countUnknown();
      in.skip();
    }
  }

  private static long checksum(FrameReader in) throws IOException {
    long checksum = in.nextWhole("a checksum");
    if (checksum < 0 || checksum > LARGEST_CHECKSUM) {
      throw new UnreadableException(checksum + " is not a checksum of 32 bits");
    }
    return checksum;
  }

  private static @Nullable Depth depth(Label label) {
    return label.topic() instanceof Topic.BookTopic book ? book.depth() : null;
  }
}
