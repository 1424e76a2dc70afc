package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The private channels of v2 as a client sees them. */
final class V2AccountTest {
  private static final String EXECUTIONS = "'channel':'executions'";
  private static final String FAR =
      "'order_type':'limit','side':'buy','symbol':'BTC/USD','order_qty':0.5,'limit_price':50000.0";
  private static final String TAKE =
      "'order_type':'market','side':'buy','symbol':'BTC/USD','order_qty':0.001";

  private final Trader trader = new Trader();
  private final TestClient client = trader.connect(Path.V2_PRIVATE);

  private List<JsonNode> ask(String method, String params) {
    return Trader.ask(client, trader.v2(method, params));
  }

  private List<JsonNode> executions(String method, String params) {
    return Trader.rows(ask(method, params), "executions");
  }

  @Test
  void acknowledgesExecutionsWithTheThresholdAndWarnings() {
    List<String> heard = client.ask(trader.v2("subscribe", EXECUTIONS));
    assertThat(heard.get(0))
        .startsWith(
            json(
                "{'method':'subscribe','req_id':7,'result':{'channel':'executions',"
                    + "'maxratecount':125,'snap_orders':true,'snap_trades':false,'snapshot':true,"
                    + "'warnings':['cancel_reason is deprecated, use reason',"
                    + "'stop_price is deprecated, use triggers.price',"
                    + "'trigger is deprecated use triggers.reference',"
                    + "'triggered_price is deprecated use triggers.last_price']},'success':true,"));
    assertThat(heard.get(1))
        .isEqualTo(json("{'channel':'executions','type':'snapshot','data':[],'sequence':1}"));
  }

  @Test
  void tellsTheThresholdOfTheTier() {
    trader.exchange.tier(Trader.KEY, AccountTier.PRO);
    assertThat(ask("subscribe", EXECUTIONS).get(0).at("/result/maxratecount").asInt())
        .isEqualTo(180);
  }

