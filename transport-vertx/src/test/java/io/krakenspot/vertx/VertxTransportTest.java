package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Transport;
import io.krakenspot.vertx.guice.VertxTransportModule;
import io.krakenspot.vertx.policy.KrakenReconnect;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class VertxTransportTest {
  private static final RawServer.Script POLITE =
      peer -> {
        peer.handshake().text("welcome");
        if (peer.received().startsWith("8:")) {
          peer.closeFrame(1000, "").socket.close();
        }
      };

  @Test
  void endsItsLinksAndThreadsWhenClosed() throws Exception {
    Set<Thread> before = threads();
    CountDownLatch goodbyes = new CountDownLatch(5);
    List<Recorder> told = new ArrayList<>();
    try (RawServer server =
        new RawServer(
            peer -> {
              peer.handshake();
              if (peer.received().equals("8:\u0003\u00E8")) {
                goodbyes.countDown();
              }
              peer.closeFrame(1000, "").untilEnd();
            })) {
      VertxTransport transport = VertxTransport.create();
      for (int i = 0; i < 5; i++) {
        Recorder recorder = new Recorder();
        transport.connect(transport.newLoop(), server.uri("ws"), recorder);
        recorder.expect("opened");
        told.add(recorder);
      }

      transport.close();
      transport.close();

      assertThat(goodbyes.await(20, TimeUnit.SECONDS)).isTrue();
      for (Recorder each : told) {
        each.expect(LinkClosed.byUs("the transport was closed"));
        assertThat(each.events).isEmpty();
      }
    }
    for (Thread thread : threads()) {
      if (!before.contains(thread) && thread.getName().startsWith("vert.x")) {
        assertThat(thread.isDaemon()).isTrue();
        thread.join(20_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void closesInTimeAlthoughNobodyAnswers() throws Exception {
    try (RawServer silent = new RawServer(peer -> peer.handshake().hang());
        RawServer mute = new RawServer(RawServer.Peer::hang)) {
      VertxTransport transport = VertxTransport.create();
      Recorder open = new Recorder();
      Recorder dialling = new Recorder();
      transport.connect(transport.newLoop(), silent.uri("ws"), open);
      transport.connect(transport.newLoop(), mute.uri("ws"), dialling);
      open.expect("opened");

      long start = System.nanoTime();
      transport.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
      open.expect(LinkClosed.byUs("the transport was closed"));
      dialling.expect(LinkClosed.byUs("the transport was closed"));
    }
  }

  @Test
  void canBeClosedFromALoop() throws Exception {
    try (RawServer server = new RawServer(POLITE)) {
      VertxTransport transport = VertxTransport.create();
      Recorder told = new Recorder();
      Loop loop = transport.newLoop();
      transport.connect(loop, server.uri("ws"), told);
      told.expect("opened");

      loop.execute(transport::close);

      assertThat(told.end()).isEqualTo(LinkClosed.byUs("the transport was closed"));
    }
  }

  @Test
  void leavesABorrowedVertxOpen() throws Exception {
    Vertx vertx = Vertx.vertx();
    CompletableFuture<Boolean> freed = new CompletableFuture<>();
    try (RawServer server =
        new RawServer(
            peer -> {
              POLITE.run(peer);
              freed.complete(true);
            })) {
      Recorder told = new Recorder();
      VertxTransport transport = VertxTransport.builder().use(vertx).build();
      Loop loop = transport.newLoop();
      transport.connect(loop, server.uri("ws"), told);
      told.expect("opened");
      told.expect("welcome");
      CompletableFuture<Boolean> timer = new CompletableFuture<>();
      loop.schedule(Duration.ofMillis(1_000), () -> timer.complete(true));

      transport.close();

      told.expect(LinkClosed.byUs("the transport was closed"));
      assertThat(freed.get(20, TimeUnit.SECONDS)).isTrue();
      assertThat(vertx.timer(1_100, TimeUnit.MILLISECONDS).await()).isNull();
      assertThat(timer).as("our timers are called off").isNotDone();
      assertThatThrownBy(() -> transport.connect(loop, server.uri("ws"), told))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the transport is closed");
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void resolvesNothingOnABorrowedVertx() {
    Vertx vertx = Vertx.vertx();
    VertxTransportBuilder builder =
        VertxTransport.builder()
            .use(vertx)
            .resolve("ws.kraken.test", InetAddress.getLoopbackAddress());

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("AddressResolverOptions");
    vertx.close().await();
  }

  @Test
  void resolvesTheHostsItWasGivenAndStillKnowsItself() throws Exception {
    try (RawServer server = new RawServer(POLITE);
        VertxTransport transport =
            VertxTransport.builder()
                .resolve("ws.kraken.test", InetAddress.getLoopbackAddress())
                .resolve("ws-auth.kraken.test", InetAddress.getLoopbackAddress())
                .build()) {
      for (String host : List.of("ws.kraken.test", "ws-auth.kraken.test", "localhost")) {
        Recorder told = new Recorder();
        URI uri = URI.create("ws://" + host + ":" + server.uri("ws").getPort());
        transport.connect(transport.newLoop(), uri, told);
        told.expect("opened");
      }
    }
  }

  @Test
  void leavesNothingBehindAfterHundredsOfConnections() throws Exception {
    CountDownLatch freed = new CountDownLatch(200);
    try (VertxTransport transport = VertxTransport.create();
        RawServer server =
            new RawServer(
                peer -> {
                  POLITE.run(peer);
                  freed.countDown();
                })) {
      Loop loop = transport.newLoop();
      openAndClose(transport, loop, server, 20);
      long threads = vertxThreads();
      openAndClose(transport, loop, server, 180);

      assertThat(freed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(vertxThreads()).isLessThanOrEqualTo(threads);
      eventually(() -> transport.openLinks() == 0);
    }
  }

  private static void openAndClose(
      VertxTransport transport, Loop loop, RawServer server, int times) {
    for (int i = 0; i < times; i++) {
      Recorder told = new Recorder();
      Link link = transport.connect(loop, server.uri("ws"), told);
      told.expect("opened");
      told.expect("welcome");
      loop.execute(link::close);
      told.expect(LinkClosed.byUs("closed by the client"));
    }
  }

  @Test
  void offersCompressionOnlyIfAsked() throws Exception {
    CompletableFuture<String> head = new CompletableFuture<>();
    try (VertxTransport transport = VertxTransport.builder().compression(true).build();
        RawServer server = new RawServer(peer -> head.complete(peer.head()))) {
      transport.connect(transport.newLoop(), server.uri("ws"), new Recorder());

      assertThat(head.get(20, TimeUnit.SECONDS)).containsIgnoringCase("permessage-deflate");
    }
  }

  @Test
  void hasKrakensPolicyUnlessGivenAnother() {
    KrakenReconnect own = KrakenReconnect.builder().instantTries(1).build();
    try (VertxTransport usual = VertxTransport.create();
        VertxTransport special = VertxTransport.builder().reconnectPolicy(own).build()) {
      assertThat(usual.reconnectPolicy()).isInstanceOf(KrakenReconnect.class);
      assertThat(special.reconnectPolicy()).isSameAs(own);
    }
  }

  @Test
  void isOneTransportInAnInjector() {
    Injector injector = Guice.createInjector(new VertxTransportModule());

    try (Transport transport = injector.getInstance(Transport.class)) {
      assertThat(transport).isInstanceOf(VertxTransport.class);
      assertThat(injector.getInstance(Transport.class)).isSameAs(transport);
    }
  }

  private static void eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static Set<Thread> threads() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }

  private static long vertxThreads() {
    return threads().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("vert.x"))
        .collect(Collectors.counting());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT0.0009S", "PT1M", "PT24H"})
  void refusesAConnectTimeoutThatIsNoneOrOutlivesItsAttempt(Duration timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VertxTransport.builder().connectTimeout(timeout))
        .withMessageContaining("less than 1 minute");
  }
}
