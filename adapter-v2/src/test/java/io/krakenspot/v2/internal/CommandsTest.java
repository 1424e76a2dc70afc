package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Pair;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.order.TriggerReference;
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

class CommandsTest {
  private static final Pair ETH_USD = Pair.of("ETH/USD");
  private static final Instant NOW = Instant.parse("2026-03-02T10:03:00.000999Z");

  private final V2Codec codec = new V2Codec();

  @Test
  void placesALimitOrder() {
    assertParams(
        new Command.Place(
            NewOrder.buy(ETH_USD, OrderType.LIMIT)
                .quantity(number("1.5"))
                .limit(OrderPrice.of("3149.90"))
                .timeInForce(TimeInForce.GTC)
                .postOnly(true)
                .clientOrderId("mm-0302-000017")
                .deadline(Duration.ofSeconds(2))
                .build()),
        "add_order",
        """
        "symbol":"ETH/USD","order_type":"limit","side":"buy","order_qty":1.5,\
        "limit_price":3149.90,"time_in_force":"gtc","post_only":true,\
        "cl_ord_id":"mm-0302-000017","deadline":"2026-03-02T10:03:02.000Z\"""");
  }

  @Test
  void placesAStopWithAClose() {
    assertParams(
        new Command.Place(
            NewOrder.sell(ETH_USD, OrderType.STOP_LOSS_LIMIT)
                .quantity(number("0.8"))
                .limit(OrderPrice.of("2990.00"))
                .trigger(Trigger.at(OrderPrice.of("3000.00")))
                .userReference(-7001)
                .conditionalClose(
                    new ConditionalClose(OrderType.LIMIT, null, OrderPrice.of("2900.00")))
                .build()),
        "add_order",
        """
        "symbol":"ETH/USD","order_type":"stop-loss-limit","side":"sell","order_qty":0.8,\
        "limit_price":2990.00,\
        "triggers":{"reference":"last","price":3000.00,"price_type":"static"},\
        "order_userref":-7001,"conditional":{"order_type":"limit","limit_price":2900.00}""");
  }

  @Test
  void placesATrailingStopWithDistances() {
    assertParams(
        new Command.Place(
            NewOrder.sell(ETH_USD, OrderType.TRAILING_STOP_LIMIT)
                .quantity(number("1"))
                .limit(OrderPrice.away(BigDecimal.ZERO))
                .trigger(new Trigger(OrderPrice.percentAway(number("2.5")), TriggerReference.INDEX))
                .conditionalClose(
                    new ConditionalClose(
                        OrderType.TRAILING_STOP_LIMIT,
                        OrderPrice.away(number("15")),
                        OrderPrice.of("2900")))
                .build()),
        "add_order",
        """
        "symbol":"ETH/USD","order_type":"trailing-stop-limit","side":"sell","order_qty":1,\
        "limit_price":0,"limit_price_type":"quote",\
        "triggers":{"reference":"index","price":2.5,"price_type":"pct"},\
        "conditional":{"order_type":"trailing-stop-limit",\
        "trigger_price":15,"trigger_price_type":"quote",\
        "limit_price":2900,"limit_price_type":"static"}""");
  }

  @Test
  void aPriceOfATrailingStopLimitSaysThatItIsOne() {
    assertThat(
            text(
                new Command.Place(
                    NewOrder.sell(ETH_USD, OrderType.TRAILING_STOP_LIMIT)
                        .quantity(number("1"))
                        .limit(OrderPrice.of("2900"))
                        .trigger(Trigger.at(OrderPrice.away(number("10"))))
                        .build())))
        .contains("\"limit_price\":2900,\"limit_price_type\":\"static\"");
  }

  @Test
  void placesWithEverythingElse() {
    assertParams(
        new Command.Place(
            NewOrder.buy(ETH_USD, OrderType.ICEBERG)
                .quantity(number("15"))
                .displayQuantity(number("1"))
                .limit(OrderPrice.of("3000"))
                .timeInForce(TimeInForce.GTD)
                .effectiveTime(Instant.parse("2026-03-02T11:00:00.999Z"))
                .expireTime(Instant.parse("2026-03-03T00:00:00Z"))
                .margin(true)
                .reduceOnly(true)
                .feePreference(FeePreference.BASE)
                .selfTradePrevention(SelfTradePrevention.CANCEL_OLDEST)
                .senderSubId("trader-7")
                .validateOnly(true)
                .build()),
        "add_order",
        """
        "symbol":"ETH/USD","order_type":"iceberg","side":"buy","order_qty":15,\
        "limit_price":3000,"time_in_force":"gtd","margin":true,"reduce_only":true,\
        "effective_time":"2026-03-02T11:00:00Z","expire_time":"2026-03-03T00:00:00Z",\
        "display_qty":1,"fee_preference":"base","stp_type":"cancel_oldest",\
        "sender_sub_id":"trader-7","validate":true""");
  }

