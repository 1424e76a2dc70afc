package io.krakenspot.console.internal.event;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.Verification;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Events for people to read, for example {@code trade BTC/USD sell 0.5 at 62710.4}. */
public final class PlainEvents implements EventFormat {
  /** Makes the format. */
  public PlainEvents() {}

  @Override
  public String book(Book book) {
    return line("book", book.pair(), level(book.bestBid()) + " | " + level(book.bestAsk()))
        + "  "
        + changed(book)
        + verified(book.verification());
  }

  private static String level(@Nullable BookLevel level) {
    return level == null ? "nothing" : quote(level.price(), level.quantity());
  }

  private static String changed(Book book) {
    int levels = book.changedAsks().size() + book.changedBids().size();
    return book.fromSnapshot()
        ? "snapshot of " + levels + " levels"
        : levels + (levels == 1 ? " level changed" : " levels changed");
  }

  private static String verified(Verification verification) {
    return switch (verification) {
      case VERIFIED -> ", checksum holds";
      case MISMATCH -> ", CHECKSUM DOES NOT HOLD";
      case NONE -> "";
    };
  }

  @Override
  public String trade(Trade trade, boolean snapshot) {
    String what =
        word(trade.side()) + " " + plain(trade.quantity()) + " at " + plain(trade.price());
    return line("trade", trade.pair(), what) + "  " + trade.timestamp();
  }

  @Override
  public String ticker(Ticker ticker) {
    BigDecimal last = ticker.last();
    return line("ticker", ticker.pair(), quotes(ticker.bid(), ticker.ask()))
        + (last == null ? "" : "  last " + plain(last))
        + ("  24h " + plain(ticker.low()) + " to " + plain(ticker.high()))
        + ("  volume " + plain(ticker.volume()));
  }

  @Override
  public String spread(Spread spread) {
    return line(
        "spread",
        spread.pair(),
        quote(spread.bid(), spread.bidQuantity())
            + " | "
            + quote(spread.ask(), spread.askQuantity()));
  }

  @Override
  public String candle(Candle candle, boolean snapshot) {
    return line("ohlc", candle.pair(), candle.interval().minutes() + " min from " + candle.begin())
        + ("  open " + plain(candle.open()) + "  high " + plain(candle.high()))
        + ("  low " + plain(candle.low()) + "  close " + plain(candle.close()))
        + ("  volume " + plain(candle.volume()) + "  " + candle.trades() + " trades");
  }

  @Override
  public List<String> instruments(Instruments instruments) {
    List<String> lines = new ArrayList<>();
    for (AssetInfo asset : instruments.assets()) {
      lines.add(line("asset", asset.code(), asset.precision() + " decimals"));
    }
    for (Instrument pair : instruments.pairs()) {
      lines.add(line("pair", pair.pair(), word(pair.status()) + "  " + decimals(pair)));
    }
    return lines;
  }

  private static String decimals(Instrument pair) {
    return pair.pricePrecision()
        + " decimals of price, "
        + pair.quantityPrecision()
        + " of quantity";
  }

  @Override
  public String level3(Level3Book book) {
    int orders = book.askEvents().size() + book.bidEvents().size();
    return line("level3", book.pair(), level(book.bestBid()) + " | " + level(book.bestAsk()))
        + ("  " + orders + (book.fromSnapshot() ? " orders" : " changes"))
        + verified(book.verification());
  }

  @Override
  public String order(OrderUpdate update) {
    return PlainAccount.order(update);
  }

  @Override
  public String fill(Fill fill, boolean snapshot) {
    return PlainAccount.fill(fill);
  }

  @Override
  public List<String> balances(BalanceEvent event) {
    return PlainAccount.balances(event);
  }

  @Override
  public String fate(Outcome outcome) {
    return PlainAccount.fate(outcome);
  }

  @Override
  public String status(SystemStatus status) {
    String version = status.version();
    return line("status", "engine", word(status.state()))
        + (version == null ? "" : "  version " + version);
  }

  @Override
  public String connection(ConnectionEvent event) {
    String wait =
        event.state() == ConnectionState.WAITING
            ? TimeUnit.NANOSECONDS.toMillis(event.delayNanos()) + " ms  "
            : "";
    return line("link", word(event.host()), word(event.state()) + "  " + wait + event.detail())
        .stripTrailing();
  }

  @Override
  public String subscription(SubscriptionEvent event) {
    Pair pair = event.pair();
    return line(event.topic(), pair == null ? "all" : pair, word(event.kind()))
        + (event.detail().isEmpty() ? "" : ": " + event.detail());
  }

  @Override
  public String malformed(String detail) {
    return line("malformed", "frame", detail);
  }

  @Override
  public String unrecognised(String kind, String text) {
    return line("unknown", kind, Tokens.hidden(text));
  }

  @Override
  public String error(String text) {
    return line("error", "exchange", text);
  }

  @Override
  public String warning(String text) {
    return line("warning", "client", text);
  }

  @Override
  public String lost(long lines) {
    return line("lost", lines, "lines were left out because the reader is too slow");
  }

  static String line(String kind, Object subject, String what) {
    return String.format(Locale.ROOT, "%-7s %-10s %s", kind, subject, what);
  }

  private static String quote(BigDecimal price, BigDecimal quantity) {
    return plain(price) + " x " + plain(quantity);
  }

  private static String quotes(BigDecimal bid, BigDecimal ask) {
    return plain(bid) + " | " + plain(ask);
  }

  static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
