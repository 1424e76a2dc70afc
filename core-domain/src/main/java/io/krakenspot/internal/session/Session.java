package io.krakenspot.internal.session;

import io.krakenspot.client.Account;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.Trading;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Host;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Support;
import io.krakenspot.port.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client at work: one feed a host, and the account's desk. All state lives on one loop; the
 * methods of {@link KrakenClient} hop onto it.
 */
public final class Session implements KrakenClient, Outlet.ListenerFailures {
  /** Our own choice: a dial that hangs for 10 s, and time to subscribe to everything anew. */
  private static final Duration ROTATION_LIMIT = Duration.ofSeconds(30);

  private final Protocol protocol;
  private final Loop loop;
  private final Endpoints endpoints;
  private final Feed.Common common;
  private final @Nullable Tokens tokens;
  private final AccountDesk accountDesk;
  private final Shards market;
  private final MarketData marketData;
  private final Account account;
  private final Trading trading;
  private final Tally tally = new Tally();
  private final Map<Host, Shards> hosts = new EnumMap<>(Host.class);
  private final List<ConnectionListener> connectionListeners = new ArrayList<>();
  private boolean closed;

  /**
   * A session that has not dialled.
   *
   * @param protocol the version
   * @param transport what connects; not closed by the session
   * @param endpoints where to
   * @param policy when to dial
   * @param settings the numbers to run by
   * @param access what opens the account
   */
  public Session(
      Protocol protocol,
      Transport transport,
      Endpoints endpoints,
      ReconnectPolicy policy,
      SessionSettings settings,
      AccountAccess access) {
    this.protocol = protocol;
    this.loop = transport.newLoop();
    this.endpoints = endpoints;
    this.common =
        new Feed.Common(
            protocol,
            loop,
            transport,
            endpoints.rest(),
            policy,
            settings,
            access.options(),
            tally,
            this::tellListeners);
    this.tokens = access.tokens() == null ? null : new Tokens(loop, access.tokens());
    this.accountDesk = new AccountDesk(loop, protocol, access, this::tellListeners, this);
    Delivery delivery = new Delivery(this, settings, null);
    this.marketData =
        new SessionMarketData(
            delivery, new MarketWishes(protocol, SnapshotChoice.DEFAULT, this::requireAccess));
    this.account = new SessionAccount(this, new AccountWishes(protocol, accountDesk), delivery);
    this.trading = new SessionTrading(this, protocol, access, null);
    this.market = shards(Host.MARKET_DATA);
  }

  // --- what users call, from any thread ---

  @Override
  public MarketData marketData() {
    return marketData;
  }

  @Override
  public Account account() {
    requireAccess("the account");
    return account;
  }

  @Override
  public Trading trading() {
    requireAccess("the account");
    return trading;
  }

  @Override
  public CompletionStage<Void> connect() {
    return onceOpen(
        () -> {
          Feed first = market.first();
          first.dial();
          return first.firstReady();
        });
  }

  /** What a call on the loop waits for. */
  private CompletionStage<Void> onceOpen(Supplier<CompletableFuture<Void>> call) {
    return CompletableFuture.completedFuture(call)
        .thenComposeAsync(Supplier::get, loop::execute)
        .minimalCompletionStage();
  }

  @Override
  public CompletionStage<Void> rotate() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Rotation.Terms terms = new Rotation.Terms(loop, ROTATION_LIMIT);
    loop.execute(() -> market.rotate(terms, done));
    return done.minimalCompletionStage();
  }

  @Override
  public void onConnection(ConnectionListener listener) {
    loop.execute(
        () -> {
          connectionListeners.add(listener);
          feeds().forEach(feed -> guarded(() -> listener.onConnection(feed.event())));
        });
  }

  @Override
  public Support support(Feature feature) {
    return protocol.support(feature);
  }

  @Override
  public CompletionStage<Long> ping() {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    loop.execute(() -> market.first().ping(answer));
    return answer.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Counters> counters() {
    CompletableFuture<Counters> answer = new CompletableFuture<>();
    loop.execute(() -> answer.complete(tally.counters()));
    return answer.minimalCompletionStage();
  }

  @Override
  public void close() {
    loop.execute(
        () -> {
          closed = true;
          accountDesk.closed("the client was closed");
          hosts.values().forEach(shards -> shards.close("the client was closed"));
        });
  }

  // --- what the faces of the client call, from any thread ---

  Loop loop() {
    return loop;
  }

  AccountDesk accountDesk() {
    return accountDesk;
  }

  void subscribe(ActiveSubscription<?> subscription) {
    loop.execute(() -> shardsOf(subscription).add(subscription));
  }

  /** On the loop. */
  void warn(String text) {
    tellListeners(listener -> listener.onWarning(text));
  }

  void unsubscribe(ActiveSubscription<?> subscription) {
    loop.execute(() -> shardsOf(subscription).remove(subscription));
  }

  // --- feeds ---

  private Shards shardsOf(ActiveSubscription<?> subscription) {
    return shards(subscription.wanted().host());
  }

  /** The links to a host, made when first needed. On the loop, or before it runs. */
  private Shards shards(Host host) {
    Shards present = hosts.get(host);
    return present == null ? newShards(host) : present;
  }

  private Shards newShards(Host host) {
    int limit = Math.min(protocol.pairsPerLink(host), common.settings().pairsPerLink());
    Shards shards = new Shards(limit, link -> newFeed(host, link));
    hosts.put(host, shards);
    if (closed) {
      shards.close("the client was closed");
    }
    return shards;
  }

  private Feed newFeed(Host host, int link) {
    boolean account = host == Host.ACCOUNT;
    Feed feed =
        new Feed(
            common,
            host,
            link,
            endpoints.of(host),
            host.needsToken() ? tokens : null,
            account ? accountDesk : Desk.NONE);
    if (account) {
      accountDesk.attach(feed);
    }
    return feed;
  }

  private List<Feed> feeds() {
    return hosts.values().stream().flatMap(shards -> shards.feeds().stream()).toList();
  }

  void requireAccess(String what) {
    if (tokens == null) {
      throw new IllegalStateException(
          what
              + " needs credentials: KrakenClient.builder().credentials(Credentials.of(key,"
              + " secret)), or a tokenSource of your own");
    }
  }

  /** Dials the account's host, with its own subscriptions to orders and fills. */
  void openAccount() {
    Shards unused = shards(Host.ACCOUNT);
  }

  /** The same, also after its link was given up. Completes when orders and fills are known. */
  CompletionStage<Void> connectAccount() {
    return onceOpen(
        () -> {
          Feed unused = shards(Host.ACCOUNT).first();
          return accountDesk.firstKnown();
        });
  }

  private void tellListeners(Consumer<ConnectionListener> call) {
    for (ConnectionListener listener : List.copyOf(connectionListeners)) {
      guarded(() -> call.accept(listener));
    }
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (Throwable failure) {
      report(failure);
    }
  }

  @Override
  public void report(Throwable failure) {
    for (ConnectionListener listener : List.copyOf(connectionListeners)) {
      try {
        listener.onListenerFailure(failure);
      } catch (Throwable again) {
        failure.addSuppressed(again);
      }
    }
  }
}
