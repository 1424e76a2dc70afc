package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Host;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Both versions at once, each with a public and a private link: when one dies, it dies alone. */
@Timeout(60)
final class NeighboursTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final String KEY = "neighbours";
  private static final String SECRET = "bmVpZ2hib3Vycw==";

  private final Map<Path, Events> all = new EnumMap<>(Path.class);

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "V2_LEVEL3")
  void theOthersDoNotNoticeThatOneDies(Path victim) throws Exception {
    try (ExchangeServer server =
            ExchangeServer.builder().seed(5).eventsPerSecond(0).account(KEY, SECRET).start();
        VertxTransport transport = VertxTransport.create();
        KrakenClient v1 =
            open(server, transport, KrakenV1.protocol(), Path.V1_PUBLIC, Path.V1_PRIVATE);
        KrakenClient v2 =
            open(server, transport, KrakenV2.protocol(), Path.V2_PUBLIC, Path.V2_PRIVATE)) {
      Events dying = all.get(victim);
      Map<Path, Integer> before = counts();
      int dials = server.attempts().size();

      server.exchange().connections().stream()
          .filter(one -> one.path() == victim)
          .forEach(ExchangeConnection::drop);
      assertThat(dying.restored.await(20, TimeUnit.SECONDS)).as("%s is back", victim).isTrue();
      join(v1.ping());
      join(v2.ping());
      join(v1.account().openOrders());
      join(v2.account().openOrders());

      Map<Path, Integer> after = counts();
      assertThat(after.remove(victim)).isGreaterThan(before.remove(victim));
      assertThat(after).isEqualTo(before);
      assertThat(server.attempts()).hasSize(dials + 1);
      assertThat(transport.openLinks()).isEqualTo(4);
    }
  }

  private KrakenClient open(
      ExchangeServer server, VertxTransport transport, Protocol version, Path open, Path closed) {
    Events market = new Events(Host.MARKET_DATA);
    Events account = new Events(Host.ACCOUNT);
    all.put(open, market);
    all.put(closed, account);
    KrakenClient client =
        KrakenClient.builder()
            .protocol(version)
            .transport(transport)
            .credentials(Credentials.of(KEY, SECRET))
            .server(server.webSocketUri())
            .build();
    client.onConnection(market);
    client.onConnection(account);
    join(client.marketData().books(Depth.D10, List.of(BTC), market.new Of<>()).accepted());
    join(client.account().orders(account.new Of<>()).accepted());
    join(client.account().connect());
    return client;
  }

  private Map<Path, Integer> counts() {
    Map<Path, Integer> counts = new EnumMap<>(Path.class);
    all.forEach((path, events) -> counts.put(path, events.count));
    return counts;
  }

  private static void join(CompletionStage<?> stage) {
    stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** What is told of one link and of what is subscribed to on it, data apart. */
  private static final class Events implements ConnectionListener {
    final CountDownLatch restored = new CountDownLatch(1);
    volatile int count;
    private final Host host;

    Events(Host host) {
      this.host = host;
    }

    @Override
    public synchronized void onConnection(ConnectionEvent event) {
      if (event.host() == host && event.state() != ConnectionState.IDLE) {
        count++;
      }
    }

    /** A subscription of this link. */
    final class Of<E> implements Listener<E> {
      @Override
      public void on(E event) {}

      @Override
      public void onSubscription(SubscriptionEvent event) {
        synchronized (Events.this) {
          count++;
        }
        if (event.kind() == Kind.RESTORED_WITHOUT_LOSS || event.kind() == Kind.RESTORED_WITH_LOSS) {
          restored.countDown();
        }
      }
    }
  }
}
