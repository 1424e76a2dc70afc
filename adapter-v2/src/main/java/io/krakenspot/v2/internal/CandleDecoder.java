package io.krakenspot.v2.internal;

import io.krakenspot.market.Candle;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code ohlc}; the time of the message stands beside the candles, before or after them. */
final class CandleDecoder extends ListMessage<Candle> {
  private @Nullable Instant updated;
  private @Nullable Pair pair;
  private @Nullable Interval interval;
  private @Nullable Instant begin;
  private @Nullable BigDecimal open;
  private @Nullable BigDecimal high;
  private @Nullable BigDecimal low;
  private @Nullable BigDecimal close;
  private @Nullable BigDecimal vwap;
  private @Nullable BigDecimal volume;
  private @Nullable Long trades;

  CandleDecoder() {
    super("ohlc");
  }

  @Override
  public void begin(WireReader in) {
    super.begin(in);
    updated = null;
  }

  @Override
  public void field(String name, WireReader in) throws IOException {
    if (name.equals("timestamp")) {
      updated = in.instant();
    } else {
      super.field(name, in);
    }
  }

  @Override
  void clear() {
    pair = null;
    interval = null;
    begin = null;
    open = null;
    high = null;
    low = null;
    close = null;
    vwap = null;
    volume = null;
    trades = null;
  }

  @Override
  void item(String name, WireReader in) throws IOException {
    switch (name) {
      case "symbol" -> pair = in.pair();
      case "interval" -> interval = interval(in);
      case "interval_begin" -> begin = in.instant();
      case "open" -> open = in.decimal();
      case "high" -> high = in.decimal();
      case "low" -> low = in.decimal();
      case "close" -> close = in.decimal();
      case "vwap" -> vwap = in.decimal();
      case "volume" -> volume = in.decimal();
      case "trades" -> trades = in.whole();
      case "timestamp" -> in.skip(); // deprecated: the candle's end
      default -> in.unknown();
    }
  }

  private static Interval interval(WireReader in) throws IOException {
    int minutes = in.smallWhole();
    try {
      return Interval.ofMinutes(minutes);
    } catch (IllegalArgumentException e) {
      throw in.wrongValue(e);
    }
  }

  @Override
  Candle item(WireReader in) {
    return new Candle(
        in.present(pair, "symbol"),
        in.present(interval, "interval"),
        in.present(begin, "interval_begin"),
        in.present(open, "open"),
        in.present(high, "high"),
        in.present(low, "low"),
        in.present(close, "close"),
        in.present(vwap, "vwap"),
        in.present(volume, "volume"),
        in.present(trades, "trades"),
        null);
  }

  @Override
  void report(Candle candle, boolean snapshot, Inbound inbound) {
    inbound.candle(
        new Candle(
            candle.pair(),
            candle.interval(),
            candle.begin(),
            candle.open(),
            candle.high(),
            candle.low(),
            candle.close(),
            candle.vwap(),
            candle.volume(),
            candle.trades(),
            updated),
        snapshot);
  }
}
