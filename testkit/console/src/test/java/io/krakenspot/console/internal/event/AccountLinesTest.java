package io.krakenspot.console.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.account.Wallet;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fee;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Latency;
import io.krakenspot.order.Liquidity;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.port.Command;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Orders, fills, balances and fates, for programs and for people. */
class AccountLinesTest {
  private static final String ID = "OQCLML-BW3P3-BUCMWZ";
  private static final OrderKey MINE = OrderKey.clientId("mine-1");
  private static final Instant TIME = Instant.parse("2026-03-02T10:00:01.000001Z");

  private final EventFormat json = new JsonEvents();
  private final EventFormat plain = new PlainEvents();

  @Test
  void writeAnOrderByTheNamesOfItsAttributes() {
    OrderUpdate update =
        new OrderUpdate(
            OrderUpdate.Kind.TRADED,
            new Order(
                ID,
                OrderStatus.PARTIALLY_FILLED,
                OrderAttributes.builder()
                    .put(OrderAttribute.PAIR, Pair.of("BTC/USD"))
                    .put(OrderAttribute.SIDE, Side.SELL)
                    .put(OrderAttribute.TYPE, OrderType.STOP_LOSS_LIMIT)
                    .put(OrderAttribute.QUANTITY, number("0.50"))
                    .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("60000.10"))
                    .put(OrderAttribute.TRIGGER_PRICE, OrderPrice.percentAway(number("-2")))
                    .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.GTC)
                    .put(OrderAttribute.EXECUTED_QUANTITY, number("0.1"))
                    .put(OrderAttribute.AVERAGE_PRICE, number("60000.5"))
                    .put(
                        OrderAttribute.CONDITIONAL_CLOSE,
                        new ConditionalClose(OrderType.LIMIT, null, OrderPrice.of("70000")))
                    .build()));

    assertThat(json.order(update))
        .isEqualTo(
            """
            {"event":"order","kind":"traded","orderId":"OQCLML-BW3P3-BUCMWZ",\
            "status":"partially_filled","pair":"BTC/USD","side":"sell",\
            "order_type":"stop_loss_limit","quantity":0.50,"limit_price":60000.10,\
            "time_in_force":"gtc","executed_quantity":0.1,"average_price":60000.5,\
            "conditional_close":{"orderType":"limit","limit":70000},"trigger_price":"-2%"}""");
    assertThat(plain.order(update))
        .isEqualTo(
            "order   BTC/USD    traded  sell 0.50 stop-loss-limit from -2% at 60000.10"
                + "  executed 0.1 at 60000.5  OQCLML-BW3P3-BUCMWZ");
  }

  @Test
  void writeAFill() {
    Fill fill =
        new Fill(
            "TQCLML-BW3P3-BUCMWZ",
            4711L,
            ID,
            "mine-1",
            null,
            Pair.of("BTC/USD"),
            Side.BUY,
            OrderType.MARKET,
            number("0.01"),
            number("60000.0"),
            number("600.00"),
            List.of(new Fee("USD", number("2.40"))),
            Liquidity.TAKER,
            TIME,
            number("2.4"),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(json.fill(fill, true))
        .isEqualTo(
            """
            {"event":"fill","id":"TQCLML-BW3P3-BUCMWZ","tradeId":4711,\
            "orderId":"OQCLML-BW3P3-BUCMWZ","clientOrderId":"mine-1","pair":"BTC/USD",\
            "side":"buy","orderType":"market","quantity":0.01,"price":60000.0,"cost":600.00,\
            "fees":[{"asset":"USD","quantity":2.40}],"liquidity":"taker",\
            "timestamp":"2026-03-02T10:00:01.000001Z","feeUsd":2.4,"snapshot":true}""");
    assertThat(plain.fill(fill, false))
        .isEqualTo(
            "fill    BTC/USD    buy 0.01 at 60000.0  fee 2.40 USD  OQCLML-BW3P3-BUCMWZ"
                + "  2026-03-02T10:00:01.000001Z");
  }

  @Test
  void writeBalancesAndTheirChanges() {
    BalanceEvent all =
        new BalanceEvent.Snapshot(
            List.of(
                new Balance(
                    "BTC",
                    "currency",
                    number("1.20"),
                    List.of(new Wallet("spot", "main", number("1.20"))))));
    BalanceEvent change =
        new BalanceEvent.Change(
            new LedgerEntry(
                "LAAAAA-AAAAA-AAAAAA",
                "TQCLML-BW3P3-BUCMWZ",
                "BTC",
                "currency",
                number("-0.01"),
                number("0.0001"),
                number("1.1899"),
                "trade",
                null,
                "trade",
                "spot",
                "main",
                TIME,
                null));

    assertThat(json.balances(all))
        .containsExactly(
            """
            {"event":"balance","asset":"BTC","assetClass":"currency","total":1.20,\
            "wallets":[{"type":"spot","id":"main","balance":1.20}]}""");
    assertThat(json.balances(change))
        .containsExactly(
            """
            {"event":"ledger","id":"LAAAAA-AAAAA-AAAAAA","referenceId":"TQCLML-BW3P3-BUCMWZ",\
            "asset":"BTC","assetClass":"currency","amount":-0.01,"fee":0.0001,"total":1.1899,\
            "type":"trade","category":"trade","walletType":"spot","walletId":"main",\
            "timestamp":"2026-03-02T10:00:01.000001Z"}""");
    assertThat(plain.balances(all)).containsExactly("balance BTC        1.20");
    assertThat(plain.balances(change))
        .containsExactly("ledger  BTC        -0.01 trade  fee 0.0001  total 1.1899");
  }

  @Test
  void writeAFateOfEachKind() {
    Latency latency = new Latency(Duration.ofMillis(8), Duration.ofNanos(412_000));
    Fate<Placed> accepted =
        new Fate.Accepted<>(new Placed(ID, "mine-1", null, null), List.of("careful"), latency);
    Fate<Placed> rejected = new Fate.Rejected<>(Rejection.of("EOrder:Insufficient funds"), latency);
    Fate<Placed> notSent = new Fate.NotSent<>(Fate.NotSent.Reason.NO_CONNECTION, "no link");
    Fate<Placed> unknown = new Fate.Unknown<>("no answer", new CompletableFuture<>());

    assertThat(json.fate(place(accepted, false)))
        .isEqualTo(
            """
            {"event":"fate","command":"place","fate":"accepted","clientOrderId":"mine-1",\
            "orderId":"OQCLML-BW3P3-BUCMWZ","warnings":["careful"],"totalMicros":8000,\
            "exchangeMicros":412}""");
    assertThat(json.fate(place(rejected, true)))
        .isEqualTo(
            """
            {"event":"fate","command":"place","fate":"rejected","settled":true,\
            "clientOrderId":"mine-1","reason":"insufficient_funds",\
            "detail":"EOrder:Insufficient funds","totalMicros":8000,"exchangeMicros":412}""");
    assertThat(json.fate(place(notSent, false)))
        .contains("\"fate\":\"not_sent\"", "\"reason\":\"no_connection\",\"detail\":\"no link\"");
    assertThat(json.fate(place(unknown, false)))
        .contains("\"fate\":\"unknown\"", "\"detail\":\"no answer\"");
    assertThat(plain.fate(place(accepted, false)))
        .isEqualTo(
            "fate    place      accepted  OQCLML-BW3P3-BUCMWZ  warning: careful  8.0 ms"
                + "  client id mine-1");
    assertThat(plain.fate(place(unknown, false)))
        .isEqualTo("fate    place      unknown: no answer  client id mine-1");
    assertThat(plain.fate(place(notSent, true)))
        .isEqualTo("fate    place      settled: not sent: no link  client id mine-1");
  }

  @Test
  void hideTokensInFramesThatAreShownAsTheyAre() {
    String frame = "{\"method\":\"x\",\"params\":{\"token\" : \"do-not-show\"}}";

    assertThat(json.unrecognised("x", frame)).contains("hidden").doesNotContain("do-not-show");
    assertThat(plain.unrecognised("x", frame)).contains("hidden").doesNotContain("do-not-show");
  }

  private static Outcome place(Fate<Placed> fate, boolean settled) {
    return new Outcome(Command.Kind.PLACE, MINE, fate, settled);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
