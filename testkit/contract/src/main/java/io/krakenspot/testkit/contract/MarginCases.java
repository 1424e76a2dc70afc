package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.Rejection.Reason;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedPosition;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders that are funded on margin, and what becomes of the position. */
abstract class MarginCases extends AccountCase<World> {
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private Heard<OrderUpdate> orders = new Heard<>();
  private Heard<Fill> fills = new Heard<>();

  @BeforeEach
  void listen() {
    orders = orders();
    fills = fills();
  }

  private static NewOrder.Builder market(Side side, String quantity) {
    return NewOrder.of(DOGE, side, OrderType.MARKET).quantity(new BigDecimal(quantity));
  }

  private void openPosition() {
    placed(market(Side.BUY, "100").margin(true).build());
  }

  private AuditedPosition position() {
    assertThat(audit().positions()).hasSize(1);
    return audit().positions().get(0);
  }

  private void assertRefused(NewOrder order, Reason reason, String text) {
    assertThat(rejected(trading().place(order))).isEqualTo(new Rejection(reason, text));
  }

  @Test
  @DisplayName("TR-30 a margin order opens a position and leaves what the account owns")
  void opens() {
    BigDecimal owned = audit().balances().get("DOGE");

    openPosition();

    AuditedPosition position = position();
    assertThat(position.side()).isEqualTo(Side.BUY);
    assertThat(position.quantity()).isEqualByComparingTo("100");
    assertThat(position.margin().multiply(FIVE))
        .isBetween(position.cost(), position.cost().add(CENT));
    assertThat(audit().balances().get("DOGE")).isEqualByComparingTo(owned);
    Fill fill = fills.last();
    assertThat(fill.margin()).isTrue();
    assertThat(fill.marginBorrow()).isTrue();
    assertThat(fill.liquidated()).isNotEqualTo(true);
    assertThat(fill.positionId()).isIn(null, position.id());
    assertThat(orders.last().order().get(OrderAttribute.MARGIN)).isTrue();
  }

  @Test
  @DisplayName("TR-31 the leverage of an order is chosen where the version can")
  void leverage() {
    NewOrder twice = market(Side.BUY, "100").leverage(2).build();
    if (!has(Feature.PLACE_LEVERAGE)) {
      assertLacks(Feature.PLACE_LEVERAGE, () -> trading().place(twice));
      return;
    }

    placed(twice);

    BigDecimal cost = position().cost();
    assertThat(position().margin().add(position().margin())).isBetween(cost, cost.add(CENT));
    assertThat(orders.last().order().get(OrderAttribute.LEVERAGE)).isEqualTo("2:1");
  }

  @Test
  @DisplayName("TR-32 the other side closes a position, part by part")
  void closes() {
    openPosition();
    placed(market(Side.SELL, "40").margin(true).build());
    assertThat(position().quantity()).isEqualByComparingTo("60");
    assertThat(orders.last().order().get(OrderAttribute.POSITION_STATUS)).isIn(null, "closing");

    placed(market(Side.SELL, "60").margin(true).build());

    assertThat(audit().positions()).isEmpty();
    assertThat(orders.last().order().get(OrderAttribute.POSITION_STATUS)).isIn(null, "closed");
    assertThat(fills.events()).hasSameSizeAs(audit().fills());
  }

  @Test
  @DisplayName("TR-33 a reducing order is refused without a position, and never turns one")
  void reduces() {
    NewOrder reducing = market(Side.SELL, "250").margin(true).reduceOnly(true).build();
    assertRefused(reducing, Reason.REDUCE_ONLY, "EOrder:Reduce only:No position exists");
    openPosition();

    String id = id(placed(reducing));

    assertThat(audit().positions()).isEmpty();
    assertThat(truth(id).filled()).isEqualByComparingTo("100");
    assertThat(orders.last().order().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(orders.last().order().get(OrderAttribute.REASON))
        .isEqualTo("Reduce only:Position is closed");
  }

  @Test
  @DisplayName("TR-34 the collateral is the limit")
  void limit() {
    assertRefused(
        limit(Side.BUY, "900000000000").margin(true).build(),
        Reason.MARGIN,
        "EOrder:Insufficient margin");
    assertThat(audit().orders()).isEmpty();
  }

  @Test
  @DisplayName("TR-35 a position that is not there is not settled")
  void settles() {
    assertRefused(
        NewOrder.sell(DOGE, OrderType.SETTLE_POSITION).quantity(BigDecimal.TEN).build(),
        Reason.MARGIN,
        "EOrder:Unknown position");
  }
}
