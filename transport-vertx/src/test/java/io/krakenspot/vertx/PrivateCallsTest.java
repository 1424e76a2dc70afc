package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Token;
import io.krakenspot.port.TokenSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and order lookups over real HTTP. */
@Timeout(60)
class PrivateCallsTest {
  private static final String GIVEN =
      "{\"error\":[],\"result\":{\"token\":\"tOkEn\",\"expires\":900}}";
  private static final AtomicInteger KEYS = new AtomicInteger();

  private final VertxTransport transport = VertxTransport.create();
  private final VertxTransport hasty =
      VertxTransport.builder().connectTimeout(Duration.ofMillis(300)).build();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final byte[] secret = "a secret of 18 byt".getBytes(StandardCharsets.US_ASCII);
  private final Credentials credentials =
      Credentials.of("http-" + KEYS.incrementAndGet(), Base64.getEncoder().encodeToString(secret));
  private RawServer server;

  @AfterEach
  void close() throws Exception {
    transport.close();
    hasty.close();
    server.close();
  }

  @Test
  void postsASignedForm() throws Exception {
    long before = System.currentTimeMillis();
    serve(answer("200 OK", GIVEN));

    assertThat(token().text()).isEqualTo("tOkEn");

    String[] request = requests.poll(20, TimeUnit.SECONDS).split("\r\n\r\n", 2);
    assertThat(request[1]).matches("nonce=\\d{13}");
    assertThat(Long.parseLong(request[1].substring(6)))
        .isBetween(before, System.currentTimeMillis());
    assertThat((request[0] + "\r\n").split("\r\n"))
        .contains(
            "POST /0/private/GetWebSocketsToken HTTP/1.1",
            "API-Key: " + credentials.key(),
            "API-Sign: " + signature("/0/private/GetWebSocketsToken", request[1]));
    assertThat((request[0] + "\r\n").toLowerCase(Locale.ROOT).split("\r\n"))
        .contains(
            "user-agent: kraken-spot-java",
            "content-type: application/x-www-form-urlencoded",
            "content-length: 19");
  }

  @Test
  void signsExactlyWhatItSends() throws Exception {
    serve(answer("200 OK", "{\"error\":[\"EOrder:Unknown order\"]}"));

    assertThat(
            transport
                .orderLookup(root(), credentials)
                .find(OrderKey.id("O&\u00e4 =+/"))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS))
        .isEmpty();

