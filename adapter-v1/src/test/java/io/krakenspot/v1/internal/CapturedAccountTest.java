package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate.Kind;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.OrderReport;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Captured frames of accounts and trading, field by field, where they are at hand. */
class CapturedAccountTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("krakenspot.fixtures", "absent"), "v1");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Token ZEROES = new Token("0".repeat(40));
  private static final Token MADE_UP =
      new Token("MadeUpTokenForTestsOnly0123456789abcdefghijklmno");

  private final V1Codec codec = new V1Codec();

  @BeforeEach
  void frames() {
    Assumptions.assumeTrue(Files.isDirectory(FIXTURES), "no captured frames here");
  }

  @Test
  void aConnectionWithAnOrderPlacedAndCancelled() throws IOException {
    List<Object> facts =
        Files.readAllLines(FIXTURES.resolve("openOrders/connection-open-orders-2022.jsonl"))
            .stream()
            .filter(line -> !line.isBlank())
            .flatMap(line -> Recorder.decode(codec, line).stream())
            .toList();
    assertThat(facts).hasSize(6);
    assertThat(facts.get(1))
        .isEqualTo(
            new Acknowledgement(
                Acknowledgement.NO_REQUEST,
                true,
                false,
                new Topic.OrderTopic(),
                null,
                null,
                List.of(),
                180,
                null));
    assertThat(((AccountFrame) facts.get(2)).snapshot()).isTrue();
    assertPending(order(facts.get(3)));
    assertThat(order(facts.get(4)).kind()).isEqualTo(Kind.OPENED);
    assertThat(order(facts.get(4)).status()).isEqualTo(OrderStatus.NEW);
    assertThat(order(facts.get(5)).kind()).isEqualTo(Kind.CANCELED);
    assertThat(order(facts.get(5)).attributes().get(OrderAttribute.REASON))
        .isEqualTo("User requested");
    assertThat(((AccountFrame) facts.get(5)).sequence()).isEqualTo(4);
  }

  private static void assertPending(OrderReport report) {
    assertThat(report.kind()).isEqualTo(Kind.PENDING);
    assertThat(report.orderId()).isEqualTo("O3OKBR-EKKM5-WJEAEC");
    assertThat(report.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(report.timestamp()).isEqualTo(Instant.ofEpochSecond(1671487359, 886_110_000));
    var attributes = report.attributes();
    assertThat(attributes.known())
        .containsExactlyInAnyOrder(
            OrderAttribute.PAIR,
            OrderAttribute.SIDE,
            OrderAttribute.TYPE,
            OrderAttribute.LIMIT_PRICE,
            OrderAttribute.DESCRIPTION,
            OrderAttribute.QUANTITY,
            OrderAttribute.EXECUTED_QUANTITY,
            OrderAttribute.EXECUTED_COST,
            OrderAttribute.FEE,
            OrderAttribute.AVERAGE_PRICE,
            OrderAttribute.POST_ONLY,
            OrderAttribute.FEE_PREFERENCE,
            OrderAttribute.OPENED,
            OrderAttribute.TIME_IN_FORCE);
    assertThat(attributes.get(OrderAttribute.PAIR)).isEqualTo(Pair.of("USDT/USD"));
    assertThat(attributes.get(OrderAttribute.SIDE)).isEqualTo(Side.BUY);
    assertThat(attributes.get(OrderAttribute.TYPE)).isEqualTo(OrderType.LIMIT);
    assertThat(attributes.get(OrderAttribute.LIMIT_PRICE)).isEqualTo(OrderPrice.of("0.998"));
    assertThat(attributes.get(OrderAttribute.QUANTITY)).hasToString("10.00000000");
    assertThat(attributes.get(OrderAttribute.POST_ONLY)).isTrue();
    assertThat(attributes.get(OrderAttribute.FEE_PREFERENCE)).isEqualTo(FeePreference.QUOTE);
    assertThat(attributes.get(OrderAttribute.TIME_IN_FORCE)).isEqualTo(TimeInForce.GTC);
  }

  @Test
  void aSnapshotOfTwoOrders() throws IOException {
    AccountFrame frame = (AccountFrame) decode("openOrders/openOrders-gct.json");
    assertThat(frame.snapshot()).isTrue();
    assertThat(frame.reports())
        .extracting(report -> report.order().kind())
        .containsExactly(Kind.SNAPSHOT, Kind.SNAPSHOT);
    OrderReport first = frame.reports().get(0).order();
    assertThat(first.status()).isEqualTo(OrderStatus.NEW);
    assertThat(first.attributes().get(OrderAttribute.PARENT_ID)).isEqualTo("LIMIT-OPEN");
    assertThat(first.attributes().get(OrderAttribute.LEVERAGE)).isEqualTo("0.1");
    assertThat(first.attributes().get(OrderAttribute.EXPIRE_TIME)).isNull();
    assertThat(first.attributes().get(OrderAttribute.LIMIT_PRICE)).isEqualTo(OrderPrice.of("34.5"));
    OrderReport second = frame.reports().get(1).order();
    assertThat(second.attributes().get(OrderAttribute.TYPE)).isEqualTo(OrderType.MARKET);
    assertThat(second.attributes().get(OrderAttribute.LIMIT_PRICE)).isNull();
  }

  @Test
  void fillOfAnOrder() throws IOException {
    decode("openOrders/openOrders-docs.json");
    OrderReport report = order(decode("openOrders/openOrders-async-rs-6.json"));
    assertThat(report.kind()).isEqualTo(Kind.TRADED);
    assertThat(report.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(report.attributes().get(OrderAttribute.AVERAGE_PRICE)).hasToString("1967.68000");
    OrderReport expired = order(decode("openOrders/openOrders-async-rs-4.json"));
    assertThat(expired.kind()).isEqualTo(Kind.EXPIRED);
    assertThat(expired.timestamp()).isEqualTo(Instant.ofEpochSecond(1700309901, 358_598_000));
  }

  @Test
  void fill() throws IOException {
    AccountFrame frame = (AccountFrame) decode("ownTrades/ownTrades-async-rs-2.json");
    assertThat(frame.sequence()).isEqualTo(2);
    Fill fill = frame.reports().get(0).fill();
    assertThat(fill.id()).isEqualTo("TROWH4-DD6XR-2O7DPH");
    assertThat(fill.orderId()).isEqualTo("OX6J4U-3FWTH-NPST2W");
    assertThat(fill.pair()).isEqualTo(Pair.of("ETH/USD"));
    assertThat(fill.side()).isEqualTo(Side.BUY);
    assertThat(fill.orderType()).isEqualTo(OrderType.LIMIT);
    assertThat(fill.quantity()).hasToString("0.01000000");
    assertThat(fill.price()).hasToString("1967.68000");
    assertThat(fill.cost()).hasToString("19.67680");
    assertThat(fill.fees()).hasToString("[Fee[asset=USD, quantity=0.03148]]");
    assertThat(fill.timestamp()).isEqualTo(Instant.ofEpochSecond(1700220761, 62_896_000));
    assertThat(fill.margin()).isFalse();
    assertThat(fill.positionId()).isEqualTo("TKH2SE-M7IF5-CFI7LT");
  }

  @Test
  void fillsOfASnapshot() throws IOException {
    AccountFrame frame = (AccountFrame) decode("ownTrades/ownTrades-ccapi.json");
    assertThat(frame.snapshot()).isTrue();
    assertThat(frame.reports())
        .extracting(AccountReport::fill)
        .extracting(Fill::side)
        .containsExactly(Side.SELL, Side.BUY, Side.SELL, Side.BUY);
  }

  @Test
  void answers() throws IOException {
    CommandAnswer placed = answer("addOrderStatus/addOrderStatus-async-rs.json");
    assertThat(placed.kind()).isEqualTo(Command.Kind.PLACE);
    assertThat(placed.ids().orderId()).isEqualTo("OA7JUX-OKLO3-M6IEVL");
    assertThat(placed.description()).isEqualTo("buy 10.00000000 USDCUSD @ limit 0.9000");
    CommandAnswer edited = answer("editOrderStatus/editOrderStatus-async-rs.json");
    assertThat(edited.ids())
        .isEqualTo(new CommandAnswer.Ids("O7NE5Y-QUARV-HHHUCA", null, null, "OA7JUX-OKLO3-M6IEVL"));
    assertThat(answer("cancelAllStatus/cancelAllStatus-goctopus.json").count()).isEqualTo(2);
    CommandAnswer off =
        answer("cancelAllOrdersAfterStatus/cancelAllOrdersAfterStatus-goctopus.json");
    assertThat(off.requestId()).isEqualTo(1608543428051L);
    assertThat(off.times())
        .isEqualTo(new CommandAnswer.Times(Instant.parse("2020-12-21T09:37:09Z"), null));
  }

  @Test
  void refusals() throws IOException {
    assertThat(answer("addOrderStatus/addOrderStatus-error-bittrade.json").error())
        .isEqualTo("Unsupported field: 'refid' for the given msg type: add order");
    assertThat(answer("addOrderStatus/addOrderStatus-error-async-rs-3.json").error())
        .isEqualTo("EGeneral:Invalid arguments:timeinforce");
    CommandAnswer cancel = answer("cancelOrderStatus/cancelOrderStatus-error-async-rs.json");
    assertThat(cancel.kind()).isEqualTo(Command.Kind.CANCEL);
    assertThat(cancel.success()).isFalse();
    assertThat(cancel.error()).isEqualTo("EOrder:Unknown order");
  }

  @Test
  void anEchoedTokenIsNotKept() throws IOException {
    Object refused = decode("subscriptionStatus/subscriptionStatus-ownTrades-error-v1-errors.json");
    assertThat(((Acknowledgement) refused).topic()).isEqualTo(new Topic.FillTopic());
    assertThat(refused.toString()).doesNotContain(MADE_UP.text());
  }

  @Test
  void requestsOfOrders() throws IOException {
    NewOrder limit =
        NewOrder.buy(Pair.of("BTC/USD"), OrderType.LIMIT)
            .quantity(BigDecimal.TEN)
            .limit(OrderPrice.of("9000"))
            .build();
    NewOrder post =
        NewOrder.buy(Pair.of("USDT/USD"), OrderType.LIMIT)
            .quantity(new BigDecimal("10.0"))
            .limit(OrderPrice.of("0.9980"))
            .postOnly(true)
            .build();
    assertThat(request(new Command.Place(limit)))
        .isEqualTo(theirs("addOrder/addOrder-wsapi-dotnet.json"));
    assertThat(request(new Command.Place(post)))
        .isEqualTo(theirs("addOrder/addOrder-bittrade.json"));
  }

  @Test
  void requestsOfOtherCommands() throws IOException {
    EditOrder edit =
        EditOrder.of("O26VH7-COEPR-YFYXLK", Pair.of("BTC/USD"))
            .limit(OrderPrice.of("9000"))
            .userReference(666)
            .build();
    ObjectNode cancel = theirs("cancelOrder/cancelOrder-goctopus.json");
    cancel.withArray("txid").remove(1);
    assertThat(request(new Command.Edit(edit))).isEqualTo(theirs("editOrder/editOrder-docs.json"));
    assertThat(request(new Command.CancelAll()))
        .isEqualTo(theirs("cancelAll/cancelAll-goctopus.json"));
    assertThat(request(new Command.CancelAllAfter(Duration.ofSeconds(60))))
        .isEqualTo(theirs("cancelAllOrdersAfter/cancelAllOrdersAfter-docs.json"));
    assertThat(request(new Command.Cancel(OrderKey.id("OGTT3Y-C6I3P-XRI6HX")))).isEqualTo(cancel);
  }

  /** The documentation's example writes the flag as a text, its table as a boolean. */
  @Test
  void requestsOfSubscriptions() throws IOException {
    ObjectNode orders = theirs("subscribe/subscribe-openOrders-docs.json");
    ((ObjectNode) orders.get("subscription")).put("ratecounter", true);
    assertThat(subscribe(new Topic.OrderTopic())).isEqualTo(orders);
    assertThat(subscribe(new Topic.FillTopic()))
        .isEqualTo(theirs("subscribe/subscribe-ownTrades-goctopus.json"));
    assertThat(comparable(codec.unsubscribe(1, new Topic.FillTopic(), List.of(), MADE_UP).get(0)))
        .isEqualTo(theirs("unsubscribe/unsubscribe-ownTrades-goctopus.json"));
  }

  private ObjectNode request(Command command) throws IOException {
    return comparable(codec.command(1, command, ZEROES, Instant.EPOCH));
  }

  private ObjectNode subscribe(Topic topic) throws IOException {
    AccountOptions options = new AccountOptions(true, true, true, false, true);
    Terms terms = new Terms(SnapshotChoice.WANTED, MADE_UP, options);
    return comparable(codec.subscribe(1, topic, List.of(), terms).get(0));
  }

  private static ObjectNode theirs(String file) throws IOException {
    return comparable(read(file));
  }

  /** Without what the captures have or lack by chance: ids, the token, and flags that are empty. */
  private static ObjectNode comparable(String text) throws IOException {
    ObjectNode request = (ObjectNode) JSON.readTree(text);
    if ("".equals(request.path("oflags").textValue())) {
      request.remove("oflags");
    }
    request.remove(List.of("reqid", "token"));
    return request;
  }

  private CommandAnswer answer(String file) throws IOException {
    return (CommandAnswer) decode(file);
  }

  private Object decode(String file) throws IOException {
    List<Object> facts = Recorder.decode(codec, read(file));
    assertThat(facts).hasSize(1);
    return facts.get(0);
  }

  private static OrderReport order(Object fact) {
    return ((AccountFrame) fact).reports().get(0).order();
  }

  private static String read(String file) throws IOException {
    return Files.readString(FIXTURES.resolve(file));
  }
}