  @Test
  void anOrderIsToldInFullOnceAndThenOnlyWhatChanges() {
    ask("subscribe", EXECUTIONS);
    List<JsonNode> heard = ask("add_order", FAR + ",'cl_ord_id':'one','post_only':true");
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0).at("/result/cl_ord_id").asText()).isEqualTo("one");
    String id = heard.get(0).at("/result/order_id").asText();
    assertThat(heard.get(1).get("sequence").asInt()).isEqualTo(2);
    assertThat(heard.get(2).get("sequence").asInt()).isEqualTo(3);
    assertThat(heard.get(1).at("/data/0").toString())
        .isEqualTo(
            json(
                "{'order_id':'%s','cl_ord_id':'one','symbol':'BTC/USD','order_qty':0.50000000,"
                        .formatted(id)
                    + "'cum_cost':0.00000,'time_in_force':'GTC','exec_type':'pending_new',"
                    + "'side':'buy','order_type':'limit','limit_price_type':'static',"
                    + "'limit_price':50000.0,'post_only':true,'stop_price':0.0,"
                    + "'order_status':'pending_new','fee_usd_equiv':0.00000,'fee_ccy_pref':'fciq',"
                    + "'timestamp':'2026-01-01T00:00:00.000000Z'}"));
    assertThat(heard.get(2).at("/data/0").toString())
        .isEqualTo(
            json(
                "{'timestamp':'2026-01-01T00:00:00.000000Z','order_status':'new',"
                    + "'exec_type':'new','cl_ord_id':'one','order_id':'%s','post_only':true}"
                        .formatted(id)));
  }

  @Test
  void anOrderWithoutNamesHasNumberZero() {
    ask("subscribe", EXECUTIONS);
    assertThat(executions("add_order", FAR))
        .allSatisfy(row -> assertThat(row.get("order_userref").asInt()).isZero());
  }

  @Test
  void aCancelTellsTheReasonInBothFields() {
    ask("subscribe", EXECUTIONS);
    ask("add_order", FAR + ",'order_userref':5");
    JsonNode row = executions("cancel_order", "'order_userref':[5]").get(0);
    assertThat(row.get("exec_type").asText()).isEqualTo("canceled");
    assertThat(row.get("order_status").asText()).isEqualTo("canceled");
    assertThat(row.get("reason").asText()).isEqualTo("User requested");
    assertThat(row.get("cancel_reason").asText()).isEqualTo("User requested");
    assertThat(row.get("avg_price").toString()).isEqualTo("0.0");
    assertThat(row.has("symbol")).isFalse();
  }

  @Test
  void aFillCarriesWhatTheOrderHasComeTo() {
    ask("subscribe", EXECUTIONS);
    List<JsonNode> rows = executions("add_order", TAKE + ",'cl_ord_id':'take'");
    JsonNode trade =
        rows.stream()
            .filter(row -> row.get("exec_type").asText().equals("trade"))
            .findFirst()
            .get();
    assertThat(trade.get("symbol").asText()).isEqualTo("BTC/USD");
    assertThat(trade.get("liquidity_ind").asText()).isEqualTo("t");
    assertThat(trade.get("order_status").asText()).isEqualTo("partially_filled");
    assertThat(trade.get("last_qty").toString()).isEqualTo("0.00100000");
    assertThat(trade.get("cum_qty").toString()).isEqualTo("0.00100000");
    assertThat(trade.at("/fees/0/asset").asText()).isEqualTo("USD");
    JsonNode last = rows.get(rows.size() - 1);
    assertThat(last.get("exec_type").asText()).isEqualTo("filled");
    assertThat(last.get("cum_cost").decimalValue()).isEqualTo(trade.get("cost").decimalValue());
    assertThat(last.has("last_qty")).isFalse();

    AccountAudit audit = trader.audit();
    assertThat(audit.fills())
        .singleElement()
        .satisfies(
            fill -> {
              assertThat(fill.execId()).isEqualTo(trade.get("exec_id").asText());
              assertThat(fill.tradeId()).isEqualTo(trade.get("trade_id").asLong());
              assertThat(fill.price()).isEqualByComparingTo(trade.get("last_price").decimalValue());
            });
  }

  @Test
  void theSnapshotHoldsOpenOrdersAndFillsAsAskedFor() {
    ask("add_order", FAR + ",'cl_ord_id':'open'");
    ask("add_order", TAKE);
    JsonNode both = ask("subscribe", EXECUTIONS + ",'snap_trades':true").get(1);
    assertThat(both.get("type").asText()).isEqualTo("snapshot");
    assertThat(both.at("/data/0/cl_ord_id").asText()).isEqualTo("open");
    assertThat(both.at("/data/0/order_status").asText()).isEqualTo("new");
    assertThat(both.at("/data/1/exec_type").asText()).isEqualTo("trade");
    assertThat(both.at("/data/1/order_status").asText()).isEqualTo("filled");
    assertThat(both.at("/data/1").has("cum_qty")).isFalse();

    assertThat(ask("unsubscribe", EXECUTIONS).get(0).get("success").asBoolean()).isTrue();
    assertThat(ask("subscribe", EXECUTIONS + ",'snap_orders':false")).hasSize(1);
    assertThat(ask("unsubscribe", EXECUTIONS).get(0).get("success").asBoolean()).isTrue();
    assertThat(ask("subscribe", EXECUTIONS + ",'users':'all'")).hasSize(1);
  }

  @Test
  void withoutOrderStatusOnlyMainStepsAreTold() {
    ask("subscribe", EXECUTIONS + ",'order_status':false");
    assertThat(executions("add_order", FAR + ",'cl_ord_id':'one'"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("exec_type").asText()).isEqualTo("new"));
    assertThat(executions("amend_order", "'cl_ord_id':'one','order_qty':0.4")).isEmpty();
  }

  @Test
  void theRateCounterIsToldIfAskedFor() {
    ask("subscribe", EXECUTIONS + ",'ratecounter':true");
    assertThat(executions("add_order", FAR))
        .allSatisfy(
            row -> assertThat(row.get("ratecount").decimalValue()).isEqualByComparingTo("1"));
  }

  @Test
  void aTriggeredOrderTellsItsTrigger() {
    ask("subscribe", EXECUTIONS);
    JsonNode row =
        executions(
                "add_order",
                "'order_type':'stop-loss-limit','side':'sell','symbol':'BTC/USD','order_qty':0.1,"
                    + "'limit_price':49000.0,'triggers':{'reference':'last','price':50000.0},"
                    + "'conditional':{'order_type':'limit','limit_price':40000.0}")
            .get(0);
    assertThat(row.get("stop_price").toString()).isEqualTo("50000.0");
    assertThat(row.get("trigger").asText()).isEqualTo("last");
    assertThat(row.get("triggers").toString())
        .isEqualTo(
            json(
                "{'reference':'last','price':50000.0,'price_type':'static',"
                    + "'actual_price':50000.0,'status':'untriggered'}"));
    assertThat(row.get("contingent").toString())
        .isEqualTo(
            json("{'order_type':'limit','limit_price':40000.0,'limit_price_type':'static'}"));
  }

  @Test
  void balancesBeginWithEverythingAndFollowTheLedger() {
    List<JsonNode> heard = ask("subscribe", "'channel':'balances'");
    assertThat(heard.get(0).get("result").toString())
        .isEqualTo(json("{'channel':'balances','snapshot':true}"));
    JsonNode dollars = balance(heard.get(1), "USD");
    assertThat(dollars.get("balance").toString()).isEqualTo("10000000.0000");
    assertThat(dollars.at("/wallets/0").toString())
        .isEqualTo(json("{'type':'spot','id':'main','balance':10000000.0000}"));

    List<JsonNode> entries = Trader.rows(ask("add_order", TAKE), "balances");
    assertThat(entries).hasSize(2);
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.get("type").asText()).isEqualTo("trade");
              assertThat(entry.get("category").asText()).isEqualTo("trade");
              assertThat(entry.get("ref_id").asText())
                  .isEqualTo(trader.audit().fills().get(0).execId());
            });

    trader.exchange.fund(Trader.KEY, "USD", new BigDecimal("5"));
    trader.loop.run();
    JsonNode deposit = Trader.rows(client.frames(), "balances").get(0);
    assertThat(deposit.get("type").asText()).isEqualTo("deposit");
    assertThat(deposit.get("amount").toString()).isEqualTo("5.0000");
    assertThat(deposit.get("balance").decimalValue())
        .isEqualByComparingTo(trader.audit().balances().get("USD"));
  }

  private static JsonNode balance(JsonNode snapshot, String asset) {
    for (JsonNode row : snapshot.get("data")) {
      if (row.get("asset").asText().equals(asset)) {
        return row;
      }
    }
    throw new AssertionError("no " + asset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'channel':'executions','depth':10"
            + "| Unsupported field: 'depth' for the given msg type: subscribe",
        "'channel':'executions','snap_orders':1 | Snap_orders field must be a boolean",
        "'channel':'balances','users':'some' | EGeneral:Invalid arguments:users",
      })
  void refusesWhatItDoesNotKnow(String params, String error) {
    assertThat(ask("subscribe", params))
        .singleElement()
        .satisfies(answer -> assertThat(answer.get("error").asText()).isEqualTo(error));
  }

  @Test
  void aSecondSubscriptionAndAnUnknownOneAreRefused() {
    ask("subscribe", EXECUTIONS);
    assertThat(ask("subscribe", EXECUTIONS).get(0).get("error").asText())
        .isEqualTo("Already subscribed");
    assertThat(ask("unsubscribe", "'channel':'balances'").get(0).get("error").asText())
        .isEqualTo("Subscription Not Found");
  }

  @Test
  void aTokenIsGoodForFifteenMinutesAndLongerWhereItWasUsed() {
    TestClient idle = trader.connect(Path.V2_PRIVATE);
    ask("subscribe", EXECUTIONS);
    for (int minute = 0; minute < 16; minute++) {
      idle.send("{'method':'ping'}");
      trader.loop.advance(Duration.ofMinutes(1).minusMillis(1));
    }
    assertThat(ask("cancel_all", "").get(0).get("success").asBoolean()).isTrue();
    assertThat(idle.closes()).isZero();
    assertThat(Trader.ask(idle, trader.v2("cancel_all", "")).get(0).get("error").asText())
        .isEqualTo("ESession:Invalid session");

    trader.exchange.expireTokens();
    trader.loop.run();
    assertThat(ask("cancel_all", "").get(0).get("error").asText())
        .isEqualTo("ESession:Invalid session");
    assertThat(client.closes()).isZero();
  }

  @Test
  void aKeyWithoutThePermissionIsRefused() {
    trader.exchange.permit(Trader.KEY, Set.of(Permission.CANCEL));
    trader.loop.run();
    assertThat(ask("subscribe", EXECUTIONS).get(0).get("error").asText())
        .isEqualTo("EGeneral:Permission denied");
    assertThat(ask("add_order", FAR).get(0).get("error").asText())
        .isEqualTo("EGeneral:Permission denied");
    assertThat(ask("cancel_all", "").get(0).get("success").asBoolean()).isTrue();
  }

  @Test
  void aConnectionThatEndsIsToldNothingMore() {
    ask("subscribe", EXECUTIONS);
    TestClient other = trader.connect(Path.V2_PRIVATE);
    client.connection().close();
    other.ask(trader.v2("add_order", FAR));
    assertThat(client.texts()).isEmpty();
  }

  @Test
  void sequencesCanBeGappedAndRepeated() {
    ask("subscribe", EXECUTIONS);
    trader.exchange.gapSequence(Trader.KEY, 2);
    trader.loop.run();
    assertThat(ask("add_order", FAR).get(1).get("sequence").asInt()).isEqualTo(4);
    trader.exchange.repeatSequence(Trader.KEY);
    trader.loop.run();
    assertThat(ask("add_order", FAR).get(1).get("sequence").asInt()).isEqualTo(5);
  }
}
