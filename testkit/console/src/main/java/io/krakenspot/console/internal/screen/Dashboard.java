package io.krakenspot.console.internal.screen;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.Counters;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Side;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.Verification;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Host;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the demo knows of one pair and its connection, and how that looks. For one thread. */
public final class Dashboard {
  private static final int ROWS = 10;
  private static final int TRADES = 3;
  private static final int FILLS = 2;

  private final String title;
  private final boolean coloured;
  private final Ladder ladder = new Ladder(ROWS);
  private final Deque<Trade> lastTrades = new ArrayDeque<>();
  private final Deque<Fill> lastFills = new ArrayDeque<>();
  private final Set<String> orders = new HashSet<>();
  private ConnectionState link = ConnectionState.IDLE;
  private Counters counters = new Counters(0, 0, 0, 0, 0, 0, 0);
  private String noBook = "waiting for the first snapshot";
  private @Nullable Book book;
  private @Nullable Ticker ticker;
  private @Nullable OrderUpdate lastOrder;
  private long trades;
  private long fills;
  private long connects;

  /**
   * A dashboard that knows nothing yet.
   *
   * @param title what runs, for example {@code Kraken Spot v2 at ws://127.0.0.1:40123/v2}
   * @param coloured whether colours may be used
   */
  public Dashboard(String title, boolean coloured) {
    this.title = title;
    this.coloured = coloured;
  }

  /**
   * A connection changed; only that for market data is shown.
   *
   * @param event the change
   */
  public void connection(ConnectionEvent event) {
    if (event.host() != Host.MARKET_DATA) {
      return;
    }
    link = event.state();
    if (link == ConnectionState.READY) {
      connects++;
    }
  }

  /**
   * The book changed.
   *
   * @param newest a copy of it
   */
  public void book(Book newest) {
    book = newest;
  }

  /**
   * Something happened to the subscription of the book.
   *
   * @param event what happened
   */
  public void bookSubscription(SubscriptionEvent event) {
    switch (event.kind()) {
      case INTERRUPTED, SILENT, RESYNCING, REFUSED, ENDED -> {
        book = null;
        noBook = word(event.kind()) + ", " + event.detail();
      }
      case ACCEPTED, WARNING, RESTORED_WITHOUT_LOSS, RESTORED_WITH_LOSS, GAP -> {}
    }
  }

  /**
   * A ticker came.
   *
   * @param newest the ticker
   */
  public void ticker(Ticker newest) {
    ticker = newest;
  }

  /**
   * A trade came.
   *
   * @param trade the trade
   */
  public void trade(Trade trade) {
    trades++;
    lastTrades.addFirst(trade);
    if (lastTrades.size() > TRADES) {
      lastTrades.removeLast();
    }
  }

  /**
   * An order of one's own changed.
   *
   * @param update the order as it stands
   */
  public void order(OrderUpdate update) {
    lastOrder = update;
    orders.add(update.order().id());
  }

  /**
   * An order of one's own was filled, in part or in whole.
   *
   * @param fill the fill
   */
  public void fill(Fill fill) {
    fills++;
    lastFills.addFirst(fill);
    if (lastFills.size() > FILLS) {
      lastFills.removeLast();
    }
  }

  /**
   * What the client has counted.
   *
   * @param newest the counters
   */
  public void counters(Counters newest) {
    counters = newest;
  }

