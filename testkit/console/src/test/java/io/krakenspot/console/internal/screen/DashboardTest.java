package io.krakenspot.console.internal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.Counters;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Host;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private static final Pair PAIR = Pair.of("BTC/USD");

  private final Dashboard dashboard = new Dashboard("a title", false);

  @Test
  void alwaysHasAsManyLines() {
    int before = dashboard.lines().size();

    fill();

    assertThat(dashboard.lines()).hasSize(before).hasSizeLessThan(24);
  }

  @Test
  void showsWhatItWasTold() {
    fill();

    List<String> lines = dashboard.lines();

    assertThat(lines.get(0)).isEqualTo("a title");
    assertThat(lines.get(1))
        .isEqualTo("link ready   checksum [verified] 7 verified, 0 mismatched   42 frames");
    assertThat(lines.get(2))
        .isEqualTo("BTC/USD   last 62710.5   24h 61000.0 to 63000.0   volume 100.5");
    assertThat(lines.get(5)).contains("62710.4 | 62710.5");
    assertThat(lines.get(16))
        .isEqualTo("2026-03-02T10:00:00.100001Z  sell        0.00000006 at 62710.4");
  }

  @Test
  void keepsTheLastThreeTradesNewestFirst() {
    fill();

    assertThat(dashboard.lines()).filteredOn(line -> line.contains("sell")).hasSize(3);
    assertThat(dashboard.lines().get(16)).contains("0.00000006");
    assertThat(dashboard.lines().get(18)).contains("0.00000004");
  }

  @Test
  void showsNoBookWhileItCannotBeReliedOn() {
    fill();

    dashboard.bookSubscription(
        new SubscriptionEvent(SubscriptionEvent.Kind.RESYNCING, "book", PAIR, "checksum 1"));

    assertThat(dashboard.lines())
        .anyMatch(line -> line.equals("    no book: resyncing, checksum 1"))
        .noneMatch(line -> line.contains("62710.4 | 62710.5"));
    assertThat(dashboard.lines().get(1)).contains("checksum [no book]");

    dashboard.book(BookFrames.unverified());

    assertThat(dashboard.lines().get(1)).contains("checksum [no checksum yet]");
    assertThat(dashboard.line()).startsWith("62710.4 x 12.50000000 | 62710.5 x 3.00000000");
  }

  @Test
  void coloursOnlyWhenAsked() {
    Dashboard coloured = new Dashboard("a title", true);
    coloured.book(BookFrames.verified());

    assertThat(coloured.lines().get(1)).contains("\u001b[32m[verified]\u001b[0m");
    assertThat(String.join("", dashboard.lines())).doesNotContain("\u001b");
  }

  @Test
  void showsWhatHappensToOnesOwnOrders() {
    fill();
    dashboard.order(
        new OrderUpdate(
            OrderUpdate.Kind.AMENDED,
            new Order(
                "OQCLML-BW3P3-BUCMWZ",
                OrderStatus.NEW,
                OrderAttributes.builder()
                    .put(OrderAttribute.SIDE, Side.BUY)
                    .put(OrderAttribute.QUANTITY, new BigDecimal("0.002"))
                    .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("62660.4"))
                    .build())));

    assertThat(dashboard.lines())
        .contains("own order  OQCLML-BW3P3-BUCMWZ  amended  buy 0.002 at 62660.4");
    assertThat(dashboard.summary()).contains(" 1 own orders, 0 own fills");
  }

  @Test
  void sumsUp() {
    fill();
    dashboard.connection(
        new ConnectionEvent(Host.MARKET_DATA, 0, ConnectionState.WAITING, 1, 0, ""));
    dashboard.connection(new ConnectionEvent(Host.MARKET_DATA, 0, ConnectionState.READY, 0, 0, ""));

    assertThat(dashboard.summary())
        .isEqualTo(
            "42 frames, 7 checksums verified, 0 mismatched, 6 trades, 0 own orders, 0 own fills, 1 reconnects");
  }

  private void fill() {
    dashboard.connection(new ConnectionEvent(Host.MARKET_DATA, 0, ConnectionState.READY, 0, 0, ""));
    dashboard.book(BookFrames.verified());
    dashboard.ticker(ticker());
    for (int i = 1; i <= 6; i++) {
      dashboard.trade(trade("0.0000000" + i));
    }
    dashboard.counters(new Counters(42, 0, 0, 0, 7, 0, 1));
  }

  private static Trade trade(String quantity) {
    return new Trade(
        PAIR,
        Side.SELL,
        new BigDecimal("62710.4"),
        new BigDecimal(quantity),
        TradeOrderType.MARKET,
        Instant.parse("2026-03-02T10:00:00.100001Z"),
        null);
  }

  private static Ticker ticker() {
    BigDecimal one = BigDecimal.ONE;
    return new Ticker(
        PAIR,
        one,
        one,
        one,
        one,
        new BigDecimal("62710.5"),
        new BigDecimal("100.5"),
        one,
        new BigDecimal("61000.0"),
        new BigDecimal("63000.0"),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
