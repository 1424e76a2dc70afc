package io.krakenspot.vertx;

import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.vertx.policy.KrakenReconnect;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link VertxTransport}; each method says what holds if it is not called. Not safe
 * for threads.
 */
public final class VertxTransportBuilder {
  private static final int READ_IDLE_SECONDS = 60;
  private static final Duration HTTP_CONNECT = Duration.ofSeconds(5);
  private static final int MANY = 1024;

  @Nullable Vertx borrowed;
  int maxMessageSize = 16 << 20;
  boolean compression;
  ReconnectPolicy reconnectPolicy = KrakenReconnect.create();
  private final StringBuilder hosts = new StringBuilder();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private @Nullable PemTrustOptions trusted;

  VertxTransportBuilder() {}

  /**
   * Works on somebody else's Vert.x, which is never closed; its own by default. Its settings decide
   * on threads and name resolution.
   *
   * @param vertx to borrow
   * @return this
   */
  public VertxTransportBuilder use(Vertx vertx) {
    borrowed = vertx;
    return this;
  }

  /**
   * Trusts this certificate, or what it has signed, and no other; that of the JDK by default. May
   * be called more than once. For private environments.
   *
   * @param pem text that begins with {@code -----BEGIN CERTIFICATE-----}
   * @return this
   */
  public VertxTransportBuilder trust(String pem) {
    trusted = trusted == null ? new PemTrustOptions() : trusted;
    trusted.addCertValue(Buffer.buffer(pem));
    return this;
  }

  /**
   * Trusts the certificate in a file, as {@link #trust(String)} does.
   *
   * @param pem the file
   * @return this
   * @throws UncheckedIOException if it cannot be read
   */
  public VertxTransportBuilder trust(Path pem) {
    try {
      return trust(Files.readString(pem));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the certificate " + pem, e);
    }
  }

  /**
   * Takes this address for a host instead of asking for it; the name is still sent to the server
   * and verified. For tests and private environments, on a Vert.x of the transport's own.
   *
   * @param host as in the addresses, for example {@code ws.kraken.test}
   * @param address for example that of {@code 127.0.0.1}
   * @return this
   */
  public VertxTransportBuilder resolve(String host, InetAddress address) {
    hosts.append(address.getHostAddress()).append(' ').append(host).append('\n');
    return this;
  }

  /**
   * How long TCP, TLS and the upgrade may take together, and how long a whole {@code get}, fetching
   * a token or an order lookup; 10 s by default. Over HTTP, connecting may take 5 s at most.
   *
   * @param timeout from 1 ms to less than {@link KrakenReconnect#LONGEST_DIAL}, a minute
   * @return this
   * @throws IllegalArgumentException if it is outside of that
   */
  public VertxTransportBuilder connectTimeout(Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(KrakenReconnect.LONGEST_DIAL) >= 0) {
      throw new IllegalArgumentException(
          "a connect timeout of "
              + timeout
              + " does not work; use 1 ms or more and less than 1 minute, 10 s is the default");
    }
    connectTimeout = timeout;
    return this;
  }

  /**
   * The largest message, also joined from fragments, and the largest answer to {@code get}; 16 MiB
   * by default.
   *
   * @param bytes more than zero
   * @return this
   */
  public VertxTransportBuilder maxMessageSize(int bytes) {
    maxMessageSize = bytes;
    return this;
  }

  /**
   * Offers compression of frames (permessage-deflate); off by default, since Kraken does not
   * document it.
   *
   * @param offered whether to offer it
   * @return this
   */
  public VertxTransportBuilder compression(boolean offered) {
    compression = offered;
    return this;
  }

  /**
   * The policy that clients on this transport use; {@link KrakenReconnect#create()} by default.
   *
   * @param policy for when to dial
   * @return this
   */
  public VertxTransportBuilder reconnectPolicy(ReconnectPolicy policy) {
    reconnectPolicy = policy;
    return this;
  }

  /**
   * The transport.
   *
   * @return to be closed by the caller
   * @throws IllegalStateException if a borrowed Vert.x is to resolve hosts: it has its own settings
   *     for that
   */
  public VertxTransport build() {
    if (borrowed != null && hosts.length() > 0) {
      throw new IllegalStateException("set AddressResolverOptions of the borrowed Vert.x instead");
    }
    return new VertxTransport(this);
  }

  Vertx ownVertx() {
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(Math.min(2, Runtime.getRuntime().availableProcessors()))
            .setUseDaemonThread(true);
    options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    if (hosts.length() > 0) {
      options.getAddressResolverOptions().setHostsValue(Buffer.buffer(hosts.toString()));
    }
    return Vertx.vertx(options);
  }

  Requests requests() {
    return new Requests(connectTimeout);
  }

  WebSocketClientOptions socketOptions() {
    WebSocketClientOptions options = new WebSocketClientOptions();
    common(options, connectTimeout);
    return options
        .setVerifyHost(true)
        .setMaxFrameSize(maxMessageSize)
        .setMaxMessageSize(maxMessageSize)
        .setClosingTimeout(2)
        .setSoLinger(0) // what is unsent when a link is cut must not arrive later
        .setMaxConnections(MANY)
        .setTryUsePerMessageCompression(compression);
  }

  HttpClientOptions httpOptions() {
    HttpClientOptions options = new HttpClientOptions();
    common(options, connectTimeout.compareTo(HTTP_CONNECT) < 0 ? connectTimeout : HTTP_CONNECT);
    return options.setVerifyHost(true);
  }

  private void common(ClientOptionsBase options, Duration timeout) {
    options.setConnectTimeout(Math.toIntExact(timeout.toMillis()));
    options.setSslHandshakeTimeout(timeout.toMillis());
    options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setReadIdleTimeout(READ_IDLE_SECONDS);
    options.setTrustAll(false);
    if (trusted != null) {
      options.setTrustOptions(trusted);
    }
  }
}
