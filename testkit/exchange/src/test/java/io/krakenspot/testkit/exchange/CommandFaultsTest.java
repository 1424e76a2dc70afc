package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong around trading requests when the exchange is told so. */
final class CommandFaultsTest {
  private static final String FAR =
      "'order_type':'limit','side':'buy','symbol':'BTC/USD','order_qty':0.5,'limit_price':50000.0,"
          + "'cl_ord_id':'one'";
  private static final String TAKE =
      "'order_type':'market','side':'buy','symbol':'BTC/USD','order_qty':0.001,'cl_ord_id':'one'";
  private static final String V1_FAR =
      "'ordertype':'limit','type':'buy','pair':'XBT/USD','volume':'0.5','price':'50000',"
          + "'cl_ord_id':'one'";

  private final Trader trader = new Trader();
  private final TestClient client = subscribed();

  private TestClient subscribed() {
    TestClient subscribed = trader.connect(Path.V2_PRIVATE);
    subscribed.ask(trader.v2("subscribe", "'channel':'executions'"));
    return subscribed;
  }

  /** What is heard of a request, in short. */
  private List<String> heard(String params) {
    return Trader.ask(client, trader.v2("add_order", params)).stream()
        .map(CommandFaultsTest::shortly)
        .toList();
  }

  private static String shortly(JsonNode frame) {
    return frame.has("method") ? "answer" : frame.at("/data/0/exec_type").asText();
  }

  @ParameterizedTest
  @EnumSource
  void cutsTheConnectionOfARequest(CommandCut where) {
    trader.exchange.cutNext(Trader.KEY, where);
    trader.loop.run();
    List<String> heard = heard(TAKE);
    List<String> expected =
        switch (where) {
          case BEFORE_ARRIVAL, AFTER_ACCEPT_BEFORE_ANSWER -> List.of();
          case AFTER_ANSWER_BEFORE_FEED -> List.of("answer");
          case AFTER_FEED_BEFORE_ANSWER -> List.of("pending_new", "new", "trade", "filled");
          case AFTER_FILL -> List.of("answer", "pending_new", "new", "trade");
        };
    assertThat(heard).isEqualTo(expected);
    assertThat(client.closes()).isOne();
    boolean arrived = where != CommandCut.BEFORE_ARRIVAL;
    assertThat(trader.audit().fills()).hasSize(arrived ? 1 : 0);
    assertThat(trader.audit().addRequests().getOrDefault("one", 0)).isEqualTo(arrived ? 1 : 0);

    TestClient next = trader.connect(Path.V2_PRIVATE);
    next.ask(trader.v2("cancel_all", ""));
    assertThat(next.closes()).isZero();
  }

  @Test
  void aCutAfterAFillWaitsForOne() {
    trader.exchange.cutNext(Trader.KEY, CommandCut.AFTER_FILL);
    trader.loop.run();
    assertThat(heard(FAR)).containsExactly("answer", "pending_new", "new");
    assertThat(client.closes()).isZero();
    assertThat(heard(TAKE.replace("one", "two"))).endsWith("trade");
    assertThat(client.closes()).isOne();
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandCut.class,
      names = {"BEFORE_ARRIVAL", "AFTER_ACCEPT_BEFORE_ANSWER", "AFTER_ANSWER_BEFORE_FEED"})
  void cutsV1Likewise(CommandCut where) {
    TestClient v1 = trader.connect(Path.V1_PRIVATE);
    v1.ask(trader.v1Subscribe("'name':'openOrders'"));
    trader.exchange.cutNext(Trader.KEY, where);
    trader.loop.run();
    List<String> heard = v1.ask(trader.v1("addOrder", V1_FAR));
    assertThat(heard).hasSize(where == CommandCut.AFTER_ANSWER_BEFORE_FEED ? 1 : 0);
    assertThat(v1.closes()).isOne();
    assertThat(client.closes()).isZero();
    assertThat(trader.audit().orders()).hasSize(where == CommandCut.BEFORE_ARRIVAL ? 0 : 1);
  }

  @Test
  void theFeedCanComeBeforeTheAnswer() {
    trader.exchange.feedBeforeAnswers(true);
    trader.loop.run();
    assertThat(heard(FAR)).containsExactly("pending_new", "new", "answer");
  }

  @Test
  void answersCanBeLate() {
    trader.exchange.delayAnswers(Duration.ofMillis(300));
    trader.loop.run();
    assertThat(heard(FAR)).containsExactly("pending_new", "new");
    trader.loop.advance(Duration.ofMillis(300));
    JsonNode answer = client.frames().get(0);
    assertThat(answer.get("time_in").asText()).isEqualTo("2026-01-01T00:00:00.000000Z");
    assertThat(answer.get("time_out").asText()).isEqualTo("2026-01-01T00:00:00.300000Z");
  }

  @Test
  void answersCanBeLost() {
    trader.exchange.loseAnswers(1);
    trader.loop.run();
    assertThat(heard(FAR)).containsExactly("pending_new", "new");
    assertThat(heard(FAR.replace("one", "two"))).contains("answer");
  }

  @Test
  void answersCanComeTwice() {
    trader.exchange.duplicateAnswers(true);
    trader.loop.run();
    assertThat(heard(FAR)).containsExactly("answer", "answer", "pending_new", "new");
  }

  @Test
  void answersCanLackTheIdOfTheRequest() {
    trader.exchange.answersWithoutIds(true);
    trader.loop.run();
    JsonNode answer = Trader.ask(client, trader.v2("add_order", FAR)).get(0);
    assertThat(answer.get("success").asBoolean()).isTrue();
    assertThat(answer.has("req_id")).isFalse();
  }

  @Test
  void anAnswerCanBeGarbageOnce() {
    trader.exchange.answerGarbage("{\"method\":\"add_order\",\"result\":");
    trader.loop.run();
    assertThat(client.ask(trader.v2("add_order", FAR)).get(0))
        .isEqualTo("{\"method\":\"add_order\",\"result\":");
    assertThat(trader.audit().orders()).hasSize(1);
    assertThat(heard(FAR.replace("one", "two"))).startsWith("answer");
  }

  @Test
  void aRequestCanBeRefusedWithAnyText() {
    trader.exchange.refuseNext(Trader.KEY, "EService:Unavailable");
    trader.loop.run();
    assertThat(Trader.ask(client, trader.v2("add_order", FAR)))
        .singleElement()
        .satisfies(one -> assertThat(one.get("error").asText()).isEqualTo("EService:Unavailable"));
    assertThat(trader.audit().orders()).isEmpty();
  }
}
