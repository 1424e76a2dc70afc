package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.Subscription;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.Ledger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * One client of one exchange, in virtual time. After each case the client is closed, and must leave
 * no timer and no link, and no listener may have thrown.
 */
abstract class MarketDataCase {
  static final Pair BTC = Pair.of("BTC/USD");
  static final Pair ETH = Pair.of("ETH/USD");
  static final Pair DOGE = Pair.of("DOGE/USD");
  static final Pair UNLISTED = Pair.of("NOPE/USD");

  /** Longer than a book may take to be restored after whatever went wrong. */
  static final Duration RECOVERY = Duration.ofMinutes(2);

  private static final long SEED = 20_260_101;

  VirtualExchange world;
  HeardConnection connection;
  KrakenClient client;
  private int timersBefore;

  abstract Protocol protocol();

  @BeforeEach
  void open() {
    open(SEED);
  }

  /** An exchange for one case. */
  VirtualExchange newWorld(long seed) {
    return VirtualExchange.open(seed);
  }

  /** The client under test. */
  KrakenClientBuilder builder() {
    return world.client(protocol());
  }

  /** Begins anew with another market. */
  final void open(long seed) {
    world = newWorld(seed);
    timersBefore = world.loop().timers();
    connection = new HeardConnection();
    client = builder().build();
    client.onConnection(connection);
    world.run();
  }

  @AfterEach
  void leavesNothingBehind() {
    exchange().eventsPerSecond(0);
    client.close();
    world.run();
    assertThat(connection.failures).as("thrown by listeners").isEmpty();
    assertThat(world.loop().timers()).as("timers left").isEqualTo(timersBefore);
    assertThat(world.transport().openLinks()).as("links left").isZero();
  }

  final MarketData market() {
    return client.marketData();
  }

  final Exchange exchange() {
    return world.exchange();
  }

  final StringTransport transport() {
    return world.transport();
  }

  final long counted(Ledger.Entry entry) {
    return exchange().ledger().count(entry);
  }

  final Counters counters() {
    return soon(client.counters());
  }

  /** What completes without time passing. */
  final <T> T soon(CompletionStage<T> stage) {
    world.run();
    assertThat(stage.toCompletableFuture()).as("completed").isDone();
    return stage.toCompletableFuture().join();
  }

  /** Why a stage failed. */
  static Throwable failureOf(CompletionStage<?> stage) {
    CompletableFuture<?> future = stage.toCompletableFuture();
    assertThat(future).isCompletedExceptionally();
    return Objects.requireNonNull(catchThrowable(future::join).getCause());
  }

  final boolean has(Feature feature) {
    return protocol().support(feature).available();
  }

  final void assumeHas(Feature feature) {
    assumeTrue(has(feature), () -> protocol().name() + " has no " + feature.description());
  }

  final void assumeHasNot(Feature feature) {
    assumeTrue(!has(feature), () -> protocol().name() + " has " + feature.description());
  }

  /** Books under a probe, accepted and shown. */
  final BookProbe probe(Depth depth, Collection<Pair> pairs) {
    BookProbe probe = new BookProbe(exchange());
    Subscription subscription = market().books(depth, pairs, probe);
    soon(subscription.accepted());
    pairs.forEach(probe::assertLive);
    return probe;
  }

  final BookProbe probe(Depth depth, Pair pair) {
    return probe(depth, List.of(pair));
  }
}
