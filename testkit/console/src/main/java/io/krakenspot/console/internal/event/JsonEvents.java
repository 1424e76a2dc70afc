package io.krakenspot.console.internal.event;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Topic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Events as JSON lines, the same for v1 and v2. The fields are listed in docs/json-events.md. */
public final class JsonEvents implements EventFormat {
  private static final long NO_CHECKSUM = -1;

  /** Makes the format. */
  public JsonEvents() {}

  @Override
  public String book(Book book) {
    return bookFields(book).toString();
  }

  /**
   * A book update that could not be applied, because no snapshot came before it.
   *
   * @param book the book as it stands
   * @return its line
   */
  public String ignoredBook(Book book) {
    return ignored("book", book.pair(), book.state());
  }

  @Override
  public String level3(Level3Book book) {
    return JsonLine.event("level3")
        .with("pair", book.pair())
        .with("depth", book.depth().levels())
        .with("type", book.fromSnapshot() ? "snapshot" : "update")
        .with("state", book.state())
        .with("asks", orders(book.askEvents()))
        .with("bids", orders(book.bidEvents()))
        .with("bestBid", price(book.bestBid()))
        .with("bestAsk", price(book.bestAsk()))
        .with("checksum", book.checksum() == NO_CHECKSUM ? null : book.checksum())
        .with("verification", book.verification())
        .with("timestamp", book.timestamp())
        .toString();
  }

  private static List<JsonLine> orders(List<Level3Event> events) {
    return events.stream().map(JsonEvents::order).toList();
  }

  private static JsonLine order(Level3Event event) {
    return JsonLine.empty()
        .with("event", event.kind())
        .with("orderId", event.order().id())
        .with("price", event.order().price())
        .with("quantity", event.order().quantity())
        .with("timestamp", event.order().timestamp());
  }

  /**
   * An update of a book of individual orders that could not be applied, because no snapshot came
   * before it.
   *
   * @param book the book as it stands
   * @return its line
   */
  public String ignoredLevel3(Level3Book book) {
    return ignored("level3", book.pair(), book.state());
  }

  private static String ignored(String event, Pair pair, BookState state) {
    return JsonLine.event(event)
        .with("pair", pair)
        .with("state", state)
        .with("ignored", true)
        .toString();
  }

  private static JsonLine bookFields(Book book) {
    return JsonLine.event("book")
        .with("pair", book.pair())
        .with("depth", book.depth().levels())
        .with("type", book.fromSnapshot() ? "snapshot" : "update")
        .with("state", book.state())
        .with("asks", levels(book.changedAsks()))
        .with("bids", levels(book.changedBids()))
        .with("bestBid", price(book.bestBid()))
        .with("bestAsk", price(book.bestAsk()))
        .with("checksum", book.checksum() == NO_CHECKSUM ? null : book.checksum())
        .with("verification", book.verification())
        .with("timestamp", book.timestamp());
  }

  private static List<List<BigDecimal>> levels(Levels levels) {
    List<List<BigDecimal>> list = new ArrayList<>(levels.size());
    for (int i = 0; i < levels.size(); i++) {
      list.add(List.of(levels.price(i), levels.quantity(i)));
    }
    return list;
  }

  private static @Nullable BigDecimal price(@Nullable BookLevel level) {
    return level == null ? null : level.price();
  }

  @Override
  public String trade(Trade trade, boolean snapshot) {
    return JsonLine.event("trade")
        .with("pair", trade.pair())
        .with("side", trade.side())
        .with("price", trade.price())
        .with("quantity", trade.quantity())
        .with("orderType", trade.orderType())
        .with("timestamp", trade.timestamp())
        .with("id", trade.id())
        .with("snapshot", trueOrAbsent(snapshot))
        .toString();
  }

  private static @Nullable Boolean trueOrAbsent(boolean flag) {
    return flag ? Boolean.TRUE : null;
  }

