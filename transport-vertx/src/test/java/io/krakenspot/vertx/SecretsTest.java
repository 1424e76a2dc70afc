package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.TokenSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Key, secret, signature and token are told to nobody, whatever a server does with them. */
@Timeout(60)
class SecretsTest {
  private static final String TOKEN = "CANARYtokenCANARYtokenCANARYtoken";
  private static final String NO_BODY = "\r\nContent-Length: 0\r\n\r\n";
  private static final String SECRET =
      Base64.getEncoder().encodeToString("CANARY secret CANARY secret".getBytes());
  private static final Credentials CREDENTIALS = Credentials.of("CANARYkeyCANARYkey", SECRET);

  /** What a server makes of a request that it gives back. */
  private enum Echo {
    TOKEN_GIVEN(request -> ok("{\"error\":[],\"result\":{\"token\":\"" + TOKEN + "\"}}")),
    TOKEN_ELSEWHERE(request -> ok("{\"error\":[],\"result\":{\"code\":\"" + TOKEN + "\"}}")),
    TOKEN_IN_HALF_AN_OBJECT(request -> ok("{\"error\":[],\"result\":{\"token\":\"" + TOKEN)),
    TOKEN_WITHOUT_QUOTES(request -> ok("{\"error\":[],\"result\":{\"token\":" + TOKEN + "}}")),
    ERROR(request -> ok("{\"error\":[\"EAPI:Invalid key:" + escaped(request) + "\"]}")),
    GARBAGE(request -> ok(request)),
    ORDER_STATUS(
        request -> ok("{\"error\":[],\"result\":{\"" + TOKEN + "\":{\"vol\":\"" + TOKEN + "\"}}}")),
    PAGE(request -> PrivateCallsTest.answer("500 Oops", "<pre>" + request)),
    STATUS_LINE(request -> "HTTP/1.1 503 " + escaped(request) + NO_BODY),
    REDIRECT(request -> "HTTP/1.1 302 Found\r\nLocation: /" + escaped(request) + NO_BODY),
    BAD_LENGTH(request -> "HTTP/1.1 200 OK\r\nContent-Length: " + escaped(request) + "\r\n\r\n"),
    BAD_CHUNK(
        request ->
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + escaped(request) + "\r\n"),
    NOT_HTTP(request -> escaped(request) + "\r\n\r\n"),
    NOTHING(request -> "");

    private final UnaryOperator<String> answer;

    Echo(UnaryOperator<String> answer) {
      this.answer = answer;
    }

    private static String ok(String body) {
      return PrivateCallsTest.answer("200 OK", body);
    }

    private static String escaped(String request) {
      return request.replaceAll("\\s+", "_");
    }
  }

  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final Handler everything = new Everything();

  @BeforeEach
  void logEverything() {
    root.setLevel(Level.FINEST);
    root.addHandler(everything);
  }

  @AfterEach
  void logAsBefore() {
    root.removeHandler(everything);
    root.setLevel(level);
  }

  @Test
  void aLeakWouldBeSeen() {
    Logger.getLogger("io.netty.any").log(Level.FINEST, "sent {0}", SECRET);

    assertThat(logged).anyMatch(line -> line.contains(SECRET));
  }

  @ParameterizedTest
  @EnumSource
  void areToldToNobody(Echo echo) throws Exception {
    List<String> told = new ArrayList<>();
    try (RawServer server = new RawServer(peer -> serve(peer, echo));
        VertxTransport transport =
            VertxTransport.builder().connectTimeout(Duration.ofSeconds(2)).build()) {
      TokenSource tokens = transport.tokenSource(server.uri("http"), CREDENTIALS);
      OrderLookup orders = transport.orderLookup(server.uri("http"), CREDENTIALS);
      told.add(tokens + " " + orders + " " + CREDENTIALS + " " + transport);
      told.add(outcome(tokens.fetch()));
      told.add(outcome(orders.find(OrderKey.id("OAAAAA-BBBBB-CCCCC1"))));
      told.add(outcome(orders.find(OrderKey.userReference(7))));
    }

    assertThat(requests).hasSizeGreaterThanOrEqualTo(3);
    assertThat(told).hasSize(4);
    told.addAll(logged);
    for (String line : told) {
      assertThat(line).doesNotContain(SECRET).doesNotContainIgnoringCase("CANARY");
      assertThat(signatures()).noneMatch(line::contains);
    }
  }

  private void serve(RawServer.Peer peer, Echo echo) throws IOException {
    while (!peer.socket.isClosed()) {
      String head = peer.head();
      String request = head + peer.body(head);
      requests.add(request);
      peer.write(echo.answer.apply(request));
      if (echo == Echo.NOTHING) {
        peer.socket.close();
      }
    }
  }

  private List<String> signatures() {
    List<String> signatures =
        requests.stream()
            .map(request -> request.replaceAll("(?is).*api-sign: *([^\\r]+)\\r.*", "$1"))
            .toList();
    assertThat(signatures).allMatch(sign -> sign.length() == 88);
    return signatures;
  }

  /** All that somebody might print of what came of a call. */
  private static String outcome(CompletionStage<?> stage) throws Exception {
    StringWriter told = new StringWriter();
    Object outcome =
        stage
            .handle((value, failure) -> failure == null ? value : failure)
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    if (outcome instanceof Throwable failure) {
      assertThat(failure).isNotInstanceOf(CompletionException.class);
      failure.printStackTrace(new PrintWriter(told));
    }
    return told.append(outcome.toString()).toString();
  }

  /** Formats each record, as a file of logs would. */
  private final class Everything extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    Everything() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      logged.add(formatter.format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