  @Test
  void buysForAnAmountOfMoney() {
    assertParams(
        new Command.Place(
            NewOrder.buy(ETH_USD, OrderType.MARKET)
                .cashQuantity(number("250.00"))
                .feePreference(FeePreference.QUOTE)
                .build()),
        "add_order",
        """
        "symbol":"ETH/USD","order_type":"market","side":"buy","cash_order_qty":250.00,\
        "fee_preference":"quote\"""");
  }

  @ParameterizedTest
  @CsvSource({
    "1E+3,1000",
    "1E-8,0.00000001",
    "0.1,0.1",
    "60299.90,60299.90",
    "0.12345678901234567890123456789,0.12345678901234567890123456789",
    "123456789012345678901234567890,123456789012345678901234567890"
  })
  void numbersKeepTheirDigitsAndHaveNoExponent(String quantity, String wire) {
    assertThat(
            text(
                new Command.Place(
                    NewOrder.buy(ETH_USD, OrderType.MARKET).quantity(number(quantity)).build())))
        .contains("\"order_qty\":" + wire + ",");
  }

  @ParameterizedTest
  @EnumSource(value = OrderType.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void placesEveryType(OrderType type) {
    NewOrder.Builder order = NewOrder.buy(ETH_USD, type).quantity(number("1"));
    if (type.limited()) {
      order.limit(OrderPrice.of("9"));
    }
    if (type.triggered()) {
      order.trigger(Trigger.at(OrderPrice.percentAway(number("2"))));
    }
    if (type == OrderType.ICEBERG) {
      order.displayQuantity(number("1"));
    }
    String text = text(new Command.Place(order.build()));
    assertThat(text).contains("\"order_type\":\"" + type.wireName() + "\"");
    assertThat(text.contains("\"limit_price\":9")).isEqualTo(type.limited());
    assertThat(text.contains("\"triggers\":{")).isEqualTo(type.triggered());
  }

  @ParameterizedTest
  @CsvSource({"GTC,gtc", "IOC,ioc", "FOK,fok"})
  void timesInForce(TimeInForce timeInForce, String wire) {
    assertThat(
            text(
                new Command.Place(
                    NewOrder.buy(ETH_USD, OrderType.LIMIT)
                        .quantity(number("1"))
                        .limit(OrderPrice.of("9"))
                        .timeInForce(timeInForce)
                        .build())))
        .contains("\"time_in_force\":\"" + wire + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "CANCEL_NEWEST,cancel_newest",
    "CANCEL_OLDEST,cancel_oldest",
    "CANCEL_BOTH,cancel_both"
  })
  void selfTradePreventions(SelfTradePrevention prevention, String wire) {
    assertThat(
            text(
                new Command.Place(
                    NewOrder.buy(ETH_USD, OrderType.MARKET)
                        .quantity(number("1"))
                        .selfTradePrevention(prevention)
                        .build())))
        .contains("\"stp_type\":\"" + wire + "\"");
  }

  @ParameterizedTest
  @CsvSource({"1000,10:03:01.000Z", "1999,10:03:01.999Z", "60000,10:04:00.000Z"})
  void deadlinesHaveMilliseconds(long milliseconds, String time) {
    assertThat(
            text(
                new Command.Amend(
                    AmendOrder.of(OrderKey.id("O1"))
                        .quantity(number("1"))
                        .deadline(Duration.ofMillis(milliseconds))
                        .build())))
        .contains("\"deadline\":\"2026-03-02T" + time + "\"");
  }

  @Test
  void placesABatchWhoseRowsNameNoPair() {
    OrderBatch batch =
        new OrderBatch(
            List.of(
                NewOrder.buy(ETH_USD, OrderType.LIMIT)
                    .quantity(number("0.5"))
                    .limit(OrderPrice.of("3140.00"))
                    .userReference(1)
                    .build(),
                NewOrder.sell(ETH_USD, OrderType.LIMIT)
                    .quantity(number("0.5"))
                    .limit(OrderPrice.of("3160.00"))
                    .userReference(2)
                    .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH)
                    .build()),
            Duration.ofSeconds(5),
            true);
    assertParams(
        new Command.PlaceBatch(batch),
        "batch_add",
        """
        "symbol":"ETH/USD","orders":[\
        {"order_type":"limit","side":"buy","order_qty":0.5,"limit_price":3140.00,\
        "order_userref":1},\
        {"order_type":"limit","side":"sell","order_qty":0.5,"limit_price":3160.00,\
        "order_userref":2,"stp_type":"cancel_both"}],\
        "deadline":"2026-03-02T10:03:05.000Z","validate":true""");
  }

