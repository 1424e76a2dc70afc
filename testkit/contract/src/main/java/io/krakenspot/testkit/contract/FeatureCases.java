package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Support;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a version has and has not. */
abstract class FeatureCases extends MarketDataCase {
  private static final Listener<Object> NOBODY = event -> {};

  /** A call that needs a feature. */
  record Call(Feature feature, Consumer<MarketData> call) {
    @Override
    public String toString() {
      return feature.name();
    }
  }

  @Override
  KrakenClientBuilder builder() {
    return world.trader(protocol());
  }

  static Stream<Call> callsThatNeedAFeature() {
    return Stream.of(
        new Call(Feature.TICKER, market -> market.tickers(List.of(BTC), NOBODY)),
        new Call(
            Feature.TICKER_BEST_BID_OFFER,
            market -> market.tickers(TickerTrigger.BEST_BID_OFFER, List.of(BTC), NOBODY)),
        new Call(Feature.SPREAD, market -> market.spreads(List.of(BTC), NOBODY)),
        new Call(Feature.BOOK, market -> market.books(Depth.D10, List.of(BTC), NOBODY)),
        new Call(Feature.LEVEL3, market -> market.level3(Level3Depth.D10, List.of(BTC), NOBODY)),
        new Call(Feature.TRADES, market -> market.trades(List.of(BTC), NOBODY)),
        new Call(
            Feature.TRADE_SNAPSHOT,
            market -> market.withSnapshot(true).trades(List.of(BTC), NOBODY)),
        new Call(
            Feature.CANDLES, market -> market.candles(Interval.MINUTES_5, List.of(BTC), NOBODY)),
        new Call(
            Feature.SNAPSHOT_CHOICE,
            market -> market.withSnapshot(false).tickers(List.of(BTC), NOBODY)),
        new Call(
            Feature.SNAPSHOT_CHOICE,
            market -> market.withSnapshot(false).candles(Interval.MINUTES_5, List.of(BTC), NOBODY)),
        new Call(Feature.INSTRUMENTS, market -> market.instruments(NOBODY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callsThatNeedAFeature")
  @DisplayName("MD-80 what a version has is had; what it lacks is refused before anything is sent")
  void hadOrRefused(Call call) {
    if (has(call.feature())) {
      assertHad(call);
    } else {
      assertRefused(call);
    }
  }

  private void assertHad(Call call) {
    call.call().accept(market());
    world.run();

    boolean overRest =
        call.feature() == Feature.INSTRUMENTS && protocol().instrumentQuery().isPresent();
    assertThat(counted(Entry.SUBSCRIPTIONS)).isEqualTo(overRest ? 0 : 1);
    assertThat(counted(Entry.REFUSALS)).isZero();
  }

  private void assertRefused(Call call) {
    Support support = protocol().support(call.feature());

    assertThatThrownBy(() -> call.call().accept(market()))
        .isInstanceOf(NotSupportedException.class)
        .hasMessageContaining(call.feature().description())
        .hasMessageContaining(protocol().name())
        .hasMessageContaining(support.note());
    world.run();
    assertThat(transport().dials()).isZero();
    assertThat(transport().sent()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Feature.class)
  @DisplayName("MD-81 what is absent names an alternative, what is derived says from what")
  void notes(Feature feature) {
    Support support = client.support(feature);

    assertThat(support).isEqualTo(protocol().support(feature));
    assertThat(support.note().isEmpty()).isEqualTo(support.level() == Support.Level.NATIVE);
  }

  @Test
  @DisplayName("MD-82 a request that makes no sense is refused before anything is sent")
  void nonsense() {
    assertThatThrownBy(() -> market().trades(List.of(), NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC/USD");
    assertThatThrownBy(() -> market().withSnapshot(false).books(Depth.D10, List.of(BTC), NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("snapshot");
    assertThatThrownBy(
            () -> market().withSnapshot(false).level3(Level3Depth.D10, List.of(BTC), NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("snapshot");
    world.run();
    assertThat(transport().dials()).isZero();
  }

  @Test
  @DisplayName("MD-83 asking for the snapshot that comes anyway is no choice and is never refused")
  void theUsualSnapshot() {
    soon(market().withSnapshot(true).tickers(List.of(BTC), NOBODY).accepted());
    soon(market().withSnapshot(false).trades(List.of(BTC), NOBODY).accepted());

    assertThat(counted(Entry.SUBSCRIPTIONS)).isEqualTo(2);
  }
}
