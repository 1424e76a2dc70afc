package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.SystemStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trading requests of v2 as a client sees their answers. */
final class V2TradingTest {
  private static final String TIMES =
      ",'time_in':'2026-01-01T00:00:00.000000Z','time_out':'2026-01-01T00:00:00.000000Z'}";
  private static final String LIMIT = "'order_type':'limit','side':'buy','symbol':'BTC/USD'";
  private static final String FAR = LIMIT + ",'order_qty':0.5,'limit_price':50000.0";
  private static final String ROW =
      "{'order_type':'limit','side':'buy','order_qty':0.5,'limit_price':50000.0,'order_userref':%d}";

  private final Trader trader = new Trader();
  private final TestClient client = trader.connect(Path.V2_PRIVATE);

  private List<JsonNode> ask(String method, String params) {
    return Trader.ask(client, trader.v2(method, params));
  }

  private JsonNode only(String method, String params) {
    List<JsonNode> answers = ask(method, params);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private String add(String more) {
    return only("add_order", FAR + more).at("/result/order_id").asText();
  }

  private AccountAudit.AuditedOrder order(String id) {
    return trader.audit().orders().stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOrderIsAnsweredWithItsIdsAndTimes() {
    String answer = client.ask(trader.v2("add_order", FAR + ",'cl_ord_id':'one'")).get(0);
    String id = trader.audit().order("one").orElseThrow().id();
    assertThat(answer)
        .isEqualTo(
            json(
                "{'method':'add_order','req_id':7,'result':{'order_id':'%s','cl_ord_id':'one'},"
                        .formatted(id)
                    + "'success':true"
                    + TIMES));
    assertThat(only("add_order", FAR + ",'order_userref':-9").at("/result/order_userref").asInt())
        .isEqualTo(-9);
  }

  @Test
  void aPostOnlyOrderThatWouldTakeCanBeAcceptedAndCanceled() {
    trader.exchange.refusePostOnlyInAnswer(false);
    trader.loop.run();
    client.ask(trader.v2("subscribe", "'channel':'executions'"));
    List<JsonNode> heard =
        ask("add_order", LIMIT + ",'order_qty':0.5,'limit_price':99000.0,'post_only':true");
    assertThat(heard.get(0).get("success").asBoolean()).isTrue();
    JsonNode last = heard.get(heard.size() - 1).at("/data/0");
    assertThat(last.get("exec_type").asText()).isEqualTo("canceled");
    assertThat(last.get("reason").asText()).isEqualTo("Post only order");
  }

  @Test
  void validatingPlacesNothing() {
    JsonNode answer = only("add_order", FAR + ",'validate':true");
    assertThat(answer.at("/result/order_id").asText("none")).isEmpty();
    assertThat(trader.audit().orders()).isEmpty();
  }

  @Test
  void deprecatedFieldsAreAcceptedWithAdvice() {
    JsonNode answer =
        only(
            "add_order",
            "'order_type':'stop-loss','side':'sell','symbol':'BTC/USD','order_qty':0.5,"
                + "'stop_price':50000.0,'trigger':'last','no_mpp':true");
    assertThat(answer.at("/result/warnings").toString())
        .contains("stop_price is deprecated, use triggers.price")
        .contains("trigger is deprecated use triggers.reference");
    assertThat(trader.audit().orders()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ",'order_qty':0.5,'limit_price':'50000' | Limit_price field must be a number_float",
        ",'order_qty':0.5,'limit_price':50000.05 | EOrder:Tick size check failed",
        ",'order_qty':0.0000001,'limit_price':50000.0 | EOrder:Order minimum not met",
        ",'order_qty':900,'limit_price':50000.0 | EOrder:Insufficient funds",
        ",'order_qty':0.5,'limit_price':99000.0,'post_only':true | EOrder:Post only order",
        ",'order_qty':0.5,'limit_price':50000.0,'userref':4"
            + "| Unsupported field: 'userref' for the given msg type: add_order",
        ",'order_qty':0.5,'limit_price':50000.0,'leverage':4"
            + "| Unsupported field: 'leverage' for the given msg type: add_order",
        ",'order_qty':0.5,'limit_price':50000.0,'triggers':{'level':1}"
            + "| Unsupported field: 'level' for the given msg type: add_order",
        ",'order_qty':0.5,'limit_price':50000.0,'cl_ord_id':'a','order_userref':4"
            + "| EGeneral:Invalid arguments:cl_ord_id",
        ",'order_qty':0.5,'limit_price':50000.0,'cl_ord_id':'longer than eighteen'"
            + "| EGeneral:Invalid arguments:cl_ord_id",
        ",'order_qty':0.5,'limit_price':50000.0,'deadline':'2025-12-31T23:59:59.000Z'"
            + "| EService:Deadline elapsed",
        ",'order_qty':0.5,'limit_price':50000.0,'deadline':'2026-01-01T00:01:01.000Z'"
            + "| EGeneral:Invalid arguments:deadline",
        ",'order_qty':0.5,'limit_price':50000.0,'time_in_force':'day'"
            + "| EGeneral:Invalid arguments:time_in_force",
        ",'order_qty':0.5,'limit_price':50000.0,'cl_ord_id':'a',"
            + "'conditional':{'order_type':'limit','limit_price':60000.0}"
            + "| EGeneral:Invalid arguments:conditional",
      })
  void refusesAnOrder(String params, String error) {
    JsonNode answer = only("add_order", LIMIT + params);
    assertThat(answer.get("error").asText()).isEqualTo(error);
    assertThat(answer.get("success").asBoolean()).isFalse();
    assertThat(answer.has("result")).isFalse();
    assertThat(answer.get("req_id").asInt()).isEqualTo(7);
    assertThat(trader.audit().orders()).isEmpty();
  }

  @Test
  void unknownSymbolsAreRefused() {
    assertThat(only("add_order", FAR.replace("BTC", "XBT")).get("error").asText())
        .isEqualTo("Currency pair not supported XBT/USD");
  }

  @Test
  void theEnginesStateIsToldInItsWords() {
    trader.exchange.systemStatus(SystemStatus.State.CANCEL_ONLY);
    trader.loop.run();
    client.texts();
    assertThat(only("add_order", FAR).get("error").asText())
        .isEqualTo("EService:Market in cancel_only mode");
  }

  @Test
  void anAmendEchoesTheIdItWasGiven() {
    String id = add(",'cl_ord_id':'one'");
    JsonNode byClient = only("amend_order", "'cl_ord_id':'one','order_qty':0.4");
    assertThat(byClient.at("/result/cl_ord_id").asText()).isEqualTo("one");
    assertThat(byClient.at("/result/amend_id").asText()).startsWith("T");
    JsonNode byId = only("amend_order", "'order_id':'%s','limit_price':50001.0".formatted(id));
    assertThat(byId.at("/result/order_id").asText()).isEqualTo(id);
    assertThat(order(id).quantity()).isEqualByComparingTo("0.4");
    assertThat(order(id).limitPrice()).isEqualByComparingTo("50001");
  }

  @Test
  void anAmendOfNothingOrOfNobodyIsRefused() {
    add(",'cl_ord_id':'one'");
    assertThat(only("amend_order", "'cl_ord_id':'one'").get("error").asText())
        .contains("No amendable parameters");
    assertThat(only("amend_order", "'cl_ord_id':'two','order_qty':1").get("error").asText())
        .isEqualTo("EOrder:Unknown order");
  }

  @Test
  void anEditReplacesTheOrder() {
    String id = add("");
    JsonNode answer =
        only("edit_order", "'order_id':'%s','symbol':'BTC/USD','order_qty':0.7".formatted(id));
    assertThat(answer.at("/result/original_order_id").asText()).isEqualTo(id);
    String replacement = answer.at("/result/order_id").asText();
    assertThat(order(id).status()).isEqualTo("canceled");
    assertThat(order(replacement).quantity()).isEqualByComparingTo("0.7");
  }

  @Test
  void aCancelOfSeveralIsAnsweredOneByOne() {
    String first = add("");
    add(",'cl_ord_id':'two'");
    List<JsonNode> answers =
        ask(
            "cancel_order",
            "'order_id':['%s','OUNKNO-AAAAA-AAAAAA'],'cl_ord_id':['two']".formatted(first));
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).get("result").toString())
        .isEqualTo(json("{'order_id':'%s'}".formatted(first)));
    assertThat(answers.get(1).get("error").asText()).isEqualTo("EOrder:Unknown order");
    assertThat(answers.get(2).get("result").toString()).isEqualTo(json("{'cl_ord_id':'two'}"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("req_id").asInt()).isEqualTo(7));
  }

