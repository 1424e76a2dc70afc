package io.krakenspot.vertx;

import static io.krakenspot.vertx.CutSession.BTC;
import static io.krakenspot.vertx.CutSession.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.testkit.exchange.MarketBook;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A session is cut after its first byte, the next after its second, and so on: in the upgrade, in a
 * frame's head, in acknowledgements, snapshots and updates. Then a whole one follows. In the build
 * each case takes every 61st byte, from a first that {@code -Dkrakenspot.seed=N} chooses; {@code
 * -Dkrakenspot.cuts=1} cuts at every byte, which is the figure of {@code docs/faults.md}.
 */
@Timeout(600)
final class CutAtEveryByteTest {
  private static final int STRIDE = Integer.getInteger("krakenspot.cuts", 61);
  private static final long SEED = Long.getLong("krakenspot.seed", 20_260_401);
  private static final int STANDS_STILL_SECONDS = 30;
  private static final Set<Kind> LIVE = Set.of(Kind.ACCEPTED, Kind.RESTORED_WITHOUT_LOSS);

  /** How a session is cut, on which version. */
  enum Cut {
    V2_RESET(KrakenV2.protocol(), Path.V2_PUBLIC),
    V2_FIN(KrakenV2.protocol(), Path.V2_PUBLIC),
    V1_RESET(KrakenV1.protocol(), Path.V1_PUBLIC),
    V1_FIN(KrakenV1.protocol(), Path.V1_PUBLIC);

    private final Protocol protocol;
    private final Path path;

    Cut(Protocol protocol, Path path) {
      this.protocol = protocol;
      this.path = path;
    }

    void end(RawServer.Peer client) throws IOException {
      if (name().endsWith("RESET")) {
        client.reset();
      } else {
        client.socket.shutdownOutput();
        client.untilEnd();
        client.socket.close();
      }
    }
  }

  private final int first = 1 + (int) Math.floorMod(SEED, (long) STRIDE);
  private final AtomicInteger next = new AtomicInteger();
  private final CompletableFuture<Integer> whole = new CompletableFuture<>();

  @ParameterizedTest
  @EnumSource
  void endsLiveAndShowsNoWrongBook(Cut cut) throws Exception {
    Books books = new Books();
    Said<Ticker> tickers = new Said<>();
    Complaints complaints = new Complaints();
    long begin = System.nanoTime();
    try (RawServer server = new RawServer(client -> serve(client, cut));
        VertxTransport transport = VertxTransport.create()) {
      try (KrakenClient client = client(cut, transport, server)) {
        client.onConnection(complaints);
        client.marketData().books(Depth.D10, List.of(BTC, ETH), books);
        client.marketData().tickers(List.of(BTC, ETH), tickers);

        int length = wholeLength(server, complaints);
        eventually(books::followed);
        int cuts = server.accepted.get() - 1;
        System.out.printf(
            "%s: %d bytes, %d cuts from byte %d on, %.1f s, seed %d%n",
            cut, length, cuts, first, (System.nanoTime() - begin) / 1e9, SEED);

        assertThat(cuts).isEqualTo((length - first - 1 + STRIDE) / STRIDE);
        assertThat(transport.openLinks()).as("links while live").isOne();
        books.assertLive();
        tickers.assertLive();
      }
      eventually(() -> transport.openLinks() == 0);
      complaints.assertNone();
    }
  }

