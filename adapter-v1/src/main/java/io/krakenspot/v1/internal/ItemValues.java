package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The values of account items, each of the field that the reader stands on. Null means that there
 * is none: so do the empty text and, where a method says so, zero.
 */
final class ItemValues {
  private final FrameReader in;

  ItemValues(FrameReader in) {
    this.in = in;
  }

  @Nullable String text(String what) throws IOException {
    String text = in.nextScalar(what);
    return text == null || text.isBlank() ? null : text;
  }

  @Nullable BigDecimal decimal(String what) throws IOException {
    return text(what) == null ? null : in.number(what).decimal();
  }

  /** Zero is none. */
  @Nullable BigDecimal amount(String what) throws IOException {
    BigDecimal amount = decimal(what);
    return amount == null || amount.signum() == 0 ? null : amount;
  }

  /** Zero is none. */
  @Nullable Instant time(String what) throws IOException {
    long micros = text(what) == null ? 0 : WireTime.micros(in.number(what));
    return micros == 0 ? null : WireTime.instant(micros);
  }

  /** Zero is none. */
  @Nullable Integer userReference() throws IOException {
    BigDecimal number = amount("a user reference");
    try {
      return number == null ? null : Integer.valueOf(number.intValueExact());
    } catch (ArithmeticException e) {
      throw new UnreadableException(number + " is not a user reference");
    }
  }

  @Nullable Boolean flag(String what) throws IOException {
    JsonToken token = in.next();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    String text = in.scalar(what);
    return text == null || text.isEmpty() ? null : Boolean.valueOf(text);
  }

  @Nullable Pair pair() throws IOException {
    String text = text("a pair");
    Pair pair = Names.pair(text);
    if (text != null && pair == null) {
      throw new UnreadableException("'" + text + "' is not a pair");
    }
    return pair;
  }

  /** A word that is no side is none. */
  @Nullable Side side() throws IOException {
    String text = text("a side");
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> null;
    };
  }
}
