package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a real socket shows of a fault. */
@Timeout(60)
final class SocketFaultsTest {
  private static final String HANDSHAKE =
      "GET /v2 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

  private Vertx vertx;
  private ExchangeServer server;
  private Exchange exchange;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    server = ExchangeServer.builder().seed(5).eventsPerSecond(0).start();
    exchange = server.exchange();
  }

  @AfterEach
  void close() {
    server.close();
    vertx.close().await();
  }

  private SocketClient connect() {
    return new SocketClient(
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxFrameSize(64 << 20).setMaxMessageSize(64 << 20)),
        new WebSocketConnectOptions()
            .setAbsoluteURI(server.webSocketUri(Path.V2_PUBLIC).toString()));
  }

  private SocketClient greeted() throws InterruptedException {
    SocketClient client = connect();
    assertThat(client.nextText()).contains("\"status\"");
    return client;
  }

  /** A plain socket that has asked for a WebSocket. */
  private Socket raw(String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** A plain socket that has read the handshake and the first frame. */
  private Socket rawGreeted() throws IOException {
    Socket socket = raw(HANDSHAKE);
    StringBuilder heard = new StringBuilder();
    while (!heard.toString().endsWith("}]}")) {
      heard.append((char) socket.getInputStream().read());
    }
    return socket;
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1011, 1012, 1013, 4001})
  void closesWithACode(int code) throws Exception {
    SocketClient client = greeted();
    exchange.links().close(code);
    assertThat(client.nextText()).isEqualTo(SocketClient.closed(code));
  }

  @Test
  void resetsTcp() throws Exception {
    try (Socket socket = rawGreeted()) {
      exchange.links().reset();
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void aCutEndsTcpInGoodOrderAfterAllThatWasSent() throws Exception {
    try (Socket socket = rawGreeted()) {
      for (int frame = 0; frame < 500; frame++) {
        exchange.links().send("x".repeat(4000));
      }
      exchange.links().send("the last");
      exchange.links().drop();
      byte[] all = socket.getInputStream().readAllBytes();
      assertThat(all).hasSizeGreaterThan(2_000_000);
      assertThat(new String(all, StandardCharsets.ISO_8859_1)).endsWith("the last");
    }
  }

  @Test
  void aCutDoesNotWaitForWhoDoesNotRead() throws Exception {
    try (Socket socket = rawGreeted()) {
      exchange.links().send("x".repeat(12 << 20));
      exchange.links().drop();
      while (!exchange.connections().isEmpty()) {
        Thread.onSpinWait();
      }
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
    }
  }

  @Test
  void aHalfOpenConnectionAnswersNoPings() throws Exception {
    SocketClient client = greeted();
    SocketClient other = greeted();
    client.socket().writePing(Buffer.buffer("a")).await();
    assertThat(client.nextText()).isEqualTo("pong");

    exchange.connections().get(0).halfOpen(true);
    exchange.links().send("only for others");
    assertThat(other.nextText()).isEqualTo("only for others");
    client.socket().writePing(Buffer.buffer("b")).await();
    client.send("{'method':'ping'}");
    for (int trip = 0; trip < 50; trip++) {
      other.socket().writePing(Buffer.buffer("c")).await();
      assertThat(other.nextText()).isEqualTo("pong");
    }
    assertThat(client.heardNothing()).isTrue();
    assertThat(client.socket().isClosed()).isFalse();

    exchange.connections().get(0).halfOpen(false);
    assertThat(client.nextText()).isEqualTo("pong");
  }

  @Test
  void aMuteConnectionAnswersPings() throws Exception {
    SocketClient client = greeted();
    exchange.links().mute();
    client.send("{'method':'ping'}");
    client.socket().writePing(Buffer.buffer("a")).await();
    assertThat(client.nextText()).isEqualTo("pong");
  }

  @Test
  void bytesTrickle() throws Exception {
    SocketClient client = greeted();
    exchange.links().drip(7, Duration.ofMillis(5));
    long begin = System.nanoTime();
    exchange.links().send("x".repeat(140));
    exchange.links().send("after it");
    assertThat(client.nextText()).hasSize(140);
    assertThat(client.nextText()).isEqualTo("after it");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(100));
    exchange.links().drip(0, Duration.ZERO);
    exchange.links().send("x".repeat(1 << 20));
    assertThat(client.nextText()).hasSize(1 << 20);
  }

  @Test
  void bytesTrickleThroughTlsToo() throws Exception {
    try (ExchangeServer secure = ExchangeServer.builder().eventsPerSecond(0).tls(true).start()) {
      secure.exchange().links().drip(50, Duration.ofMillis(1));
      SocketClient client =
          new SocketClient(
              vertx.createWebSocketClient(new WebSocketClientOptions().setTrustAll(true)),
              new WebSocketConnectOptions()
                  .setAbsoluteURI(secure.webSocketUri(Path.V2_PUBLIC).toString()));
      assertThat(client.nextText()).contains("\"status\"");
      secure.exchange().links().drop();
      assertThat(client.nextText()).isEqualTo(SocketClient.closed(1006));
    }
  }

  @Test
  void sendsWhatKrakenNeverSends() throws Exception {
    SocketClient client = greeted();
    exchange.inject(Fault.parse("binary"));
    exchange.inject(Fault.parse("empty_frame"));
    exchange.inject(Fault.parse("html"));
    exchange.inject(Fault.parse("oversize 32"));
    exchange.links().send("still there");
    assertThat(client.nextText()).isEqualTo("binary 4");
    assertThat(client.nextText()).isEmpty();
    assertThat(client.nextText()).startsWith("<!DOCTYPE html>");
    assertThat(client.nextText()).hasSizeGreaterThan(32 << 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 520})
  void refusesWithAStatusAndATime(int status) {
    exchange.door().answer(DoorAnswer.retryAfter(status, Duration.ofSeconds(7)));
    assertThatThrownBy(this::connect)
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            e -> {
              assertThat(e.getStatus()).isEqualTo(status);
              assertThat(e.getHeaders().get("Retry-After")).isEqualTo("7");
            });
  }

  @Test
  void refusesWithAPageOrARedirection() {
    exchange.door().answer(DoorAnswer.PAGE);
    assertThatThrownBy(this::connect)
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            e -> {
              assertThat(e.getStatus()).isEqualTo(200);
              assertThat(e.getBody().toString()).startsWith("<!DOCTYPE html>");
            });
    exchange.door().answer(DoorAnswer.redirect(URI.create("wss://elsewhere.test/v2")));
    assertThatThrownBy(this::connect)
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            e -> assertThat(e.getHeaders().get("Location")).isEqualTo("wss://elsewhere.test/v2"));
  }

  @Test
  void canLeaveAHandshakeAndARestCallWithoutAnAnswer() throws Exception {
    exchange.door().answer(DoorAnswer.HANG);
    exchange.failRest(RestFault.HANG, 1);
    String rest = "GET /0/public/Time HTTP/1.1\r\nHost: x\r\n\r\n";
    try (Socket upgrade = raw(HANDSHAKE);
        Socket call = raw(rest)) {
      while (server.attempts().isEmpty()) {
        Thread.onSpinWait();
      }
      upgrade.setSoTimeout(200);
      call.setSoTimeout(200);
      assertThatThrownBy(() -> upgrade.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThatThrownBy(() -> call.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(server.attempts()).extracting(ConnectionAttempt::status).containsExactly(0);
  }

  @Test
  void failsRestWithAStatus() throws Exception {
    exchange.failRest(RestFault.TOO_MANY, 1);
    exchange.failRest(RestFault.PAGE, 1);
    String rest = "GET /0/public/Time HTTP/1.1\r\nHost: x\r\n\r\n";
    assertThat(firstLine(rest)).contains(" 429 ");
    assertThat(firstLine(rest)).contains(" 200 ");
  }

  private String firstLine(String request) throws IOException {
    try (Socket socket = raw(request);
        var reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      return reader.readLine();
    }
  }
}
