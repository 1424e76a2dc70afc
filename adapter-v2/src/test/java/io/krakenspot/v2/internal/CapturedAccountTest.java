package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.account.Wallet;
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
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.CommandAnswer.Ids;
import io.krakenspot.port.CommandAnswer.Row;
import io.krakenspot.port.CommandAnswer.Times;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** One private frame of each kind that Kraken or its pages showed, field by field. */
class CapturedAccountTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("krakenspot.fixtures", "missing"), "v2");
  private static final Topic EXECUTIONS = new Topic.ExecutionTopic();

  @Test
  void everyFieldOfAnExecution() throws IOException {
    AccountFrame frame = (AccountFrame) heard("executions/executions-snapshot-gct-private.json");
    Instant time = Instant.parse("2026-10-09T01:05:00.120Z");
    OrderAttributes attributes =
        OrderAttributes.builder()
            .put(OrderAttribute.USER_REFERENCE, 100054)
            .put(OrderAttribute.CLIENT_ORDER_ID, "2c6be801-1f53-4f79-a0bb-4ea1c95dfae9")
            .put(OrderAttribute.PAIR, Pair.of("DOGE/USD"))
            .put(OrderAttribute.SIDE, Side.BUY)
            .put(OrderAttribute.TYPE, OrderType.STOP_LOSS_LIMIT)
            .put(OrderAttribute.QUANTITY, number("1200"))
            .put(OrderAttribute.CASH_QUANTITY, number("252"))
            .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of("0.2101"))
            .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.GTD)
            .put(OrderAttribute.POST_ONLY, true)
            .put(OrderAttribute.REDUCE_ONLY, true)
            .put(OrderAttribute.MARGIN, true)
            .put(OrderAttribute.NO_PRICE_PROTECTION, true)
            .put(OrderAttribute.FEE_PREFERENCE, FeePreference.BASE)
            .put(OrderAttribute.DISPLAY_QUANTITY, number("100"))
            .put(OrderAttribute.DISPLAY_REMAINING, number("80"))
            .put(OrderAttribute.EFFECTIVE_TIME, Instant.parse("2026-10-09T01:00:00Z"))
            .put(OrderAttribute.EXPIRE_TIME, Instant.parse("2026-10-10T01:00:00Z"))
            .put(OrderAttribute.TRIGGER_REFERENCE, TriggerReference.INDEX)
            .put(OrderAttribute.TRIGGER_PRICE, OrderPrice.of("0.21"))
            .put(OrderAttribute.TRIGGER_ACTUAL_PRICE, number("0.21"))
            .put(OrderAttribute.TRIGGER_PEAK_PRICE, number("0.2205"))
            .put(OrderAttribute.TRIGGER_LAST_PRICE, number("0.2099"))
            .put(OrderAttribute.TRIGGERED, true)
            .put(OrderAttribute.TRIGGERED_AT, Instant.parse("2026-10-09T01:05:00Z"))
            .put(
                OrderAttribute.CONDITIONAL_CLOSE,
                new ConditionalClose(
                    OrderType.TAKE_PROFIT_LIMIT,
                    OrderPrice.percentAway(number("5")),
                    OrderPrice.percentAway(number("4.5"))))
            .put(OrderAttribute.AMENDED, true)
            .put(OrderAttribute.LIQUIDATED, true)
            .put(OrderAttribute.REASON, "User requested")
            .put(OrderAttribute.EXECUTED_QUANTITY, number("20"))
            .put(OrderAttribute.EXECUTED_COST, number("4.202"))
            .put(OrderAttribute.AVERAGE_PRICE, number("0.2101"))
            .put(OrderAttribute.FEE_USD, number("0.0067"))
            .put(OrderAttribute.POSITION_STATUS, "opened")
            .put(OrderAttribute.PARENT_ID, "OLUMT4-UTEGU-ZYM7E9")
            .put(OrderAttribute.EXTERNAL_ID, "b9e0b9b0-6c6d-4a0f-9f0e-7d6f3f2b1a10")
            .put(OrderAttribute.SENDER_SUB_ID, "trader-7")
            .put(OrderAttribute.USER, "AA96N74GCGEFN8KI")
            .put(OrderAttribute.UPDATED, time)
            .build();
    assertThat(frame.reports())
        .containsExactly(
            new AccountReport(
                new OrderReport(
                    OrderUpdate.Kind.SNAPSHOT,
                    "OAIYAU-LGI3M-PFM5VW",
                    OrderStatus.PARTIALLY_FILLED,
                    attributes,
                    time),
                new Fill(
                    "TFEYXB-5OO6U-H7NFC5",
                    91342277L,
                    "OAIYAU-LGI3M-PFM5VW",
                    "2c6be801-1f53-4f79-a0bb-4ea1c95dfae9",
                    100054,
                    Pair.of("DOGE/USD"),
                    Side.BUY,
                    OrderType.STOP_LOSS_LIMIT,
                    number("20"),
                    number("0.2101"),
                    number("4.202"),
                    List.of(new Fee("USD", number("0.0067"))),
                    Liquidity.MAKER,
                    time,
                    number("0.0067"),
                    true,
                    null,
                    true,
                    null,
                    true,
                    "5d3c9e1a-2b4f-4c8e-9a7d-1e2f3a4b5c6d",
                    "AA96N74GCGEFN8KI")));
    assertThat(frame.rateCounts()).isEqualTo(Map.of("OAIYAU-LGI3M-PFM5VW", number("12")));
    assertThat(frame.snapshot()).isTrue();
  }

  @Test
  void pastFills() throws IOException {
    AccountFrame frame = (AccountFrame) heard("executions/executions-snapshot-async-rs.json");
    assertThat(frame.reports()).hasSize(4).allMatch(report -> report.order() == null);
    assertThat(frame.reports().get(1).fill())
        .isEqualTo(
            new Fill(
                "0CVSSH-KVM0J-TCXLSQ",
                2125408L,
                "8G1X9R-F6HH0-R2FYZ0",
                null,
                null,
                Pair.of("FET/USD"),
                Side.BUY,
                OrderType.LIMIT,
                number("25"),
                number("0.6017"),
                number("14.0135"),
                List.of(new Fee("USD", number("0.024038"))),
                Liquidity.MAKER,
                Instant.parse("2024-01-28T21:03:18.167719Z"),
                number("0.024028"),
                true,
                null,
                true,
                null,
                true,
                null,
                null));
  }

  @Test
  void aCancelledOrder() throws IOException {
    Instant time = Instant.parse("2025-02-10T03:52:21.072511Z");
    assertThat(heard("executions/canceled-2025.json"))
        .isEqualTo(
            AccountFrame.of(
                EXECUTIONS,
                false,
                2,
                List.of(
                    new AccountReport(
                        new OrderReport(
                            OrderUpdate.Kind.CANCELED,
                            "OXFRRV-RHDOI-SBQOPK",
                            OrderStatus.CANCELED,
                            OrderAttributes.builder()
                                .put(OrderAttribute.EXECUTED_QUANTITY, BigDecimal.ZERO)
                                .put(OrderAttribute.EXECUTED_COST, BigDecimal.ZERO)
                                .put(OrderAttribute.AVERAGE_PRICE, BigDecimal.ZERO)
                                .put(OrderAttribute.FEE_USD, BigDecimal.ZERO)
                                .put(OrderAttribute.POST_ONLY, true)
                                .put(OrderAttribute.REASON, "User requested")
                                .put(OrderAttribute.UPDATED, time)
                                .build(),
                            time),
                        null))));
  }

  @Test
  void anAmendedOrder() throws IOException {
    AccountFrame frame = (AccountFrame) heard("executions/executions-update-async-rs.json");
    OrderReport order = frame.reports().get(0).order();
    assertThat(frame.sequence()).isEqualTo(20);
    assertThat(order.kind()).isEqualTo(OrderUpdate.Kind.AMENDED);
    assertThat(order.status()).isEqualTo(OrderStatus.NEW);
    assertThat(order.attributes().get(OrderAttribute.QUANTITY)).isEqualByComparingTo("5.1");
    assertThat(order.attributes().get(OrderAttribute.LIMIT_PRICE)).isEqualTo(OrderPrice.of("0.96"));
    assertThat(order.attributes().get(OrderAttribute.AMENDED)).isTrue();
    assertThat(order.attributes().get(OrderAttribute.USER_REFERENCE)).isNull();
  }

  @Test
  void aPendingOrder() throws IOException {
    AccountFrame frame = (AccountFrame) heard("executions/executions-update-gct-private-2.json");
    OrderReport order = frame.reports().get(0).order();
    assertThat(order.kind()).isEqualTo(OrderUpdate.Kind.PENDING);
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(order.attributes().get(OrderAttribute.OPENED))
        .isEqualTo("2023-09-22T10:33:05.709950Z");
    assertThat(order.attributes().get(OrderAttribute.TRIGGER_PRICE)).isNull();
    assertThat(order.attributes().get(OrderAttribute.FEE_PREFERENCE))
        .isEqualTo(FeePreference.QUOTE);
  }

  @Test
  void balances() throws IOException {
    BalanceFrame frame = (BalanceFrame) heard("balances/balances-snapshot-gct-private.json");
    BalanceEvent.Snapshot snapshot = (BalanceEvent.Snapshot) frame.events().get(0);
    assertThat(snapshot.balances())
        .hasSize(3)
        .contains(
            new Balance(
                "MATIC",
                "currency",
                number("500"),
                List.of(
                    new Wallet("spot", "main", number("300")),
                    new Wallet("earn", "flex", number("200")))));
  }

  @Test
  void aLedgerEntry() throws IOException {
    assertThat(heard("balances/balances-update-gct-private-2.json"))
        .isEqualTo(
            new BalanceFrame(
                3,
                List.of(
                    new BalanceEvent.Change(
                        new LedgerEntry(
                            "LQZ4GN-2WD7E-OIQAB5",
                            "RUSB7W6-ESIXUX-K6PVTM",
                            "DOT",
                            "currency",
                            number("-10"),
                            number("0"),
                            number("40"),
                            "transfer",
                            "spottostaking",
                            "withdrawal",
                            "spot",
                            "main",
                            Instant.parse("2023-09-22T10:41:00Z"),
                            "AA96N74GCGEFN8KI")))));
  }

  @Test
  void anAgreementToExecutions() throws IOException {
    Acknowledgement acknowledgement =
        (Acknowledgement) heard("subscribe/subscribe-response-executions-roq-subscribe.json");
    assertThat(acknowledgement.topic()).isEqualTo(EXECUTIONS);
    assertThat(acknowledgement.maxRateCount()).isEqualTo(125);
    assertThat(acknowledgement.warnings()).hasSize(4);
    assertThat(acknowledgement.requestId()).isEqualTo(Acknowledgement.NO_REQUEST);
  }

  @Test
  void anAgreementToIndividualOrdersNamesThePairAlone() throws IOException {
    Acknowledgement acknowledgement =
        (Acknowledgement) heard("subscribe/subscribe-response-level3-async-rs.json");
    assertThat(acknowledgement.topic()).isNull();
    assertThat(acknowledgement.pair()).isEqualTo(Pair.of("BTC/USD"));
    assertThat(acknowledgement.requestId()).isEqualTo(99);
  }

  @Test
  void answers() throws IOException {
    CommandAnswer placed = answer("add_order/add_order-response-docs.json");
    assertThat(placed.ids()).isEqualTo(new Ids("AA5JGQ-SBMRC-SCJ7J7", null, 100054, null));
    assertThat(placed.requestId()).isEqualTo(123456789);
    assertThat(placed.timing())
        .isEqualTo(
            new ServerTiming(
                Instant.parse("2023-09-21T14:15:07.197274Z"),
                Instant.parse("2023-09-21T14:15:07.205301Z")));
    assertThat(answer("add_order/add_order-response-error-async-rs.json").error())
        .isEqualTo("Cash_order_qty field must be a number_float");
    CommandAnswer amended = answer("amend_order/amend_order-response-roq-amend-order.json");
    assertThat(amended.amendId()).isEqualTo("TTB6D6-Q4HHW-DQ5FQW");
    assertThat(amended.ids()).isEqualTo(new Ids(null, "aff1f7b04d000200", null, null));
    assertThat(amended.requestId()).isEqualTo(Acknowledgement.NO_REQUEST);
    assertThat(answer("edit_order/edit_order-response-async-rs.json").ids())
        .isEqualTo(new Ids("7FIK6B-S15X0-DPJJTH", null, null, "K1FF7H-A13AR-Q1S9Z6"));
    assertThat(answer("cancel_order/cancel_order-response-docs.json").ids())
        .isEqualTo(new Ids("OLUMT4-UTEGU-ZYM7E9", null, null, null));
    assertThat(answer("cancel_all/cancel_all-response-roq-cancel-all.json").count()).isEqualTo(3);
    assertThat(answer("batch_cancel/batch_cancel-response-async-rs.json").count()).isEqualTo(2);
    assertThat(answer("cancel_all_orders_after/cancel_all_orders_after-response-docs.json").times())
        .isEqualTo(
            new Times(
                Instant.parse("2023-09-21T15:49:29Z"), Instant.parse("2023-09-21T15:51:09Z")));
  }

  @Test
  void answersToBatches() throws IOException {
    assertThat(answer("batch_add/batch_add-response-async-rs.json").rows())
        .containsExactly(
            new Row(new Ids("JQDNTT-MZEIZ-OZKUDD", null, null, null), null),
            new Row(new Ids("X67GEK-3VQWM-HPNQ89", null, null, null), null));
    CommandAnswer inPart = answer("batch_add/batch_add-response-nautilus.json");
    assertThat(inPart.kind()).isEqualTo(Command.Kind.PLACE_BATCH);
    assertThat(inPart.rows())
        .containsExactly(
            new Row(new Ids("O1", "O-A", null, null), null),
            new Row(new Ids(null, "O-B", null, null), "EOrder:Invalid price"));
  }

  private static CommandAnswer answer(String file) throws IOException {
    return (CommandAnswer) heard(file);
  }

  private static Object heard(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), "no captured frames here");
    List<Object> facts = Heard.in(Files.readString(path));
    assertThat(facts).hasSize(1);
    return facts.get(0);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
