package io.krakenspot.vertx;

import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.vertx.policy.KrakenReconnect;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link VertxTransport}; each method says what holds if it is not called. Not safe
 * for threads.
 */
public final class VertxTransportBuilder {
  private static final int READ_IDLE_SECONDS = 60;
  private static final int MANY = 1024;

  @Nullable Vertx borrowed;
  int maxMessageSize = 16 << 20;
  ReconnectPolicy reconnectPolicy = KrakenReconnect.create();
  private final Map<String, InetSocketAddress> addresses = new HashMap<>();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private boolean compression;
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
   * Dials an address of one's own instead of asking for the host's; the name is still sent and
   * verified. For tests and private environments.
   *
   * @param host as in the addresses, for example {@code ws.kraken.test}
   * @param address where to dial, port included
   * @return this
   */
  public VertxTransportBuilder resolve(String host, InetSocketAddress address) {
    addresses.put(host, address);
    return this;
  }

  /**
   * How long TCP, TLS and the upgrade may take together; 10 s by default.
   *
   * @param timeout at least 1 ms
   * @return this
   */
  public VertxTransportBuilder connectTimeout(Duration timeout) {
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
   */
  public VertxTransport build() {
    return new VertxTransport(this);
  }

  static Vertx ownVertx() {
    FileSystemOptions noFiles =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(Math.min(2, Runtime.getRuntime().availableProcessors()))
            .setUseDaemonThread(true)
            .setFileSystemOptions(noFiles));
  }

  Requests requests() {
    return new Requests(Map.copyOf(addresses), connectTimeout);
  }

  WebSocketClientOptions socketOptions() {
    WebSocketClientOptions options = new WebSocketClientOptions();
    common(options, connectTimeout);
    return options
        .setVerifyHost(true)
        .setMaxFrameSize(maxMessageSize)
        .setMaxMessageSize(maxMessageSize)
        .setClosingTimeout(2)
        .setMaxConnections(MANY)
        .setTryUsePerMessageCompression(compression);
  }

  HttpClientOptions httpOptions() {
    HttpClientOptions options = new HttpClientOptions();
    common(options, Duration.ofSeconds(5));
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
