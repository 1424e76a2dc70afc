package io.krakenspot.testkit.exchange.internal.server;

import io.krakenspot.testkit.exchange.DoorAnswer;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Path;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** Leads each request to a WebSocket session or to REST, if the door is open. */
public final class FrontDoor {
  private final Exchange exchange;
  private final RestApi rest;
  private final PrivateApi accounts;

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
    if (answer.equals(RestAnswer.HANG)) {
      return;
    }
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
    response.end(answer.body());
  }

  private void upgrade(HttpServerRequest request) {
    DoorAnswer told =
        exchange.door().knock(request.path(), request.connection().indicatedServerName());
    if (told.open()) {
      Path path = Path.of(request.path()).orElseThrow();
      request.toWebSocket().onSuccess(socket -> connect(path, socket));
    } else if (!told.equals(DoorAnswer.HANG)) {
      HttpServerResponse response = request.response().setStatusCode(told.status());
      told.headers().forEach(response::putHeader);
      response.end(told.body());
    }
  }

  private void connect(Path path, ServerWebSocket socket) {
    ExchangeConnection connection = exchange.connect(path, new SocketPeer(socket));
    socket.textMessageHandler(connection::receive);
    socket.exceptionHandler(broken -> connection.close());
    socket.closeHandler(gone -> connection.close());
  }
}
