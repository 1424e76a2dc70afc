package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.v2.KrakenV2;
import io.krakenspot.vertx.policy.AttemptBudget;
import io.krakenspot.vertx.policy.KrakenReconnect;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A transport that lives as long as its process, while clients come and go: 200, or {@code
 * -Dkrakenspot.clients=1000}.
 */
@Timeout(120)
final class ManyClientsTest {
  private static final int CLIENTS = Integer.getInteger("krakenspot.clients", 200);
  private static final int WARM_UP = 10;

  @Test
  void leaveNothingOnTheirTransport() throws Exception {
    KrakenReconnect policy =
        KrakenReconnect.builder()
            .budget(AttemptBudget.of(2 * CLIENTS, Duration.ofMinutes(1)))
            .build();
    List<WeakReference<?>> gone = new ArrayList<>();
    try (ExchangeServer server = ExchangeServer.builder().seed(5).eventsPerSecond(0).start();
        VertxTransport transport = VertxTransport.builder().reconnectPolicy(policy).build()) {
      for (int i = 0; i < WARM_UP; i++) {
        visit(server, transport);
      }
      int threads = threads();

      for (int i = 0; i < CLIENTS; i++) {
        gone.add(new WeakReference<>(visit(server, transport)));
        gone.add(new WeakReference<>(transport.newLoop()));
      }

      eventually("links", () -> transport.openLinks() == 0);
      eventually("timers", () -> transport.waitingTimers() == 0);
      eventually("clients and loops", () -> areGone(gone));
      eventually("threads", () -> threads() <= threads);
      eventually("connections", () -> server.exchange().connections().isEmpty());
    }
  }

  /** A client that sees a book and leaves. */
  private static KrakenClient visit(ExchangeServer server, VertxTransport transport)
      throws Exception {
    CompletableFuture<Boolean> shown = new CompletableFuture<>();
    try (KrakenClient client =
        KrakenClient.builder()
            .protocol(KrakenV2.protocol())
            .transport(transport)
            .server(server.webSocketUri())
            .build()) {
      var unused =
          client
              .marketData()
              .books(Depth.D10, List.of(Pair.of("BTC/USD")), book -> shown.complete(true));
      assertThat(shown.get(20, TimeUnit.SECONDS)).isTrue();
      return client;
    }
  }

  @SuppressWarnings("SystemGc")
  private static boolean areGone(List<WeakReference<?>> all) {
    System.gc();
    return all.stream().allMatch(each -> each.refersTo(null));
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }

  private static void eventually(String what, BooleanSupplier flat) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!flat.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