  @Override
  public String ticker(Ticker ticker) {
    return JsonLine.event("ticker")
        .with("pair", ticker.pair())
        .with("bid", ticker.bid())
        .with("bidQuantity", ticker.bidQuantity())
        .with("ask", ticker.ask())
        .with("askQuantity", ticker.askQuantity())
        .with("last", ticker.last())
        .with("lastQuantity", ticker.lastQuantity())
        .with("volume", ticker.volume())
        .with("vwap", ticker.vwap())
        .with("low", ticker.low())
        .with("high", ticker.high())
        .with("change", ticker.change())
        .with("changePercent", ticker.changePercent())
        .with("trades", ticker.trades())
        .with("today", today(ticker.today()))
        .with("timestamp", ticker.timestamp())
        .toString();
  }

  private static @Nullable JsonLine today(Ticker.@Nullable Today today) {
    return today == null
        ? null
        : JsonLine.empty()
            .with("open", today.open())
            .with("volume", today.volume())
            .with("vwap", today.vwap())
            .with("low", today.low())
            .with("high", today.high())
            .with("trades", today.trades());
  }

  @Override
  public String spread(Spread spread) {
    return JsonLine.event("spread")
        .with("pair", spread.pair())
        .with("bid", spread.bid())
        .with("bidQuantity", spread.bidQuantity())
        .with("ask", spread.ask())
        .with("askQuantity", spread.askQuantity())
        .with("timestamp", spread.timestamp())
        .toString();
  }

  @Override
  public String candle(Candle candle, boolean snapshot) {
    return JsonLine.event("ohlc")
        .with("pair", candle.pair())
        .with("interval", candle.interval().minutes())
        .with("begin", candle.begin())
        .with("end", candle.end())
        .with("open", candle.open())
        .with("high", candle.high())
        .with("low", candle.low())
        .with("close", candle.close())
        .with("vwap", candle.vwap())
        .with("volume", candle.volume())
        .with("trades", candle.trades())
        .with("updated", candle.updated())
        .with("snapshot", trueOrAbsent(snapshot))
        .toString();
  }

  @Override
  public List<String> instruments(Instruments instruments) {
    List<String> lines = new ArrayList<>();
    instruments.assets().forEach(asset -> lines.add(asset(asset)));
    instruments.pairs().forEach(pair -> lines.add(instrument(pair)));
    return lines;
  }

  private static String asset(AssetInfo asset) {
    return JsonLine.event("asset")
        .with("asset", asset.code())
        .with("status", asset.status())
        .with("precision", asset.precision())
        .with("displayPrecision", asset.displayPrecision())
        .with("borrowable", asset.borrowable())
        .with("collateralValue", asset.collateralValue())
        .with("marginRate", asset.marginRate())
        .with("multiplier", asset.multiplier())
        .with("assetClass", asset.assetClass())
        .toString();
  }

  private static String instrument(Instrument pair) {
    return JsonLine.event("instrument")
        .with("pair", pair.pair())
        .with("status", pair.status())
        .with("pricePrecision", pair.pricePrecision())
        .with("priceIncrement", pair.priceIncrement())
        .with("quantityPrecision", pair.quantityPrecision())
        .with("quantityIncrement", pair.quantityIncrement())
        .with("minimumQuantity", pair.minimumQuantity())
        .with("costPrecision", pair.costPrecision())
        .with("minimumCost", pair.minimumCost())
        .with("marginable", pair.marginable())
        .with("hasIndex", pair.hasIndex())
        .with("initialMargin", pair.initialMargin())
        .with("longPositionLimit", pair.longPositionLimit())
        .with("shortPositionLimit", pair.shortPositionLimit())
        .toString();
  }

  @Override
  public String order(OrderUpdate update) {
    return JsonAccount.order(update).toString();
  }

  /**
   * A report of an order that has ended already.
   *
   * @param orderId which
   * @return its line
   */
  public String ignoredOrder(String orderId) {
    return JsonLine.event("order").with("orderId", orderId).with("ignored", true).toString();
  }

  @Override
  public String fill(Fill fill, boolean snapshot) {
    return JsonAccount.fill(fill).with("snapshot", trueOrAbsent(snapshot)).toString();
  }

