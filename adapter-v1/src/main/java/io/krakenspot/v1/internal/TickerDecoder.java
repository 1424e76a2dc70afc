package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code ticker}: an object of arrays, {@code a} and {@code b} of price, whole lots and quantity,
 * {@code c} of price and quantity, the others of a figure for today and one for 24 hours.
 */
final class TickerDecoder implements PayloadDecoder {
  private static final String FIELDS = "abcvptlho";
  private static final int WIDTH = 3;

  private final @Nullable BigDecimal[] values = new BigDecimal[FIELDS.length() * WIDTH];
  private @Nullable Ticker ticker;

  @Override
  public void begin() {
    ticker = null;
    Arrays.fill(values, null);
  }

  @Override
  public void payload(FrameReader in, Label label) throws IOException {
    in.expect(JsonToken.START_OBJECT, "an object of figures");
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      int field = name.length() == 1 ? FIELDS.indexOf(name.charAt(0)) : -1;
      if (field < 0) {
        in.skipUnknownField();
      } else {
        figures(in, field * WIDTH);
      }
    }
    ticker = ticker(label.pair());
  }

  @Override
  public void report(Inbound inbound) {
    if (ticker != null) {
      inbound.ticker(ticker);
    }
  }

  private void figures(FrameReader in, int from) throws IOException {
    in.expectNext(JsonToken.START_ARRAY, "an array of figures");
    for (int index = 0; in.next() != JsonToken.END_ARRAY; index++) {
      if (index < WIDTH) {
        values[from + index] = in.number("a figure").decimal();
      } else {
        in.countUnknown();
        in.skip();
      }
    }
  }

  private Ticker ticker(Pair pair) throws IOException {
    BigDecimal last = value('c', 0);
    BigDecimal open = value('o', 1);
    return new Ticker(
        pair,
        required('b', 0),
        required('b', 2),
        required('a', 0),
        required('a', 2),
        last,
        required('v', 1),
        required('p', 1),
        required('l', 1),
        required('h', 1),
        last == null || open == null ? null : last.subtract(open),
        null,
        value('c', 1),
        count(value('t', 1)),
        today(),
        null);
  }

  private Ticker.@Nullable Today today() throws IOException {
    BigDecimal open = value('o', 0);
    BigDecimal volume = value('v', 0);
    BigDecimal vwap = value('p', 0);
    BigDecimal low = value('l', 0);
    BigDecimal high = value('h', 0);
    Long trades = count(value('t', 0));
    return open == null
            || volume == null
            || vwap == null
            || low == null
            || high == null
            || trades == null
        ? null
        : new Ticker.Today(open, volume, vwap, low, high, trades);
  }

  private @Nullable BigDecimal value(char field, int index) {
    return values[FIELDS.indexOf(field) * WIDTH + index];
  }

  private BigDecimal required(char field, int index) throws IOException {
    BigDecimal value = value(field, index);
    if (value == null) {
      throw new UnreadableException("a ticker without " + field + "[" + index + "]");
    }
    return value;
  }

  private static @Nullable Long count(@Nullable BigDecimal value) throws IOException {
    try {
      return value == null ? null : value.longValueExact();
    } catch (ArithmeticException e) {
      throw new UnreadableException(value + " is not a number of trades");
    }
  }
}
