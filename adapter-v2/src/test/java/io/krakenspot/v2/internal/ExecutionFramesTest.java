package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.Fee;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Liquidity;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.TriggerReference;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.Topic;
import io.krakenspot.v2.internal.Heard.UnknownFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionFramesTest {
  private static final Topic EXECUTIONS = new Topic.ExecutionTopic();
  private static final Instant TIME = Instant.parse("2026-03-02T10:03:09.442001Z");
  private static final String ORDER = "OEXAM1-AAAAA-AAAAAA";
  private static final Fill FILL =
      new Fill(
          "TEXAM1-BBBBB-BBBBBB",
          58112041L,
          ORDER,
          "mm-0302-000017",
          null,
          Pair.of("ETH/USD"),
          Side.BUY,
          OrderType.LIMIT,
          number("0.4"),
          number("3149.9"),
          number("1259.96"),
          List.of(new Fee("USD", number("1.88994"))),
          Liquidity.MAKER,
          TIME,
          number("1.88994"),
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  @Test
  void aTradeIsNewsOfItsOrderAndAFill() {
    OrderReport order =
        new OrderReport(
            OrderUpdate.Kind.TRADED,
            ORDER,
            OrderStatus.PARTIALLY_FILLED,
            OrderAttributes.builder()
                .put(OrderAttribute.CLIENT_ORDER_ID, "mm-0302-000017")
                .put(OrderAttribute.PAIR, Pair.of("ETH/USD"))
                .put(OrderAttribute.SIDE, Side.BUY)
                .put(OrderAttribute.TYPE, OrderType.LIMIT)
                .put(OrderAttribute.EXECUTED_QUANTITY, number("0.4"))
                .put(OrderAttribute.EXECUTED_COST, number("1259.96"))
                .put(OrderAttribute.AVERAGE_PRICE, number("3149.9"))
                .put(OrderAttribute.FEE_USD, number("1.88994"))
                .put(OrderAttribute.UPDATED, TIME)
                .build(),
            TIME);
    assertThat(Heard.in(Frames.EXECUTION))
        .containsExactly(
            AccountFrame.of(EXECUTIONS, false, 5, List.of(new AccountReport(order, FILL))));
  }

  @Test
  void keepsTheDigitsOfTheWire() {
    Fill fill = frame(Frames.EXECUTION).reports().get(0).fill();
    assertThat(fill.price().toPlainString()).isEqualTo("3149.90");
    assertThat(fill.quantity().toPlainString()).isEqualTo("0.40000000");
  }

  @Test
  void anOpenOrderOfASnapshot() {
    AccountReport report = frame(Frames.OPEN_ORDERS).reports().get(0);
    Instant time = Instant.parse("2026-03-02T10:01:09.442001Z");
    assertThat(report.fill()).isNull();
    assertThat(report.order())
        .isEqualTo(
            new OrderReport(
                OrderUpdate.Kind.SNAPSHOT,
                "OEXAM2-AAAAA-AAAAAA",
                OrderStatus.NEW,
                OrderAttributes.builder()
                    .put(OrderAttribute.USER_REFERENCE, 7001)
                    .put(OrderAttribute.PAIR, Pair.of("ETH/USD"))
                    .put(OrderAttribute.SIDE, Side.SELL)
                    .put(OrderAttribute.TYPE, OrderType.STOP_LOSS_LIMIT)
                    .put(OrderAttribute.QUANTITY, number("0.8"))
                    .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("2990"))
                    .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.GTC)
                    .put(OrderAttribute.EXECUTED_QUANTITY, number("0"))
                    .put(OrderAttribute.TRIGGER_REFERENCE, TriggerReference.LAST)
                    .put(OrderAttribute.TRIGGER_PRICE, OrderPrice.of("3000"))
                    .put(OrderAttribute.TRIGGERED, false)
                    .put(
                        OrderAttribute.CONDITIONAL_CLOSE,
                        new ConditionalClose(OrderType.LIMIT, null, OrderPrice.of("2900")))
                    .put(OrderAttribute.UPDATED, time)
                    .build(),
                time));
    assertThat(frame(Frames.OPEN_ORDERS).snapshot()).isTrue();
    assertThat(frame(Frames.OPEN_ORDERS).sequence()).isEqualTo(1);
  }

  @Test
  void aPastFillOfASnapshotIsNoNewsOfItsOrder() {
    AccountFrame frame =
        frame(
            Frames.EXECUTION
                .replace("update", "snapshot")
                .replace("partially_filled", "filled")
                .replace("\"sequence\":5", "\"sequence\":1"));
    assertThat(frame)
        .isEqualTo(AccountFrame.of(EXECUTIONS, true, 1, List.of(new AccountReport(null, FILL))));
  }

  @Test
  void anOpenOrderWhoseLastEventWasATradeIsStillOpen() {
    String open = Frames.OPEN_ORDERS.replace("\"exec_type\":\"new\"", "\"exec_type\":\"trade\"");
    AccountReport withoutFill = frame(open).reports().get(0);
    assertThat(withoutFill.order().kind()).isEqualTo(OrderUpdate.Kind.SNAPSHOT);
    assertThat(withoutFill.fill()).isNull();

    String both =
        Frames.EXECUTION.replace("update", "snapshot").replace("\"cum", "\"order_qty\":2,\"cum");
    AccountReport withFill = frame(both).reports().get(0);
    assertThat(withFill.order().kind()).isEqualTo(OrderUpdate.Kind.SNAPSHOT);
    assertThat(withFill.fill()).isEqualTo(FILL);
  }

  @Test
  void aSnapshotMayBeEmpty() {
    assertThat(
            Heard.in(
                "{\"channel\":\"executions\",\"type\":\"snapshot\",\"data\":[],\"sequence\":1}"))
        .containsExactly(AccountFrame.of(EXECUTIONS, true, 1, List.of()));
  }

  @Test
  void aFrameMayHaveNoSequence() {
    assertThat(frame(Frames.EXECUTION.replace(",\"sequence\":5", "")).sequence())
        .isEqualTo(AccountFrame.NO_SEQUENCE);
  }

  @Test
  void rowsKeepTheirOrder() {
    String rows = "\"exec_type\":\"new\"},{\"order_id\":\"O2\",\"exec_type\":\"filled\"";
    assertThat(frame(update(rows)).reports())
        .extracting(report -> report.order().orderId())
        .containsExactly(ORDER, "O2");
  }

  @ParameterizedTest
  @CsvSource({
    "pending_new,PENDING",
    "new,OPENED",
    "filled,FILLED",
    "canceled,CANCELED",
    "expired,EXPIRED",
    "amended,AMENDED",
    "restated,RESTATED",
    "iceberg_refill,REFILLED",
    "status,CHANGED",
    "merged,CHANGED"
  })
  void kinds(String wire, OrderUpdate.Kind kind) {
    AccountReport report = report("\"exec_type\":\"" + wire + "\"");
    assertThat(report.order().kind()).isEqualTo(kind);
    assertThat(report.order().status()).isNull();
    assertThat(report.order().timestamp()).isNull();
    assertThat(report.order().attributes()).isEqualTo(OrderAttributes.NONE);
    assertThat(report.fill()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "pending_new,PENDING",
    "new,NEW",
    "partially_filled,PARTIALLY_FILLED",
    "filled,FILLED",
    "canceled,CANCELED",
    "expired,EXPIRED",
    "merged,UNKNOWN"
  })
  void statuses(String wire, OrderStatus status) {
    assertThat(
            report("\"exec_type\":\"status\",\"order_status\":\"" + wire + "\"").order().status())
        .isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attributes")
  <T> void readsEachField(String fields, OrderAttribute<T> attribute, T value) {
    OrderAttributes attributes = report("\"exec_type\":\"status\"," + fields).order().attributes();
    assertThat(attributes).isEqualTo(OrderAttributes.builder().put(attribute, value).build());
  }

  static Stream<Arguments> attributes() {
    return Stream.of(
        Arguments.of("\"cl_ord_id\":\"mine\"", OrderAttribute.CLIENT_ORDER_ID, "mine"),
        Arguments.of("\"order_userref\":-7", OrderAttribute.USER_REFERENCE, -7),
        Arguments.of("\"symbol\":\"ETH/USD\"", OrderAttribute.PAIR, Pair.of("ETH/USD")),
        Arguments.of("\"side\":\"sell\"", OrderAttribute.SIDE, Side.SELL),
        Arguments.of("\"order_type\":\"iceberg\"", OrderAttribute.TYPE, OrderType.ICEBERG),
        Arguments.of("\"order_type\":\"swing\"", OrderAttribute.TYPE, OrderType.UNKNOWN),
        Arguments.of("\"order_qty\":1.50", OrderAttribute.QUANTITY, number("1.5")),
        Arguments.of("\"cash_order_qty\":250", OrderAttribute.CASH_QUANTITY, number("250")),
        Arguments.of("\"display_qty\":0.1", OrderAttribute.DISPLAY_QUANTITY, number("0.1")),
        Arguments.of(
            "\"display_qty_remain\":0.05", OrderAttribute.DISPLAY_REMAINING, number("0.05")),
        Arguments.of("\"limit_price\":9.50", OrderAttribute.LIMIT_PRICE, OrderPrice.of("9.5")),
        Arguments.of(
            "\"limit_price_type\":\"quote\",\"limit_price\":-3",
            OrderAttribute.LIMIT_PRICE,
            OrderPrice.away(number("-3"))),
        Arguments.of("\"time_in_force\":\"GTD\"", OrderAttribute.TIME_IN_FORCE, TimeInForce.GTD),
        Arguments.of("\"time_in_force\":\"IOC\"", OrderAttribute.TIME_IN_FORCE, TimeInForce.IOC),
        Arguments.of("\"time_in_force\":\"fok\"", OrderAttribute.TIME_IN_FORCE, TimeInForce.FOK),
        Arguments.of(
            "\"time_in_force\":\"DAY\"", OrderAttribute.TIME_IN_FORCE, TimeInForce.UNKNOWN),
        Arguments.of("\"post_only\":true", OrderAttribute.POST_ONLY, true),
        Arguments.of("\"reduce_only\":true", OrderAttribute.REDUCE_ONLY, true),
        Arguments.of("\"margin\":false", OrderAttribute.MARGIN, false),
        Arguments.of("\"no_mpp\":true", OrderAttribute.NO_PRICE_PROTECTION, true),
        Arguments.of(
            "\"fee_ccy_pref\":\"fcib\"", OrderAttribute.FEE_PREFERENCE, FeePreference.BASE),
        Arguments.of(
            "\"fee_ccy_pref\":\"fciq\"", OrderAttribute.FEE_PREFERENCE, FeePreference.QUOTE),
        Arguments.of(
            "\"effective_time\":\"2026-03-02T10:03:09.442001Z\"",
            OrderAttribute.EFFECTIVE_TIME,
            TIME),
        Arguments.of(
            "\"expire_time\":\"2026-03-02T10:03:09.442001Z\"", OrderAttribute.EXPIRE_TIME, TIME),
        Arguments.of("\"cum_qty\":0.4", OrderAttribute.EXECUTED_QUANTITY, number("0.4")),
        Arguments.of("\"cum_cost\":1259.96", OrderAttribute.EXECUTED_COST, number("1259.96")),
        Arguments.of("\"avg_price\":0.0", OrderAttribute.AVERAGE_PRICE, number("0")),
        Arguments.of("\"fee_usd_equiv\":1e-08", OrderAttribute.FEE_USD, number("0.00000001")),
        Arguments.of("\"position_status\":\"closing\"", OrderAttribute.POSITION_STATUS, "closing"),
        Arguments.of("\"amended\":true", OrderAttribute.AMENDED, true),
        Arguments.of("\"liquidated\":true", OrderAttribute.LIQUIDATED, true),
        Arguments.of("\"reason\":\"User requested\"", OrderAttribute.REASON, "User requested"),
        Arguments.of("\"ord_ref_id\":\"O0\"", OrderAttribute.PARENT_ID, "O0"),
        Arguments.of("\"sender_sub_id\":\"trader-7\"", OrderAttribute.SENDER_SUB_ID, "trader-7"),
        Arguments.of("\"ext_ord_id\":\"b9e0\"", OrderAttribute.EXTERNAL_ID, "b9e0"),
        Arguments.of("\"user\":\"AA96\"", OrderAttribute.USER, "AA96"),
        Arguments.of("\"timestamp\":\"2026-03-02T10:03:09.442001Z\"", OrderAttribute.UPDATED, TIME),
        Arguments.of(
            triggers("\"price\":-2.5,\"price_type\":\"pct\""),
            OrderAttribute.TRIGGER_PRICE,
            OrderPrice.percentAway(number("-2.5"))),
        Arguments.of(
            triggers("\"reference\":\"index\""),
            OrderAttribute.TRIGGER_REFERENCE,
            TriggerReference.INDEX),
        Arguments.of(
            triggers("\"actual_price\":2999.5"),
            OrderAttribute.TRIGGER_ACTUAL_PRICE,
            number("2999.5")),
        Arguments.of(
            triggers("\"peak_price\":3100"), OrderAttribute.TRIGGER_PEAK_PRICE, number("3100")),
        Arguments.of(
            triggers("\"last_price\":2998"), OrderAttribute.TRIGGER_LAST_PRICE, number("2998")),
        Arguments.of(triggers("\"status\":\"triggered\""), OrderAttribute.TRIGGERED, true),
        Arguments.of(triggers("\"status\":\"untriggered\""), OrderAttribute.TRIGGERED, false),
        Arguments.of(
            triggers("\"timestamp\":\"2026-03-02T10:03:09.442001Z\""),
            OrderAttribute.TRIGGERED_AT,
            TIME),
        Arguments.of(
            "\"contingent\":{\"order_type\":\"take-profit-limit\",\"trigger_price\":5,"
                + "\"trigger_price_type\":\"pct\",\"limit_price\":4.5,"
                + "\"limit_price_type\":\"quote\"}",
            OrderAttribute.CONDITIONAL_CLOSE,
            new ConditionalClose(
                OrderType.TAKE_PROFIT_LIMIT,
                OrderPrice.percentAway(number("5")),
                OrderPrice.away(number("4.5")))),
        Arguments.of(
            "\"contingent\":{\"order_type\":\"stop-loss\",\"trigger_price\":5,\"limit_price\":0.0}",
            OrderAttribute.CONDITIONAL_CLOSE,
            new ConditionalClose(OrderType.STOP_LOSS, OrderPrice.of("5"), null)),
        Arguments.of("\"cancel_reason\":\"Why not\"", OrderAttribute.REASON, "Why not"),
        Arguments.of("\"stop_price\":3000.0", OrderAttribute.TRIGGER_PRICE, OrderPrice.of("3000")),
        Arguments.of(
            "\"trigger\":\"last\"", OrderAttribute.TRIGGER_REFERENCE, TriggerReference.LAST),
        Arguments.of(
            "\"triggered_price\":2998.1", OrderAttribute.TRIGGER_LAST_PRICE, number("2998.1")));
  }

  private static String triggers(String fields) {
    return "\"triggers\":{" + fields + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"order_userref\":0",
        "\"cl_ord_id\":\"\"",
        "\"reason\":null",
        "\"stop_price\":0.00",
        "\"triggered_price\":0.0",
        "\"trigger\":\"moon\"",
        "\"fee_ccy_pref\":\"fcix\"",
        "\"limit_price_type\":\"static\"",
        "\"limit_price\":5,\"limit_price_type\":\"ticks\"",
        "\"triggers\":{\"price\":5,\"price_type\":\"ticks\"}",
        "\"triggers\":{\"status\":\"waiting\",\"reference\":\"moon\"}",
        "\"contingent\":{\"order_type\":\"swing\",\"limit_price\":5}",
        "\"contingent\":{\"order_type\":\"limit\"}",
        "\"contingent\":{}"
      })
  void whatSaysNothingIsAbsent(String fields) {
    assertThat(report("\"exec_type\":\"status\"," + fields).order().attributes())
        .isEqualTo(OrderAttributes.NONE);
  }

  @Test
  void deprecatedFieldsYieldToTheNewOnesInAnyOrder() {
    String old =
        "\"cancel_reason\":\"old\",\"stop_price\":1,\"trigger\":\"last\",\"triggered_price\":1";
    String current =
        "\"reason\":\"new\",\"triggers\":{\"price\":2,\"reference\":\"index\",\"last_price\":2}";
    OrderAttributes expected =
        OrderAttributes.builder()
            .put(OrderAttribute.REASON, "new")
            .put(OrderAttribute.TRIGGER_PRICE, OrderPrice.of("2"))
            .put(OrderAttribute.TRIGGER_REFERENCE, TriggerReference.INDEX)
            .put(OrderAttribute.TRIGGER_LAST_PRICE, number("2"))
            .build();
    String start = "\"exec_type\":\"status\",";
    assertThat(report(start + old + "," + current).order().attributes()).isEqualTo(expected);
    assertThat(report(start + current + "," + old).order().attributes()).isEqualTo(expected);
  }

  @Test
  void aNewOrderIsOpenedWhenItIsPending() {
    String time = ",\"timestamp\":\"2026-03-02T10:03:09.442001Z\"";
    assertThat(report("\"exec_type\":\"pending_new\"" + time).order().attributes())
        .isEqualTo(
            OrderAttributes.builder()
                .put(OrderAttribute.OPENED, TIME)
                .put(OrderAttribute.UPDATED, TIME)
                .build());
  }

  @Test
  void aFillTakesAllThatTheRowSays() {
    String more =
        "\"order_userref\":5,\"margin\":true,\"margin_borrow\":false,\"liquidated\":true,"
            + "\"ext_exec_id\":\"5d3c\",\"user\":\"AA96\",\"liquidity_ind\":\"t\",\"cum_qty\"";
    Fill fill =
        frame(Frames.EXECUTION.replace("\"liquidity_ind\":\"m\",", "").replace("\"cum_qty\"", more))
            .reports()
            .get(0)
            .fill();
    assertThat(fill)
        .isEqualTo(
            new Fill(
                FILL.id(),
                FILL.tradeId(),
                FILL.orderId(),
                FILL.clientOrderId(),
                5,
                FILL.pair(),
                FILL.side(),
                FILL.orderType(),
                FILL.quantity(),
                FILL.price(),
                FILL.cost(),
                FILL.fees(),
                Liquidity.TAKER,
                TIME,
                FILL.feeUsd(),
                true,
                null,
                false,
                null,
                true,
                "5d3c",
                "AA96"));
  }

  @Test
  void aFillMayLackSomeOfIt() {
    Fill fill =
        frame(
                Frames.EXECUTION
                    .replace("\"trade_id\":58112041,", "")
                    .replace("\"fee_usd_equiv\":1.88994,", "")
                    .replace("\"liquidity_ind\":\"m\"", "\"liquidity_ind\":\"x\"")
                    .replace(",\"fees\":[{\"asset\":\"USD\",\"qty\":1.88994}]", ""))
            .reports()
            .get(0)
            .fill();
    assertThat(fill.tradeId()).isNull();
    assertThat(fill.feeUsd()).isNull();
    assertThat(fill.fees()).isEmpty();
    assertThat(fill.liquidity()).isEqualTo(Liquidity.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"12,12", "12.50,12.50", "'\"7\"',7"})
  void readsTheRateCounter(String wire, BigDecimal count) {
    AccountFrame frame = frame(update("\"exec_type\":\"new\",\"ratecount\":" + wire));
    assertThat(frame.rateCounts()).isEqualTo(Map.of(ORDER, count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"now\":[1]}", "[1]", "true", "null", "\"many\""})
  void aRateCounterOfAnotherShapeIsPassedOver(String wire) {
    AccountFrame frame = frame(update("\"exec_type\":\"new\",\"ratecount\":" + wire));
    assertThat(frame.rateCounts()).isEmpty();
    assertThat(frame.reports()).hasSize(1);
  }

  @Test
  void countsUnknownFieldsAtEveryLevel() {
    List<Object> facts =
        Heard.in(
            Frames.OPEN_ORDERS
                .replace("\"sequence\":1", "\"sequence\":1,\"new1\":{}")
                .replace("\"order_userref\"", "\"new2\":[1],\"order_userref\"")
                .replace("\"reference\"", "\"new3\":1,\"reference\"")
                .replace("\"limit_price\":2900.00", "\"new4\":1,\"limit_price\":2900.00"));
    assertThat(facts).containsExactly(frame(Frames.OPEN_ORDERS), new UnknownFields(4));
  }

  @ParameterizedTest
  @CsvSource({
    "order_id",
    "exec_id",
    "symbol",
    "side",
    "order_type",
    "last_qty",
    "last_price",
    "cost",
    "timestamp",
    "exec_type"
  })
  void aTradeCannotDoWithout(String name) {
    String frame = Frames.EXECUTION.replaceFirst("\"" + name + "\"", "\"_\"");
    assertMalformed(frame, name + " is missing");
  }

  @Test
  void aPastFillCannotDoWithoutItsId() {
    assertMalformed(
        Frames.EXECUTION.replace("update", "snapshot").replace("exec_id", "_"),
        "exec_id is missing");
  }

  @Test
  void refusesValuesThatMakeNoSense() {
    assertMalformed(update("\"exec_type\":\"new\",\"side\":\"both\""), "expected buy or sell");
    assertMalformed(update("\"exec_type\":\"new\",\"order_qty\":\"many\""), "order_qty: ");
    assertMalformed(update("\"exec_type\":\"new\",\"order_userref\":4294967297"), "32 bits");
    assertMalformed(update("\"exec_type\":\"new\",\"post_only\":1"), "expected true or false");
    assertMalformed(update("\"exec_type\":\"new\",\"fees\":{}"), "expected an array");
    assertMalformed(Frames.EXECUTION.replace("\"asset\":\"USD\",", ""), "asset is missing");
    assertMalformed(Frames.EXECUTION.replace("\"sequence\":5", "\"sequence\":1.5"), "sequence");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order_id", "exec_id"})
  void aBlankIdIsNone(String name) {
    String blank = Frames.EXECUTION.replaceFirst(name + "\":\"[^\"]*", name + "\":\" ");
    assertMalformed(blank, name + " is missing");
  }

  private static void assertMalformed(String frame, String why) {
    assertThatThrownBy(() -> Heard.in(frame))
        .isInstanceOfSatisfying(
            MalformedFrameException.class,
            failure -> assertThat(failure.channel()).isEqualTo("executions"))
        .hasMessageContaining(why);
  }

  private static AccountReport report(String fields) {
    AccountFrame frame = frame(update(fields));
    assertThat(frame.reports()).hasSize(1);
    return frame.reports().get(0);
  }

  private static AccountFrame frame(String text) {
    return (AccountFrame) Heard.in(text).get(0);
  }

  private static String update(String fields) {
    return "{\"channel\":\"executions\",\"type\":\"update\",\"data\":[{\"order_id\":\""
        + ORDER
        + "\","
        + fields
        + "}],\"sequence\":2}";
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
