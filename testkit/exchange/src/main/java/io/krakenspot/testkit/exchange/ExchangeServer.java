package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Endpoints;
import io.krakenspot.testkit.exchange.internal.server.Certificate;
import io.krakenspot.testkit.exchange.internal.server.ContextLoop;
import io.krakenspot.testkit.exchange.internal.server.FrontDoor;
import io.krakenspot.testkit.exchange.internal.server.PrivateApi;
import io.krakenspot.testkit.exchange.internal.server.RestApi;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The simulated exchange on loopback: every WebSocket path and the public REST calls on one port.
 *
 * <pre>{@code
 * try (var server = ExchangeServer.builder().seed(42).start()) {
 *   server.uris().forEach((label, uri) -> System.out.println(label + " " + uri));
 * }
 * }</pre>
 *
 * <p>Safe for any thread. Owns its threads, which are daemons. Listens until it is closed, or no
 * longer held by anybody.
 */
public final class ExchangeServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int LARGEST_MESSAGE = 16 << 20;

  private final Vertx vertx;
  private final Exchange exchange;

  /** Vert.x closes a server that nobody holds. */
  private final HttpServer server;

  private final @Nullable Certificate certificate;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ExchangeServer(Vertx vertx, Builder builder) {
    this.vertx = vertx;
    this.certificate = builder.tls ? Certificate.make() : null;
    this.exchange = open(new ContextLoop(vertx), builder);
    FrontDoor door =
        new FrontDoor(exchange, new RestApi(exchange.venue()), new PrivateApi(exchange.venue()));
    this.server =
        vertx
            .createHttpServer(options(builder.port, certificate))
            .requestHandler(door::handle)
            .listen()
            .await();
  }

  private static Exchange open(ContextLoop loop, Builder builder) {
    Exchange.Builder wanted =
        Exchange.builder(loop).seed(builder.seed).eventsPerSecond(builder.eventsPerSecond);
    builder.accounts.forEach(wanted::account);
    if (!builder.pairs.isEmpty()) {
      wanted.pairs(builder.pairs);
    }
    CompletableFuture<Exchange> opened = new CompletableFuture<>();
    loop.execute(() -> opened.complete(wanted.open()));
    return opened.join();
  }

  private static HttpServerOptions options(int port, @Nullable Certificate certificate) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(HOST)
            .setPort(port)
            .setMaxWebSocketFrameSize(LARGEST_MESSAGE)
            .setMaxWebSocketMessageSize(LARGEST_MESSAGE);
    if (certificate != null) {
      PemKeyCertOptions key =
          new PemKeyCertOptions()
              .addCertValue(Buffer.buffer(certificate.certificatePem()))
              .addKeyValue(Buffer.buffer(certificate.keyPem()));
      options.setSsl(true).setSni(true).setKeyCertOptions(key);
    }
    return options;
  }

  /**
   * Describes a new server.
   *
   * @return a builder with the defaults of {@link Builder}
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The exchange behind the sockets, to look at its truth and to make it misbehave.
   *
   * @return the exchange
   */
  public Exchange exchange() {
    return exchange;
  }

  /**
   * Where it listens, for people to read.
   *
   * @return URLs by label, for example {@code v2 public} and {@code ws://127.0.0.1:40123/v2}
   */
  public Map<String, URI> uris() {
    Map<String, URI> uris = new LinkedHashMap<>();
    uris.put("v1 public", webSocketUri(Path.V1_PUBLIC));
    uris.put("v1 private", webSocketUri(Path.V1_PRIVATE));
    uris.put("v2 public", webSocketUri(Path.V2_PUBLIC));
    uris.put("v2 private", webSocketUri(Path.V2_PRIVATE));
    uris.put("v2 level 3", webSocketUri(Path.V2_LEVEL3));
    uris.put("REST", restUri());
    return uris;
  }

  /**
   * The root of all WebSocket paths.
   *
   * @return for example {@code ws://127.0.0.1:40123}
   */
  public URI webSocketUri() {
    return URI.create((certificate == null ? "ws" : "wss") + "://" + HOST + ":" + port());
  }

  /**
   * A WebSocket.
   *
   * @param path which
   * @return for example {@code ws://127.0.0.1:40123/v2}
   */
  public URI webSocketUri(Path path) {
    return webSocketUri().resolve(path.text());
  }

  /**
   * The root of REST.
   *
   * @return for example {@code http://127.0.0.1:40123}
   */
  public URI restUri() {
    return URI.create((certificate == null ? "http" : "https") + "://" + HOST + ":" + port());
  }

  /**
   * Where a client of a version finds everything.
   *
   * @param version of the client
   * @return the endpoints; individual orders are served on v2 alone
   */
  public Endpoints endpoints(Version version) {
    boolean v1 = version == Version.V1;
    return new Endpoints(
        webSocketUri(v1 ? Path.V1_PUBLIC : Path.V2_PUBLIC),
        webSocketUri(v1 ? Path.V1_PRIVATE : Path.V2_PRIVATE),
        webSocketUri(Path.V2_LEVEL3),
        restUri());
  }

  /**
   * The port, which the system chose unless it was given.
   *
   * @return for example 40123
   */
  public int port() {
    return server.actualPort();
  }

  /**
   * The certificate that a client has to trust.
   *
   * @return PEM; empty without TLS
   */
  public Optional<String> certificatePem() {
    return Optional.ofNullable(certificate).map(Certificate::certificatePem);
  }

  /**
   * Everybody who asked for a WebSocket so far, let in or not.
   *
   * @return a copy, oldest first
   */
  public List<ConnectionAttempt> attempts() {
    return exchange.door().attempts();
  }

  /**
   * Refuses new WebSockets. Those that are open stay.
   *
   * @param status of HTTP, for example 429 or 503
   */
  public void refuseConnections(int status) {
    exchange.door().answer(DoorAnswer.status(status));
  }

  /** Accepts new WebSockets again. */
  public void acceptConnections() {
    exchange.door().open();
  }

  /**
   * Ends every connection, frees the port and the threads. Idempotent; waits until all is done,
   * unless called from a Vert.x thread.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      exchange.close();
      Future<Void> end = vertx.close();
      if (!Context.isOnVertxThread()) {
        end.await();
      }
    }
  }

  /** Describes a server: a free port, no TLS, seed 1, two events a second and pair. */
  public static final class Builder {
    private int port;
    private boolean tls;
    private long seed = 1;
    private double eventsPerSecond = 2;
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final Set<Pair> pairs = new LinkedHashSet<>();

    private Builder() {}

    /**
     * Where to listen.
     *
     * @param newPort zero lets the system choose
     * @return this
     */
    public Builder port(int newPort) {
      this.port = newPort;
      return this;
    }

    /**
     * Whether to speak TLS, with a certificate made for this server.
     *
     * @param newTls true for {@code wss://}
     * @return this
     */
    public Builder tls(boolean newTls) {
      this.tls = newTls;
      return this;
    }

    /**
     * Where chance begins.
     *
     * @param newSeed any number
     * @return this
     */
    public Builder seed(long newSeed) {
      this.seed = newSeed;
      return this;
    }

    /**
     * How much happens by itself.
     *
     * @param rate events per second and pair; zero for nothing but {@link Exchange#step()}
     * @return this
     */
    public Builder eventsPerSecond(double rate) {
      this.eventsPerSecond = rate;
      return this;
    }

    /**
     * Lists some pairs alone, as {@link Exchange.Builder#pairs} does.
     *
     * @param only none lists them all
     * @return this
     */
    public Builder pairs(Collection<Pair> only) {
      pairs.addAll(only);
      return this;
    }

    /**
     * Opens an account, as {@link Exchange#openAccount} does.
     *
     * @param key the public part of its API key
     * @param secret the private part, base64
     * @return this
     */
    public Builder account(String key, String secret) {
      accounts.put(key, secret);
      return this;
    }

    /**
     * Starts listening. Blocks until it does; not to be called from a Vert.x thread.
     *
     * @return a server
     * @throws UncheckedIOException if it cannot listen there, for example on a port that is taken
     */
    public ExchangeServer start() {
      Vertx vertx =
          Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
      try {
        return new ExchangeServer(vertx, this);
      } catch (Exception e) { // Vert.x throws checked ones too, undeclared
        vertx.close();
        if (e instanceof IOException io) {
          throw new UncheckedIOException(
              "cannot listen on " + HOST + ":" + port + ": " + io.getMessage(), io);
        }
        throw e;
      }
    }
  }
}
