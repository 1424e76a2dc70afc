package io.krakenspot.testkit.exchange.internal.server;

import io.krakenspot.testkit.exchange.ConnectionAttempt;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Path;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Leads each request to a WebSocket session or to REST, and keeps a record of who came. */
public final class FrontDoor {
  private static final int UPGRADED = 101;
  private static final int NOT_FOUND = 404;

  private final Exchange exchange;
  private final RestApi rest;
  private final PrivateApi accounts;
  private final List<ConnectionAttempt> attempts = new CopyOnWriteArrayList<>();
  private volatile int refusal;

  /**
   * Makes a door.
   *
   * @param exchange behind it
   * @param rest its public calls
   * @param accounts its private calls
   */
  public FrontDoor(Exchange exchange, RestApi rest, PrivateApi accounts) {
    this.exchange = exchange;
    this.rest = rest;
    this.accounts = accounts;
  }

  /**
   * Handles a request.
   *
   * @param request any
   */
  public void handle(HttpServerRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      upgrade(request);
    } else if (PrivateApi.serves(request.path()) && request.method().equals(HttpMethod.POST)) {
      request.body().onSuccess(body -> answer(request, accounts.answer(call(request, body))));
    } else {
      String pair = request.getParam("pair");
      answer(request, rest.answer(request.path(), pair == null ? request.getParam("asset") : pair));
    }
  }

  private static PrivateCall call(HttpServerRequest request, Buffer body) {
    return new PrivateCall(
        request.path(),
        request.getHeader("API-Key"),
        request.getHeader("API-Sign"),
        request.getHeader(HttpHeaders.CONTENT_TYPE),
        body.toString());
  }

  private static void answer(HttpServerRequest request, RestAnswer answer) {
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
    response.end(answer.body());
  }

  private void upgrade(HttpServerRequest request) {
    Optional<Path> path = Path.of(request.path());
    int refused = refusal;
    if (refused != 0) {
      refuse(request, refused);
    } else if (path.isEmpty()) {
      refuse(request, NOT_FOUND);
    } else {
      record(request, UPGRADED);
      request.toWebSocket().onSuccess(socket -> connect(path.get(), socket));
    }
  }

  private void refuse(HttpServerRequest request, int status) {
    record(request, status);
    request.response().setStatusCode(status).end();
  }

  private void record(HttpServerRequest request, int status) {
    String serverName = request.connection().indicatedServerName();
    attempts.add(new ConnectionAttempt(Instant.now(), request.path(), serverName, status));
  }

  private void connect(Path path, ServerWebSocket socket) {
    ExchangeConnection connection = exchange.connect(path, new SocketPeer(socket));
    socket.textMessageHandler(connection::receive);
    socket.exceptionHandler(broken -> connection.close());
    socket.closeHandler(gone -> connection.close());
  }

  /**
   * Refuses WebSockets from now on.
   *
   * @param status of HTTP; zero to accept them again
   */
  public void refuse(int status) {
    refusal = status;
  }

  /**
   * Everybody who asked for a WebSocket.
   *
   * @return a copy, oldest first
   */
  public List<ConnectionAttempt> attempts() {
    return List.copyOf(attempts);
  }
}
