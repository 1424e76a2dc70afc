package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The private channels of v1 as a client sees them. */
final class V1AccountTest {
  private static final String FAR =
      "'ordertype':'limit','type':'buy','pair':'XBT/USD','volume':'0.5','price':'50000.0'";
  private static final String TAKE =
      "'ordertype':'market','type':'buy','pair':'XBT/USD','volume':'0.001'";

  private final Trader trader = new Trader();
  private final TestClient client = trader.connect(Path.V1_PRIVATE);

  private List<JsonNode> subscribe(String subscription) {
    return Trader.ask(client, trader.v1Subscribe(subscription));
  }

  private List<JsonNode> ask(String event, String fields) {
    return Trader.ask(client, trader.v1(event, fields));
  }

  /** The items of all messages of a channel, without their ids. */
  private static List<JsonNode> items(List<JsonNode> frames, String channel) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode frame : frames) {
      if (frame.isArray() && frame.get(1).asText().equals(channel)) {
        frame.get(0).forEach(item -> item.forEach(items::add));
      }
    }
    return items;
  }

  @Test
  void acknowledgesOpenOrdersWithTheThreshold() {
    List<String> heard = client.ask(trader.v1Subscribe("'name':'openOrders'"));
    assertThat(heard)
        .containsExactly(
            json(
                "{'channelName':'openOrders','event':'subscriptionStatus','reqid':8,"
                    + "'status':'subscribed','subscription':{'maxratecount':125,"
                    + "'name':'openOrders'}}"),
            json("[[],'openOrders',{'sequence':1}]"));
  }

  @Test
  void anOrderIsToldInFullOnceAndThenOnlyWhatChanges() {
    subscribe("'name':'openOrders'");
    List<String> heard = client.ask(trader.v1("addOrder", FAR));
    assertThat(heard).hasSize(3);
    String id = Wire.read(heard.get(0)).get("txid").asText();
    assertThat(heard.get(0))
        .isEqualTo(
            json(
                "{'descr':'buy 0.50000000 XBTUSD @ limit 50000.0','txid':'%s',".formatted(id)
                    + "'event':'addOrderStatus','reqid':7,'status':'ok'}"));
    assertThat(heard.get(1))
        .isEqualTo(
            json(
                "[[{'%s':{'avg_price':'0.00000','cost':'0.00000','descr':{'close':null,"
                        .formatted(id)
                    + "'leverage':null,'order':'buy 0.50000000 XBT/USD @ limit 50000.00000',"
                    + "'ordertype':'limit','pair':'XBT/USD','price':'50000.00000',"
                    + "'price2':'0.00000','type':'buy'},'expiretm':null,'fee':'0.00000',"
                    + "'limitprice':'0.00000','misc':'','oflags':'fciq',"
                    + "'opentm':'1767225600.000000','refid':null,'starttm':null,"
                    + "'status':'pending','stopprice':'0.00000','timeinforce':'GTC','userref':0,"
                    + "'vol':'0.50000000','vol_exec':'0.00000000'}}],'openOrders',"
                    + "{'sequence':2}]"));
    assertThat(heard.get(2))
        .isEqualTo(
            json(
                "[[{'%s':{'status':'open','userref':0}}],'openOrders',{'sequence':3}]"
                    .formatted(id)));

    List<String> canceled = client.ask(trader.v1("cancelOrder", "'txid':['%s']".formatted(id)));
    assertThat(canceled)
        .containsExactly(
            json("{'event':'cancelOrderStatus','reqid':7,'status':'ok'}"),
            json(
                "[[{'%s':{'lastupdated':'1767225600.000000','status':'canceled',".formatted(id)
                    + "'vol_exec':'0.00000000','cost':'0.00000','fee':'0.00000',"
                    + "'avg_price':'0.00000','userref':0,'cancel_reason':'User requested'}}],"
                    + "'openOrders',{'sequence':4}]"));
  }

  @Test
  void aFillAndTheEndAreToldApart() {
    subscribe("'name':'openOrders'");
    List<JsonNode> items = items(ask("addOrder", TAKE + ",'userref':'4'"), "openOrders");
    assertThat(items).hasSize(4);
    JsonNode fill = items.get(2);
    assertThat(fill.has("status")).isFalse();
    assertThat(fill.get("vol_exec").asText()).isEqualTo("0.00100000");
    assertThat(fill.get("userref").asInt()).isEqualTo(4);
    assertThat(items.get(3).get("status").asText()).isEqualTo("closed");
    assertThat(items.get(3).get("cost").asText()).isEqualTo(fill.get("cost").asText());
  }

  @Test
  void theRateCounterIsToldIfAskedFor() {
    subscribe("'name':'openOrders','ratecounter':true");
    assertThat(items(ask("addOrder", FAR), "openOrders"))
        .allSatisfy(item -> assertThat(item.get("ratecount").asInt()).isOne());
  }

  @Test
  void aStopTellsBothPricesAndItsClose() {
    subscribe("'name':'openOrders'");
    JsonNode item =
        items(
                ask(
                    "addOrder",
                    "'ordertype':'stop-loss-limit','type':'sell','pair':'XBT/USD','volume':'0.1',"
                        + "'price':'50000','price2':'49000','close[ordertype]':'limit',"
                        + "'close[price]':'40000'"),
                "openOrders")
            .get(0);
    assertThat(item.at("/descr/price").asText()).isEqualTo("50000.00000");
    assertThat(item.at("/descr/price2").asText()).isEqualTo("49000.00000");
    assertThat(item.at("/descr/close").asText()).isEqualTo("close position @ limit 40000.00000");
    assertThat(item.get("stopprice").asText()).isEqualTo("50000.00000");
    assertThat(item.get("limitprice").asText()).isEqualTo("0.00000");
    assertThat(item.at("/contingent/ordertype").asText()).isEqualTo("limit");
  }

  @Test
  void theSnapshotHoldsOpenOrdersInFull() {
    ask("addOrder", FAR + ",'cl_ord_id':'one'");
    ask("addOrder", TAKE);
    List<JsonNode> items = items(subscribe("'name':'openOrders'"), "openOrders");
    assertThat(items)
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("status").asText()).isEqualTo("open");
              assertThat(item.get("cl_ord_id").asText()).isEqualTo("one");
              assertThat(item.at("/descr/order").asText()).startsWith("buy 0.50000000 XBT/USD");
            });
  }

  @Test
  void anAmendTellsTheNewTerms() {
    subscribe("'name':'openOrders'");
    ask("addOrder", FAR + ",'cl_ord_id':'one'");
    JsonNode item =
        items(ask("amendOrder", "'cl_ord_id':'one','volume':'0.4'"), "openOrders").get(0);
    assertThat(item.get("amended").asBoolean()).isTrue();
    assertThat(item.get("amend_reason").asText()).isEqualTo("User requested");
    assertThat(item.get("vol").asText()).isEqualTo("0.40000000");
    assertThat(item.has("status")).isFalse();
  }

  @Test
  void ownTradesBeginWithTheNewest() {
    for (int count = 0; count < 52; count++) {
      ask("addOrder", TAKE);
    }
    List<JsonNode> heard = subscribe("'name':'ownTrades'");
    assertThat(heard.get(0).get("subscription").toString()).isEqualTo(json("{'name':'ownTrades'}"));
    List<AccountAudit.AuditedFill> fills = trader.audit().fills();
    assertThat(heard.get(1).at("/0")).hasSize(50);
    String newest = heard.get(1).at("/0/0").fieldNames().next();
    assertThat(newest).isEqualTo(fills.get(fills.size() - 1).execId());
    assertThat(items(heard, "ownTrades"))
        .allSatisfy(item -> assertThat(item.has("userref")).isFalse());
  }

  @Test
  void anOwnTradeIsToldWordForWord() {
    subscribe("'name':'ownTrades','snapshot':false");
    List<JsonNode> heard = ask("addOrder", TAKE);
    AccountAudit.AuditedFill fill = trader.audit().fills().get(0);
    assertThat(heard).hasSize(2);
    assertThat(heard.get(1).toString())
        .isEqualTo(
            json(
                "[[{'%s':{'cost':'%s','fee':'%s','margin':'0.00000','ordertxid':'%s',"
                        .formatted(
                            fill.execId(), wire(fill.cost()), wire(fill.fee()), fill.orderId())
                    + "'ordertype':'market','pair':'XBT/USD','postxid':'TKH2SE-M7IF5-CFI7LT',"
                    + "'price':'%s','time':'1767225600.000000','type':'buy',"
                        .formatted(wire(fill.price()))
                    + "'vol':'0.00100000','userref':0}}],'ownTrades',{'sequence':1}]"));
  }

  private static String wire(BigDecimal amount) {
    return amount.setScale(5).toPlainString();
  }

  @Test
  void theFillsOfATakerAreOneTradeUnlessAskedOtherwise() {
    TestClient single = trader.connect(Path.V1_PRIVATE);
    single.ask(trader.v1Subscribe("'name':'ownTrades','consolidate_taker':false"));
    subscribe("'name':'ownTrades'");
    BigDecimal inThreeLevels =
        trader.exchange.book(Pair.of("BTC/USD")).asks().stream()
            .limit(3)
            .map(level -> level.quantity())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<JsonNode> merged =
        items(ask("addOrder", TAKE.replace("0.001", inThreeLevels.toPlainString())), "ownTrades");
    List<JsonNode> each = items(single.frames(), "ownTrades");

    assertThat(merged).hasSize(1);
    assertThat(each).hasSizeGreaterThan(2).hasSize(trader.audit().fills().size());
    assertThat(sum(each, "vol")).isEqualByComparingTo(merged.get(0).get("vol").asText());
    assertThat(sum(each, "cost")).isEqualByComparingTo(merged.get(0).get("cost").asText());
  }

  private static BigDecimal sum(List<JsonNode> items, String field) {
    return items.stream()
        .map(item -> new BigDecimal(item.get(field).asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void anOrderPlacedOnV1IsSeenOnV2AndTheOtherWayRound() {
    TestClient v2 = trader.connect(Path.V2_PRIVATE);
    v2.ask(trader.v2("subscribe", "'channel':'executions'"));
    String id = ask("addOrder", FAR).get(0).get("txid").asText();
    assertThat(v2.frames().get(0).at("/data/0/order_id").asText()).isEqualTo(id);

    subscribe("'name':'openOrders'");
    v2.ask(trader.v2("cancel_order", "'order_id':['%s']".formatted(id)));
    assertThat(items(client.frames(), "openOrders").get(0).get("status").asText())
        .isEqualTo("canceled");
  }

  @Test
  void refusesByTokenPermissionPairAndRepetition() {
    assertThat(
            Trader.ask(
                    client,
                    "{'event':'subscribe','subscription':{'name':'ownTrades','token':'none'}}")
                .get(0)
                .get("errorMessage")
                .asText())
        .isEqualTo("ESession:Invalid session");
    assertThat(
            Trader.ask(
                    client,
                    trader
                        .v1Subscribe("'name':'ownTrades'")
                        .replace("'reqid':8", "'pair':['XBT/USD']"))
                .get(0)
                .get("errorMessage")
                .asText())
        .isEqualTo("Pair field unsupported for this subscription type");
    subscribe("'name':'ownTrades'");
    assertThat(subscribe("'name':'ownTrades'").get(0).get("errorMessage").asText())
        .isEqualTo("Already subscribed");
    trader.exchange.permit(Trader.KEY, Set.of(Permission.WEBSOCKET));
    trader.loop.run();
    assertThat(subscribe("'name':'openOrders'").get(0).get("errorMessage").asText())
        .isEqualTo("EGeneral:Permission denied");
  }

  @Test
  void everyChannelOfTheHostIsSubscribedAndEndedAtOnce() {
    assertThat(subscribe("'name':'*'"))
        .filteredOn(JsonNode::isObject)
        .extracting(one -> one.get("channelName").asText())
        .containsExactly("ownTrades", "openOrders");
    assertThat(
            Trader.ask(client, "{'event':'unsubscribe','subscription':{'name':'ownTrades'}}")
                .get(0)
                .get("status")
                .asText())
        .isEqualTo("unsubscribed");
    assertThat(items(ask("addOrder", TAKE), "ownTrades")).isEmpty();
  }
}
