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
import org.junit.jupiter.api.BeforeEach;

/** One client of one exchange, which no other case knows of. */
abstract class ClientCase<W extends World> {
  static final Pair BTC = Pair.of("BTC/USD");
  static final Pair ETH = Pair.of("ETH/USD");
  static final Pair DOGE = Pair.of("DOGE/USD");

  /** Longer than a stream may take to be restored after whatever went wrong. */
  static final Duration RECOVERY = Duration.ofMinutes(2);

  private static final long SEED = 20_260_101;

  W world;
  HeardConnection connection;
  KrakenClient client;

  abstract Protocol protocol();

  /** An exchange for one case. */
  abstract W newWorld(long seed);

  /** The client under test. */
  abstract KrakenClientBuilder builder();

  @BeforeEach
  void open() {
    open(SEED);
  }

  /** Begins anew with another market. */
  final void open(long seed) {
    world = newWorld(seed);
    connection = new HeardConnection();
    client = builder().build();
    client.onConnection(connection);
    world.run();
  }

  final MarketData market() {
    return client.marketData();
  }

  final Exchange exchange() {
    return world.exchange();
  }

  final long counted(Ledger.Entry entry) {
    return exchange().ledger().count(entry);
  }

  /** What completes without time passing. */
  final <T> T soon(CompletionStage<T> stage) {
    return world.soon(stage);
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

  final Counters counters() {
    return soon(client.counters());
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
