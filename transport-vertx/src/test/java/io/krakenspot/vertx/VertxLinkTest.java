package io.krakenspot.vertx;

import static io.krakenspot.vertx.RawServer.BINARY;
import static io.krakenspot.vertx.RawServer.CONTINUATION;
import static io.krakenspot.vertx.RawServer.PING;
import static io.krakenspot.vertx.RawServer.PONG;
import static io.krakenspot.vertx.RawServer.Peer.encoded;
import static io.krakenspot.vertx.RawServer.Peer.upgrade;
import static io.krakenspot.vertx.RawServer.TEXT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.port.Frame;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.Loop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VertxLinkTest {
  private static final VertxTransport TRANSPORT = VertxTransport.create();
  private static final VertxTransport HASTY =
      VertxTransport.builder().connectTimeout(Duration.ofMillis(300)).build();
  private static final VertxTransport SMALL = VertxTransport.builder().maxMessageSize(1000).build();

  private final Recorder told = new Recorder();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private Loop loop = TRANSPORT.newLoop();
  private RawServer server;
  private Link link;

  @AfterAll
  static void closeTransports() {
    TRANSPORT.close();
    HASTY.close();
    SMALL.close();
  }

  /** After every case: the end was told once, after all else, and on one thread. */
  @AfterEach
  void endsOnce() throws Exception {
    if (link != null) {
      settle();
      assertThat(told.events).as("told after the end").isEmpty();
      assertThat(told.threads).as("threads").hasSizeLessThanOrEqualTo(1);
    }
    if (server != null) {
      server.close();
    }
  }

  /** Closing again and passing twice through the loop leaves time for a second end, if any. */
  private void settle() throws Exception {
    loop.execute(link::close);
    for (int turn = 0; turn < 3; turn++) {
      onLoop(() -> {});
    }
  }

  @Test
  void deliversFramesInOrderEvenIfTheServerSpeaksFirst() {
    connect(
        peer -> {
          ByteArrayOutputStream first = new ByteArrayOutputStream();
          first.writeBytes(upgrade(peer.head()).getBytes(ISO_8859_1));
          first.writeBytes(encoded(TEXT, true, "one".getBytes(UTF_8)));
          first.writeBytes(encoded(TEXT, true, "two".getBytes(UTF_8)));
          peer.write(first.toByteArray());
          peer.text("three").closeFrame(1000, "done").untilEnd();
        });

    told.expect("opened");
    told.expect("one");
    told.expect("two");
    told.expect("three");
    told.expect(lost(1000, "the exchange closed it: done"));
  }

  @Test
  void losesNothingIfAllComesInOneSegmentAndTheServerLeaves() {
    connect(
        peer -> {
          ByteArrayOutputStream all = new ByteArrayOutputStream();
          all.writeBytes(upgrade(peer.head()).getBytes(ISO_8859_1));
          all.writeBytes(encoded(TEXT, true, "one".getBytes(UTF_8)));
          all.writeBytes(encoded(RawServer.CLOSE, true, new byte[] {3, (byte) 0xE9}));
          peer.write(all.toByteArray());
          peer.socket.close();
        });

    told.expect("opened");
    told.expect("one");
    told.expect(lost(1001, "the exchange closed it"));
  }

  @Test
  void noticesAServerThatLeavesRightAfterTheUpgrade() {
    connect(
        peer -> {
          peer.handshake();
          peer.socket.close();
        });

    told.expect("opened");
    assertThat(told.end())
        .extracting(LinkClosed::kind, LinkClosed::code)
        .containsExactly(Kind.LOST, 1006);
  }

  @Test
  void keepsTheOrderOfThousandsOfFrames() {
    connect(
        peer -> {
          peer.handshake();
          for (int i = 0; i < 20_000; i++) {
            peer.text("frame " + i);
          }
          peer.closeFrame(1000, "").untilEnd();
        });

    told.expect("opened");
    for (int i = 0; i < 20_000; i++) {
      told.expect("frame " + i);
    }
    told.end();
  }

  @Test
  void deliversAFrameOfFiveMegabytes() {
    String large = "x".repeat(5_000_000);
    connect(peer -> peer.handshake().text(large).closeFrame(1000, "").untilEnd());

    told.expect("opened");
    assertThat(told.next()).isEqualTo(large);
    told.end();
  }

  @Test
  void givesTheBytesOfAFrameWithoutCopyingTheWhole() throws Exception {
    CompletableFuture<Boolean> checked = new CompletableFuture<>();
    Recorder reader =
        new Recorder() {
          @Override
          public void frame(Frame frame) {
            byte[] copy = new byte[5];
            frame.copy(2, copy, 1, 3);
            checked.complete(
                frame.length() == 6
                    && frame.at(5) == 'f'
                    && new String(copy, 1, 3, UTF_8).equals("cde"));
          }
        };
    server = new RawServer(peer -> peer.handshake().text("abcdef").untilEnd());

    Link reading = TRANSPORT.connect(loop, server.uri("ws"), reader);

    assertThat(checked.get(20, TimeUnit.SECONDS)).isTrue();
    loop.execute(reading::close);
  }

  @Test
  void joinsFragmentsAroundAPingAndAnswersIt() {
    connect(
        peer -> {
          peer.handshake();
          peer.frame(TEXT, false, "a".getBytes(UTF_8));
          peer.frame(PING, true, "beat".getBytes(UTF_8));
          peer.frame(CONTINUATION, false, new byte[0]);
          peer.frame(CONTINUATION, false, "b".getBytes(UTF_8));
          peer.frame(CONTINUATION, true, "c".getBytes(UTF_8));
          peer.text("whole");
          received.add(peer.received());
          peer.closeFrame(1000, "").untilEnd();
        });

    told.expect("opened");
    told.expect("abc");
    told.expect("whole");
    told.end();
    assertThat(received).containsExactly(PONG + ":beat");
  }

  @Test
  void ignoresAPongThatNobodyAskedFor() {
    connect(
        peer ->
            peer.handshake()
                .frame(PONG, true, new byte[] {1})
                .text("still here")
                .closeFrame(1000, "")
                .untilEnd());

    told.expect("opened");
    told.expect("still here");
    told.end();
  }

  @Test
  void leavesInvalidUtf8ToTheParser() {
    connect(
        peer ->
            peer.handshake()
                .frame(TEXT, true, new byte[] {'a', (byte) 0xFF})
                .closeFrame(1000, "")
                .untilEnd());

    told.expect("opened");
    told.expect("a\uFFFD");
    told.end();
  }

  static Stream<Arguments> violations() {
    byte[] payload = "{}".getBytes(UTF_8);
    byte[] masked = {(byte) 0x81, (byte) 0x82, 1, 2, 3, 4, '{', '}'};
    byte[] reserved = encoded(TEXT, true, payload);
    reserved[0] |= 0x40;
    return Stream.of(
        Arguments.of("masked", masked),
        Arguments.of("reserved bit", reserved),
        Arguments.of("unknown opcode", encoded(5, true, payload)),
        Arguments.of("orphan continuation", encoded(CONTINUATION, true, payload)),
        Arguments.of("fragmented ping", encoded(PING, false, payload)),
        Arguments.of("big ping", encoded(PING, true, new byte[126])),
        Arguments.of("close with one byte", encoded(RawServer.CLOSE, true, new byte[1])),
        Arguments.of(
            "text inside fragments",
            both(encoded(TEXT, false, payload), encoded(TEXT, true, payload))));
  }

  private static byte[] both(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("violations")
  void endsWhenTheProtocolIsViolated(String name, byte[] bytes) {
    connect(
        peer -> {
          peer.handshake().write(bytes);
          peer.text("too late").untilEnd();
        });

    told.expect("opened");
    LinkClosed cause = (LinkClosed) told.next();
    assertThat(cause.kind()).as(cause.reason()).isEqualTo(Kind.LOST);
  }

  @Test
  void endsOnABinaryFrame() throws Exception {
    connect(
        peer -> {
          peer.handshake().frame(BINARY, true, new byte[3]).text("too late");
          received.add(peer.received());
          peer.untilEnd();
        });

    told.expect("opened");
    told.expect(lost(1003, "a binary frame arrived"));
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("8:\u0003\u00EB"); // 1003
  }

  @Test
  void endsOnAFrameOverTheLimit() {
    connect(SMALL, peer -> peer.handshake().text("x".repeat(1001)).text("too late").untilEnd());

    told.expect("opened");
    assertThat(((LinkClosed) told.next()).reason()).contains("Max frame length of 1000");
  }

  @Test
  void endsOnFragmentsThatAddUpToMoreThanTheLimit() {
    connect(
        SMALL,
        peer -> {
          peer.handshake().frame(TEXT, false, new byte[600]);
          peer.frame(CONTINUATION, false, new byte[600]).frame(CONTINUATION, true, new byte[1]);
          peer.untilEnd();
        });

    told.expect("opened");
    told.expect(lost(1009, "a message of more than 1000 bytes arrived"));
  }

  @Test
  void endsOnALengthThatLies() {
    connect(
        peer -> {
          peer.handshake().write(new byte[] {(byte) 0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0});
          peer.untilEnd();
        });

    told.expect("opened");
    assertThat(((LinkClosed) told.next()).reason()).contains("Max frame length");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012, 1013, 4000})
  void tellsTheCodeAndReasonOfTheExchange(int code) {
    connect(peer -> peer.handshake().closeFrame(code, "because").untilEnd());

    told.expect("opened");
    told.expect(lost(code, "the exchange closed it: because"));
  }

  @Test
  void noticesACutByReset() {
    connect(peer -> peer.handshake().text("one").reset());

    assertThat(told.end().kind()).isEqualTo(Kind.LOST);
  }

  @Test
  void noticesACutInsideAFrame() {
    connect(
        peer -> {
          peer.handshake().write(new byte[] {(byte) 0x81, 100, '{'});
          peer.socket.close();
        });

    told.expect("opened");
    assertThat(told.next()).isInstanceOf(LinkClosed.class);
  }

  @Test
  void tellsOfTheEndAtOnceAndFreesTheSocketOfAServerThatKeepsTcpOpen() throws Exception {
    CompletableFuture<String> freed = new CompletableFuture<>();
    connect(
        peer -> {
          peer.handshake().closeFrame(1012, "restart");
          long told = System.nanoTime();
          peer.untilEnd();
          freed.complete(System.nanoTime() - told < 5_000_000_000L ? "soon" : "late");
        });

    told.expect("opened");
    told.expect(lost(1012, "the exchange closed it: restart"));
    assertThat(freed.get(20, TimeUnit.SECONDS)).isEqualTo("soon");
  }

  @Test
  void sendsTextAndSaysGoodbye() throws Exception {
    connect(
        peer -> {
          peer.handshake();
          received.add(peer.received());
          received.add(peer.received());
          peer.closeFrame(1000, "").socket.close();
        });
    told.expect("opened");

    assertThat(onLoop(() -> link.send("hello"))).isTrue();
    onLoop(link::close);

    told.expect(LinkClosed.byUs("closed by the client"));
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("1:hello");
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("8:\u0003\u00E8"); // 1000
  }

  @Test
  void closesWhileTheServerIsSilent() throws Exception {
    CompletableFuture<Boolean> freed = new CompletableFuture<>();
    connect(
        peer -> {
          peer.handshake().untilEnd();
          freed.complete(true);
        });
    told.expect("opened");

    onLoop(link::close);

    told.expect(LinkClosed.byUs("closed by the client"));
    assertThat(freed.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void sendsNothingBeforeItStandsOrAfterItEnded() throws Exception {
    connect(peer -> peer.handshake().untilEnd());
    AtomicReference<Boolean> early = new AtomicReference<>();
    Link other = TRANSPORT.connect(loop, server.uri("ws"), new Recorder());
    early.set(other.send("too early"));
    told.expect("opened");
    onLoop(link::close);

    assertThat(early).hasValue(false);
    assertThat(onLoop(() -> link.send("too late"))).isFalse();
    loop.execute(other::close);
    told.end();
  }

  @Test
  void closesBeforeItStands() {
    connect(RawServer.Peer::hang);

    loop.execute(link::close);

    told.expect(LinkClosed.byUs("closed by the client"));
  }

  @Test
  void saysGoodbyeToAServerThatOpensAfterItWasClosed() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    connect(
        peer -> {
          String head = peer.head();
          received.add("asked");
          closed.await();
          peer.write(upgrade(head));
          peer.text("too late");
          received.add(peer.received());
          peer.untilEnd();
        });
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("asked");

    onLoop(link::close);
    told.expect(LinkClosed.byUs("closed by the client"));
    closed.countDown();

    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("8:\u0003\u00E8"); // 1000
  }

  @Test
  void closedFromWithinACallHearsOfItAfterwards() {
    AtomicReference<Link> self = new AtomicReference<>();
    Recorder closing =
        new Recorder() {
          @Override
          public void frame(Frame frame) {
            self.get().close();
            super.frame(frame);
          }
        };
    server = new RawServer(peer -> peer.handshake().text("one").text("two").untilEnd());
    loop.execute(() -> self.set(TRANSPORT.connect(loop, server.uri("ws"), closing)));

    closing.expect("opened");
    closing.expect("one");
    closing.expect(LinkClosed.byUs("closed by the client"));
    assertThat(closing.events).isEmpty();
  }

  @Test
  void survivesAListenerThatThrows() {
    Recorder throwing =
        new Recorder() {
          @Override
          public void frame(Frame frame) {
            super.frame(frame);
            throw new IllegalStateException("bug in the listener");
          }
        };
    server =
        new RawServer(
            peer -> peer.handshake().text("one").text("two").closeFrame(1000, "").untilEnd());
    TRANSPORT.connect(loop, server.uri("ws"), throwing);

    throwing.expect("opened");
    throwing.expect("one");
    throwing.expect("two");
    assertThat(throwing.end().kind()).isEqualTo(Kind.LOST);
  }

  @Test
  void refusesToSendWhenTheServerDoesNotRead() throws Exception {
    connect(
        peer -> {
          peer.handshake();
          peer.hang();
        });
    told.expect("opened");
    String text = "x".repeat(100_000);

    int accepted = onLoop(() -> sendUntilRefused(text));

    assertThat(accepted).isBetween(1, 5_000);
    assertThat(onLoop(() -> link.send(text))).isFalse();
    onLoop(link::close);
    told.end();
  }

  @Test
  void sendsWithoutEndWhenTheServerReads() throws Exception {
    connect(
        peer -> {
          peer.handshake();
          while (true) {
            received.add(peer.received());
          }
        });
    told.expect("opened");
    String text = "x".repeat(5_000);

    for (int sent = 0; sent < 1_100; sent++) {
      assertThat(onLoop(() -> link.send(text))).as("text %d", sent).isTrue();
      assertThat(received.poll(20, TimeUnit.SECONDS)).hasSize(5_002);
    }
    onLoop(link::close);
    told.end();
  }

  private int sendUntilRefused(String text) {
    int sent = 0;
    while (sent < 10_000 && link.send(text)) {
      sent++;
    }
    return sent;
  }

  @Test
  void introducesItselfAndSendsNoOrigin() throws Exception {
    connect(
        peer -> {
          received.add(peer.head().toLowerCase(Locale.ROOT));
          peer.socket.close();
        });

    assertThat(received.poll(20, TimeUnit.SECONDS))
        .startsWith("get /v2 http/1.1\r\n")
        .contains("user-agent: kraken-spot-java\r\n")
        .doesNotContain("origin:", "sec-websocket-extensions");
    told.end();
  }

  @Test
  void tellsOfARefusalWithItsStatusAndWait() {
    connect(peer -> refuse(peer, "429 Too Many Requests", "Retry-After: 37\r\n"));

    told.expect(refused(429, Duration.ofSeconds(37)));
  }

  @Test
  void understandsADateToWaitFor() {
    ZonedDateTime later = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(3);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(later);
    connect(peer -> refuse(peer, "503 Service Unavailable", "Retry-After: " + date + "\r\n"));

    LinkClosed cause = told.end();

    assertThat(cause.code()).isEqualTo(503);
    assertThat(cause.retryAfter()).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(180));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 404, 500, 503, 520})
  void tellsOfARefusal(int status) {
    connect(peer -> refuse(peer, status + " No", "Content-Type: text/html\r\n"));

    told.expect(refused(status, null));
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (RawServer elsewhere = new RawServer(peer -> peer.handshake().untilEnd())) {
      connect(peer -> refuse(peer, "302 Found", "Location: " + elsewhere.uri("http") + "\r\n"));

      told.expect(refused(302, null));
      assertThat(elsewhere.accepted).hasValue(0);
    }
  }

  private static void refuse(RawServer.Peer peer, String status, String headers)
      throws IOException {
    peer.head();
    peer.write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 4\r\n\r\nbusy");
    peer.untilEnd();
  }

  static Stream<Arguments> unfitServers() {
    return Stream.of(
        script("hangs before the upgrade", RawServer.Peer::hang),
        script(
            "sends half the headers",
            peer -> {
              peer.write(upgrade(peer.head()).substring(0, 60));
              peer.hang();
            }),
        script(
            "accepts the wrong key",
            peer -> {
              peer.write(upgrade(peer.head()).replaceAll("Accept: ..", "Accept: **"));
              peer.untilEnd();
            }),
        script("resets", RawServer.Peer::reset),
        script(
            "resets inside the upgrade",
            peer -> {
              peer.write(upgrade(peer.head()).substring(0, 60));
              peer.reset();
            }),
        script("leaves", peer -> peer.socket.close()),
        script(
            "leaves inside the upgrade",
            peer -> {
              peer.write(upgrade(peer.head()).substring(0, 60));
              peer.socket.close();
            }),
        script(
            "speaks no HTTP",
            peer -> {
              peer.write("SSH-2.0-OpenSSH_9.6\r\n\r\n");
              peer.untilEnd();
            }),
        script(
            "asks for an extension",
            peer -> {
              peer.write(
                  upgrade(peer.head())
                      .replace("\r\n\r\n", "\r\nSec-WebSocket-Extensions: x-odd\r\n\r\n"));
              peer.untilEnd();
            }),
        script(
            "chooses a subprotocol",
            peer -> {
              peer.write(
                  upgrade(peer.head())
                      .replace("\r\n\r\n", "\r\nSec-WebSocket-Protocol: odd\r\n\r\n"));
              peer.untilEnd();
            }));
  }

  private static Arguments script(String name, RawServer.Script script) {
    return Arguments.of(name, script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unfitServers")
  void doesNotOpenOnAServerThat(String name, RawServer.Script script) {
    connect(HASTY, script);

    LinkClosed cause = (LinkClosed) told.next();
    assertThat(cause.kind()).as(cause.reason()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void closesAConnectionThatStandsTooLate() throws Exception {
    CompletableFuture<Boolean> freed = new CompletableFuture<>();
    connect(
        HASTY,
        peer -> {
          String head = peer.head();
          received.add("asked");
          peer.hangFor(600);
          try {
            peer.write(upgrade(head));
            peer.untilEnd();
          } finally {
            freed.complete(true);
          }
        });

    assertThat(((LinkClosed) told.next()).reason())
        .isEqualTo(server.uri("ws").getAuthority() + " did not open a WebSocket within 300 ms");
    assertThat(freed.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsOfAPortThatRefuses() throws Exception {
    try (Socket silent = new Socket()) {
      silent.bind(new InetSocketAddress("127.0.0.1", 0));
      URI uri = URI.create("ws://127.0.0.1:" + silent.getLocalPort() + "/v2");
      link = TRANSPORT.connect(loop, uri, told);

      LinkClosed cause = told.end();

      assertThat(cause.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(cause.reason()).contains(uri.getAuthority(), "Connection refused");
    }
  }

  @Test
  void tellsOfANameThatDoesNotExist() {
    link = TRANSPORT.connect(loop, URI.create("ws://no-such-host.invalid/"), told);

    LinkClosed cause = told.end();

    assertThat(cause.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(cause.reason()).contains("no-such-host.invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ws.kraken.com/v2", "ws:///v2", "ws.kraken.com"})
  void refusesAnAddressThatIsNoWebSocket(String address) {
    assertThatThrownBy(() -> TRANSPORT.connect(loop, URI.create(address), told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(address);
  }

  private static LinkClosed lost(int code, String reason) {
    return new LinkClosed(Kind.LOST, code, reason, null);
  }

  private LinkClosed refused(int status, Duration retryAfter) {
    String reason = server.uri("ws").getAuthority() + " answered HTTP " + status;
    return new LinkClosed(Kind.REFUSED, status, reason, retryAfter);
  }

  private void connect(RawServer.Script script) {
    connect(TRANSPORT, script);
  }

  private void connect(VertxTransport transport, RawServer.Script script) {
    server = new RawServer(script);
    loop = transport.newLoop();
    link = transport.connect(loop, server.uri("ws"), told);
  }

  private void onLoop(Runnable task) throws Exception {
    onLoop(
        () -> {
          task.run();
          return true;
        });
  }

  private <T> T onLoop(Callable<T> task) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            done.complete(task.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done.get(20, TimeUnit.SECONDS);
  }
}
