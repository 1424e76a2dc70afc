package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Feature;
import io.krakenspot.port.LinkClosed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reference data. */
abstract class InstrumentCases extends MarketDataCase {
  @Test
  @DisplayName("MD-75 reference data names every pair and asset of the market, by its present name")
  void everything() {
    exchange().pairStatus(ETH, InstrumentStatus.CANCEL_ONLY);
    Instruments all = ask();

    assertThat(all.snapshot()).isTrue();
    List<Pair> currencies =
        exchange().pairs().stream().filter(pair -> !pair.base().endsWith("x")).toList();
    assertThat(all.pairs())
        .extracting(Instrument::pair)
        .containsExactlyInAnyOrderElementsOf(currencies);
    assertThat(all.assets()).extracting(AssetInfo::code).contains("BTC", "DOGE", "USD");
    assertThat(of(all, ETH).status()).isEqualTo(InstrumentStatus.CANCEL_ONLY);
    assertThat(of(all, BTC).status()).isEqualTo(InstrumentStatus.ONLINE);
    assertThat(of(all, BTC).pricePrecision()).isEqualTo(1);
    assertThat(of(all, BTC).quantityPrecision()).isEqualTo(8);
  }

  private Instruments ask() {
    Heard<Instruments> heard = new Heard<>();
    soon(market().instruments(heard).accepted());
    return heard.last();
  }

  private static Instrument of(Instruments all, Pair pair) {
    return all.pairs().stream().filter(one -> one.pair().equals(pair)).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("MD-76 a change of reference data is heard as it happens")
  void updates() {
    assumeHas(Feature.INSTRUMENT_UPDATES);
    Heard<Instruments> heard = new Heard<>();
    soon(market().instruments(heard).accepted());

    exchange().pairStatus(ETH, InstrumentStatus.POST_ONLY);
    world.run();

    assertThat(heard.last().snapshot()).isFalse();
    assertThat(of(heard.last(), ETH).status()).isEqualTo(InstrumentStatus.POST_ONLY);
    assertThat(of(ask(), ETH).status())
        .as("for who comes late")
        .isEqualTo(InstrumentStatus.POST_ONLY);
    assertThat(of(ask(), BTC).status()).isEqualTo(InstrumentStatus.ONLINE);
  }

  @Test
  @DisplayName("MD-77 where changes are not told, asking again tells them")
  void askingAgain() {
    assumeHasNot(Feature.INSTRUMENT_UPDATES);
    Heard<Instruments> heard = new Heard<>();
    Subscription first = market().instruments(heard);
    soon(first.accepted());
    exchange().pairStatus(ETH, InstrumentStatus.POST_ONLY);
    world.run();
    assertThat(heard.events()).hasSize(1);

    first.unsubscribe();

    assertThat(of(ask(), ETH).status()).isEqualTo(InstrumentStatus.POST_ONLY);
  }

  @Test
  @DisplayName("MD-78 reference data that cannot be had is refused or waits; it never hangs unseen")
  void notToBeHad() {
    transport().refuse(new LinkClosed(LinkClosed.Kind.REFUSED, 503, "503 for now", null));
    Heard<Instruments> heard = new Heard<>();
    Subscription subscription = market().instruments(heard);
    world.run();

    if (protocol().instrumentQuery().isPresent()) {
      assertThat(failureOf(subscription.accepted()))
          .isInstanceOf(SubscriptionRefusedException.class)
          .hasMessageContaining("503 for now");
      assertThat(heard.kinds()).containsExactly(Kind.REFUSED);
    } else {
      transport().accept();
      world.advance(Duration.ofSeconds(10));
      soon(subscription.accepted());
      assertThat(heard.events()).hasSize(1);
    }
  }
}
