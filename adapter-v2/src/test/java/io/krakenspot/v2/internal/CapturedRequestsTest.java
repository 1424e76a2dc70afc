package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Level3Depth;
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
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Command;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as Kraken's pages and other clients write them, where they are at hand. */
class CapturedRequestsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("krakenspot.fixtures", "missing"), "v2");
  private static final Token TOKEN = new Token("hush");

  /** What says who asks, or says a default aloud. */
  private static final List<String> LEFT_OUT =
      List.of(
          ".params.token=",
          ".req_id=",
          ".params.post_only=false",
          ".params.validate=false",
          ".params.snapshot_trades=",
          ".params.deadline=");

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(
            "add_order/add_order-request-async-rs.json",
            place(
                NewOrder.buy(Pair.of("USDC/USD"), OrderType.LIMIT)
                    .quantity(number("5.0"))
                    .limit(OrderPrice.of("0.95"))
                    .timeInForce(TimeInForce.IOC)
                    .feePreference(FeePreference.QUOTE)
                    .clientOrderId("client-zero")
                    .senderSubId("sender-one"))),
        Arguments.of(
            "add_order/add_order-request-docs.json",
            place(
                NewOrder.buy(Pair.of("BTC/USD"), OrderType.LIMIT)
                    .quantity(number("1.0"))
                    .limit(OrderPrice.of("60299.9"))
                    .clientOrderId("0835958d-c526-4ad8-aea8-af54836de47e"))),
        Arguments.of(
            "add_order/add_order-request-docs-4.json",
            place(
                NewOrder.buy(Pair.of("BTC/USD"), OrderType.LIMIT)
                    .quantity(number("1.2"))
                    .limit(OrderPrice.of("28440"))
                    .conditionalClose(
                        new ConditionalClose(
                            OrderType.STOP_LOSS_LIMIT,
                            OrderPrice.of("28410"),
                            OrderPrice.of("28400"))))),
        Arguments.of(
            "add_order/add_order-request-docs-5.json",
            place(
                NewOrder.sell(Pair.of("MATIC/USD"), OrderType.STOP_LOSS)
                    .quantity(number("100"))
                    .trigger(Trigger.at(OrderPrice.percentAway(number("-2.0")))))),
        Arguments.of(
            "amend_order/amend_order-request-docs.json",
            new Command.Amend(
                AmendOrder.of(OrderKey.id("OAIYAU-LGI3M-PFM5VW"))
                    .limit(OrderPrice.of("61031.3"))
                    .postOnly(true)
                    .deadline(Duration.ofSeconds(1))
                    .build())),
        Arguments.of(
            "edit_order/edit_order-request-docs.json",
            new Command.Edit(
                EditOrder.of("ORDERX-IDXXX-XXXXX1", Pair.of("BTC/USD"))
                    .quantity(number("0.2123456789"))
                    .build())),
        Arguments.of(
            "cancel_order/cancel_order-request-nautilus.json",
            new Command.Cancel(OrderKey.id("OABCDE-12345-FGHIJ"))),
        Arguments.of("cancel_all/cancel_all-request-async-rs.json", new Command.CancelAll()),
        Arguments.of(
            "cancel_all_orders_after/cancel_all_orders_after-request-async-rs.json",
            new Command.CancelAllAfter(Duration.ofSeconds(5))),
        Arguments.of(
            "batch_cancel/batch_cancel-request-docs.json",
            new Command.CancelBatch(
                List.of(
                    OrderKey.userReference(1),
                    OrderKey.userReference(2),
                    OrderKey.id("ORDERX-IDXXX-XXXXX3")))),
        Arguments.of(
            "batch_add/batch_add-request-docs.json",
            new Command.PlaceBatch(
                OrderBatch.of(
                    List.of(
                        NewOrder.buy(Pair.of("BTC/USD"), OrderType.LIMIT)
                            .quantity(number("0.123456789"))
                            .limit(OrderPrice.of("1010.10"))
                            .userReference(1)
                            .build(),
                        NewOrder.sell(Pair.of("BTC/USD"), OrderType.LIMIT)
                            .quantity(number("0.987654321"))
                            .limit(OrderPrice.of("2020.20"))
                            .userReference(2)
                            .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH)
                            .build())))));
  }

  private static Command place(NewOrder.Builder order) {
    return new Command.Place(order.build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void commandsAreWrittenAsOthersWriteThem(String file, Command command) throws IOException {
    String text = new V2Codec().command(1, command, TOKEN, Instant.EPOCH);
    assertThat(leaves(text)).isEqualTo(leaves(read(file)));
  }

  @Test
  void subscriptionsAreWrittenAsOthersWriteThem() throws IOException {
    Terms terms = new Terms(SnapshotChoice.WANTED, TOKEN, AccountOptions.DEFAULTS);
    V2Codec codec = new V2Codec();
    assertThat(leaves(codec.subscribe(1, new Topic.BalanceTopic(), List.of(), terms).get(0)))
        .isEqualTo(leaves(read("subscribe/subscribe-request-balances-async-rs.json")));
    assertThat(leaves(codec.unsubscribe(1, new Topic.ExecutionTopic(), List.of(), TOKEN).get(0)))
        .isEqualTo(leaves(read("unsubscribe/unsubscribe-request-executions-docs.json")));
    List<Pair> pairs = List.of(Pair.of("ALGO/USD"), Pair.of("MATIC/USD"));
    Map<String, String> level3 =
        leaves(codec.subscribe(1, new Topic.Level3Topic(Level3Depth.D10), pairs, terms).get(0));
    assertThat(level3.remove(".params.depth")).isEqualTo("10");
    assertThat(level3).isEqualTo(leaves(read("subscribe/subscribe-request-level3-docs.json")));
  }

  private static String read(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), "no captured frames here");
    return Files.readString(path);
  }

  /** Each value by its path; numbers without zeros at their end. */
  private static Map<String, String> leaves(String text) throws IOException {
    Map<String, String> leaves = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          String value =
              token.isNumeric()
                  ? parser.getDecimalValue().stripTrailingZeros().toPlainString()
                  : parser.getText();
          leaves.put(path(parser), value);
        }
      }
    }
    leaves
        .entrySet()
        .removeIf(
            leaf ->
                LEFT_OUT.stream().anyMatch((leaf.getKey() + "=" + leaf.getValue())::startsWith));
    return leaves;
  }

  private static String path(JsonParser parser) {
    return parser.getParsingContext().pathAsPointer().toString().replace('/', '.');
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
