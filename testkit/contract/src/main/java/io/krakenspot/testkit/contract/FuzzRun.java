package io.krakenspot.testkit.contract;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.MarketData;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.contract.HostileTransport.HostileLink;
import io.krakenspot.testkit.exchange.Exchange;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A client of everything, public and of the account, under a stream of mutated frames among good
 * ones. Stops with an {@link AssertionError} at the first thing that must not be.
 */
final class FuzzRun {
  private static final String KEY = "FuzzKey";
  private static final String SECRET =
      "ZnV6enkgc2VjcmV0IHRoYXQgb3BlbnMgbm90aGluZyBhdCBhbGwgYW55d2hlcmU=";
  private static final Duration SOME_TIME = Duration.ofMillis(150);
  private static final int RECENT = 256;
  private static final int LONGEST_SEED = 4_000;
  private static final long SUSPICIOUS_NANOS = 5_000_000;
  private static final Inbound NOWHERE =
      (Inbound)
          Proxy.newProxyInstance(
              Inbound.class.getClassLoader(),
              new Class<?>[] {Inbound.class},
              (proxy, method, arguments) -> null);
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");
  private static final Pair SOL = Pair.of("SOL/EUR");
  private static final Map<Pair, Depth> DEPTHS =
      Map.of(BTC, Depth.D10, ETH, Depth.D10, SOL, Depth.D25);

  private final VirtualLoop loop = new VirtualLoop();
  private final Random random;
  private final Mutator mutator;
  private final Exchange exchange;
  private final HostileTransport transport;
  private final Protocol protocol;
  private final Codec alone;
  private final List<String> written;
  private final List<String> recent = new ArrayList<>();
  private final Map<Pair, PlainBook> plain = new HashMap<>();
  private final Map<Pair, Book> shown = new HashMap<>();
  private final List<Throwable> failures = new ArrayList<>();
  private boolean mutateNext;
  private boolean marketData;
  private long delivered;
  private long live;
  private long slowestNanos;
  private long decodeNanos;
  private byte[] last = {};

  /**
   * What became of a run.
   *
   * @param mutated how many mutated frames the client got
   * @param live of those, before how many the first book was live
   * @param slowestNanos what the slowest took
   * @param decodeNanos what decoding them once more took, all of them, without session and exchange
   * @param counters the client's own
   */
  record Outcome(long mutated, long live, long slowestNanos, long decodeNanos, Counters counters) {
    static final Outcome NOTHING = new Outcome(0, 0, 0, 0, new Counters(0, 0, 0, 0, 0, 0, 0));

    Outcome plus(Outcome other) {
      return new Outcome(
          mutated + other.mutated,
          live + other.live,
          Math.max(slowestNanos, other.slowestNanos),
          decodeNanos + other.decodeNanos,
          sum(counters, other.counters));
    }

    private static Counters sum(Counters one, Counters other) {
      return new Counters(
          one.frames() + other.frames(),
          one.malformed() + other.malformed(),
          one.unrecognised() + other.unrecognised(),
          one.unknownFields() + other.unknownFields(),
          one.checksumsVerified() + other.checksumsVerified(),
          one.checksumsMismatched() + other.checksumsMismatched(),
          one.attempts() + other.attempts());
    }
  }

  FuzzRun(Protocol protocol, List<String> frames, long seed) {
    this.random = new Random(seed);
    this.mutator = new Mutator(random);
    this.written = frames.stream().map(FuzzRun::bytesAsCharacters).toList();
    this.exchange =
        Exchange.builder(loop).seed(seed).eventsPerSecond(0).account(KEY, SECRET).open();
    this.transport = new HostileTransport(loop, exchange, KEY, this::onTheWay);
    this.protocol = Overhearing.of(protocol, this::heard);
    this.alone = protocol.newCodec();
  }

  private static String bytesAsCharacters(String frame) {
    return new String(frame.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private void subscribe(KrakenClient client) {
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onListenerFailure(Throwable failure) {
            failures.add(failure);
          }
        });
    MarketData market = client.marketData();
    DEPTHS.forEach((pair, depth) -> market.books(depth, List.of(pair), this::shown));
    market.trades(List.of(BTC, ETH), FuzzRun::look);
    market.tickers(List.of(BTC, ETH), FuzzRun::look);
    market.spreads(List.of(BTC), FuzzRun::look);
    market.candles(Interval.MINUTES_1, List.of(BTC), FuzzRun::look);
    market.instruments(FuzzRun::look);
    client.account().orders(FuzzRun::look);
    client.account().fills(FuzzRun::look);
    if (client.support(Feature.BALANCES).available()) {
      client.account().balances((BalanceEvent event) -> look(event));
    }
    loop.advance(Duration.ofSeconds(3));
  }

  /** Whatever a listener is given can be printed. */
  private static void look(Object event) {
    if (event.toString().isEmpty()) {
      throw new AssertionError("an event without a text");
    }
  }

