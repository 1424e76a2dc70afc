package io.krakenspot.client;

import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.internal.session.AccountAccess;
import io.krakenspot.internal.session.Session;
import io.krakenspot.internal.session.SessionSettings;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Feature;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.Support;
import io.krakenspot.port.TokenSource;
import io.krakenspot.port.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link KrakenClient}. A protocol and a transport are needed; the rest has defaults. */
public final class KrakenClientBuilder {
  private static final int SMALLEST_QUEUE = 1;
  private static final Duration SHORTEST_IDLE_PING = Duration.ofSeconds(1);
  private static final Duration LONGEST_IDLE_PING = Duration.ofSeconds(50);
  private static final Duration SHORTEST_STABLE = Duration.ofSeconds(1);
  private static final int LEAST_REQUESTS = 2;
  private static final int LEAST_LEVEL3_COUNTS = 100;

  private @Nullable Protocol protocol;
  private @Nullable Transport transport;
  private @Nullable ReconnectPolicy reconnectPolicy;
  private @Nullable URI server;
  private Environment environment = Environment.PRODUCTION;
  private Duration silenceLimit = Duration.ofSeconds(5);
  private Duration idlePing = Duration.ofSeconds(30);
  private Duration stableAfter = Duration.ofSeconds(60);
  private Duration requestDeadline = Duration.ofSeconds(10);
  private Duration streamSilence = Duration.ofSeconds(10);
  private int batch = 50;
  private int outstanding = 4;
  private int pairsPerLink = Integer.MAX_VALUE;
  private int requestsPerSecond = 20;
  private int level3CountsPerSecond = 200;
  private int queueLimit = 4096;
  private Duration slowCallbackLimit = Duration.ofSeconds(1);
  private @Nullable Credentials credentials;
  private @Nullable TokenSource tokenSource;
  private @Nullable OrderLookup orderLookup;
  private AccountOptions accountOptions = AccountOptions.DEFAULTS;
  private Duration commandDeadline = Duration.ofSeconds(5);
  private Supplier<String> clientOrderIds = () -> UUID.randomUUID().toString();
  private TradingRate tradingRate = TradingRate.DEFAULT;
  private boolean failEarly;

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
   * <p>Source: Kraken guide "WebSocket reconnection", which closes after e.g. 5 s without a
   * message.
   *
   * @param limit at least 100 ms
   * @return this
   */
  public KrakenClientBuilder silenceLimit(Duration limit) {
    if (limit.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "a silence limit of " + limit + " is too short; use 100 ms or more, 5 s is the default");
    }
    silenceLimit = limit;
    return this;
  }

  /**
   * How long a link may be without traffic to speak of, or carry no subscription, before it is
   * pinged: 30 s unless set, and never less than the {@link #silenceLimit}.
   *
   * <p>Source: Kraken "Spot WebSockets introduction": a connection is closed after about a minute
   * without activity. Half of it is our own choice: a ping that is lost leaves time for another.
   *
   * @param interval from 1 s to 50 s
   * @return this
   */
  public KrakenClientBuilder idlePing(Duration interval) {
    if (interval.compareTo(SHORTEST_IDLE_PING) < 0 || interval.compareTo(LONGEST_IDLE_PING) > 0) {
      throw new IllegalArgumentException(
          "pings "
              + interval
              + " apart do not keep a link; use 1 s to 50 s, 30 s is the default, and Kraken closes"
              + " after about a minute");
    }
    idlePing = interval;
    return this;
  }

  /**
   * How long a link must stand, and the engine be at work, before it counts as healthy and the
   * {@link ReconnectPolicy} forgets the failures before it: 60 s unless set.
   *
   * <p>Source: our own choice; Kraken names none. It is the longest wait of the default policy, so
   * that links that are dropped again and again do not count as healthy in between.
   *
   * @param time at least 1 s
   * @return this
   */
  public KrakenClientBuilder stableAfter(Duration time) {
    if (time.compareTo(SHORTEST_STABLE) < 0) {
      throw new IllegalArgumentException(
          "a link is not stable after " + time + "; use 1 s or more, 60 s is the default");
    }
    stableAfter = time;
    return this;
  }

  /**
   * For how long a stream that used to be busy may always be silent, on a link that is alive,
   * before it is told as {@link SubscriptionEvent.Kind#SILENT} and subscribed anew: 10 s unless
   * set. Silence must also last for more than thirty times the gap learnt from the stream itself.
   * While nothing comes it is subscribed anew after twice, four times ... that, up to a minute (or
   * thirty times the gap, if that is longer). If what a subscription begins with is all that comes,
   * the next silence is told after a minute at the earliest, and twice as long each time.
   *
   * @param atLeast 1 s or more; zero to leave silent streams alone
   * @return this
   */
  public KrakenClientBuilder watchSilence(Duration atLeast) {
    if (!atLeast.isZero() && atLeast.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "streams may be silent for "
              + atLeast
              + " at any time; use 1 s or more, or zero for none");
    }
    streamSilence = atLeast;
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
    requestDeadline = deadline;
    return this;
  }

  /**
   * How many events may wait for one listener on an executor, or for one subscriber, before a gap
   * is reported: 4096 unless set. As many notices may wait beside them. Books, tickers and spreads
   * do not count; of them the newest a pair waits.
   *
   * @param events at least 1
   * @return this
   */
  public KrakenClientBuilder queueLimit(int events) {
    if (events < SMALLEST_QUEUE) {
      throw new IllegalArgumentException("a queue limit must be at least 1, not " + events);
    }
    queueLimit = events;
    return this;
  }

  /**
   * How many pairs one link carries; more pairs open more links, and the user's subscription is
   * still one. No limit unless set, except Kraken's own for level 3, 200.
   *
   * @param pairs at least 1
   * @return this
   */
  public KrakenClientBuilder pairsPerLink(int pairs) {
    if (pairs < 1) {
      throw new IllegalArgumentException("a link must carry at least 1 pair, not " + pairs);
    }
    pairsPerLink = pairs;
    return this;
  }

  /**
   * How long a listener or subscriber may take for one event before it is named through {@link
   * ConnectionListener#onWarning}, at most once a second for each subscription: 1 s unless set. On
   * an executor it is named while it still runs.
   *
   * @param limit more than zero
   * @return this
   */
  public KrakenClientBuilder slowCallbackLimit(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a slow-callback limit must be more than zero");
    }
    slowCallbackLimit = limit;
    return this;
  }

  /**
   * How fast one connection subscribes and unsubscribes: at most 20 requests and 200 counts of
   * level 3 in any second unless set. Requests over that wait; orders, cancels and pings never do.
   * A request names up to 50 pairs unless {@link #subscribeBatch} says otherwise; of level 3 a pair
   * costs 5, 25 or 100 counts at a depth of 10, 100 or 1000.
   *
   * <p>Source: Kraken answers {@code Exceeded msg rate} above a limit that it does not publish; v2
   * "Level 3" page: 200 counts a second, 500 for pro.
   *
   * @param requests a second, at least 2: to subscribe anew takes two
   * @param level3Counts a second, at least 100: what the deepest book costs
   * @return this
   */
  public KrakenClientBuilder requestPace(int requests, int level3Counts) {
    if (requests < LEAST_REQUESTS || level3Counts < LEAST_LEVEL3_COUNTS) {
      throw new IllegalArgumentException(
          "a pace of "
              + requests
              + " requests and "
              + level3Counts
              + " counts a second is too slow; use at least 2 and 100, 20 and 200 is the default");
    }
    requestsPerSecond = requests;
    level3CountsPerSecond = level3Counts;
    return this;
  }

  /**
   * How pairs are subscribed to: at most 50 in a request, and at most 4 requests of a link
   * unanswered, unless set. More wait.
   *
   * <p>Source: our own choice; Kraken publishes no limit but answers {@code Exceeded msg rate}, and
   * what it refused so is asked for again later.
   *
   * @param pairs in one request, at least 1
   * @param requests that may be unanswered, at least 1
   * @return this
   */
  public KrakenClientBuilder subscribeBatch(int pairs, int requests) {
    if (pairs < 1 || requests < 1) {
      throw new IllegalArgumentException(
          "nothing can be subscribed to with "
              + pairs
              + " pairs a request and "
              + requests
              + " requests under way; use at least 1 and 1, 50 and 4 is the default");
    }
    batch = pairs;
    outstanding = requests;
    return this;
  }

  /**
   * Opens the account: tokens and records of orders are asked for over HTTP with this key.
   *
   * @param keyAndSecret an API key with the permissions for the WebSocket interface, and for what
   *     is to be done
   * @return this
   */
  public KrakenClientBuilder credentials(Credentials keyAndSecret) {
    credentials = keyAndSecret;
    return this;
  }

  /**
   * Opens the account with tokens of the user's own making, so that no key is given to this
   * library.
   *
   * @param source makes tokens
   * @return this
   */
  public KrakenClientBuilder tokenSource(TokenSource source) {
    tokenSource = source;
    return this;
  }

  /**
   * Where to look orders up whose fate the feed cannot tell; with {@link #credentials} the
   * exchange's REST records unless set.
   *
   * @param lookup finds orders
   * @return this
   */
  public KrakenClientBuilder orderLookup(OrderLookup lookup) {
    orderLookup = lookup;
    return this;
  }

  /**
   * How the account's feeds are subscribed to.
   *
   * @param options the options
   * @return this
   */
  public KrakenClientBuilder accountOptions(AccountOptions options) {
    accountOptions = options;
    return this;
  }

  /**
   * How long the answer to a command may take before its fate is unknown: 5 s unless set.
   *
   * @param deadline more than zero
   * @return this
   */
  public KrakenClientBuilder commandDeadline(Duration deadline) {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("a command deadline must be more than zero");
    }
    commandDeadline = deadline;
    return this;
  }

  /**
   * Makes client order ids for orders that have none: random UUIDs unless set.
   *
   * @param source gives another id each time, unique among the account's open orders
   * @return this
   */
  public KrakenClientBuilder clientOrderIds(Supplier<String> source) {
    clientOrderIds = source;
    return this;
  }

  /**
   * How the trading-rate counter is respected: {@link TradingRate#DEFAULT} unless set.
   *
   * @param rate policy, tier and reserve
   * @return this
   */
  public KrakenClientBuilder tradingRate(TradingRate rate) {
    tradingRate = rate;
    return this;
  }

  /**
   * Whether a command that the engine's state forbids, such as an order in maintenance, fails at
   * once without being sent: false unless set.
   *
   * @param early true to fail early
   * @return this
   */
  public KrakenClientBuilder failEarly(boolean early) {
    failEarly = early;
    return this;
  }

  /**
   * Builds the client. Nothing is dialled yet.
   *
   * @return the client
   * @throws IllegalStateException if the protocol or the transport is missing
   * @throws NotSupportedException if the version lacks what the account's options ask for
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
    requireOptions(version);
    URI own = server;
    Endpoints endpoints = own == null ? version.endpoints(environment) : version.endpointsAt(own);
    ReconnectPolicy policy = reconnectPolicy;
    return new Session(
        version,
        connector,
        endpoints,
        policy == null ? connector.reconnectPolicy() : policy,
        settings(),
        access(connector, endpoints));
  }

  private void requireOptions(Protocol version) {
    for (Feature feature : accountOptions.features()) {
      Support support = version.support(feature);
      if (!support.available()) {
        throw new NotSupportedException(feature.description(), version.name(), support.note());
      }
    }
  }

  private SessionSettings settings() {
    return new SessionSettings(
        silenceLimit,
        idlePing,
        requestDeadline,
        stableAfter,
        streamSilence,
        batch,
        outstanding,
        pairsPerLink,
        requestsPerSecond,
        level3CountsPerSecond,
        queueLimit,
        slowCallbackLimit);
  }

  private AccountAccess access(Transport connector, Endpoints endpoints) {
    Credentials known = credentials;
    TokenSource tokens = tokenSource;
    OrderLookup lookup = orderLookup;
    if (known != null) {
      tokens = tokens == null ? connector.tokenSource(endpoints.rest(), known) : tokens;
      lookup = lookup == null ? connector.orderLookup(endpoints.rest(), known) : lookup;
    }
    return new AccountAccess(
        tokens, lookup, accountOptions, commandDeadline, clientOrderIds, tradingRate, failEarly);
  }
}
