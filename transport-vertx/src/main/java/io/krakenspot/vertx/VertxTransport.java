package io.krakenspot.vertx;

import io.krakenspot.port.Credentials;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkListener;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.TokenSource;
import io.krakenspot.port.Transport;
import io.krakenspot.vertx.internal.PrivateCalls;
import io.krakenspot.vertx.internal.RestOrderLookup;
import io.krakenspot.vertx.internal.RestTokenSource;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The transport on Vert.x Core. TLS certificates and host names are always verified and the server
 * name is always sent; there is no way to turn that off. Redirects are never followed. Safe for
 * threads.
 *
 * <pre>{@code
 * try (var transport = VertxTransport.create()) { ... }
 * }</pre>
 *
 * <p>{@link Link} on a full outbound queue: {@code send} returns false while 1024 texts or 4 Mi
 * characters wait for the socket. A message over the size limit, a binary frame and any violation
 * of the WebSocket protocol end the link. What a listener throws goes to {@link
 * Vertx#exceptionHandler}, which logs by default; the link stays.
 */
public final class VertxTransport implements Transport {
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final Vertx vertx;
  private final boolean owned;
  private final WebSocketClient sockets;
  private final HttpClient http;
  private final Requests requests;
  private final int maxMessageSize;
  private final boolean compression;
  private final ReconnectPolicy reconnectPolicy;
  private final VertxLoop httpLoop;
  private final Timers timers = new Timers();
  private final Set<Dialled> links = ConcurrentHashMap.newKeySet();
  private final Set<HttpCall> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  private record Dialled(Loop loop, VertxLink link) {}

  VertxTransport(VertxTransportBuilder options) {
    this.owned = options.borrowed == null;
    this.vertx = options.borrowed == null ? options.ownVertx() : options.borrowed;
    this.sockets = vertx.createWebSocketClient(options.socketOptions());
    this.http =
        vertx
            .httpClientBuilder()
            .with(options.httpOptions())
            .withConnectHandler(VertxTransport::logNothing)
            .build();
    this.requests = options.requests();
    this.maxMessageSize = options.maxMessageSize;
    this.compression = options.compression;
    this.reconnectPolicy = options.reconnectPolicy;
    this.httpLoop = new VertxLoop(vertx, timers);
  }

  /**
   * A transport with a Vert.x of its own: up to two event loops, on daemon threads.
   *
   * @return to be closed by the caller
   */
  public static VertxTransport create() {
    return builder().build();
  }

  /**
   * A transport with other settings.
   *
   * @return a builder
   */
  public static VertxTransportBuilder builder() {
    return new VertxTransportBuilder();
  }

  @Override
  public Loop newLoop() {
    return new VertxLoop(vertx, timers);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the address is not {@code ws://} or {@code wss://} with a
   *     host
   * @throws IllegalStateException if the transport is closed
   */
  @Override
  public Link connect(Loop loop, URI uri, LinkListener listener) {
    WebSocketConnectOptions options = requests.upgrade(uri);
    if (closed.get()) {
      throw new IllegalStateException("the transport is closed");
    }
    VertxLink link =
        new VertxLink(loop, sockets.webSocket(), listener, uri, maxMessageSize, compression);
    Dialled dialled = new Dialled(loop, link);
    links.add(dialled);
    link.freed().onComplete(none -> links.remove(dialled));
    loop.execute(() -> link.dial(options, requests.timeout()));
    if (closed.get()) {
      end(dialled); // closed meanwhile
    }
    return link;
  }

  /**
   * {@inheritDoc}
   *
   * <p>All of it may take as long as a connection may take to open, 10 s by default; the body may
   * be as long as a message.
   *
   * @throws IllegalArgumentException if the address is not {@code http://} or {@code https://} with
   *     a host
   */
  @Override
  public CompletionStage<byte[]> get(URI uri) {
    return run(HttpCall.get(httpLoop, uri, requests.timeout(), maxMessageSize), requests.get(uri));
  }

  private CompletionStage<byte[]> run(HttpCall call, RequestOptions options) {
    calls.add(call);
    call.answer().whenComplete((body, failure) -> calls.remove(call));
    if (closed.get()) {
      call.giveUp("the transport is closed");
    } else {
      call.run(http, options);
    }
    return call.answer();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Each fetch is {@code POST /0/private/GetWebSocketsToken}; all of it, with waiting for other
   * calls of the key and with asking again after {@code EAPI:Invalid nonce} (three times at most),
   * may take as long as a connection may take to open, 10 s by default. Nonces are milliseconds
   * since 1970, one sequence per API key for the whole process. After a temporary lockout nothing
   * is sent for 15 minutes.
   *
   * <p>Source: Kraken REST authentication, {@code GetWebSocketsToken}.
   *
   * @throws IllegalArgumentException if the address is not {@code http://} or {@code https://} with
   *     a host, or the key has characters that no key has
   */
  @Override
  public TokenSource tokenSource(URI rest, Credentials credentials) {
    return new RestTokenSource(privateCalls(rest, credentials));
  }

  /**
   * {@inheritDoc}
   *
   * <p>An order id is looked up with {@code POST /0/private/QueryOrders}; a client order id or user
   * reference with {@code OpenOrders} and then {@code ClosedOrders}, which lists the newest 50 that
   * ended. Times, nonces and refusals are as with {@link #tokenSource}; a refusal is a {@link
   * io.krakenspot.failure.TokenRefusedException} here too. {@link
   * io.krakenspot.order.OrderAttribute#PAIR} stays unknown where Kraken names the pair without a
   * slash.
   *
   * <p>Source: Kraken REST {@code QueryOrders}, {@code OpenOrders}, {@code ClosedOrders}.
   *
   * @throws IllegalArgumentException if the address is not {@code http://} or {@code https://} with
   *     a host, or the key has characters that no key has
   */
  @Override
  public OrderLookup orderLookup(URI rest, Credentials credentials) {
    return new RestOrderLookup(privateCalls(rest, credentials));
  }

  private PrivateCalls privateCalls(URI rest, Credentials credentials) {
    requests.get(rest);
    return new PrivateCalls(rest, credentials, httpLoop, requests.timeout(), this::post);
  }

  private CompletionStage<byte[]> post(
      URI uri, Map<String, String> headers, String form, Duration within, int maxSize) {
    return run(HttpCall.post(httpLoop, uri, form, within, maxSize), requests.post(uri, headers));
  }

  @Override
  public ReconnectPolicy reconnectPolicy() {
    return reconnectPolicy;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Sends close frames and waits up to 3 s for the links to end, or not at all on a thread of
   * Vert.x. A borrowed Vert.x stays open.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    links.forEach(VertxTransport::end);
    calls.forEach(call -> call.giveUp("the transport was closed"));
    Future<?> done = allFreed().transform(any -> release());
    if (!Context.isOnVertxThread()) {
      await(done);
    }
  }

  /** The call is told as well; the log would quote the answer, which may repeat a signature. */
  private static void logNothing(HttpConnection connection) {
    connection.exceptionHandler(failure -> {});
  }

  /** Links whose socket is not gone yet. */
  int openLinks() {
    return links.size();
  }

  /** Timers that wait, of all loops. */
  int waitingTimers() {
    return timers.count();
  }

  private static void end(Dialled dialled) {
    dialled.loop.execute(() -> dialled.link.close("the transport was closed"));
  }

  private Future<?> allFreed() {
    List<Future<Void>> all = links.stream().map(dialled -> dialled.link.freed()).toList();
    return Future.join(all).timeout(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Void> release() {
    timers.close();
    return Future.join(sockets.close(), http.close())
        .transform(any -> owned ? vertx.close() : Future.succeededFuture());
  }

  private static void await(Future<?> done) {
    try {
      done.await(2 * CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the transport did not close in time", e);
    }
  }
}