  @Test
  void cancelAllCounts() {
    add("");
    add("");
    assertThat(only("cancel_all", "").get("result").toString()).isEqualTo(json("{'count':2}"));
    assertThat(trader.audit().orders()).allMatch(AccountAudit.AuditedOrder::isFinal);
  }

  @Test
  void theDeadMansSwitchTellsItsTimesAndFires() {
    String id = add("");
    assertThat(only("cancel_all_orders_after", "'timeout':60").get("result").toString())
        .isEqualTo(
            json("{'currentTime':'2026-01-01T00:00:00Z','triggerTime':'2026-01-01T00:01:00Z'}"));
    assertThat(only("cancel_all_orders_after", "'timeout':0").at("/result/triggerTime").asText())
        .isEqualTo("0");
    trader.loop.advance(Duration.ofMinutes(2));
    assertThat(order(id).isFinal()).isFalse();

    TestClient other = trader.connect(Path.V2_PRIVATE);
    other.ask(trader.v2("cancel_all_orders_after", "'timeout':5"));
    trader.loop.advance(Duration.ofSeconds(5));
    assertThat(order(id).status()).isEqualTo("canceled");
  }

  private static String batch(String... rows) {
    return "'symbol':'BTC/USD','orders':[%s]".formatted(String.join(",", rows));
  }

