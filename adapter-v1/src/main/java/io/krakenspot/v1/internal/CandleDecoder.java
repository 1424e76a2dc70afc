package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Interval;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code ohlc}: {@code [time, end, open, high, low, close, vwap, volume, count]}. */
final class CandleDecoder implements PayloadDecoder {
  private static final long MINUTE = 60_000_000L;

  private @Nullable Candle candle;

  @Override
  public void begin() {
    candle = null;
  }

  @Override
  public void payload(FrameReader in, Label label) throws IOException {
    in.expect(JsonToken.START_ARRAY, "a candle");
    Interval interval = interval(label);
    Instant updated = in.nextInstant("a time");
    candle =
        new Candle(
            label.pair(),
            interval,
            begin(in.nextMicros("the end of the interval"), interval),
            in.nextDecimal("an open price"),
            in.nextDecimal("a high price"),
            in.nextDecimal("a low price"),
            in.nextDecimal("a close price"),
            in.nextDecimal("an average price"),
            in.nextDecimal("a volume"),
            in.nextWhole("a number of trades"),
            updated);
    in.skipUnknownElements();
  }

  @Override
  public void report(Inbound inbound) {
    if (candle != null) {
      inbound.candle(candle, false);
    }
  }

  private static Interval interval(Label label) throws IOException {
    if (label.topic() instanceof Topic.CandleTopic topic) {
      return topic.interval();
    }
    throw new UnreadableException("a candle on channel " + label.channel());
  }

  /**
   * On the wire the end is a whole minute. In the documentation's example it is some moment within
   * the interval, whose begin is then the last multiple of the interval before.
   */
  private static Instant begin(long end, Interval interval) throws IOException {
    long length = interval.minutes() * MINUTE;
    long begin = end % MINUTE == 0 ? end - length : Math.floorDiv(end - 1, length) * length;
    if (begin < 0) {
      throw new UnreadableException("a candle that ends before its first interval");
    }
    return WireTime.instant(begin);
  }
}