  /** Delivers so many mutated frames to a new client. */
  Outcome session(long count) {
    delivered = 0;
    live = 0;
    slowestNanos = 0;
    decodeNanos = 0;
    plain.clear();
    shown.clear();
    KrakenClient client =
        KrakenClient.builder()
            .protocol(protocol)
            .transport(transport)
            .server(URI.create("ws://exchange.test"))
            .credentials(Credentials.of(KEY, SECRET))
            .build();
    subscribe(client);
    while (delivered < count) {
      turn(client);
    }
    return closed(client);
  }

  private Outcome closed(KrakenClient client) {
    List<Counters> counters = new ArrayList<>();
    client.counters().thenAccept(counters::add);
    loop.run();
    client.close();
    loop.run();
    return new Outcome(delivered, live, slowestNanos, decodeNanos, counters.get(0));
  }

  private void turn(KrakenClient client) {
    mutateNext = random.nextInt(4) == 0;
    exchange.step(List.of(BTC, ETH, SOL).get(random.nextInt(3)));
    loop.run();
    if (!mutateNext && !transport.links().isEmpty()) {
      mutated(one(transport.links()), one(random.nextInt(3) == 0 ? written : recentOrWritten()));
    }
    mutateNext = false;
    if (random.nextInt(500) == 0) {
      trade(client);
    }
    loop.advance(SOME_TIME.multipliedBy(random.nextInt(3)));
  }

  /** An order far from the market, and soon none. */
  private void trade(KrakenClient client) {
    NewOrder order =
        NewOrder.buy(BTC, OrderType.LIMIT)
            .quantity(new BigDecimal("0.001"))
            .limit(OrderPrice.of("10000.0"))
            .build();
    client.trading().place(order);
    loop.advance(SOME_TIME);
    client.trading().cancelAll();
  }

  private List<String> recentOrWritten() {
    return recent.isEmpty() ? written : recent;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void onTheWay(HostileLink link, String text) {
    if (mutateNext) {
      mutateNext = false;
      mutated(link, bytesAsCharacters(text));
    } else {
      deliver(link, text.getBytes(StandardCharsets.UTF_8));
      requireRightBooks();
    }
    remember(bytesAsCharacters(text));
  }

  private void deliver(HostileLink link, byte[] frame) {
    marketData = link.marketData();
    try {
      link.deliver(frame);
    } catch (Throwable failure) {
      throw new AssertionError("thrown at or after " + where(), failure);
    }
  }

  private void remember(String text) {
    if (text.length() > LONGEST_SEED) {
      return;
    } else if (recent.size() < RECENT) {
      recent.add(text);
    } else {
      recent.set(random.nextInt(RECENT), text);
    }
  }

  private void mutated(HostileLink link, String seed) {
    last = mutator.mutated(seed, one(written));
    delivered++;
    Book book = shown.get(BTC);
    live += book != null && book.state() == BookState.LIVE ? 1 : 0;
    long before = System.nanoTime();
    deliver(link, last);
    long took = System.nanoTime() - before;
    slowestNanos = Math.max(slowestNanos, took > SUSPICIOUS_NANOS ? atBest(took) : took);
    requireRightBooks();
    decodeNanos += nanosToDecode(alone);
  }

  /** A frame that took long, or during which the machine did something else. */
  private long atBest(long once) {
    marketData = false;
    long best = once;
    for (int time = 0; time < 10; time++) {
      best = Math.min(best, nanosToDecode(protocol.newCodec()));
    }
    return best;
  }

  private long nanosToDecode(Codec codec) {
    Frame frame = Frame.of(last);
    long before = System.nanoTime();
    try {
      codec.decode(frame, NOWHERE);
    } catch (MalformedFrameException e) {
      // as the first time
    }
    return System.nanoTime() - before;
  }

  private void shown(Book book) {
    shown.put(book.pair(), book);
  }

  private void heard(BookChange change) {
    Depth subscribed = DEPTHS.get(change.pair());
    if (marketData
        && subscribed != null
        && (change.depth() == null || change.depth() == subscribed)) {
      plain(change.pair()).apply(change);
    }
  }

  private PlainBook plain(Pair pair) {
    return plain.computeIfAbsent(
        pair, of -> new PlainBook(Objects.requireNonNull(DEPTHS.get(of)).levels()));
  }

  private void requireRightBooks() {
    if (!failures.isEmpty()) {
      throw new AssertionError("a listener failed at " + where(), failures.get(0));
    }
    shown.forEach(
        (pair, book) -> {
          String fault = book.state() == BookState.LIVE ? plain(pair).faultOf(book) : "";
          if (!fault.isEmpty()) {
            throw new AssertionError(pair + " " + fault + " at " + where());
          }
        });
  }

  private String where() {
    String text = new String(last, StandardCharsets.UTF_8);
    boolean printable = text.length() < 3_000;
    return "mutated frame "
        + delivered
        + ": "
        + (printable
            ? text + " = " + HexFormat.of().formatHex(last)
            : text.substring(0, 500) + ".. of " + last.length + " bytes");
  }
}
