package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The exchange over real sockets on loopback. */
@Timeout(30)
final class ExchangeServerTest {
  private Vertx vertx;
  private WebSocketClient client;

  @BeforeEach
  void open() {
    Buffer hosts = Buffer.buffer("127.0.0.1 ws.kraken.test");
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setAddressResolverOptions(
                    new AddressResolverOptions()
                        .setHostsValue(hosts)
                        .addServer("127.0.0.1")
                        .setQueryTimeout(50)));
    client = vertx.createWebSocketClient(options());
  }

  private static WebSocketClientOptions options() {
    return new WebSocketClientOptions().setMaxFrameSize(16 << 20).setMaxMessageSize(16 << 20);
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void speaksBothVersionsOnOnePort() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().seed(5).eventsPerSecond(0).start()) {
      SocketClient v1 = connect(server.webSocketUri(Path.V1_PUBLIC));
      SocketClient v2 = connect(server.webSocketUri(Path.V2_PUBLIC));

      assertThat(v1.next().get("event").asText()).isEqualTo("systemStatus");
      assertThat(v2.next().get("channel").asText()).isEqualTo("status");
    }
  }

  @Test
  void largestBooksPassAndHoldTheTruth() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().seed(5).eventsPerSecond(0).start()) {
      SocketClient socket = connect(server.webSocketUri(Path.V2_PUBLIC));
      socket.next();
      socket.send(
          "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD'],'depth':1000}}");
      assertThat(socket.next().get("success").asBoolean()).isTrue();
      NaiveBook book = new NaiveBook(1000, false);
      assertThat(book.applyV2(socket.next())).isEqualTo(book.checksum());

      Pair pair = Pair.of("BTC/USD");
      for (int step = 0; step < 200; step++) {
        server.exchange().step(pair, Move.SWEEP);
      }
      server.exchange().sendRaw(Version.V2, "{\"channel\":\"enough\"}");
      for (JsonNode frame = socket.next();
          !channel(frame).equals("enough");
          frame = socket.next()) {
        if (channel(frame).equals("book")) {
          assertThat(book.applyV2(frame)).isEqualTo(book.checksum());
        }
      }
      assertThat(server.exchange().ledger().count(Entry.BOOK_UPDATES)).isEqualTo(200);
      assertThat(book.book()).isEqualTo(server.exchange().book(pair, 1000));
      assertThat(book.book().bids()).hasSize(1000);
    }
  }

  @Test
  void showsItsCertificateAndSeesTheServerName() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().tls(true).start()) {
      String pem = server.certificatePem().orElseThrow();
      WebSocketClient trusting =
          vertx.createWebSocketClient(
              options().setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(pem))));
      URI named = URI.create("wss://ws.kraken.test:" + server.port() + "/v2");

      SocketClient byName = connect(trusting, to(named));
      SocketClient byAddress = connect(trusting, to(server.webSocketUri(Path.V2_PUBLIC)));

      assertThat(byName.next().get("channel").asText()).isEqualTo("status");
      assertThat(byAddress.next().get("channel").asText()).isEqualTo("status");
      assertThat(server.attempts())
          .extracting(ConnectionAttempt::serverName)
          .containsExactly("ws.kraken.test", null);
      assertThat(server.webSocketUri().getScheme()).isEqualTo("wss");
    }
  }

  @Test
  void isNotTrustedWithoutItsCertificate() {
    try (ExchangeServer server = ExchangeServer.builder().tls(true).start()) {
      assertThatThrownBy(() -> connect(server.webSocketUri(Path.V2_PUBLIC)))
          .hasMessageContaining("SSL");
      assertThat(server.attempts()).isEmpty();
    }
  }

  @Test
  void refusesConnectionsWhenToldTo() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      URI uri = server.webSocketUri(Path.V1_PUBLIC);
      server.refuseConnections(503);
      assertThatThrownBy(() -> connect(uri))
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(503));

      server.acceptConnections();
      connect(uri).next();

      assertThat(server.attempts()).extracting(ConnectionAttempt::status).containsExactly(503, 101);
    }
  }

  @Test
  void knowsNoOtherPaths() {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      assertThatThrownBy(() -> connect(server.webSocketUri().resolve("/v3")))
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(404));
    }
  }

  @Test
  void cutsConnectionsWithoutACloseFrame() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      SocketClient socket = connect(server.webSocketUri(Path.V2_PUBLIC));
      socket.next();
      server.exchange().dropConnections();
      assertThat(socket.nextText()).isEqualTo(SocketClient.closed(1006));
    }
  }

  @Test
  void closesInGoodOrderAndOnlyOnce() throws Exception {
    ExchangeServer server = ExchangeServer.builder().start();
    SocketClient socket = connect(server.webSocketUri(Path.V2_PUBLIC));
    socket.next();

    server.close();
    server.close();

    assertThat(socket.nextText()).isEqualTo(SocketClient.closed(1000));
    assertThatThrownBy(() -> connect(server.webSocketUri(Path.V2_PUBLIC)))
        .hasMessageContaining("refused");
  }

  @Test
  void forgetsClientsThatLeave() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      SocketClient socket = connect(server.webSocketUri(Path.V2_PUBLIC));
      socket.next();
      assertThat(server.exchange().connections()).hasSize(1);
      socket.socket().close().await();
      while (!server.exchange().connections().isEmpty()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void answersRest() throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      HttpClient http = vertx.createHttpClient(new HttpClientOptions());

      JsonNode pairs = get(http, server, "/0/public/AssetPairs").get("result");
      assertThat(pairs.size()).isEqualTo(29); // tokenised equities are left out
      JsonNode bitcoin = pairs.get("XXBTZUSD");
      assertThat(bitcoin.get("wsname").asText()).isEqualTo("XBT/USD");
      assertThat(bitcoin.get("pair_decimals").asInt()).isEqualTo(1);
      assertThat(bitcoin.get("tick_size").asText()).isEqualTo("0.1");
      assertThat(pairs.get("XDGUSD").get("base").asText()).isEqualTo("XXDG");
      assertThat(pairs.get("XETHXXBT").get("altname").asText()).isEqualTo("ETHXBT");

      JsonNode one = get(http, server, "/0/public/AssetPairs?pair=BTC/USD").get("result");
      assertThat(one.fieldNames()).toIterable().containsExactly("XXBTZUSD");
      JsonNode none = get(http, server, "/0/public/AssetPairs?pair=NO/PE");
      assertThat(none.get("error").get(0).asText()).isEqualTo("EQuery:Unknown asset pair");

      JsonNode assets = get(http, server, "/0/public/Assets?asset=XBT,ZUSD").get("result");
      assertThat(assets.fieldNames()).toIterable().containsExactly("XXBT", "ZUSD");
      JsonNode status = get(http, server, "/0/public/SystemStatus").get("result");
      assertThat(status.get("status").asText()).isEqualTo("online");
      JsonNode time = get(http, server, "/0/public/Time").get("result");
      assertThat(time.get("unixtime").isIntegralNumber()).isTrue();
      assertThat(time.get("rfc1123").asText()).endsWith(" +0000");
    }
  }

  @Test
  void answersUnknownRestPathsWithAnError() {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      HttpClient http = vertx.createHttpClient(new HttpClientOptions());
      HttpClientResponse response = request(http, server, "/0/public/Nothing").await();
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(Wire.read(response.body().await().toString()).get("error").get(0).asText())
          .isEqualTo("EGeneral:Unknown method");
    }
  }

  @Test
  void listsItsAddresses() {
    try (ExchangeServer server = ExchangeServer.builder().start()) {
      assertThat(server.uris())
          .containsEntry("v1 public", URI.create("ws://127.0.0.1:" + server.port() + "/"))
          .containsEntry("v2 public", URI.create("ws://127.0.0.1:" + server.port() + "/v2"))
          .containsEntry("REST", URI.create("http://127.0.0.1:" + server.port()));
      assertThat(server.endpoints(Version.V1).marketData())
          .isEqualTo(server.webSocketUri(Path.V1_PUBLIC));
      assertThat(server.endpoints(Version.V2).account())
          .isEqualTo(server.webSocketUri(Path.V2_PRIVATE));
    }
  }

  private static String channel(JsonNode frame) {
    return frame.path("channel").asText();
  }

  private static JsonNode get(HttpClient http, ExchangeServer server, String path) {
    HttpClientResponse response = request(http, server, path).await();
    assertThat(response.statusCode()).isEqualTo(200);
    return Wire.read(response.body().await().toString());
  }

  private static Future<HttpClientResponse> request(
      HttpClient http, ExchangeServer server, String path) {
    RequestOptions options =
        new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(server.restUri() + path);
    return http.request(options)
        .compose(request -> request.send().compose(response -> response.body().map(response)));
  }

  private SocketClient connect(URI uri) {
    return connect(client, to(uri));
  }

  private static WebSocketConnectOptions to(URI uri) {
    return new WebSocketConnectOptions().setAbsoluteURI(uri.toString());
  }

  private static SocketClient connect(WebSocketClient client, WebSocketConnectOptions options) {
    return new SocketClient(client, options);
  }
}
