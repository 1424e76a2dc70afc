package io.krakenspot.v2.internal;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Ticker;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code ticker}, which is the spread as well. */
final class TickerDecoder extends ListMessage<Ticker> {
  private @Nullable Pair pair;
  private @Nullable BigDecimal bid;
  private @Nullable BigDecimal bidQuantity;
  private @Nullable BigDecimal ask;
  private @Nullable BigDecimal askQuantity;
  private @Nullable BigDecimal last;
  private @Nullable BigDecimal volume;
  private @Nullable BigDecimal vwap;
  private @Nullable BigDecimal low;
  private @Nullable BigDecimal high;
  private @Nullable BigDecimal change;
  private @Nullable BigDecimal changePercent;
  private @Nullable Instant timestamp;

  TickerDecoder() {
    super("ticker");
  }

  @Override
  void clear() {
    pair = null;
    bid = null;
    bidQuantity = null;
    ask = null;
    askQuantity = null;
    last = null;
    volume = null;
    vwap = null;
    low = null;
    high = null;
    change = null;
    changePercent = null;
    timestamp = null;
  }

  @Override
  void item(String name, WireReader in) throws IOException {
    switch (name) {
      case "symbol" -> pair = in.pair();
      case "bid" -> bid = in.decimal();
      case "bid_qty" -> bidQuantity = in.decimal();
      case "ask" -> ask = in.decimal();
      case "ask_qty" -> askQuantity = in.decimal();
      case "last" -> last = in.decimal();
      case "volume" -> volume = in.decimal();
      case "vwap" -> vwap = in.decimal();
      case "low" -> low = in.decimal();
      case "high" -> high = in.decimal();
      case "change" -> change = in.decimal();
      case "change_pct" -> changePercent = in.decimal();
      case "timestamp" -> timestamp = in.instant();
      default -> in.unknown();
    }
  }

  @Override
  Ticker item(WireReader in) {
    return new Ticker(
        in.present(pair, "symbol"),
        in.present(bid, "bid"),
        in.present(bidQuantity, "bid_qty"),
        in.present(ask, "ask"),
        in.present(askQuantity, "ask_qty"),
        last,
        in.present(volume, "volume"),
        in.present(vwap, "vwap"),
        in.present(low, "low"),
        in.present(high, "high"),
        change,
        changePercent,
        null,
        null,
        null,
        timestamp);
  }

  @Override
  void report(Ticker ticker, boolean snapshot, Inbound inbound) {
    inbound.ticker(ticker);
    inbound.spread(
        new Spread(
            ticker.pair(),
            ticker.bid(),
            ticker.bidQuantity(),
            ticker.ask(),
            ticker.askQuantity(),
            ticker.timestamp()));
  }
}