  @Test
  void aBatchIsAnsweredRowByRow() {
    JsonNode answer = only("batch_add", batch(ROW.formatted(1), ROW.formatted(2)));
    assertThat(answer.get("success").asBoolean()).isTrue();
    assertThat(answer.at("/result/0/order_userref").asInt()).isEqualTo(1);
    assertThat(answer.at("/result/1/order_id").asText()).startsWith("O");
    assertThat(trader.audit().orders()).hasSize(2);
  }

  @Test
  void aBatchThatFailsInPartSaysWhichByPosition() {
    String tooDear = ROW.formatted(2).replace("0.5", "900.5");
    JsonNode answer = only("batch_add", batch(ROW.formatted(1), tooDear));
    assertThat(answer.get("success").asBoolean()).isFalse();
    assertThat(answer.at("/result/0/order_id").asText()).startsWith("O");
    assertThat(answer.at("/result/1").toString())
        .isEqualTo(json("{'error':'EOrder:Insufficient funds'}"));
  }

  @Test
  void aBatchWithOneBadOrderIsRefusedAsAWhole() {
    String bad = ROW.formatted(2).replace("50000.0", "50000.05");
    JsonNode answer = only("batch_add", batch(ROW.formatted(1), bad));
    assertThat(answer.get("error").asText()).isEqualTo("EOrder:Tick size check failed");
    assertThat(answer.has("result")).isFalse();
    assertThat(trader.audit().orders()).isEmpty();
    assertThat(only("batch_add", batch(ROW.formatted(1))).get("error").asText())
        .isEqualTo("EGeneral:Invalid arguments:orders");
  }

  @Test
  void aBatchCanBeValidatedAlone() {
    JsonNode answer =
        only("batch_add", batch(ROW.formatted(1), ROW.formatted(2)) + ",'validate':true");
    assertThat(answer.at("/result/1").toString())
        .isEqualTo(json("{'validation':'Validated Successfully'}"));
    assertThat(trader.audit().orders()).isEmpty();
  }

  @Test
  void aBatchCancelIsOneAnswerInEitherShape() {
    String first = add("");
    add(",'order_userref':2");
    String both = "'orders':['%s','2']".formatted(first);
    assertThat(only("batch_cancel", both).get("result").toString()).isEqualTo(json("{'count':2}"));

    trader.exchange.olderBatchCancel(true);
    trader.loop.run();
    assertThat(client.ask(trader.v2("batch_cancel", both)))
        .containsExactly(
            json(
                "{'method':'batch_cancel','orders_cancelled':0,'req_id':7,'success':true" + TIMES));
  }

  @Test
  void requestsOfOneClientIdAreCounted() {
    add(",'cl_ord_id':'one'");
    assertThat(only("add_order", FAR + ",'cl_ord_id':'one'").get("success").asBoolean()).isFalse();
    assertThat(trader.audit().addRequests()).containsEntry("one", 2);
    assertThat(trader.audit().orders()).hasSize(1);
  }

  @Test
  void refusesWhereItDoesNotTrade() {
    TestClient open = trader.connect(Path.V2_PUBLIC);
    assertThat(Trader.ask(open, trader.v2("add_order", FAR)).get(0).get("error").asText())
        .contains("Try ws-auth.kraken.com");
    assertThat(
            Trader.ask(client, "{'method':'add_order','params':{" + FAR + "}}")
                .get(0)
                .get("error")
                .asText())
        .isEqualTo("Token(s) not found");
  }
}
