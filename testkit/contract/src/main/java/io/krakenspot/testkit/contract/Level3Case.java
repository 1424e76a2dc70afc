package io.krakenspot.testkit.contract;

import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.Subscription;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** One client of one account that wants books of orders, where the version has them. */
abstract class Level3Case extends MarketDataCase {
  static final Pair RARE = Pair.of("RARE/EUR");

  /** Longer than it takes to ask for a few books at the pace that Kraken allows. */
  static final Duration ASKING = Duration.ofSeconds(3);

  @BeforeEach
  void whereTheVersionHasIt() {
    assumeHas(Feature.LEVEL3);
  }

  @Override
  final KrakenClientBuilder builder() {
    return world.trader(protocol());
  }

  /** Books of orders under a probe, accepted and shown. */
  final Level3Probe orders(Level3Depth depth, Collection<Pair> pairs) {
    Level3Probe probe = new Level3Probe(exchange());
    Subscription subscription = market().level3(depth, pairs, probe);
    world.advance(ASKING);
    soon(subscription.accepted());
    pairs.forEach(probe::assertLive);
    return probe;
  }

  final Level3Probe orders(Level3Depth depth, Pair... pairs) {
    return orders(depth, List.of(pairs));
  }

  /** Books of orders to look at afterwards, accepted. */
  final Heard<Level3Book> heard(Pair pair) {
    Heard<Level3Book> heard = new Heard<>();
    soon(market().level3(Level3Depth.D10, List.of(pair), heard).accepted());
    return heard;
  }

  /** How many connections of level 3 there are. */
  final long connections() {
    return exchange().connections().stream().filter(one -> one.path() == Path.V2_LEVEL3).count();
  }
}
