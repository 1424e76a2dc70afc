package io.krakenspot.internal.session;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Command;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.InstrumentQuery;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.PackedOrderId;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A protocol of plain words, to drive the engine with: {@code ack 1 BTC/USD}, {@code nack 1 - why},
 * {@code trade BTC/USD 10}, {@code ticker BTC/USD 10}, {@code candles BTC/USD 3} (so many), {@code
 * snap BTC/USD 11 10}, {@code wrong BTC/USD}, {@code orders BTC/USD 11 10} (a snapshot), {@code
 * order BTC/USD 12 9}, {@code disorder BTC/USD}; for the account see {@link AccountWords}. Orders
 * and fills come in one stream, unless they are to come apart.
 */
final class WordProtocol implements Protocol {
  private final boolean apart;

  WordProtocol() {
    this(false);
  }

  WordProtocol(boolean apart) {
    this.apart = apart;
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public Support support(Feature feature) {
    return feature == Feature.SPREAD ? Support.absent("subscribe to ticker") : Support.NATIVE;
  }

  @Override
  public Endpoints endpoints(Environment environment) {
    return endpointsAt(URI.create("ws://exchange"));
  }

  @Override
  public Endpoints endpointsAt(URI uri) {
    return new Endpoints(uri, uri, uri, URI.create("http://exchange"));
  }

  @Override
  public Topic carrier(Topic topic) {
    boolean joined = topic instanceof Topic.OrderTopic || topic instanceof Topic.FillTopic;
    return joined && !apart ? new Topic.ExecutionTopic() : topic;
  }

  @Override
  public Overlap overlap(Topic one, Topic other) {
    if (one instanceof Topic.TickerTopic wide && other instanceof Topic.TickerTopic) {
      return wide.trigger() == TickerTrigger.BEST_BID_OFFER ? Overlap.COVERS : Overlap.NONE;
    }
    boolean books = one instanceof Topic.BookTopic && other instanceof Topic.BookTopic;
    boolean orders = one instanceof Topic.Level3Topic && other instanceof Topic.Level3Topic;
    return books || orders ? Overlap.EXCLUDES : Overlap.NONE;
  }

  @Override
  public Optional<InstrumentQuery> instrumentQuery() {
    return Optional.empty();
  }

  @Override
  public Codec newCodec() {
    return new Words();
  }

  private static final class Words implements Codec {
    private final BookChange change = new BookChange();
    private final Level3Change orders = new Level3Change();
    private final PackedOrderId id = new PackedOrderId();

    @Override
    public List<String> subscribe(long requestId, Topic topic, List<Pair> pairs, Terms terms) {
      Token token = terms.token();
      return List.of(
          "sub "
              + requestId
              + " "
              + topic.name()
              + " "
              + joined(pairs)
              + (token != null && topic instanceof Topic.AccountTopic ? token.text() : ""));
    }

    @Override
    public List<String> unsubscribe(
        long requestId, Topic topic, List<Pair> pairs, @Nullable Token token) {
      return List.of("unsub " + requestId + " " + topic.name() + " " + joined(pairs));
    }

    @Override
    public String command(long requestId, Command command, Token token, Instant now) {
      return "do " + requestId + " " + command.kind() + " " + token.text();
    }

    @Override
    public String ping(long requestId) {
      return "ping " + requestId;
    }

    @Override
    public void decode(Frame frame, Inbound inbound) {
      String[] words = frame.text().split(" ", 4);
      switch (words[0]) {
        case "hb" -> inbound.heartbeat();
        case "status" ->
            inbound.status(new SystemStatus(SystemStatus.State.valueOf(words[1]), null, null));
        case "pong" -> inbound.pong(Long.parseLong(words[1]), null);
        case "ack" -> inbound.acknowledged(answer(words, true));
        case "nack" -> inbound.acknowledged(answer(words, false));
        case "error" -> inbound.error(Long.parseLong(words[1]), frame.text().split(" ", 3)[2]);
        case "trade" -> inbound.trade(trade(words), false);
        case "ticker" -> inbound.ticker(ticker(words));
        case "candles" -> candles(words, inbound);
        case "instruments" -> inbound.instruments(new Instruments(true, List.of(), List.of()));
        case "snap", "update", "wrong" -> inbound.book(book(words));
        case "orders", "order", "disorder" -> inbound.level3(orders(words));
        case "{bad" -> throw malformed(words);
        case "limit" -> inbound.acknowledged(AccountWords.limit(words));
        case "ended" -> inbound.acknowledged(AccountWords.ended(words));
        case "executions", "own-orders", "fills" ->
            inbound.account(AccountWords.account(frame.text().split(" ")));
        case "balances" -> inbound.balances(AccountWords.balances(frame.text().split(" ")));
        case "did" -> inbound.answered(AccountWords.answer(frame.text().split(" ")));
        default -> inbound.unrecognised(words[0], frame);
      }
    }

    private BookChange book(String[] words) {
      change.clear();
      change.describe(Pair.of(words[1]), null, words[0].equals("snap"));
      if (words[0].equals("wrong")) {
        change.checksum(1);
      } else {
        change.asks().add(Long.parseLong(words[2]), 0, 1, 0);
        change.bids().add(Long.parseLong(words[3]), 0, 1, 0);
      }
      return change;
    }

    private Level3Change orders(String[] words) {
      orders.clear();
      orders.describe(Pair.of(words[1]), words[0].equals("orders"));
      if (words[0].equals("disorder")) {
        orders.checksum(1);
      } else {
        add(orders.asks(), words[2]);
        add(orders.bids(), words[3]);
      }
      return orders;
    }

    private void add(OrderChanges to, String price) {
      id.read("order-" + price);
      to.add(Level3Event.Kind.ADD, id, 0);
      to.amounts().add(Long.parseLong(price), 0, 1, 0);
    }

    private static Trade trade(String[] words) {
      return new Trade(
          Pair.of(words[1]),
          Side.BUY,
          new BigDecimal(words[2]),
          BigDecimal.ONE,
          TradeOrderType.LIMIT,
          Instant.EPOCH,
          null);
    }

    private static Ticker ticker(String[] words) {
      BigDecimal price = new BigDecimal(words[2]);
      return new Ticker(
          Pair.of(words[1]),
          price,
          BigDecimal.ONE,
          price,
          BigDecimal.ONE,
          price,
          BigDecimal.ONE,
          price,
          price,
          price,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    private static void candles(String[] words, Inbound inbound) {
      for (int minute = 0; minute < Integer.parseInt(words[2]); minute++) {
        inbound.candle(
            new Candle(
                Pair.of(words[1]),
                Interval.MINUTES_1,
                Instant.EPOCH.plusSeconds(60L * minute),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                1,
                null),
            true);
      }
    }

    private static Acknowledgement answer(String[] words, boolean success) {
      return new Acknowledgement(
          Long.parseLong(words[1]),
          success,
          false,
          null,
          words[2].equals("-") ? null : Pair.of(words[2]),
          success ? null : words[3],
          List.of(),
          null,
          null);
    }

    private static MalformedFrameException malformed(String[] words) {
      return new MalformedFrameException(
          "bad words",
          words.length > 1 ? words[1] : null,
          words.length > 2 ? words[2] : null,
          null);
    }

    private static String joined(List<Pair> pairs) {
      return pairs.stream().map(Pair::toString).collect(Collectors.joining(","));
    }
  }
}
