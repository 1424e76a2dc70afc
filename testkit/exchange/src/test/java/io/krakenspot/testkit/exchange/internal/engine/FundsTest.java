package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fees, balances, reservations. */
final class FundsTest {
  private final Bench bench = new Bench();

  @Test
  void takersAndMakersPayTheirFeeInQuote() {
    bench.place(bench.alice, buy("1", "3150.00"));
    bench.place(bench.bob, sell("1", "3150.00"));
    assertThat(bench.alice.fills().get(0).fee()).isEqualByComparingTo("7.875");
    assertThat(bench.bob.fills().get(0).fee()).isEqualByComparingTo("12.6");
    assertThat(bench.alice.balance(bench.dollar)).isEqualByComparingTo("96842.125");
    assertThat(bench.alice.balance(bench.ether)).isEqualByComparingTo("101");
    assertThat(bench.bob.balance(bench.dollar)).isEqualByComparingTo("103137.4");
    assertThat(bench.engine.accounts().fees().balance(bench.dollar)).isEqualByComparingTo("20.475");
  }

  @Test
  void aFeeMayBeTakenInBase() {
    bench.place(
        bench.alice, order(Side.BUY, OrderType.MARKET, "1").feePreference(FeePreference.BASE));
    assertThat(bench.alice.balance(bench.ether)).isEqualByComparingTo("100.996");
    assertThat(bench.alice.balance(bench.dollar)).isEqualByComparingTo("96849");
  }

  @Test
  void aTradeMakesALedgerEntryForEachAsset() {
    bench.place(bench.alice, order(Side.BUY, OrderType.MARKET, "1"));
    List<LedgerEntry> ledger = bench.alice.ledger();
    LedgerEntry goods = ledger.get(ledger.size() - 2);
    LedgerEntry money = ledger.get(ledger.size() - 1);
    assertThat(goods.refId()).isEqualTo(money.refId());
    assertThat(goods.refId()).isEqualTo(bench.alice.fills().get(0).execId());
    assertThat(goods.amount()).isEqualByComparingTo("1");
    assertThat(money.amount()).isEqualByComparingTo("-3151");
    assertThat(money.fee()).isEqualByComparingTo("12.604");
    assertThat(money.balance()).isEqualTo(bench.alice.balance(bench.dollar));
  }

  @Test
  void openOrdersHoldMoneyWithTheHighestFee() {
    String id = bench.place(bench.alice, buy("10", "3000.00"));
    assertThat(bench.alice.reserved(bench.dollar)).isEqualByComparingTo("30120");
    assertThat(bench.alice.balance(bench.dollar)).isEqualByComparingTo("100000");
    assertThat(bench.alice.available(bench.dollar)).isEqualByComparingTo("69880");
    bench.engine.cancel(bench.alice, OrderRef.id(id));
    assertThat(bench.alice.reserved(bench.dollar)).isZero();
  }

  @Test
  void whatIsNotCoveredIsRefused() {
    assertThat(bench.refusal(bench.alice, sell("100.1", "3200.00")))
        .isEqualTo("EOrder:Insufficient funds");
    bench.place(bench.alice, buy("30", "3000.00"));
    assertThat(bench.refusal(bench.alice, buy("5", "3000.00")))
        .isEqualTo("EOrder:Insufficient funds");
    assertThat(bench.refusal(bench.alice, order(Side.BUY, OrderType.MARKET, "4")))
        .isEqualTo("EOrder:Insufficient funds");
    assertThat(bench.alice.orders()).hasSize(1);
  }

  @Test
  void aStopThatCannotPayBuysWhatItCan() {
    String stop =
        bench.place(
            bench.alice, order(Side.BUY, OrderType.STOP_LOSS, "30").trigger(Bench.at("3155")));
    bench.crowd(Side.SELL, 3153, "0");
    bench.crowd(Side.SELL, 3300, "30");
    bench.crowd(Side.SELL, 4000, "100");
    bench.take(Side.BUY, "21");
    EngineOrder order = bench.order(bench.alice, stop);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order.reason()).isEqualTo("Insufficient funds");
    assertThat(order.filled()).isEqualTo("29.97539840");
    assertThat(bench.alice.balance(bench.dollar))
        .isBetween(BigDecimal.ZERO, new BigDecimal("0.0002"));
  }
}
