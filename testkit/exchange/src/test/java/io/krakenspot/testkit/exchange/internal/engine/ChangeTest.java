package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.at;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amending in place, and editing, which replaces. */
final class ChangeTest {
  private final Bench bench = new Bench();
  private String mine = "";
  private String other = "";

  @BeforeEach
  void twoOrdersOfOneLevel() {
    mine = bench.place(bench.alice, buy("2", "3150.00"));
    other = bench.place(bench.bob, buy("1", "3150.00"));
  }

  private @Nullable String amend(AmendRequest request) {
    return bench.engine.amend(bench.alice, request).error();
  }

  private AmendRequest quantity(String value) {
    return AmendRequest.quantity(OrderRef.id(mine), new BigDecimal(value));
  }

  private AmendRequest limit(String value) {
    return AmendRequest.limitPrice(OrderRef.id(mine), new BigDecimal(value));
  }

  private EngineOrder order() {
    return bench.order(bench.alice, mine);
  }

  @Test
  void lessKeepsThePlace() {
    assertThat(amend(quantity("1"))).isNull();
    assertThat(bench.queue(Side.BUY)).containsExactly(mine, other);
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("2.00000000");
    assertThat(order().amended()).isTrue();
    assertThat(order().reason()).isEqualTo("User requested");
    assertThat(order().status()).isEqualTo(OrderStatus.NEW);
    assertThat(bench.kinds()).endsWith(Kind.AMENDED);
  }

  @Test
  void moreGoesToTheBack() {
    assertThat(amend(quantity("3"))).isNull();
    assertThat(bench.queue(Side.BUY)).containsExactly(other, mine);
  }

  @Test
  void anotherLimitGoesToTheBackOfItsLevel() {
    assertThat(amend(limit("3150.50"))).isNull();
    assertThat(bench.queue(Side.BUY)).containsExactly(mine);
    assertThat(amend(limit("3150.00"))).isNull();
    assertThat(bench.queue(Side.BUY)).containsExactly(other, mine);
  }

  @Test
  void anotherLimitMayTake() {
    assertThat(amend(limit("3151.00"))).isNull();
    assertThat(order().status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void postOnlyRefusesALimitThatWouldTake() {
    AmendRequest request =
        new AmendRequest(
            OrderRef.id(mine),
            null,
            null,
            OrderPrice.of(new BigDecimal("3151.00")),
            null,
            true,
            null);
    assertThat(amend(request)).isEqualTo("EOrder:Post only order");
    assertThat(bench.queue(Side.BUY)).containsExactly(mine, other);
  }

  @Test
  void aQuantityBelowWhatIsFilledEndsTheOrder() {
    bench.take(Side.SELL, "1.5");
    assertThat(amend(quantity("1"))).isNull();
    assertThat(order().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order().filled()).isEqualTo("1.50000000");
    assertThat(bench.queue(Side.BUY)).containsExactly(other);
  }

  @Test
  void whatChangesNothingOrCannotBeIsRefused() {
    assertThat(amend(quantity("2"))).contains("No amendable parameters");
    assertThat(amend(new AmendRequest(OrderRef.id(mine), null, null, null, null, false, null)))
        .contains("No amendable parameters");
    assertThat(amend(quantity("50"))).isEqualTo("EOrder:Insufficient funds");
    assertThat(amend(limit("3150.001"))).isEqualTo("EOrder:Tick size check failed");
    AmendRequest trigger =
        new AmendRequest(
            OrderRef.id(mine), null, null, null, OrderPrice.of(BigDecimal.TEN), false, null);
    assertThat(amend(trigger)).isEqualTo("EGeneral:Invalid arguments:trigger_price");
    bench.engine.cancel(bench.alice, OrderRef.id(mine));
    assertThat(amend(quantity("1"))).isEqualTo("EOrder:Unknown order");
  }

  @Test
  void anIcebergShowsLessAtOnceAndMoreFromTheNextSlice() {
    String id =
        bench.place(
            bench.alice,
            OrderRequest.of(Bench.ETHER, Side.BUY, OrderType.ICEBERG)
                .limit("6", "3149.50")
                .displayQuantity(new BigDecimal("2")));
    OrderRef ref = OrderRef.id(id);
    BigDecimal one = new BigDecimal("1");
    BigDecimal three = new BigDecimal("3");
    assertThat(amend(new AmendRequest(ref, null, one, null, null, false, null))).isNull();
    assertThat(bench.order(bench.alice, id).visibleQuantity()).isEqualTo("1.00000000");
    assertThat(amend(new AmendRequest(ref, null, three, null, null, false, null))).isNull();
    assertThat(bench.order(bench.alice, id).visibleQuantity()).isEqualTo("1.00000000");
    bench.take(Side.SELL, "4");
    assertThat(bench.order(bench.alice, id).visibleQuantity()).isEqualTo("3.00000000");
  }

  @Test
  void aTriggerPriceMayBeAmendedUntilItFires() {
    bench.engine.cancelAll(bench.alice);
    bench.engine.cancelAll(bench.bob);
    String id =
        bench.place(
            bench.alice, Bench.order(Side.SELL, OrderType.STOP_LOSS, "1").trigger(at("3000")));
    OrderPrice price = OrderPrice.of(new BigDecimal("3149"));
    AmendRequest request = new AmendRequest(OrderRef.id(id), null, null, null, price, false, null);
    assertThat(amend(request)).isNull();
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.NEW);
    bench.last(3149);
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void anEditPutsANewOrderForWhatIsLeftAtTheBack() {
    bench.take(Side.SELL, "0.5");
    Replacement edited =
        bench
            .engine
            .edit(bench.alice, EditRequest.of(OrderRef.id(mine), new BigDecimal("1.5"), null))
            .value();
    assertThat(edited.originalId()).isEqualTo(mine);
    assertThat(order().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order().filled()).isEqualTo("0.50000000");
    EngineOrder placed = bench.order(bench.alice, edited.orderId());
    assertThat(placed.quantity()).isEqualTo("1.00000000");
    assertThat(bench.queue(Side.BUY)).containsExactly(other, edited.orderId());
  }

  @Test
  void anEditThatCannotBeLeavesTheOldOrder() {
    assertThat(
            bench
                .engine
                .edit(bench.alice, EditRequest.of(OrderRef.id(mine), new BigDecimal("50"), null))
                .error())
        .isEqualTo("EOrder:Insufficient funds");
    assertThat(
            bench
                .engine
                .edit(bench.alice, EditRequest.of(OrderRef.id("OAAAAA"), BigDecimal.ONE, null))
                .error())
        .isEqualTo("EOrder:Invalid order");
    assertThat(bench.queue(Side.BUY)).containsExactly(mine, other);
  }

  @Test
  void ordersWithATemplateAreNeitherAmendedNorEdited() {
    CloseTerms close =
        new CloseTerms(OrderType.LIMIT, OrderPrice.of(new BigDecimal("3200.00")), null);
    mine = bench.place(bench.alice, buy("2", "3149.00").close(close));
    assertThat(amend(quantity("1"))).isEqualTo("EGeneral:Invalid arguments:conditional");
    assertThat(
            bench
                .engine
                .edit(bench.alice, EditRequest.of(OrderRef.id(mine), BigDecimal.ONE, null))
                .error())
        .isEqualTo("EOrder:Invalid order");
  }
}
