package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.VirtualExchange;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stream of every pair, each asked for by itself, of an exchange that counts requests. */
class RequestPaceTest {
  private static final int LIMIT = 10;

  private final VirtualExchange world = VirtualExchange.open(1);
  private final List<SubscriptionEvent> refusals = new ArrayList<>();

  static Stream<Protocol> versions() {
    return Stream.of(KrakenV1.protocol(), KrakenV2.protocol());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aPaceWithinTheLimitIsNeverRefused(Protocol version) {
    List<Subscription> all = subscribe(version, LIMIT);

    world.advance(Duration.ofSeconds(30));

    assertThat(all).hasSizeGreaterThan(100).allMatch(RequestPaceTest::accepted);
    assertThat(refusals).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aPaceOverTheLimitIsRefusedButComesToTheSame(Protocol version) {
    List<Subscription> all = subscribe(version, 1000);

    world.advance(Duration.ofSeconds(120));

    assertThat(refusals).isNotEmpty();
    assertThat(all).allMatch(RequestPaceTest::accepted);
  }

  private List<Subscription> subscribe(Protocol version, int pace) {
    KrakenClient client = world.client(version).requestPace(pace, 200).build();
    world.exchange().requestLimit(LIMIT);
    client.connect();
    world.advance(Duration.ofSeconds(1));
    List<Subscription> all = new ArrayList<>();
    for (Pair pair : world.exchange().pairs()) {
      Set<Pair> one = Set.of(pair);
      all.add(client.marketData().trades(one, new Refused<>()));
      all.add(client.marketData().tickers(one, new Refused<>()));
      all.add(client.marketData().books(Depth.D10, one, new Refused<>()));
      all.add(client.marketData().candles(Interval.MINUTES_1, one, new Refused<>()));
      world.run();
    }
    return all;
  }

  private static boolean accepted(Subscription subscription) {
    return subscription.accepted().toCompletableFuture().isDone()
        && !subscription.accepted().toCompletableFuture().isCompletedExceptionally();
  }

  private final class Refused<E> implements Listener<E> {
    @Override
    public void on(E event) {}

    @Override
    public void onSubscription(SubscriptionEvent event) {
      if (event.detail().contains("Exceeded msg rate")) {
        refusals.add(event);
      }
    }
  }
}
