package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.testkit.exchange.internal.access.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts over real sockets on loopback. */
@Timeout(30)
final class PrivateSocketTest {
  private static final String TAKE =
      "\"order_type\":\"market\",\"side\":\"buy\",\"symbol\":\"BTC/USD\",\"order_qty\":0.001";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static ExchangeServer server() {
    return ExchangeServer.builder()
        .seed(5)
        .eventsPerSecond(0)
        .account(Trader.KEY, Trader.SECRET)
        .start();
  }

  private JsonNode post(ExchangeServer server, String name, String secret)
      throws IOException, InterruptedException {
    String path = "/0/private/" + name;
    String body = "{\"nonce\":\"1700000000001\"}";
    HttpRequest request =
        HttpRequest.newBuilder(server.restUri().resolve(path))
            .header("API-Key", Trader.KEY)
            .header("API-Sign", Signature.of(secret, path, "1700000000001", body))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return Wire.read(response.body());
  }

  @Test
  void aSignedCallBringsATokenAndAWrongSecretNone() throws Exception {
    try (ExchangeServer server = server()) {
      assertThat(post(server, "GetWebSocketsToken", "d3Jvbmc=").at("/error/0").asText())
          .isEqualTo("EAPI:Invalid signature");
      assertThat(post(server, "GetWebSocketsToken", Trader.SECRET).at("/result/token").asText())
          .hasSize(43);
      assertThat(post(server, "Balance", Trader.SECRET).at("/error/0").asText())
          .isEqualTo("EAPI:Invalid nonce");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSentBeforeACutArrives(CommandCut where) throws Exception {
    try (ExchangeServer server = server()) {
      SocketClient client =
          new SocketClient(
              vertx.createWebSocketClient(),
              new WebSocketConnectOptions()
                  .setAbsoluteURI(server.webSocketUri(Path.V2_PRIVATE).toString()));
      String token = post(server, "GetWebSocketsToken", Trader.SECRET).at("/result/token").asText();
      send(client, "subscribe", "\"channel\":\"executions\"", token);
      assertThat(client.shortly()).isEqualTo("other");
      assertThat(client.shortly()).isEqualTo("answer");
      assertThat(client.shortly()).isEqualTo("other");

      server.exchange().cutNext(Trader.KEY, where);
      send(client, "add_order", TAKE, token);
      String[] expected =
          switch (where) {
            case BEFORE_ARRIVAL, AFTER_ACCEPT_BEFORE_ANSWER -> new String[] {"closed"};
            case AFTER_ANSWER_BEFORE_FEED -> new String[] {"answer", "closed"};
            case AFTER_FEED_BEFORE_ANSWER ->
                new String[] {"pending_new", "new", "trade", "filled", "closed"};
            case AFTER_FILL -> new String[] {"answer", "pending_new", "new", "trade", "closed"};
          };
      for (String one : expected) {
        assertThat(client.shortly()).isEqualTo(one);
      }
      assertThat(server.exchange().audit(Trader.KEY).fills())
          .hasSize(where == CommandCut.BEFORE_ARRIVAL ? 0 : 1);
    }
  }

  private static void send(SocketClient client, String method, String params, String token) {
    client.send(
        "{\"method\":\"%s\",\"params\":{%s,\"token\":\"%s\"}}".formatted(method, params, token));
  }
}
