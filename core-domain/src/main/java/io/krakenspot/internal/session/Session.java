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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client at work: one feed a host, and the account's desk. All state lives on one loop; the
 * methods of {@link KrakenClient} hop onto it.
 */
public final class Session implements KrakenClient, Outlet.ListenerFailures {
  private final Protocol protocol;
  private final Loop loop;
  private final Endpoints endpoints;
  private final Feed.Common common;
  private final @Nullable Tokens tokens;
  private final AccountDesk accountDesk;
  private final Feed marketFeed;
  private final MarketData marketData;
  private final Account account;
  private final Trading trading;
  private final Tally tally = new Tally();
  private final Map<Host, Feed> feeds = new EnumMap<>(Host.class);
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
    this.marketData =
        new SessionMarketData(this, protocol, settings.queueLimit(), null, SnapshotChoice.DEFAULT);
    this.account = new SessionAccount(this, protocol, settings.queueLimit(), null);
    this.trading = new SessionTrading(this, protocol, access, null);
    this.marketFeed = feed(Host.MARKET_DATA);
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
    loop.execute(marketFeed::dial);
    return marketFeed.firstReady().minimalCompletionStage();
  }

  @Override
  public void onConnection(ConnectionListener listener) {
    loop.execute(
        () -> {
          connectionListeners.add(listener);
          feeds.values().forEach(feed -> guarded(() -> listener.onConnection(feed.event())));
        });
  }

  @Override
  public Support support(Feature feature) {
    return protocol.support(feature);
  }

  @Override
  public CompletionStage<Long> ping() {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    loop.execute(() -> marketFeed.ping(answer));
    return answer.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Counters> counters() {
    CompletableFuture<Counters> answer = new CompletableFuture<>();
    loop.execute(
        () ->
            answer.complete(
                tally.counters(feeds.values().stream().mapToLong(Feed::dialled).sum())));
    return answer.minimalCompletionStage();
  }

  @Override
  public void close() {
    loop.execute(
        () -> {
          closed = true;
          accountDesk.closed("the client was closed");
          feeds.values().forEach(feed -> feed.close("the client was closed"));
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
    loop.execute(() -> feedOf(subscription).add(subscription));
  }

  void unsubscribe(ActiveSubscription<?> subscription) {
    loop.execute(() -> feedOf(subscription).remove(subscription));
  }

  // --- feeds ---

  private Feed feedOf(ActiveSubscription<?> subscription) {
    return feed(subscription.wanted().host());
  }

  /** The feed of a host, made when first needed. On the loop, or before it runs. */
  private Feed feed(Host host) {
    return feeds.computeIfAbsent(host, this::newFeed);
  }

  private Feed newFeed(Host host) {
    Feed feed =
        new Feed(
            common,
            host,
            endpoints.of(host),
            host.needsToken() ? tokens : null,
            host == Host.ACCOUNT ? accountDesk : Desk.NONE);
    if (closed) {
      feed.close("the client was closed");
    }
    if (host == Host.ACCOUNT) {
      accountDesk.attach(feed);
    }
    return feed;
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
    Feed unused = feed(Host.ACCOUNT);
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
