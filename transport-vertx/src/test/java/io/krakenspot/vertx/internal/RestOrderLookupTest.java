package io.krakenspot.vertx.internal;

import static io.krakenspot.vertx.internal.RestTokenSourceTest.failure;
import static io.krakenspot.vertx.internal.ScriptedPost.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.TriggerReference;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.VirtualLoop;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestOrderLookupTest {
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static final String ID = "OAAAAA-BBBBB-CCCCC1";
  private static final OrderKey BY_ID = OrderKey.id(ID);
  private static final OrderKey BY_CLIENT = OrderKey.clientId("my order&1");
  private static final OrderKey BY_NUMBER = OrderKey.userReference(-7);
  private static final String NONE_OPEN = "{\"error\":[],\"result\":{\"open\":{}}}";
  private static final String NONE_CLOSED = "{\"error\":[],\"result\":{\"closed\":{},\"count\":0}}";

  private final VirtualLoop loop = new VirtualLoop();
  private final ScriptedPost post = new ScriptedPost();
  private final RestOrderLookup lookup =
      new RestOrderLookup(
          new PrivateCalls(
              URI.create("http://kraken.test"),
              Credentials.of("lookup-" + KEYS.incrementAndGet(), SignatureTest.SECRET),
              loop,
              Duration.ofSeconds(10),
              post));

  @Test
  void asksForAnIdByName() {
    post.answering(queried("{\"status\":\"open\",\"vol_exec\":\"0.00000000\"}"));

    assertThat(found(BY_ID)).extracting(Order::id).containsExactly(ID);
    assertThat(forms()).containsExactly("QueryOrders nonce=1767225600000&txid=" + ID);
  }

  @Test
  void searchesOpenAndThenEndedOrdersForAClientId() {
    post.answering(NONE_OPEN, NONE_CLOSED);

    assertThat(found(BY_CLIENT)).isEmpty();
    assertThat(forms())
        .containsExactly(
            "OpenOrders nonce=1767225600000&cl_ord_id=my+order%261",
            "ClosedOrders nonce=1767225600001&cl_ord_id=my+order%261");
  }

  @Test
  void searchesOpenAndThenEndedOrdersForANumber() {
    post.answering(NONE_OPEN, NONE_CLOSED);

    assertThat(found(BY_NUMBER)).isEmpty();
    assertThat(forms())
        .containsExactly(
            "OpenOrders nonce=1767225600000&userref=-7",
            "ClosedOrders nonce=1767225600001&userref=-7");
  }

  @Test
  void listsTheNewestFirstAndOneThatEndedMeanwhileOnce() {
    post.answering(
        "{\"error\":[],\"result\":{\"open\":{"
            + "\"OLD\":{\"status\":\"open\",\"userref\":-7,\"opentm\":100.5},"
            + "\"ENDS\":{\"status\":\"open\",\"userref\":-7,\"opentm\":300}}}}",
        "{\"error\":[],\"result\":{\"closed\":{"
            + "\"BARE\":{\"status\":\"expired\",\"userref\":-7},"
            + "\"ENDS\":{\"status\":\"canceled\",\"userref\":-7,\"opentm\":300},"
            + "\"MID\":{\"status\":\"closed\",\"userref\":-7,\"opentm\":\"200.000001\"}}}}");

    assertThat(found(BY_NUMBER))
        .extracting(order -> order.id() + " " + order.status())
        .containsExactly("ENDS CANCELED", "MID FILLED", "OLD NEW", "BARE EXPIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "pending,0.0,PENDING",
    "open,0.00000000,NEW",
    "open,0.00000001,PARTIALLY_FILLED",
    "closed,1.0,FILLED",
    "canceled,0.5,CANCELED",
    "expired,0.5,EXPIRED",
    "frozen,0.5,UNKNOWN"
  })
  void readsTheStatus(String status, String executed, OrderStatus expected) {
    post.answering(queried("{\"status\":\"" + status + "\",\"vol_exec\":\"" + executed + "\"}"));

    assertThat(found(BY_ID)).extracting(Order::status).containsExactly(expected);
  }

  @Test
  void readsAllThatTheRecordsCarry() {
    post.answering(
        queried(
            """
            {"refid":"OPARENT","userref":42,"cl_ord_id":"mine","ext_ord_id":"theirs",
             "status":"canceled","reason":"User requested","opentm":1688583840.864812,
             "closetm":1688590000.5432,"starttm":1688583850,"expiretm":"1688600000.25",
             "descr":{"pair":"XBT/USD","type":"sell","ordertype":"stop-loss-limit",
              "price":"29500.10","price2":"+2.5%","leverage":"5:1","position":"TPOS",
              "order":"sell it","close":"close it"},
             "vol":"1.50000000","vol_exec":"0.40000000","cost":"11800.040","fee":"18.88",
             "price":"29500.100","stopprice":"29500.2","limitprice":"0.00000",
             "display_volume":"0.5","display_volume_remain":"0.0","trigger":"index",
             "timeinforce":"GTD","misc":"stopped,liquidation,stopped","oflags":"post,fcib,nompp",
             "margin":true,"reduce_only":true,"amended":true,"sender_sub_id":"desk",
             "trades":["T1"],"tomorrow":{"deep":[1.5,null]}}\
            """));

    Order order = found(BY_ID).get(0);

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order.attributes())
        .isEqualTo(
            OrderAttributes.builder()
                .put(OrderAttribute.PARENT_ID, "OPARENT")
                .put(OrderAttribute.USER_REFERENCE, 42)
                .put(OrderAttribute.CLIENT_ORDER_ID, "mine")
                .put(OrderAttribute.EXTERNAL_ID, "theirs")
                .put(OrderAttribute.REASON, "User requested")
                .put(OrderAttribute.OPENED, Instant.parse("2023-07-05T19:04:00.864812Z"))
                .put(OrderAttribute.UPDATED, Instant.parse("2023-07-05T20:46:40.543200Z"))
                .put(OrderAttribute.EFFECTIVE_TIME, Instant.parse("2023-07-05T19:04:10Z"))
                .put(OrderAttribute.EXPIRE_TIME, Instant.parse("2023-07-05T23:33:20.25Z"))
                .put(OrderAttribute.PAIR, Pair.of("BTC/USD"))
                .put(OrderAttribute.SIDE, Side.SELL)
                .put(OrderAttribute.TYPE, OrderType.STOP_LOSS_LIMIT)
                .put(OrderAttribute.TRIGGER_PRICE, OrderPrice.of("29500.10"))
                .put(OrderAttribute.LIMIT_PRICE, OrderPrice.percentAway(new BigDecimal("2.5")))
                .put(OrderAttribute.LEVERAGE, "5:1")
                .put(OrderAttribute.POSITION_ID, "TPOS")
                .put(OrderAttribute.DESCRIPTION, "sell it")
                .put(OrderAttribute.CLOSE_DESCRIPTION, "close it")
                .put(OrderAttribute.QUANTITY, new BigDecimal("1.5"))
                .put(OrderAttribute.EXECUTED_QUANTITY, new BigDecimal("0.4"))
                .put(OrderAttribute.EXECUTED_COST, new BigDecimal("11800.04"))
                .put(OrderAttribute.FEE, new BigDecimal("18.88"))
                .put(OrderAttribute.AVERAGE_PRICE, new BigDecimal("29500.1"))
                .put(OrderAttribute.TRIGGER_ACTUAL_PRICE, new BigDecimal("29500.2"))
                .put(OrderAttribute.DISPLAY_QUANTITY, new BigDecimal("0.5"))
                .put(OrderAttribute.DISPLAY_REMAINING, BigDecimal.ZERO)
                .put(OrderAttribute.TRIGGER_REFERENCE, TriggerReference.INDEX)
                .put(OrderAttribute.TIME_IN_FORCE, TimeInForce.GTD)
                .put(OrderAttribute.REMARKS, "stopped,liquidation,stopped")
                .put(OrderAttribute.LIQUIDATED, true)
                .put(OrderAttribute.POST_ONLY, true)
                .put(OrderAttribute.NO_PRICE_PROTECTION, true)
                .put(OrderAttribute.FEE_PREFERENCE, FeePreference.BASE)
                .put(OrderAttribute.MARGIN, true)
                .put(OrderAttribute.REDUCE_ONLY, true)
                .put(OrderAttribute.AMENDED, true)
                .put(OrderAttribute.SENDER_SUB_ID, "desk")
                .build());
    assertThat(order.averagePrice()).as("digits of the wire").hasToString("29500.100");
    assertThat(order.quantity()).as("digits of the wire").hasToString("1.50000000");
  }

  @Test
  void leavesOutWhatStandsForNothing() {
    post.answering(
        queried(
            """
            {"refid":null,"userref":0,"cl_ord_id":"","status":"open","opentm":0,"starttm":0,
             "expiretm":0.0,"descr":{"pair":"XBTPYUSD","type":"borrow","ordertype":"limit",
              "price":"0","price2":"0","leverage":"none","order":"","close":""},
             "stopprice":"0.00000","limitprice":"0.00000","misc":"","oflags":"","vol":null}\
            """));

    assertThat(found(BY_ID).get(0).attributes())
        .isEqualTo(OrderAttributes.builder().put(OrderAttribute.TYPE, OrderType.LIMIT).build());
  }

  @Test
  void readsAnOrderMadeInTheQuoteCurrency() {
    post.answering(queried("{\"status\":\"open\",\"vol\":\"100.00\",\"oflags\":\"fciq,viqc\"}"));

    Order order = found(BY_ID).get(0);
    assertThat(order.get(OrderAttribute.CASH_QUANTITY)).hasToString("100.00");
    assertThat(order.quantity()).isNull();
    assertThat(order.get(OrderAttribute.FEE_PREFERENCE)).isEqualTo(FeePreference.QUOTE);
  }

  @ParameterizedTest
  @CsvSource({
    "limit,27500.0,0,27500.0,",
    "iceberg,27500.0,0,27500.0,",
    "market,27500.0,27500.0,,",
    "stop-loss,27500.0,26000.0,,27500.0",
    "take-profit-limit,27500.0,26000.0,26000.0,27500.0",
    "trailing-stop,+5.0%,0,,+5.0%",
    "trailing-stop-limit,+150,-2.5,-2.5,+150",
    "stop-loss-limit,#3%,26000.0,26000.0,",
    "of-tomorrow,1,2,,"
  })
  void readsPricesByTheKindOfOrder(
      String type, String first, String second, String limit, String trigger) {
    post.answering(
        queried(
            "{\"status\":\"open\",\"descr\":{\"ordertype\":\"%s\",\"price\":\"%s\",\"price2\":\"%s\"}}"
                .formatted(type, first, second)));

    Order order = found(BY_ID).get(0);
    assertThat(text(order.limitPrice())).isEqualTo(limit);
    assertThat(text(order.get(OrderAttribute.TRIGGER_PRICE))).isEqualTo(trigger);
  }

  @Test
  void knowsTheLimitOfAnOrderThatWasTripped() {
    post.answering(
        queried(
            "{\"status\":\"open\",\"limitprice\":\"26010.0\",\"descr\":{"
                + "\"ordertype\":\"stop-loss-limit\",\"price\":\"26000.0\",\"price2\":\"+10\"}}"));

    assertThat(found(BY_ID).get(0).limitPrice()).isEqualTo(OrderPrice.of("26010"));
  }

  @Test
  void hasNoneOfAnUnknownOrder() {
    post.answering(error("EOrder:Unknown order"));

    assertThat(found(BY_ID)).isEmpty();
  }

  @Test
  void hasNoneIfNothingIsListed() {
    post.answering("{\"error\":[],\"result\":{}}");

    assertThat(found(BY_ID)).isEmpty();
  }

  @Test
  void findsAnEndedOrderAlthoughNoneIsOpen() {
    post.answering(
        error("EOrder:Unknown order"),
        "{\"error\":[],\"result\":{\"closed\":{\"O1\":"
            + "{\"status\":\"closed\",\"cl_ord_id\":\"my order&1\"}}}}");

    assertThat(found(BY_CLIENT)).extracting(Order::id).containsExactly("O1");
  }

  @Test
  void tellsOfAMissingPermission() {
    post.answering(error("EGeneral:Permission denied"));

    assertThat(failure(lookup.find(BY_CLIENT)))
        .isInstanceOfSatisfying(
            TokenRefusedException.class, refused -> assertThat(refused.passing()).isFalse())
        .hasMessageStartingWith("OpenOrders refused: EGeneral:Permission denied")
        .hasMessageContaining("Query open orders & trades")
        .hasMessageContaining("Query closed orders & trades");
    assertThat(post.sent).hasSize(1);
  }

  /** Half of the truth would look like an order that never was. */
  @Test
  void failsIfOneOfTheListsIsMissing() {
    post.answering(NONE_OPEN, error("EAPI:Rate limit exceeded"));

    assertThat(failure(lookup.find(BY_CLIENT)))
        .isInstanceOf(TokenRefusedException.class)
        .hasMessageStartingWith("ClosedOrders refused: EAPI:Rate limit exceeded");
  }

  @Test
  void sharesItsTimeBetweenBothLists() {
    CompletionStage<List<Order>> looked = lookup.find(BY_CLIENT);
    loop.advance(Duration.ofSeconds(4));
    post.last().answer(NONE_OPEN);

    assertThat(post.last().within()).isEqualTo(Duration.ofSeconds(6));
    post.last().answer(NONE_CLOSED);
    assertThat(looked.toCompletableFuture().join()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"open\",\"vol\":\"much\"}",
        "{\"status\":\"open\",\"vol\":\"1e5\"}",
        "{\"status\":\"open\",\"vol\":\"NaN\"}",
        "{\"status\":\"open\",\"vol\":1.5}",
        "{\"status\":\"open\",\"vol\":{}}",
        "{\"status\":\"open\",\"vol_exec\":\"0x1\"}",
        "{\"status\":\"open\",\"opentm\":\"yesterday\"}",
        "{\"status\":\"open\",\"opentm\":1e300}",
        "{\"status\":\"open\",\"opentm\":1e999}",
        "{\"status\":\"open\",\"opentm\":99999999999999}",
        "{\"status\":\"open\",\"userref\":9999999999}",
        "{\"status\":\"open\",\"userref\":\"1.5\"}",
        "{\"status\":null}",
        "{}",
        "7",
        "null"
      })
  void refusesAnOrderThatCannotBeRead(String order) {
    post.answering(queried(order));

    assertThat(failure(lookup.find(BY_ID)))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageStartingWith("the answer to QueryOrders ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":[],\"result\":{}}",
        "{\"error\":[],\"result\":{\"open\":[]}}",
        "{\"error\":[],\"result\":{\"open\":null}}",
        "{\"error\":[],\"result\":{\"open\":{\"O1\":{\"status\":\"open\",\"cl_ord_id\":\"other\"}}}}",
        "{\"error\":[],\"result\":{\"open\":{\"O1\":{\"status\":\"open\"}}}}"
      })
  void believesNoListOfOtherOrders(String answer) {
    post.answering(answer, NONE_CLOSED);

    assertThat(failure(lookup.find(BY_CLIENT))).isInstanceOf(MalformedFrameException.class);
  }

  private static String text(OrderPrice price) {
    return price == null ? null : price.toString();
  }

  private static String queried(String order) {
    return "{\"error\":[],\"result\":{\"" + ID + "\":" + order + "}}";
  }

  private List<Order> found(OrderKey key) {
    return lookup.find(key).toCompletableFuture().join();
  }

  private List<String> forms() {
    return post.sent.stream()
        .map(sent -> sent.uri().getPath().replace("/0/private/", "") + " " + sent.form())
        .toList();
  }
}
