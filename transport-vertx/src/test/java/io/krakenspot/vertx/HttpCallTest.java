package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.ConnectionFailedException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpCallTest {
  private final VertxTransport transport = VertxTransport.builder().maxMessageSize(100_000).build();
  private final VertxTransport hasty =
      VertxTransport.builder().connectTimeout(Duration.ofMillis(300)).build();
  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
  private RawServer server;

  @AfterEach
  void close() throws Exception {
    transport.close();
    hasty.close();
    server.close();
  }

  @Test
  void readsAResource() throws Exception {
    serve(answer("200 OK", "{\"error\":[]}"));

    assertThat(get()).asString().isEqualTo("{\"error\":[]}");
    assertThat(heads.poll(20, TimeUnit.SECONDS).toLowerCase(Locale.ROOT))
        .startsWith("get /0/public/assetpairs?pair=xbtusd http/1.1\r\n")
        .contains("user-agent: kraken-spot-java\r\n");
  }

  @Test
  void readsALargeResourceInChunks() throws Exception {
    String part = "y".repeat(10_000);
    StringBuilder answer =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 10; i++) {
      answer.append("2710\r\n").append(part).append("\r\n");
    }
    serve(answer.append("0\r\n\r\n").toString());

    assertThat(get()).hasSize(100_000);
  }

  @Test
  void tellsTheStatusAndTheBeginningOfARefusal() {
    serve(answer("503 Service Unavailable", "<html>\n  <b>down</b>" + "z".repeat(5_000)));

    assertFails("HTTP 503 <html> <b>down</b>zzz", 400);
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (RawServer elsewhere = new RawServer(peer -> peer.write(answer("200 OK", "stolen")))) {
      serve(
          "HTTP/1.1 302 Found\r\nLocation: "
              + elsewhere.uri("http")
              + "\r\nContent-Length: 0\r\n\r\n");

      assertFails("HTTP 302", 200);
      assertThat(elsewhere.accepted).hasValue(0);
    }
  }

  @Test
  void stopsReadingAtTheLimitAndHangsUp() throws Exception {
    CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
    server =
        new RawServer(
            peer -> {
              peer.head();
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
              try {
                while (true) {
                  peer.write(new byte[10_000]);
                }
              } finally {
                hungUp.complete(true);
              }
            });

    assertFails("the answer is larger than 100000 bytes", 200);
    assertThat(hungUp.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void givesUpOnAServerThatDripsAndHangsUp() throws Exception {
    CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
    server =
        new RawServer(
            peer -> {
              peer.head();
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
              try {
                while (true) {
                  peer.write("x");
                  peer.hangFor(100);
                }
              } finally {
                hungUp.complete(true);
              }
            });

    assertFails(hasty, "no whole answer within 300 ms", 200);
    assertThat(hungUp.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsOfACut() {
    server =
        new RawServer(
            peer -> {
              peer.head();
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
              peer.socket.close();
            });

    assertFails("closed", 200);
  }

  @Test
  void tellsOfAPortThatRefuses() throws Exception {
    server = new RawServer(peer -> {});
    server.close();

    assertFails("Connection refused", 200);
  }

  @Test
  void failsOnceTheTransportIsClosed() {
    server = new RawServer(peer -> {});
    transport.close();

    assertThatThrownBy(this::get).hasRootCauseMessage("the transport is closed");
  }

  private static String answer(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private void serve(String answer) {
    server =
        new RawServer(
            peer -> {
              heads.add(peer.head());
              peer.write(answer);
              peer.untilEnd();
            });
  }

  private byte[] get() throws Exception {
    return get(transport);
  }

  private byte[] get(VertxTransport transport) throws Exception {
    URI uri = server.uri("http").resolve("/0/public/AssetPairs?pair=XBTUSD");
    return transport.get(uri).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /**
   * The message names what was read, without the query, which may hold what is nobody's business.
   */
  private void assertFails(String why, int longest) {
    assertFails(transport, why, longest);
  }

  private void assertFails(VertxTransport transport, String why, int longest) {
    assertThatThrownBy(() -> get(transport))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageStartingWith("GET " + server.uri("http").resolve("/0/public/AssetPairs") + ": ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("XBTUSD")
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(longest));
  }
}