  /** Waits for the whole session, as long as there are new ones. */
  private int wholeLength(RawServer server, Complaints complaints) throws Exception {
    for (int before = -1; ; before = server.accepted.get()) {
      try {
        return whole.get(STANDS_STILL_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        assertThat(server.accepted.get())
            .as("sessions; the client said last: %s", complaints.said)
            .isGreaterThan(before);
      }
    }
  }

  private static KrakenClient client(Cut cut, VertxTransport transport, RawServer server) {
    return KrakenClient.builder()
        .protocol(cut.protocol)
        .transport(transport)
        .reconnectPolicy(new AtOnce())
        .server(server.uri("ws").resolve("/"))
        .build();
  }

  private void serve(RawServer.Peer client, Cut cut) throws IOException {
    int bytes = first + STRIDE * next.getAndIncrement();
    int length = new CutSession(client, bytes).play(cut.path);
    if (length < 0) {
      cut.end(client);
    } else {
      whole.complete(length);
      client.untilEnd();
    }
  }

  private static void eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** What a subscription says of each pair; it has to make sense at every word. */
  private static class Said<E> implements Listener<E> {
    private final Map<Pair, Kind> last = new ConcurrentHashMap<>();
    final Set<Pair> heardSince = ConcurrentHashMap.newKeySet();

    @Override
    public void on(E event) {
      Pair pair = event instanceof Ticker ticker ? ticker.pair() : ((Book) event).pair();
      boolean first = heardSince.add(pair);
      assertThat(first || last.get(pair) != Kind.INTERRUPTED)
          .as("%s is told to be restored as soon as something came", pair)
          .isTrue();
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      Pair pair = Objects.requireNonNull(event.pair());
      Kind before = last.put(pair, event.kind());
      switch (event.kind()) {
        case ACCEPTED -> assertThat(before).isNull();
        case INTERRUPTED -> {
          assertThat(before).isIn(LIVE);
          heardSince.remove(pair);
        }
        case RESTORED_WITHOUT_LOSS -> {
          assertThat(before).isEqualTo(Kind.INTERRUPTED);
          assertThat(heardSince).as("restored by what came").contains(pair);
        }
        case ENDED -> heardSince.remove(pair);
        default -> throw new AssertionError(event);
      }
    }

    void assertLive() {
      assertThat(last).containsOnlyKeys(BTC, ETH);
      assertThat(last.values()).isSubsetOf(LIVE);
      assertThat(heardSince).containsExactlyInAnyOrder(BTC, ETH);
    }
  }

  /** Holds each book against what the market was, one after the other. */
  private static final class Books extends Said<Book> {
    private final Map<Pair, List<MarketBook>> truth = CutSession.books();
    private final Map<Pair, Integer> places = new ConcurrentHashMap<>();
    private final Map<Pair, Book> views = new ConcurrentHashMap<>();

    @Override
    public void on(Book book) {
      super.on(book);
      Pair pair = book.pair();
      int place = book.fromSnapshot() ? 0 : places.get(pair) + 1;
      places.put(pair, place);
      views.put(pair, book);
      List<MarketBook> all = truth.get(pair);
      assertThat(book.state()).isEqualTo(BookState.LIVE);
      assertThat(shown(book)).as("book %d of %s", place, pair).isEqualTo(all.get(place));
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      super.onSubscription(event);
      Book view = views.get(Objects.requireNonNull(event.pair()));
      if (event.kind() == Kind.INTERRUPTED && view != null) {
        places.remove(event.pair());
        assertThat(view.state()).isEqualTo(BookState.STALE);
        assertThat(view.asks().size() + view.bids().size()).isZero();
      }
    }

    /** Whether all that the market did has been shown. */
    boolean followed() {
      return truth.entrySet().stream()
          .allMatch(
              pair ->
                  Integer.valueOf(pair.getValue().size() - 1).equals(places.get(pair.getKey())));
    }

    private static MarketBook shown(Book book) {
      return new MarketBook(book.bids().toList(), book.asks().toList());
    }

    @Override
    void assertLive() {
      super.assertLive();
      truth.forEach(
          (pair, all) -> assertThat(shown(views.get(pair))).isEqualTo(all.get(all.size() - 1)));
    }
  }

  /** What a client may complain of, and here must not. */
  private static final class Complaints implements ConnectionListener {
    private final Queue<Object> all = new ConcurrentLinkedQueue<>();
    private volatile @Nullable ConnectionEvent said;

    @Override
    public void onConnection(ConnectionEvent event) {
      said = event;
    }

    @Override
    public void onMalformed(MalformedFrameException failure) {
      all.add(failure);
    }

    @Override
    public void onError(String text) {
      all.add(text);
    }

    @Override
    public void onUnrecognised(String kind, String text) {
      all.add(kind + " " + text);
    }

    @Override
    public void onListenerFailure(Throwable failure) {
      all.add(failure);
    }

    void assertNone() {
      assertThat(all).isEmpty();
    }
  }

  /** Dials again at once, always. */
  private static final class AtOnce implements ReconnectPolicy {
    @Override
    public Attempts attempts(Loop loop, URI uri) {
      return new Attempts() {
        @Override
        public Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
          return Decision.dialIn(0, "at once");
        }

        @Override
        public void stable() {}
      };
    }
  }
}