    String[] request = requests.poll(20, TimeUnit.SECONDS).split("\r\n\r\n", 2);
    assertThat(request[1]).matches("nonce=\\d{13}&txid=O%26%C3%A4\\+%3D%2B%2F");
    assertThat(request[0].split("\r\n"))
        .contains("API-Sign: " + signature("/0/private/QueryOrders", request[1]));
  }

  /** As a path of the root would be an address that Kraken does not have. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v2?a=b"})
  void needsOnlyTheHostOfTheRoot(String path) throws Exception {
    serve(answer("200 OK", GIVEN));
    TokenSource source = transport.tokenSource(root().resolve(path), credentials);

    assertThat(source.fetch().toCompletableFuture().get(20, TimeUnit.SECONDS).text())
        .isEqualTo("tOkEn");
    assertThat(requests.poll(20, TimeUnit.SECONDS)).startsWith("POST /0/private/GetWeb");
  }

  @Test
  void asksAgainWithALargerNonce() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server =
        new RawServer(
            peer -> {
              while (true) {
                String head = peer.head();
                requests.add(peer.body(head));
                boolean last = asked.incrementAndGet() == 4;
                peer.write(answer("200 OK", last ? GIVEN : "{\"error\":[\"EAPI:Invalid nonce\"]}"));
              }
            });

    assertThat(token().text()).isEqualTo("tOkEn");
    assertThat(List.copyOf(requests)).hasSize(4).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "429 Too Many Requests",
        "403 Forbidden",
        "500 Internal Server Error",
        "502 Bad Gateway",
        "503 Service Unavailable",
        "520 Unknown"
      })
  void looksAtTheStatusBeforeTheBody(String status) {
    serve(answer(status, GIVEN));

    assertThatThrownBy(this::token)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessage(
            "POST http://"
                + root().getAuthority()
                + "/0/private/GetWebSocketsToken: HTTP "
                + status.substring(0, 3));
  }

  @Test
  void tellsTheStatusOfALargeMaintenancePage() {
    serve(answer("503 Service Unavailable", "<html>" + "x".repeat(100_000)));

    assertFails(transport, ConnectionFailedException.class, "HTTP 503");
  }

  @Test
  void takesNoPageForAnAnswer() {
    serve(answer("200 OK", "<html>maintenance</html>"));

    assertFails(transport, MalformedFrameException.class, "is no JSON object");
  }

  @Test
  void readsNoMoreThan4MiB() throws Exception {
    CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
    server =
        new RawServer(
            peer -> {
              peer.body(peer.head());
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
              try {
                while (true) {
                  peer.write(new byte[10_000]);
                }
              } finally {
                hungUp.complete(true);
              }
            });

    assertFails(transport, ConnectionFailedException.class, "larger than 4194304 bytes");
    assertThat(hungUp.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void sendsItsSignatureNowhereElse() throws Exception {
    try (RawServer elsewhere = new RawServer(peer -> peer.write(answer("200 OK", GIVEN)))) {
      serve(
          "HTTP/1.1 307 Temporary Redirect\r\nLocation: "
              + elsewhere.uri("http")
              + "\r\nContent-Length: 0\r\n\r\n");

      assertFails(transport, ConnectionFailedException.class, "HTTP 307");
      assertThat(elsewhere.accepted).hasValue(0);
    }
  }

  @Test
  void givesUpOnAServerThatHangs() {
    server = new RawServer(RawServer.Peer::hang);

    assertFails(hasty, ConnectionFailedException.class, "no whole answer within 300 ms");
  }

  @Test
  void failsWhatIsUnderWayWhenTheTransportIsClosed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server =
        new RawServer(
            peer -> {
              peer.body(peer.head());
              asked.countDown();
              peer.hang();
            });
    TokenSource source = transport.tokenSource(root(), credentials);
    CompletionStage<Token> first = source.fetch();
    CompletionStage<Token> waiting = source.fetch();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    transport.close();

    for (CompletionStage<Token> each : List.of(first, waiting, source.fetch())) {
      assertThatThrownBy(() -> each.toCompletableFuture().get(20, TimeUnit.SECONDS))
          .cause()
          .isInstanceOf(ConnectionFailedException.class)
          .hasMessageContaining("the transport");
    }
  }

  @Test
  void aTransportThatWasClosedHoldsUpNoOther() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server =
        new RawServer(
            peer -> {
              peer.body(peer.head());
              if (asked.getCount() == 0) {
                peer.write(answer("200 OK", GIVEN));
              }
              asked.countDown();
              peer.untilEnd();
            });
    transport.tokenSource(root(), credentials).fetch();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    try (VertxTransport other = VertxTransport.create()) {
      CompletionStage<Token> next = other.tokenSource(root(), credentials).fetch();
      assertThat(next.toCompletableFuture()).isNotDone();

      transport.close();

      assertThat(next.toCompletableFuture().get(20, TimeUnit.SECONDS).text()).isEqualTo("tOkEn");
    }
  }

  @Test
  void refusesAnAddressThatIsNotHttp() {
    server = new RawServer(peer -> {});
    URI socket = server.uri("ws");

    assertThatThrownBy(() -> transport.tokenSource(socket, credentials))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not an address of");
    assertThatThrownBy(() -> transport.orderLookup(socket, credentials))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private URI root() {
    return server.uri("http").resolve("/");
  }

  private Token token() throws Exception {
    return token(transport);
  }

  private Token token(VertxTransport transport) throws Exception {
    CompletionStage<Token> fetched = transport.tokenSource(root(), credentials).fetch();
    return fetched.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private void assertFails(VertxTransport transport, Class<?> kind, String why) {
    assertThatThrownBy(() -> token(transport))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(kind)
        .hasMessageContaining(why);
  }

  private void serve(String answer) {
    server =
        new RawServer(
            peer -> {
              String head = peer.head();
              requests.add(head + peer.body(head));
              peer.write(answer);
              peer.untilEnd();
            });
  }

  static String answer(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Kraken's formula, written out once more. */
  private String signature(String path, String body) throws Exception {
    String nonce = body.replaceAll("nonce=(\\d+).*", "$1");
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(secret, "HmacSHA512"));
    mac.update(path.getBytes(StandardCharsets.US_ASCII));
    mac.update(
        MessageDigest.getInstance("SHA-256")
            .digest((nonce + body).getBytes(StandardCharsets.US_ASCII)));
    return Base64.getEncoder().encodeToString(mac.doFinal());
  }
}
