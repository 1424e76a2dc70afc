package io.krakenspot.client;

import io.krakenspot.internal.session.Session;
import io.krakenspot.internal.session.SessionSettings;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.Transport;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds a {@link KrakenClient}. A protocol and a transport are needed; the rest has defaults. */
public final class KrakenClientBuilder {
  private static final int SMALLEST_QUEUE = 1;

  private @Nullable Protocol protocol;
  private @Nullable Transport transport;
  private @Nullable ReconnectPolicy reconnectPolicy;
  private @Nullable URI server;
  private Environment environment = Environment.PRODUCTION;
  private SessionSettings settings = SessionSettings.DEFAULTS;

  KrakenClientBuilder() {}

  /**
   * The version to speak.
   *
   * @param version for example {@code KrakenV2.protocol()}
   * @return this
   */
  public KrakenClientBuilder protocol(Protocol version) {
    protocol = version;
    return this;
  }

  /**
   * What connects.
   *
   * @param connector for example {@code VertxTransport.create()}; the client does not close it
   * @return this
   */
  public KrakenClientBuilder transport(Transport connector) {
    transport = connector;
    return this;
  }

  /**
   * Production, the default, or beta.
   *
   * @param which which
   * @return this
   */
  public KrakenClientBuilder environment(Environment which) {
    environment = which;
    server = null;
    return this;
  }

  /**
   * A server of one's own that serves everything under one host and port, such as the simulated
   * exchange.
   *
   * @param uri for example {@code ws://127.0.0.1:8080}
   * @return this
   */
  public KrakenClientBuilder server(URI uri) {
    server = uri;
    return this;
  }

  /**
   * When to dial; the transport's own policy unless set.
   *
   * @param policy the policy
   * @return this
   */
  public KrakenClientBuilder reconnectPolicy(ReconnectPolicy policy) {
    reconnectPolicy = policy;
    return this;
  }

  /**
   * How long nothing may be heard from a subscribed link before it counts as dead: 5 s unless set.
   * The exchange sends a heartbeat each second.
   *
   * @param limit at least 100 ms
   * @return this
   */
  public KrakenClientBuilder silenceLimit(Duration limit) {
    if (limit.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "a silence limit of " + limit + " is too short; use 100 ms or more, 5 s is the default");
    }
    settings = settings.withSilenceLimit(limit);
    return this;
  }

  /**
   * How long the exchange may take to answer a request: 10 s unless set.
   *
   * @param deadline more than zero
   * @return this
   */
  public KrakenClientBuilder requestDeadline(Duration deadline) {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("a request deadline must be more than zero");
    }
    settings = settings.withRequestDeadline(deadline);
    return this;
  }

  /**
   * How many trades may wait for a listener on an executor before a gap is reported: 4096 unless
   * set.
   *
   * @param events at least 1
   * @return this
   */
  public KrakenClientBuilder queueLimit(int events) {
    if (events < SMALLEST_QUEUE) {
      throw new IllegalArgumentException("a queue limit must be at least 1, not " + events);
    }
    settings = settings.withQueueLimit(events);
    return this;
  }

  /**
   * Builds the client. Nothing is dialled yet.
   *
   * @return the client
   * @throws IllegalStateException if the protocol or the transport is missing
   */
  public KrakenClient build() {
    Protocol version = protocol;
    Transport connector = transport;
    if (version == null) {
      throw new IllegalStateException("choose a version: protocol(KrakenV2.protocol())");
    }
    if (connector == null) {
      throw new IllegalStateException("choose a transport: transport(VertxTransport.create())");
    }
    URI own = server;
    Endpoints endpoints = own == null ? version.endpoints(environment) : version.endpointsAt(own);
    ReconnectPolicy policy = reconnectPolicy;
    return new Session(
        version,
        connector,
        endpoints,
        policy == null ? connector.reconnectPolicy() : policy,
        settings);
  }
}
