package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate.Kind;
import io.krakenspot.order.PriceType;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.Topic;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenOrdersFramesTest {
  private static final String ID = "OAAAAA-BBBBB-CCCCC1";
  private static final String SUBSCRIBED = acknowledged("subscribed");
  private static final String ACCEPTED =
      """
      {"avg_price":"0.00000","cost":"0.00000","descr":{"close":null,"leverage":null,\
      "order":"buy 0.01000000 XBT/USD @ limit 30120.50000","ordertype":"limit",\
      "pair":"XBT/USD","price":"30120.50000","price2":"0.00000","type":"buy"},"expiretm":null,\
      "fee":"0.00000","limitprice":"0.00000","misc":"","oflags":"fciq",\
      "opentm":"1714550010.000001","refid":null,"starttm":null,"status":"pending",\
      "stopprice":"0.00000","timeinforce":"GTC","userref":0,"vol":"0.01000000",\
      "vol_exec":"0.00000000"}""";

  private final V1Codec codec = new V1Codec();

  @Test
  void anEmptySnapshotComesFirst() {
    AccountFrame frame = account("[[],\"openOrders\",{\"sequence\":1}]");
    assertThat(frame)
        .isEqualTo(new AccountFrame(new Topic.OrderTopic(), true, 1, List.of(), Map.of()));
  }

  @Test
  void ordersOfASnapshotAreOpenAlready() {
    AccountFrame frame = account(frame(1, ACCEPTED.replace("pending", "open")));
    assertThat(frame.snapshot()).isTrue();
    OrderReport report = frame.reports().get(0).order();
    assertThat(report.kind()).isEqualTo(Kind.SNAPSHOT);
    assertThat(report.status()).isEqualTo(OrderStatus.NEW);
    assertThat(report.timestamp()).isNull();
    assertThat(report.attributes()).isEqualTo(accepted());
  }

  @Test
  void theLifeOfAnOrder() {
    account("[[],\"openOrders\",{\"sequence\":1}]");
    assertThat(report(frame(2, ACCEPTED)))
        .isEqualTo(
            new OrderReport(
                Kind.PENDING,
                ID,
                OrderStatus.PENDING,
                accepted(),
                Instant.parse("2024-05-01T07:53:30.000001Z")));
    assertThat(report(frame(3, "{\"status\":\"open\",\"userref\":0}")))
        .isEqualTo(new OrderReport(Kind.OPENED, ID, OrderStatus.NEW, OrderAttributes.NONE, null));
    assertThat(
            report(
                frame(
                    4,
                    """
                    {"vol_exec":"0.00400000","cost":"120.48200","fee":"0.19277",\
                    "avg_price":"30120.50000","userref":0}""")))
        .isEqualTo(
            new OrderReport(Kind.TRADED, ID, OrderStatus.PARTIALLY_FILLED, traded().build(), null));
    Instant end = Instant.parse("2024-05-01T07:53:40.000002Z");
    assertThat(
            report(
                frame(
                    5,
                    """
                    {"lastupdated":"1714550020.000002","status":"canceled",\
                    "vol_exec":"0.00400000","cost":"120.48200","fee":"0.19277",\
                    "avg_price":"30120.50000","userref":0,"cancel_reason":"User requested"}""")))
        .isEqualTo(
            new OrderReport(
                Kind.CANCELED,
                ID,
                OrderStatus.CANCELED,
                traded()
                    .put(OrderAttribute.UPDATED, end)
                    .put(OrderAttribute.REASON, "User requested")
                    .build(),
                end));
  }

  @ParameterizedTest
  @CsvSource({"closed,FILLED,FILLED", "expired,EXPIRED,EXPIRED", "canceled,CANCELED,CANCELED"})
  void otherEndsOfAnOrder(String status, Kind kind, OrderStatus orderStatus) {
    OrderReport report =
        update("{\"lastupdated\":\"1714550020.5\",\"status\":\"" + status + "\",\"userref\":0}");
    assertThat(report.kind()).isEqualTo(kind);
    assertThat(report.status()).isEqualTo(orderStatus);
    assertThat(report.timestamp()).isEqualTo(Instant.ofEpochSecond(1714550020, 500_000_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "null",
      value = {
        "{\"amended\":true,\"amend_reason\":\"User requested\",\"vol\":\"2\"};AMENDED;null",
        "{\"amended\":true,\"vol\":\"2\",\"userref\":0};AMENDED;null",
        "{\"amended\":true,\"amend_reason\":\"x\",\"status\":\"open\"};AMENDED;NEW",
        "{\"amend_reason\":\"User requested\",\"vol_exec\":\"0.5\"};AMENDED;PARTIALLY_FILLED",
        "{\"amended\":false,\"amend_reason\":\"Split\"};RESTATED;null",
        "{\"amended\":false,\"userref\":0};CHANGED;null",
        "{\"vol_exec\":\"0.00000000\",\"userref\":0};CHANGED;null",
        "{\"misc\":\"stopped\",\"stopprice\":\"29500.00000\"};CHANGED;null",
        "{\"display_volume_remain\":\"0.1\"};CHANGED;null",
        "{\"status\":\"frozen\"};CHANGED;UNKNOWN",
        "{\"status\":\"open\",\"misc\":\"partial\"};OPENED;PARTIALLY_FILLED",
        "{\"status\":\"open\",\"vol_exec\":\"0.1\"};OPENED;PARTIALLY_FILLED",
        "{};CHANGED;null"
      })
  void whatHappenedFollowsFromWhatChanged(String item, Kind kind, OrderStatus status) {
    OrderReport report = update(item);
    assertThat(report.kind()).isEqualTo(kind);
    assertThat(report.status()).isEqualTo(status);
  }

  @Test
  void aStopThatWasTripped() {
    OrderReport report =
        update(
            """
            {"misc":"stopped,liquidation","stopprice":"29500.00000","limitprice":"29450.00000",\
            "userref":7}""");
    assertThat(report.attributes())
        .isEqualTo(
            OrderAttributes.builder()
                .put(OrderAttribute.USER_REFERENCE, 7)
                .put(OrderAttribute.TRIGGER_ACTUAL_PRICE, new BigDecimal("29500"))
                .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("29450"))
                .put(OrderAttribute.REMARKS, "stopped,liquidation")
                .put(OrderAttribute.TRIGGERED, true)
                .put(OrderAttribute.LIQUIDATED, true)
                .build());
  }

  @Test
  void allThatAnOrderMayCarry() {
    OrderAttributes attributes =
        update(
                """
                {"refid":"OPARNT-AAAAA-AAAAAA","cl_ord_id":"mm-17","ext_ord_id":"5b2f-ext",\
                "sender_sub_id":"trader 7","status":"open","opentm":"1714550010.000001",\
                "lastupdated":"1714550011","starttm":"1714550100.000000",\
                "expiretm":"1714553600.000000","display_volume":"0.10000000",\
                "display_volume_remain":"0.04000000","vol":"1.50000000","oflags":"post,fcib,nompp",\
                "timeinforce":"GTD","misc":"touched","amended":true,"margin":true,\
                "stopprice":"29501.00000","cancel_reason":null,"amend_reason":"",\
                "contingent":{"ordertype":"stop-loss-limit","price":"-5%","price2":"28000.00000",\
                "oflags":""},"descr":{"pair":"XDG/XBT","position":"TPOSIT-AAAAA-AAAAAA",\
                "type":"sell","ordertype":"take-profit-limit","price":"+2%",\
                "price2":"29450.00000","leverage":"5:1","margin":true,"order":"sell it",\
                "close":"close it"}}""")
            .attributes();
    assertThat(attributes)
        .isEqualTo(
            OrderAttributes.builder()
                .put(OrderAttribute.PARENT_ID, "OPARNT-AAAAA-AAAAAA")
                .put(OrderAttribute.CLIENT_ORDER_ID, "mm-17")
                .put(OrderAttribute.EXTERNAL_ID, "5b2f-ext")
                .put(OrderAttribute.SENDER_SUB_ID, "trader 7")
                .put(OrderAttribute.OPENED, Instant.parse("2024-05-01T07:53:30.000001Z"))
                .put(OrderAttribute.UPDATED, Instant.ofEpochSecond(1714550011))
                .put(OrderAttribute.EFFECTIVE_TIME, Instant.ofEpochSecond(1714550100))
                .put(OrderAttribute.EXPIRE_TIME, Instant.ofEpochSecond(1714553600))
                .put(OrderAttribute.DISPLAY_QUANTITY, new BigDecimal("0.1"))
                .put(OrderAttribute.DISPLAY_REMAINING, new BigDecimal("0.04"))
                .put(OrderAttribute.QUANTITY, new BigDecimal("1.5"))
                .put(OrderAttribute.POST_ONLY, true)
                .put(OrderAttribute.FEE_PREFERENCE, FeePreference.BASE)
                .put(OrderAttribute.NO_PRICE_PROTECTION, true)
                .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.GTD)
                .put(OrderAttribute.REMARKS, "touched")
                .put(OrderAttribute.TRIGGERED, true)
                .put(OrderAttribute.AMENDED, true)
                .put(OrderAttribute.MARGIN, true)
                .put(OrderAttribute.TRIGGER_ACTUAL_PRICE, new BigDecimal("29501"))
                .put(
                    OrderAttribute.CONDITIONAL_CLOSE,
                    new ConditionalClose(
                        OrderType.STOP_LOSS_LIMIT,
                        OrderPrice.percentAway(new BigDecimal("-5")),
                        OrderPrice.of("28000")))
                .put(OrderAttribute.PAIR, Pair.of("DOGE/BTC"))
                .put(OrderAttribute.POSITION_ID, "TPOSIT-AAAAA-AAAAAA")
                .put(OrderAttribute.SIDE, Side.SELL)
                .put(OrderAttribute.TYPE, OrderType.TAKE_PROFIT_LIMIT)
                .put(OrderAttribute.TRIGGER_PRICE, OrderPrice.percentAway(new BigDecimal("2")))
                .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("29450"))
                .put(OrderAttribute.LEVERAGE, "5:1")
                .put(OrderAttribute.DESCRIPTION, "sell it")
                .put(OrderAttribute.CLOSE_DESCRIPTION, "close it")
                .build());
  }

  @Test
  void digitsAreKept() {
    OrderAttributes attributes =
        update("{\"vol\":\"0.01000000\",\"fee\":\"0.19270\"}").attributes();
    assertThat(attributes.get(OrderAttribute.QUANTITY)).hasToString("0.01000000");
    assertThat(attributes.get(OrderAttribute.FEE)).hasToString("0.19270");
  }

  @Test
  void aVolumeInQuoteCurrencyIsCash() {
    assertThat(update("{\"vol\":\"100.00000000\",\"oflags\":\"fciq,viqc\"}").attributes())
        .isEqualTo(
            OrderAttributes.builder()
                .put(OrderAttribute.CASH_QUANTITY, new BigDecimal("100"))
                .put(OrderAttribute.FEE_PREFERENCE, FeePreference.QUOTE)
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"starttm\":\"0.000000\",\"expiretm\":\"0.000000\",\"opentm\":\"0\"}",
        "{\"starttm\":null,\"expiretm\":null,\"refid\":null,\"userref\":null,\"contingent\":null}",
        "{\"stopprice\":\"0.00000\",\"limitprice\":\"0.00000\",\"display_volume\":\"0.00000000\"}",
        "{\"misc\":\"\",\"oflags\":\"\",\"refid\":\"\",\"cl_ord_id\":\"\",\"userref\":0}",
        "{\"vol\":null,\"fee\":\"\",\"margin\":null,\"timeinforce\":\"\",\"descr\":null}",
        "{\"descr\":{\"close\":\"\",\"leverage\":\"\",\"position\":\"\",\"pair\":null}}",
        "{\"contingent\":{}}",
        "{\"contingent\":{\"ordertype\":\"peg\",\"price\":\"1\"}}",
        "{\"contingent\":{\"ordertype\":\"market\",\"price\":\"1\"}}",
        "{\"contingent\":{\"ordertype\":\"iceberg\",\"price\":\"1\"}}",
        "{\"contingent\":{\"ordertype\":\"stop-loss\",\"price\":\"0.00000\"}}"
      })
  void whatIsNullEmptyOrZeroIsNotThere(String item) {
    assertThat(update(item).attributes()).isEqualTo(OrderAttributes.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "limit,30000.0,0.00000,null,30000.0",
        "market,0.00000,0.00000,null,null",
        "stop-loss,29500,0.00000,29500,null",
        "stop-loss-limit,29500,29450,29500,29450",
        "take-profit,-150,0.00000,-150,null",
        "trailing-stop,+1.5%,0.00000,+1.5%,null",
        "trailing-stop-limit,+100,+0,+100,+0",
        "trailing-stop-limit,#100,-10%,null,-10%",
        "settle-position,0.00000,0.00000,null,null"
      })
  void theTypeSaysWhichPriceIsWhich(
      String type, String price, String price2, String trigger, String limit) {
    OrderAttributes attributes =
        update(
                """
                {"descr":{"price":"%s","price2":"%s","ordertype":"%s"}}"""
                    .formatted(price, price2, type))
            .attributes();
    assertThat(attributes.get(OrderAttribute.TYPE)).isEqualTo(OrderType.of(type));
    assertThat(text(attributes.get(OrderAttribute.TRIGGER_PRICE))).isEqualTo(trigger);
    assertThat(text(attributes.get(OrderAttribute.LIMIT_PRICE))).isEqualTo(limit);
  }

  @Test
  void distancesAreToldFromPrices() throws Exception {
    assertThat(WirePrice.of("+2%").type()).isEqualTo(PriceType.PERCENT);
    assertThat(WirePrice.of("2%").type()).isEqualTo(PriceType.PERCENT);
    assertThat(WirePrice.of("-150").type()).isEqualTo(PriceType.QUOTE);
    assertThat(WirePrice.of("150").type()).isEqualTo(PriceType.STATIC);
  }

  @Test
  void valuesThatAreNewAreUnknown() {
    OrderAttributes attributes =
        update("{\"timeinforce\":\"GTX\",\"descr\":{\"ordertype\":\"peg\",\"type\":\"borrow\"}}")
            .attributes();
    assertThat(attributes)
        .isEqualTo(
            OrderAttributes.builder()
                .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.UNKNOWN)
                .put(OrderAttribute.TYPE, OrderType.UNKNOWN)
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "\"31\""})
  void rateCountsAreNumbersOrTexts(String count) {
    account(frame(1, "{}"));
    AccountFrame frame = account(frame(2, "{\"status\":\"open\",\"ratecount\":" + count + "}"));
    assertThat(frame.rateCounts()).isEqualTo(Map.of(ID, new BigDecimal("31")));
  }

  @Test
  void severalOrdersInOneFrameAndInOneItem() {
    AccountFrame frame =
        account(
            """
            [[{"O1":{"status":"open"},"O2":{"status":"open"}},{},{"O1":{"status":"closed"}}],\
            "openOrders",{"sequence":1}]""");
    assertThat(frame.reports())
        .extracting(report -> report.order().orderId())
        .containsExactly("O1", "O2", "O1");
  }

  @Test
  void theSnapshotAfterSubscribingAgainIsOne() {
    assertThat(snapshots(frame(1, "{}"), frame(2, "{}"))).containsExactly(true, false);
    Recorder.decode(codec, acknowledged("unsubscribed"));
    Recorder.decode(codec, SUBSCRIBED);
    assertThat(snapshots(frame(1, "{}"), frame(2, "{}"))).containsExactly(true, false);
    Recorder.decode(codec, acknowledged("unsubscribed"));
    assertThat(snapshots(frame(3, "{}"), frame(4, "{}"))).containsExactly(true, false);
    Recorder.decode(codec, SUBSCRIBED);
    assertThat(snapshots(frame(1, "{}"), frame(2, "{}"))).containsExactly(true, false);
  }

  @Test
  void aLateAnswerToTheSubscriptionMakesNoSecondSnapshot() {
    assertThat(snapshots(frame(1, "{}"))).containsExactly(true);
    Recorder.decode(codec, SUBSCRIBED);
    assertThat(snapshots(frame(2, "{}"), frame(3, "{}"))).containsExactly(false, false);
  }

  @Test
  void aMalformedSnapshotLeavesThePlaceToTheNextFrame() {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> Recorder.decode(codec, frame(1, "{\"vol\":\"x\"}")));
    assertThat(snapshots(frame(1, "{}"))).containsExactly(true);
  }

  @Test
  void aFrameWithoutASequenceNumberIsRead() {
    assertThat(account("[[],\"openOrders\"]").sequence()).isEqualTo(AccountFrame.NO_SEQUENCE);
    assertThat(account("[[],\"openOrders\",{\"sequence\":null}]").sequence())
        .isEqualTo(AccountFrame.NO_SEQUENCE);
  }

  @Test
  void unknownFieldsAreCounted() {
    assertThat(
            Recorder.decode(
                codec,
                """
                [[{"O":{"new":{"a":[1]},"descr":{"more":1},"contingent":{"x":1}}}],"openOrders",\
                {"sequence":1,"y":2}]"""))
        .hasSize(2)
        .last()
        .isEqualTo(new UnknownFields(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{\"vol\":\"x\"}",
        "{\"vol\":[]}",
        "{\"status\":{}}",
        "{\"userref\":\"x\"}",
        "{\"opentm\":\"-1\"}",
        "{\"descr\":[]}",
        "{\"descr\":{\"pair\":\"XBTUSD\"}}",
        "{\"descr\":{\"ordertype\":\"limit\",\"price\":\"+\"}}",
        "{\"contingent\":7}"
      })
  void itemsThatMakeNoSenseAreMalformed(String item) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> Recorder.decode(codec, frame(1, item)))
        .withMessageStartingWith("orders: ")
        .matches(e -> "orders".equals(e.channel()) && e.symbol() == null);
  }

  private static OrderAttributes accepted() {
    return OrderAttributes.builder()
        .put(OrderAttribute.PAIR, Pair.of("BTC/USD"))
        .put(OrderAttribute.SIDE, Side.BUY)
        .put(OrderAttribute.TYPE, OrderType.LIMIT)
        .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("30120.50000"))
        .put(OrderAttribute.DESCRIPTION, "buy 0.01000000 XBT/USD @ limit 30120.50000")
        .put(OrderAttribute.QUANTITY, new BigDecimal("0.01"))
        .put(OrderAttribute.EXECUTED_QUANTITY, BigDecimal.ZERO)
        .put(OrderAttribute.EXECUTED_COST, BigDecimal.ZERO)
        .put(OrderAttribute.FEE, BigDecimal.ZERO)
        .put(OrderAttribute.AVERAGE_PRICE, BigDecimal.ZERO)
        .put(OrderAttribute.FEE_PREFERENCE, FeePreference.QUOTE)
        .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.GTC)
        .put(OrderAttribute.OPENED, Instant.parse("2024-05-01T07:53:30.000001Z"))
        .build();
  }

  private static OrderAttributes.Builder traded() {
    return OrderAttributes.builder()
        .put(OrderAttribute.EXECUTED_QUANTITY, new BigDecimal("0.004"))
        .put(OrderAttribute.EXECUTED_COST, new BigDecimal("120.482"))
        .put(OrderAttribute.FEE, new BigDecimal("0.19277"))
        .put(OrderAttribute.AVERAGE_PRICE, new BigDecimal("30120.5"));
  }

  /** The report of an item that comes after the snapshot. */
  private OrderReport update(String item) {
    account("[[],\"openOrders\",{\"sequence\":1}]");
    return report(frame(2, item));
  }

  private OrderReport report(String frame) {
    AccountFrame account = account(frame);
    assertThat(account.reports()).hasSize(1);
    assertThat(account.reports().get(0).fill()).isNull();
    return account.reports().get(0).order();
  }

  private List<Boolean> snapshots(String... frames) {
    return List.of(frames).stream().map(frame -> account(frame).snapshot()).toList();
  }

  private AccountFrame account(String frame) {
    List<Object> facts = Recorder.decode(codec, frame);
    assertThat(facts).hasSize(1);
    return (AccountFrame) facts.get(0);
  }

  private static String text(OrderPrice price) {
    return price == null ? null : price.toString();
  }

  private static String frame(long sequence, String item) {
    return "[[{\"" + ID + "\":" + item + "}],\"openOrders\",{\"sequence\":" + sequence + "}]";
  }

  private static String acknowledged(String status) {
    return "{\"channelName\":\"openOrders\",\"event\":\"subscriptionStatus\",\"status\":\""
        + status
        + "\",\"subscription\":{\"name\":\"openOrders\"}}";
  }
}
