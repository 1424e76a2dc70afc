package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.PriceType;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.port.Command;
import io.krakenspot.port.Token;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRequestsTest {
  private static final Pair BTC_USD = Pair.of("BTC/USD");
  private static final Token TOKEN = new Token("AAAAbase64tokenAAAA");
  private static final Instant NOW = Instant.parse("2024-05-01T08:00:00Z");
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

  private final V1Codec codec = new V1Codec();

  @Test
  void limitOrder() {
    assertThat(place(limitOrder("30120.5").postOnly(true).userReference(777)))
        .isEqualTo(
            """
            {"event":"addOrder","reqid":21,"token":"AAAAbase64tokenAAAA","pair":"XBT/USD",\
            "type":"buy","ordertype":"limit","volume":"0.01","price":"30120.5","oflags":"post",\
            "userref":"777"}""");
  }

  @Test
  void stopLossLimitOrderWithAClose() {
    assertThat(
            place(
                sell(OrderType.STOP_LOSS_LIMIT)
                    .trigger(Trigger.at(OrderPrice.of("29500")))
                    .limit(OrderPrice.of("29450"))
                    .leverage(2)
                    .conditionalClose(
                        new ConditionalClose(OrderType.LIMIT, null, OrderPrice.of("28000")))))
        .isEqualTo(
            """
            {"event":"addOrder","reqid":21,"token":"AAAAbase64tokenAAAA","pair":"XBT/USD",\
            "type":"sell","ordertype":"stop-loss-limit","volume":"0.01","price":"29500",\
            "price2":"29450","leverage":"2","close[ordertype]":"limit","close[price]":"28000"}""");
  }

  @Test
  void aTriggeredCloseHasTwoPrices() {
    assertThat(
            place(
                limitOrder("30120.5")
                    .conditionalClose(
                        new ConditionalClose(
                            OrderType.STOP_LOSS_LIMIT,
                            OrderPrice.percentAway(new BigDecimal("-5")),
                            OrderPrice.away(new BigDecimal("-10"))))))
        .endsWith(
            """
            "close[ordertype]":"stop-loss-limit","close[price]":"-5%","close[price2]":"-10"}""");
  }

  @Test
  void marketOrderForCash() {
    NewOrder order =
        NewOrder.buy(Pair.of("DOGE/BTC"), OrderType.MARKET)
            .cashQuantity(new BigDecimal("1E+2"))
            .feePreference(FeePreference.QUOTE)
            .build();
    assertThat(place(order))
        .isEqualTo(
            """
            {"event":"addOrder","reqid":21,"token":"AAAAbase64tokenAAAA","pair":"XDG/XBT",\
            "type":"buy","ordertype":"market","volume":"100","oflags":"fciq,viqc"}""");
  }

  @Test
  void trailingDistancesHaveASign() {
    assertThat(
            place(
                sell(OrderType.TRAILING_STOP_LIMIT)
                    .trigger(Trigger.at(OrderPrice.away(new BigDecimal("150"))))
                    .limit(OrderPrice.away(BigDecimal.ZERO))))
        .contains("\"price\":\"+150\",\"price2\":\"+0\"");
    assertThat(
            place(
                sell(OrderType.TRAILING_STOP)
                    .trigger(Trigger.at(OrderPrice.percentAway(new BigDecimal("0.5"))))))
        .contains("\"price\":\"+0.5%\"")
        .doesNotContain("price2");
  }

  @ParameterizedTest
  @CsvSource({"2,PERCENT,+2%", "-2,PERCENT,-2%", "150,QUOTE,+150", "-1.50,QUOTE,-1.50"})
  void relativePrices(BigDecimal value, PriceType type, String wire) {
    assertThat(place(sell(OrderType.TAKE_PROFIT).trigger(Trigger.at(new OrderPrice(value, type)))))
        .contains("\"price\":\"" + wire + "\"");
  }

  @Test
  void allThatAnOrderMayHave() {
    assertThat(
            place(
                limitOrder("30120.50")
                    .postOnly(true)
                    .feePreference(FeePreference.BASE)
                    .margin(true)
                    .reduceOnly(true)
                    .timeInForce(TimeInForce.GTD)
                    .effectiveTime(Instant.ofEpochSecond(1714550100))
                    .expireTime(Instant.ofEpochSecond(1714553600))
                    .deadline(Duration.ofMillis(2_500))
                    .clientOrderId("mm-0302-000017")
                    .senderSubId("trader 7")
                    .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH)
                    .validateOnly(true)))
        .isEqualTo(
            """
            {"event":"addOrder","reqid":21,"token":"AAAAbase64tokenAAAA","pair":"XBT/USD",\
            "type":"buy","ordertype":"limit","volume":"0.01","price":"30120.50",\
            "oflags":"post,fcib","margin":true,"reduce_only":true,"timeinforce":"GTD",\
            "starttm":"1714550100","expiretm":"1714553600","deadline":"2024-05-01T08:00:02.500Z",\
            "cl_ord_id":"mm-0302-000017","sender_sub_id":"trader 7","stp_type":"cancel_both",\
            "validate":"true"}""");
  }

  @Test
  void aDeadlineAlwaysHasMilliseconds() {
    assertThat(place(limitOrder("1").deadline(Duration.ofSeconds(5))))
        .contains("\"deadline\":\"2024-05-01T08:00:05.000Z\"");
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ICEBERG", "UNKNOWN"})
  void theFirstPriceIsTheTriggerOrElseTheLimit(OrderType type) {
    NewOrder.Builder order = sell(type);
    if (type.triggered()) {
      order.trigger(Trigger.at(OrderPrice.percentAway(BigDecimal.ONE)));
    }
    if (type.limited()) {
      order.limit(OrderPrice.of("30000"));
    }
    String first = type.triggered() ? "\"+1%\"" : "\"30000\"";
    boolean priced = type.triggered() || type.limited();
    assertThat(place(order))
        .contains("\"ordertype\":\"" + type.wireName() + "\"")
        .contains(priced ? "\"price\":" + first : "\"volume\":\"0.01\"}")
        .matches(text -> text.contains("price2") == (type.triggered() && type.limited()));
  }

  @Test
  void amendByOrderId() {
    AmendOrder change =
        AmendOrder.of(OrderKey.id("OAAAAA-BBBBB-CCCCC2"))
            .limit(OrderPrice.of("30110.0"))
            .postOnly(true)
            .build();
    assertThat(text(new Command.Amend(change)))
        .isEqualTo(
            """
            {"event":"amendOrder","reqid":21,"token":"AAAAbase64tokenAAAA",\
            "txid":"OAAAAA-BBBBB-CCCCC2","limit_price":"30110.0","post_only":true}""");
  }

  @Test
  void allThatAnAmendMayChange() {
    AmendOrder change =
        AmendOrder.of(OrderKey.clientId("mm-17"))
            .quantity(new BigDecimal("1.50"))
            .displayQuantity(new BigDecimal("0.10"))
            .limit(OrderPrice.away(new BigDecimal("-5")))
            .trigger(OrderPrice.percentAway(new BigDecimal("2")))
            .deadline(Duration.ofMillis(1500))
            .pair(BTC_USD)
            .build();
    assertThat(text(new Command.Amend(change)))
        .isEqualTo(
            """
            {"event":"amendOrder","reqid":21,"token":"AAAAbase64tokenAAAA","cl_ord_id":"mm-17",\
            "pair":"XBT/USD","volume":"1.50","display_volume":"0.10","limit_price":"-5",\
            "trigger_price":"+2%","deadline":"2024-05-01T08:00:01.500Z"}""");
  }

  @Test
  void editOfALimitOrder() {
    EditOrder change =
        EditOrder.of("OAAAAA-BBBBB-CCCCC1", BTC_USD)
            .quantity(new BigDecimal("0.012"))
            .limit(OrderPrice.of("30100"))
            .build();
    assertThat(text(new Command.Edit(change)))
        .isEqualTo(
            """
            {"event":"editOrder","reqid":21,"token":"AAAAbase64tokenAAAA",\
            "orderid":"OAAAAA-BBBBB-CCCCC1","pair":"XBT/USD","volume":"0.012","price":"30100"}""");
  }

  @Test
  void editOfATriggeredOrder() {
    EditOrder change =
        EditOrder.of("OAAAAA-BBBBB-CCCCC1", BTC_USD)
            .trigger(Trigger.at(OrderPrice.of("29500")))
            .limit(OrderPrice.of("29450"))
            .userReference(666)
            .postOnly(true)
            .validateOnly(true)
            .build();
    assertThat(text(new Command.Edit(change)))
        .isEqualTo(
            """
            {"event":"editOrder","reqid":21,"token":"AAAAbase64tokenAAAA",\
            "orderid":"OAAAAA-BBBBB-CCCCC1","pair":"XBT/USD","price":"29500","price2":"29450",\
            "oflags":"post","newuserref":"666","validate":"true"}""");
  }

  @Test
  void cancelNamesOneOrder() {
    assertThat(text(new Command.Cancel(OrderKey.id("OAAAAA-BBBBB-CCCCC2"))))
        .isEqualTo(
            """
            {"event":"cancelOrder","reqid":21,"token":"AAAAbase64tokenAAAA",\
            "txid":["OAAAAA-BBBBB-CCCCC2"]}""");
    assertThat(text(new Command.Cancel(OrderKey.userReference(777))))
        .endsWith("\"txid\":[\"777\"]}");
    assertThat(text(new Command.Cancel(OrderKey.clientId("777"))))
        .endsWith("\"cl_ord_id\":[\"777\"]}");
  }

  @Test
  void cancelAll() {
    assertThat(text(new Command.CancelAll()))
        .isEqualTo("{\"event\":\"cancelAll\",\"reqid\":21,\"token\":\"AAAAbase64tokenAAAA\"}");
  }

  @Test
  void theDeadMansSwitchCountsWholeSeconds() {
    assertThat(text(new Command.CancelAllAfter(Duration.ofMinutes(1))))
        .isEqualTo(
            """
            {"event":"cancelAllOrdersAfter","reqid":21,"token":"AAAAbase64tokenAAAA",\
            "timeout":60}""");
    assertThat(text(new Command.CancelAllAfter(Duration.ZERO))).endsWith("\"timeout\":0}");
  }

  static List<Command> commands() {
    return List.of(
        new Command.Place(limitOrder("1").build()),
        new Command.Amend(AmendOrder.of(OrderKey.id("O")).quantity(HUNDREDTH).build()),
        new Command.Edit(EditOrder.of("O", BTC_USD).quantity(HUNDREDTH).build()),
        new Command.Cancel(OrderKey.id("O")),
        new Command.CancelAll(),
        new Command.CancelAllAfter(Duration.ZERO));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theTokenStandsInTheFrameOnce(Command command) {
    assertThat(text(command)).containsOnlyOnce(TOKEN.text());
    assertThat(command.toString() + TOKEN + codec).doesNotContain(TOKEN.text());
  }

  @Test
  void commandsThatV1LacksAreRefusedWithoutTheToken() {
    NewOrder order = limitOrder("1").build();
    for (Command command :
        List.of(
            new Command.PlaceBatch(OrderBatch.of(List.of(order, order))),
            new Command.CancelBatch(List.of(OrderKey.id("O"), OrderKey.id("P"))))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> text(command))
          .withMessage("v1 has no " + command.kind());
    }
  }

  private String place(NewOrder.Builder order) {
    return place(order.build());
  }

  private String place(NewOrder order) {
    return text(new Command.Place(order));
  }

  private String text(Command command) {
    return codec.command(21, command, TOKEN, NOW);
  }

  private static NewOrder.Builder limitOrder(String price) {
    return NewOrder.of(BTC_USD, Side.BUY, OrderType.LIMIT)
        .quantity(HUNDREDTH)
        .limit(OrderPrice.of(price));
  }

  private static NewOrder.Builder sell(OrderType type) {
    return NewOrder.sell(BTC_USD, type).quantity(HUNDREDTH);
  }
}
