package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trading requests of v1 as a client sees their answers. */
final class V1TradingTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final String LIMIT =
      "'ordertype':'limit','type':'buy','pair':'XBT/USD','volume':'0.5'";
  private static final String FAR = LIMIT + ",'price':'50000'";

  private final Trader trader = new Trader();
  private final TestClient client = trader.connect(Path.V1_PRIVATE);

  private JsonNode only(String event, String fields) {
    List<JsonNode> answers = Trader.ask(client, trader.v1(event, fields));
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private String add(String fields) {
    JsonNode answer = only("addOrder", fields);
    assertThat(answer.path("errorMessage").asText()).isEmpty();
    return answer.get("txid").asText();
  }

  private AccountAudit.AuditedOrder order(String id) {
    return trader.audit().orders().stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private BigDecimal last() {
    var trades = trader.exchange.lastTrades(BITCOIN);
    return trades.get(trades.size() - 1).price();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ",'price':'50000','refid':'x'"
            + "| Unsupported field: 'refid' for the given msg type: add order",
        ",'price':'50000','timeinforce':'FOK' | EGeneral:Invalid arguments:timeinforce",
        ",'price':50000 | EGeneral:Invalid arguments:price",
        ",'price':'50000.05' | EOrder:Tick size check failed",
        ",'price':'50000','oflags':'fcib,fciq' | EGeneral:Invalid arguments:oflags",
        ",'price':'50000','cl_ord_id':'a','userref':'1' | EGeneral:Invalid arguments:cl_ord_id",
        ",'price':'99000','oflags':'post' | EOrder:Post only order",
        ",'price':'50000','deadline':'2025-01-01T00:00:00.000Z' | EService:Deadline elapsed",
      })
  void refusesAnOrder(String fields, String error) {
    JsonNode answer = only("addOrder", LIMIT + fields);
    assertThat(answer.get("errorMessage").asText()).isEqualTo(error);
    assertThat(answer.get("event").asText()).isEqualTo("addOrderStatus");
    assertThat(answer.get("status").asText()).isEqualTo("error");
    assertThat(answer.get("reqid").asInt()).isEqualTo(7);
    assertThat(answer.has("pair")).isEqualTo(error.startsWith("Unsupported"));
    assertThat(trader.audit().orders()).isEmpty();
  }

  @Test
  void validatingAnswersWithoutAnId() {
    assertThat(client.ask(trader.v1("addOrder", FAR + ",'validate':'true'")))
        .containsExactly(
            json(
                "{'descr':'buy 0.50000000 XBTUSD @ limit 50000.0','event':'addOrderStatus',"
                    + "'reqid':7,'status':'ok'}"));
    assertThat(trader.audit().orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"buy,-2%,-0.02", "buy,#2%,-0.02", "sell,#1%,0.01", "sell,+5%,0.05"})
  void aRelativeLimitCountsFromTheLastTrade(String side, String price, BigDecimal share) {
    String id = add(FAR.replace("buy", side).replace("50000", price));
    assertThat(order(id).limitPrice())
        .isEqualByComparingTo(last().add(last().multiply(share)).setScale(1, RoundingMode.HALF_UP));
  }

  @Test
  void anAmountCanBeRelativeToo() {
    assertThat(order(add(FAR.replace("50000", "-500"))).limitPrice())
        .isEqualByComparingTo(last().subtract(new BigDecimal("500")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'ordertype':'stop-loss','type':'sell','price':'#3%' | stop-loss | -0.03",
        "'ordertype':'stop-loss','type':'buy','price':'#3%' | stop-loss | 0.03",
        "'ordertype':'take-profit','type':'sell','price':'#3%' | take-profit | 0.03",
      })
  void aRelativeTriggerGoesTheWayOfItsType(String fields, String type, BigDecimal share) {
    TestClient watcher = trader.connect(Path.V1_PRIVATE);
    watcher.ask(trader.v1Subscribe("'name':'openOrders'"));
    String id = add(fields + ",'pair':'XBT/USD','volume':'0.1'");
    JsonNode item = watcher.frames().get(0).at("/0/0/" + id);
    assertThat(item.at("/descr/ordertype").asText()).isEqualTo(type);
    assertThat(new BigDecimal(item.get("stopprice").asText()))
        .isEqualByComparingTo(last().add(last().multiply(share)).setScale(1, RoundingMode.HALF_UP));
  }

  @Test
  void aTrailingStopNeedsADistance() {
    String trailing = "'ordertype':'trailing-stop','type':'sell','pair':'XBT/USD','volume':'0.1'";
    assertThat(only("addOrder", trailing + ",'price':'50000'").get("errorMessage").asText())
        .isEqualTo("EGeneral:Invalid arguments:price");
    assertThat(order(add(trailing + ",'price':'+500'")).type()).isEqualTo("trailing-stop");
    String limited = trailing.replace("trailing-stop", "trailing-stop-limit");
    assertThat(order(add(limited + ",'price':'+2%','price2':'-10'")).type())
        .isEqualTo("trailing-stop-limit");
  }

  @Test
  void aVolumeCanBeInQuoteCurrency() {
    String id =
        add("'ordertype':'market','type':'buy','pair':'XBT/USD','volume':'100','oflags':'viqc'");
    assertThat(order(id).cost())
        .isLessThanOrEqualTo(new BigDecimal("100"))
        .isGreaterThan(new BigDecimal("98"));
  }

  @Test
  void anOrderCanBeginAndEndLater() {
    String id = add(FAR + ",'starttm':'+10','expiretm':'+60','timeinforce':'GTD'");
    trader.loop.run();
    assertThat(order(id).status()).isEqualTo("pending_new");
    trader.loop.advance(Duration.ofSeconds(11));
    assertThat(order(id).status()).isEqualTo("new");
    trader.loop.advance(Duration.ofSeconds(50));
    assertThat(order(id).status()).isEqualTo("expired");
  }

  @Test
  void anEditReplacesTheOrder() {
    String id = add(FAR + ",'userref':'5'");
    JsonNode answer =
        only("editOrder", "'orderid':'%s','pair':'XBT/USD','price':'50100'".formatted(id));
    assertThat(answer.get("event").asText()).isEqualTo("editOrderStatus");
    assertThat(answer.get("originaltxid").asText()).isEqualTo(id);
    assertThat(answer.get("descr").asText()).isEqualTo("buy 0.50000000 XBTUSD @ limit 50100.0");
    assertThat(order(answer.get("txid").asText()).limitPrice()).isEqualByComparingTo("50100");
    assertThat(
            only("editOrder", "'orderid':'OUNKNO-AAAAA-AAAAAA','pair':'XBT/USD','volume':'1'")
                .get("errorMessage")
                .asText())
        .isEqualTo("EOrder:Invalid order");
  }

  @Test
  void anAmendKeepsTheOrder() {
    String id = add(FAR);
    JsonNode answer = only("amendOrder", "'txid':'%s','limit_price':'-1%%'".formatted(id));
    assertThat(answer.get("txid").asText()).isEqualTo(id);
    assertThat(answer.get("amend_id").asText()).startsWith("T");
    assertThat(order(id).limitPrice())
        .isEqualByComparingTo(
            last().multiply(new BigDecimal("0.99")).setScale(1, RoundingMode.HALF_UP));
  }

  @Test
  void cancelsAreAnsweredOneByOneWithoutIds() {
    String first = add(FAR);
    add(FAR + ",'userref':'5'");
    add(FAR + ",'userref':'5'");
    assertThat(
            client.ask(
                trader.v1(
                    "cancelOrder", "'txid':['%s','5','OUNKNO-AAAAA-AAAAAA']".formatted(first))))
        .containsExactly(
            json("{'event':'cancelOrderStatus','reqid':7,'status':'ok'}"),
            json("{'event':'cancelOrderStatus','reqid':7,'status':'ok'}"),
            json("{'event':'cancelOrderStatus','reqid':7,'status':'ok'}"),
            json(
                "{'errorMessage':'EOrder:Unknown order','event':'cancelOrderStatus','reqid':7,"
                    + "'status':'error'}"));
  }

  @Test
  void cancelAllCounts() {
    add(FAR);
    add(FAR);
    assertThat(client.ask(trader.v1("cancelAll", "")))
        .containsExactly(json("{'count':2,'event':'cancelAllStatus','reqid':7,'status':'ok'}"));
  }

  @Test
  void theDeadMansSwitchTellsItsTimesAndFires() {
    String id = add(FAR);
    assertThat(only("cancelAllOrdersAfter", "'timeout':0").get("triggerTime").asText())
        .isEqualTo("0");
    trader.loop.advance(Duration.ofMillis(400));
    client.texts();
    assertThat(client.ask(trader.v1("cancelAllOrdersAfter", "'timeout':60")))
        .containsExactly(
            json(
                "{'currentTime':'2026-01-01T00:00:01Z','triggerTime':'2026-01-01T00:01:01Z',"
                    + "'event':'cancelAllOrdersAfterStatus','reqid':7,'status':'ok'}"));
    trader.loop.advance(Duration.ofSeconds(60));
    assertThat(order(id).status()).isEqualTo("canceled");
  }
}