  /**
   * The whole dashboard; always as many lines, so that it can be redrawn in place.
   *
   * @return about 20 lines of at most 85 characters
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(paint(Paint.BOLD, title));
    lines.add(link() + "   " + light() + "   " + counters.frames() + " frames");
    lines.add(figures());
    lines.add("");
    Book shown = book;
    lines.addAll(shown == null ? ladder.without(noBook) : ladder.lines(shown));
    lines.add("");
    for (Trade trade : lastTrades) {
      lines.add(line(trade));
    }
    for (int missing = lastTrades.size(); missing < TRADES; missing++) {
      lines.add("");
    }
    lines.add("");
    lines.addAll(own());
    return lines;
  }

  private List<String> own() {
    List<String> lines = new ArrayList<>();
    OrderUpdate update = lastOrder;
    lines.add(update == null ? "no order of one's own yet" : line(update));
    for (Fill fill : lastFills) {
      lines.add(line(fill));
    }
    for (int missing = lastFills.size(); missing < FILLS; missing++) {
      lines.add("");
    }
    return lines;
  }

  private static String line(OrderUpdate update) {
    Order order = update.order();
    Side side = order.side();
    BigDecimal quantity = order.quantity();
    OrderPrice limit = order.limitPrice();
    return ("own order  " + order.id() + "  " + word(update.kind()))
        + (side == null ? "" : "  " + word(side))
        + (quantity == null ? "" : " " + quantity.toPlainString())
        + (limit == null ? "" : " at " + limit);
  }

  private static String line(Fill fill) {
    return ("own fill   " + fill.orderId() + "  " + word(fill.side()))
        + (" " + fill.quantity().toPlainString() + " at " + fill.price().toPlainString());
  }

  private String link() {
    Paint paint = link == ConnectionState.READY ? Paint.GREEN : Paint.YELLOW;
    return "link " + paint(paint, word(link));
  }

  /** The checksum light: green while the last frame's checksum held. */
  private String light() {
    Book shown = book;
    String state =
        shown == null
            ? paint(Paint.RED, "[no book]")
            : shown.verification() == Verification.VERIFIED
                ? paint(Paint.GREEN, "[verified]")
                : paint(Paint.YELLOW, "[no checksum yet]");
    return "checksum " + state + " " + checksums();
  }

  private String checksums() {
    return counters.checksumsVerified()
        + " verified, "
        + counters.checksumsMismatched()
        + " mismatched";
  }

  private String figures() {
    Ticker shown = ticker;
    if (shown == null) {
      return "waiting for the first ticker";
    }
    BigDecimal last = shown.last();
    return (shown.pair() + "   last " + (last == null ? "unknown" : last.toPlainString()))
        + ("   24h " + shown.low().toPlainString() + " to " + shown.high().toPlainString())
        + ("   volume " + shown.volume().toPlainString());
  }

  private String line(Trade trade) {
    String text =
        String.format(
            Locale.ROOT,
            "%-27s  %-4s  %16s at %s",
            trade.timestamp(),
            word(trade.side()),
            trade.quantity().toPlainString(),
            trade.price().toPlainString());
    return paint(trade.side() == Side.BUY ? Paint.GREEN : Paint.RED, text);
  }

  /**
   * The gist on one line, for where nothing can be redrawn.
   *
   * @return for example {@code 62710.4 x 0.5 | 62710.5 x 1.2 link ready 12 verified, ...}
   */
  public String line() {
    Book shown = book;
    String quotes =
        shown == null ? noBook : level(shown.bestBid()) + " | " + level(shown.bestAsk());
    return quotes + "  link " + word(link) + "  " + checksums() + "  " + trades + " trades";
  }

  private static String level(@Nullable BookLevel level) {
    return level == null
        ? "nothing"
        : level.price().toPlainString() + " x " + level.quantity().toPlainString();
  }

  /**
   * What came of it all.
   *
   * @return for example {@code 812 frames, 400 checksums verified, 0 mismatched, 31 trades, 4 own
   *     orders, ...}
   */
  public String summary() {
    return counters.frames()
        + " frames, "
        + counters.checksumsVerified()
        + " checksums verified, "
        + counters.checksumsMismatched()
        + " mismatched, "
        + trades
        + " trades, "
        + orders.size()
        + " own orders, "
        + fills
        + " own fills, "
        + Math.max(0, connects - 1)
        + " reconnects";
  }

  private String paint(Paint paint, String text) {
    return coloured ? paint.on(text) : text;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