  @Test
  void amendsByEitherId() {
    assertParams(
        new Command.Amend(
            AmendOrder.of(OrderKey.clientId("mm-0302-000017"))
                .quantity(number("1.0"))
                .limit(OrderPrice.of("3149.90"))
                .postOnly(true)
                .build()),
        "amend_order",
        """
        "cl_ord_id":"mm-0302-000017","order_qty":1.0,"limit_price":3149.90,"post_only":true""");
    assertParams(
        new Command.Amend(
            AmendOrder.of(OrderKey.id("OEXAM1-AAAAA-AAAAAA"))
                .displayQuantity(number("0.1"))
                .limit(OrderPrice.away(number("5")))
                .trigger(OrderPrice.percentAway(number("-2")))
                .deadline(Duration.ofMillis(1500))
                .pair(Pair.of("TSLAx/USD"))
                .build()),
        "amend_order",
        """
        "order_id":"OEXAM1-AAAAA-AAAAAA","symbol":"TSLAx/USD","display_qty":0.1,\
        "limit_price":5,"limit_price_type":"quote",\
        "trigger_price":-2,"trigger_price_type":"pct",\
        "deadline":"2026-03-02T10:03:01.500Z\"""");
  }

  @Test
  void amendsTheLimitOfATrailingStopLimitToAPrice() {
    assertParams(
        new Command.Amend(
            AmendOrder.of(OrderKey.id("OEXAM1-AAAAA-AAAAAA"))
                .limit(OrderPrice.of("3149.90"))
                .build(),
            OrderType.TRAILING_STOP_LIMIT),
        "amend_order",
        """
        "order_id":"OEXAM1-AAAAA-AAAAAA","limit_price":3149.90,"limit_price_type":"static\"""");
  }

  @Test
  void edits() {
    assertParams(
        new Command.Edit(
            EditOrder.of("OEXAM3-AAAAA-AAAAAA", ETH_USD).quantity(number("0.7")).build()),
        "edit_order",
        """
        "order_id":"OEXAM3-AAAAA-AAAAAA","symbol":"ETH/USD","order_qty":0.7""");
    assertParams(
        new Command.Edit(
            EditOrder.of("OEXAM3-AAAAA-AAAAAA", ETH_USD)
                .limit(OrderPrice.of("3000"))
                .trigger(Trigger.at(OrderPrice.of("3001")))
                .displayQuantity(number("0.2"))
                .userReference(9)
                .postOnly(true)
                .reduceOnly(true)
                .feePreference(FeePreference.QUOTE)
                .deadline(Duration.ofSeconds(1))
                .validateOnly(true)
                .build()),
        "edit_order",
        """
        "order_id":"OEXAM3-AAAAA-AAAAAA","symbol":"ETH/USD","limit_price":3000,\
        "triggers":{"reference":"last","price":3001,"price_type":"static"},\
        "display_qty":0.2,"order_userref":9,"post_only":true,"reduce_only":true,\
        "fee_preference":"quote","deadline":"2026-03-02T10:03:01.000Z","validate":true""");
  }

  @Test
  void cancelsByAnyNameInAList() {
    assertParams(
        new Command.Cancel(OrderKey.id("OEXAM4-AAAAA-AAAAAA")),
        "cancel_order",
        "\"order_id\":[\"OEXAM4-AAAAA-AAAAAA\"]");
    assertParams(
        new Command.Cancel(OrderKey.clientId("mine")), "cancel_order", "\"cl_ord_id\":[\"mine\"]");
    assertParams(
        new Command.Cancel(OrderKey.userReference(-3)), "cancel_order", "\"order_userref\":[-3]");
  }

  @Test
  void cancelsSeveralWithReferencesAsText() {
    assertParams(
        new Command.CancelBatch(
            List.of(
                OrderKey.id("OEXAM6-AAAAA-AAAAAA"),
                OrderKey.clientId("mine"),
                OrderKey.userReference(2))),
        "batch_cancel",
        "\"orders\":[\"OEXAM6-AAAAA-AAAAAA\",\"2\"],\"cl_ord_id\":[\"mine\"]");
    assertParams(
        new Command.CancelBatch(List.of(OrderKey.clientId("a"), OrderKey.clientId("b"))),
        "batch_cancel",
        "\"orders\":[],\"cl_ord_id\":[\"a\",\"b\"]");
  }

  @Test
  void cancelsAll() {
    assertThat(text(new Command.CancelAll()))
        .isEqualTo("{\"method\":\"cancel_all\",\"params\":{\"token\":\"hush\"},\"req_id\":101}");
    assertParams(
        new Command.CancelAllAfter(Duration.ofSeconds(60)),
        "cancel_all_orders_after",
        "\"timeout\":60");
    assertParams(
        new Command.CancelAllAfter(Duration.ZERO), "cancel_all_orders_after", "\"timeout\":0");
  }

  private void assertParams(Command command, String method, String params) {
    assertThat(text(command))
        .isEqualTo(
            "{\"method\":\""
                + method
                + "\",\"params\":{"
                + params
                + ",\"token\":\"hush\"},\"req_id\":101}");
  }

  private String text(Command command) {
    return codec.command(101, command, new Token("hush"), NOW);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