  @Override
  public List<String> balances(BalanceEvent event) {
    if (event instanceof BalanceEvent.Snapshot all) {
      return all.balances().stream().map(each -> JsonAccount.balance(each).toString()).toList();
    }
    return List.of(JsonAccount.ledger(((BalanceEvent.Change) event).entry()).toString());
  }

  @Override
  public String fate(Outcome outcome) {
    return JsonCommands.fate(outcome).toString();
  }

  /**
   * The exchange's answer to a command, as a recording has it.
   *
   * @param answer the answer
   * @return its line
   */
  public String answer(CommandAnswer answer) {
    return JsonCommands.answer(answer).toString();
  }

  @Override
  public String status(SystemStatus status) {
    return JsonLine.event("status")
        .with("state", status.state())
        .with("version", status.version())
        .with("connectionId", status.connectionId())
        .toString();
  }

  @Override
  public String connection(ConnectionEvent event) {
    boolean waiting = event.state() == ConnectionState.WAITING;
    return JsonLine.event("connection")
        .with("host", event.host())
        .with("link", event.link())
        .with("state", event.state())
        .with("attempt", event.attempt())
        .with("delayMillis", waiting ? TimeUnit.NANOSECONDS.toMillis(event.delayNanos()) : null)
        .with("detail", textOrAbsent(event.detail()))
        .toString();
  }

  @Override
  public String subscription(SubscriptionEvent event) {
    return JsonLine.event("subscription")
        .with("kind", event.kind())
        .with("topic", event.topic())
        .with("pair", event.pair())
        .with("detail", textOrAbsent(event.detail()))
        .toString();
  }

  /**
   * The exchange's answer to a subscription, as a recording has it.
   *
   * @param answer the answer
   * @return its line
   */
  public String acknowledgement(Acknowledgement answer) {
    Topic topic = answer.topic();
    boolean numbered = answer.requestId() != Acknowledgement.NO_REQUEST;
    return JsonLine.event("subscription")
        .with("kind", kind(answer))
        .with("topic", topic == null ? null : topic.name())
        .with("depth", depth(topic))
        .with(
            "interval", topic instanceof Topic.CandleTopic ohlc ? ohlc.interval().minutes() : null)
        .with("pair", answer.pair())
        .with("requestId", numbered ? answer.requestId() : null)
        .with("detail", detail(answer))
        .toString();
  }

  private static @Nullable Integer depth(@Nullable Topic topic) {
    if (topic instanceof Topic.BookTopic book) {
      return book.depth().levels();
    }
    return topic instanceof Topic.Level3Topic orders ? orders.depth().levels() : null;
  }

  private static SubscriptionEvent.Kind kind(Acknowledgement answer) {
    if (!answer.success()) {
      return SubscriptionEvent.Kind.REFUSED;
    }
    return answer.unsubscribed() ? SubscriptionEvent.Kind.ENDED : SubscriptionEvent.Kind.ACCEPTED;
  }

  private static @Nullable String detail(Acknowledgement answer) {
    return answer.error() != null
        ? answer.error()
        : textOrAbsent(String.join("; ", answer.warnings()));
  }

  private static @Nullable String textOrAbsent(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public String malformed(String detail) {
    return JsonLine.event("malformed").with("detail", detail).toString();
  }

  @Override
  public String unrecognised(String kind, String text) {
    return JsonLine.event("unrecognised")
        .with("kind", kind)
        .with("text", Tokens.hidden(text))
        .toString();
  }

  @Override
  public String error(String text) {
    return JsonLine.event("error").with("detail", text).toString();
  }

  @Override
  public String warning(String text) {
    return JsonLine.event("warning").with("detail", text).toString();
  }

  @Override
  public String lost(long lines) {
    return JsonLine.event("lost").with("lines", lines).toString();
  }

  /**
   * A heartbeat.
   *
   * @return its line
   */
  public String heartbeat() {
    return JsonLine.event("heartbeat").toString();
  }

  /**
   * A pong.
   *
   * @return its line
   */
  public String pong() {
    return JsonLine.event("pong").toString();
  }
}
