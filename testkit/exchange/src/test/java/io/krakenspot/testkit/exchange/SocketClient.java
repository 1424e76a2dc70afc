package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client on a real socket whose frames, and its end, wait in a queue. */
final class SocketClient {
  private static final String CLOSED = "closed with ";

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final WebSocketClient heldSoThatItLives;
  private final ClientWebSocket socket;

  SocketClient(WebSocketClient client, WebSocketConnectOptions options) {
    this.heldSoThatItLives = client;
    this.socket = heldSoThatItLives.webSocket();
    socket.textMessageHandler(heard::add);
    socket.binaryMessageHandler(bytes -> heard.add("binary " + bytes.length()));
    socket.pongHandler(bytes -> heard.add("pong"));
    socket.exceptionHandler(broken -> {});
    socket.closeHandler(gone -> heard.add(closed(socket.closeStatusCode())));
    socket.connect(options).await();
  }

  /** What is heard at the end. */
  static String closed(int code) {
    return CLOSED + code;
  }

  void send(String text) {
    socket.writeTextMessage(Wire.json(text));
  }

  ClientWebSocket socket() {
    return socket;
  }

  boolean heardNothing() {
    return heard.isEmpty();
  }

  JsonNode next() throws InterruptedException {
    return Wire.read(nextText());
  }

  String nextText() throws InterruptedException {
    String text = heard.poll(10, TimeUnit.SECONDS);
    assertThat(text).isNotNull();
    return text;
  }

  /** What comes next other than heartbeats, in short. */
  String shortly() throws InterruptedException {
    String text = nextText();
    while (text.contains("\"heartbeat\"")) {
      text = nextText();
    }
    if (text.startsWith(CLOSED)) {
      return "closed";
    }
    JsonNode frame = Wire.read(text);
    return frame.has("method") ? "answer" : frame.at("/data/0/exec_type").asText("other");
  }
}
