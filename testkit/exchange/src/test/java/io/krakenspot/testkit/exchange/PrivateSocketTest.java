package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.testkit.exchange.internal.access.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts over real sockets on loopback. */
@Timeout(30)
final class PrivateSocketTest {
  private static final String CLOSED = "{\"closed\":true}";
  private static final String TAKE =
      "\"order_type\":\"market\",\"side\":\"buy\",\"symbol\":\"BTC/USD\",\"order_qty\":0.001";

  private final HttpClient http = HttpClient.newHttpClient();

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

  /** Remembers what it hears, the end included. */
  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        texts.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      texts.add(CLOSED);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      texts.add(CLOSED);
    }

    JsonNode next() throws InterruptedException {
      String text = texts.poll(10, TimeUnit.SECONDS);
      assertThat(text).isNotNull();
      return Wire.read(text);
    }

    /** What comes next other than heartbeats, in short. */
    String shortly() throws InterruptedException {
      JsonNode frame = next();
      while (frame.path("channel").asText().equals("heartbeat")) {
        frame = next();
      }
      if (frame.has("closed")) {
        return "closed";
      }
      return frame.has("method") ? "answer" : frame.at("/data/0/exec_type").asText("other");
    }
  }

  private WebSocket connect(URI uri, Heard heard) {
    return http.newWebSocketBuilder().buildAsync(uri, heard).join();
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
      Heard heard = new Heard();
      WebSocket socket = connect(server.webSocketUri(Path.V2_PRIVATE), heard);
      String token = post(server, "GetWebSocketsToken", Trader.SECRET).at("/result/token").asText();
      send(socket, "subscribe", "\"channel\":\"executions\"", token);
      assertThat(heard.shortly()).isEqualTo("other");
      assertThat(heard.shortly()).isEqualTo("answer");
      assertThat(heard.shortly()).isEqualTo("other");

      server.exchange().cutNext(Trader.KEY, where);
      send(socket, "add_order", TAKE, token);
      String[] expected =
          switch (where) {
            case BEFORE_ARRIVAL, AFTER_ACCEPT_BEFORE_ANSWER -> new String[] {"closed"};
            case AFTER_ANSWER_BEFORE_FEED -> new String[] {"answer", "closed"};
            case AFTER_FEED_BEFORE_ANSWER ->
                new String[] {"pending_new", "new", "trade", "filled", "closed"};
            case AFTER_FILL -> new String[] {"answer", "pending_new", "new", "trade", "closed"};
          };
      for (String one : expected) {
        assertThat(heard.shortly()).isEqualTo(one);
      }
      assertThat(server.exchange().audit(Trader.KEY).fills())
          .hasSize(where == CommandCut.BEFORE_ARRIVAL ? 0 : 1);
    }
  }

  private static void send(WebSocket socket, String method, String params, String token) {
    socket
        .sendText(
            "{\"method\":\"%s\",\"params\":{%s,\"token\":\"%s\"}}".formatted(method, params, token),
            true)
        .join();
  }
}
