package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.BookChecksum.Digits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single orders as a client of level 3 sees them. */
final class Level3Test {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final Pair RARE = Pair.of("RARE/EUR");

  private final Trader trader = new Trader();
  private final TestClient client = trader.connect(Path.V2_LEVEL3);

  private List<JsonNode> subscribe(String params) {
    return Trader.ask(client, trader.v2("subscribe", "'channel':'level3'," + params));
  }

  /** A client that does what the reference says, and nothing else. */
  private static final class Orders {
    private final int depth;
    private final TreeMap<String, Map<String, JsonNode>> bids =
        new TreeMap<>(Comparator.<String, BigDecimal>comparing(BigDecimal::new).reversed());
    private final TreeMap<String, Map<String, JsonNode>> asks =
        new TreeMap<>(Comparator.<String, BigDecimal>comparing(BigDecimal::new));

    Orders(int depth) {
      this.depth = depth;
    }

    long apply(JsonNode message) {
      JsonNode data = message.at("/data/0");
      apply(bids, data.get("bids"));
      apply(asks, data.get("asks"));
      return data.get("checksum").asLong();
    }

    private void apply(TreeMap<String, Map<String, JsonNode>> side, JsonNode events) {
      for (JsonNode event : events) {
        String price = event.get("limit_price").toString();
        String id = event.get("order_id").asText();
        if (event.path("event").asText("add").equals("delete")) {
          Map<String, JsonNode> level = side.getOrDefault(price, Map.of());
          assertThat(level).containsKey(id);
          level.remove(id);
          if (level.isEmpty()) {
            side.remove(price);
          }
        } else {
          side.computeIfAbsent(price, none -> new LinkedHashMap<>()).put(id, event);
        }
      }
      while (side.size() > depth) {
        side.pollLastEntry();
      }
    }

    long checksum() {
      return BookChecksum.ofOrders(digits(asks), digits(bids));
    }

    private static List<Digits> digits(TreeMap<String, Map<String, JsonNode>> side) {
      List<Digits> digits = new ArrayList<>();
      side.values().stream()
          .limit(10)
          .forEach(
              level ->
                  level
                      .values()
                      .forEach(
                          order ->
                              digits.add(
                                  new Digits(
                                      order.get("limit_price").toString(),
                                      order.get("order_qty").toString()))));
      return digits;
    }
  }

  @Test
  void acknowledgesEachSymbolAndSendsItsOrders() {
    List<String> heard =
        client.ask(
            trader.v2("subscribe", "'channel':'level3','symbol':['BTC/USD','XBT/USD'],'depth':10"));
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0))
        .startsWith(
            json(
                "{'method':'subscribe','req_id':7,'result':{'channel':'level3','snapshot':true,"
                    + "'symbol':'BTC/USD'},'success':true,"));
    assertThat(heard.get(1)).contains("Currency pair not supported XBT/USD");
    JsonNode order = Wire.read(heard.get(2)).at("/data/0/bids/0");
    assertThat(order.get("order_id").asText()).matches("O[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{6}");
    assertThat(order.get("limit_price").toString()).matches("\\d+\\.\\d");
    assertThat(order.get("order_qty").toString()).matches("\\d+\\.\\d{8}");
    assertThat(order.get("timestamp").asText()).matches("\\d{4}-.*\\.\\d{9}Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000})
  void aClientThatFollowsHoldsTheTruth(int depth) {
    Orders orders = new Orders(depth);
    JsonNode snapshot = subscribe("'symbol':['BTC/USD'],'depth':" + depth).get(1);
    assertThat(orders.apply(snapshot)).isEqualTo(orders.checksum());
    follow(BITCOIN, orders, 400);
    assertThat(orders.bids.keySet().stream().limit(10).map(BigDecimal::new).toList())
        .isEqualTo(
            trader.exchange.book(BITCOIN).bids().stream().map(level -> level.price()).toList());
  }

  @Test
  void levelsThatMoveIntoRangeAreSentOrderByOrder() {
    Orders orders = new Orders(10);
    orders.apply(subscribe("'symbol':['BTC/USD']").get(1));
    for (int sweep = 0; sweep < 30; sweep++) {
      trader.exchange.step(BITCOIN, Move.SWEEP);
    }
    trader.loop.run();
    check(orders, client.frames());
    assertThat(orders.bids).hasSize(10);
    assertThat(orders.asks).hasSize(10);
  }

  @Test
  void aThinBookIsFollowedToo() {
    Orders orders = new Orders(10);
    orders.apply(subscribe("'symbol':['RARE/EUR']").get(1));
    follow(RARE, orders, 300);
  }

  private void follow(Pair pair, Orders orders, int steps) {
    int messages = 0;
    for (int step = 0; step < steps; step++) {
      trader.exchange.step(pair);
      trader.loop.run();
      messages += check(orders, client.frames());
    }
    assertThat(messages).isGreaterThan(steps / 4);
  }

  private static int check(Orders orders, List<JsonNode> frames) {
    frames.forEach(frame -> assertThat(orders.apply(frame)).isEqualTo(orders.checksum()));
    return frames.size();
  }

  @Test
  void onesOwnOrderIsAddedChangedAndDeleted() {
    subscribe("'symbol':['BTC/USD']");
    TestClient auth = trader.connect(Path.V2_PRIVATE);
    String best = trader.exchange.book(BITCOIN).bids().get(0).price().toPlainString();
    String id =
        Trader.ask(
                auth,
                trader.v2(
                    "add_order",
                    "'order_type':'limit','side':'buy','symbol':'BTC/USD','order_qty':0.5,"
                        + "'limit_price':"
                        + best))
            .get(0)
            .at("/result/order_id")
            .asText();
    assertThat(event().get("event").asText()).isEqualTo("add");
    auth.ask(trader.v2("amend_order", "'order_id':'%s','order_qty':0.4".formatted(id)));
    JsonNode modified = event();
    assertThat(modified.get("event").asText()).isEqualTo("modify");
    assertThat(modified.get("order_qty").toString()).isEqualTo("0.40000000");
    auth.ask(trader.v2("cancel_order", "'order_id':['%s']".formatted(id)));
    JsonNode deleted = event();
    assertThat(deleted.get("event").asText()).isEqualTo("delete");
    assertThat(deleted.get("order_id").asText()).isEqualTo(id);
  }

  private JsonNode event() {
    List<JsonNode> frames = client.frames();
    assertThat(frames).hasSize(1);
    return frames.get(0).at("/data/0/bids/0");
  }

  @Test
  void aWrongChecksumAndALostUpdateShow() {
    Orders orders = new Orders(10);
    orders.apply(subscribe("'symbol':['BTC/USD']").get(1));
    trader.exchange.corruptNextChecksum(BITCOIN);
    trader.exchange.step(BITCOIN, Move.SWEEP);
    trader.loop.run();
    assertThat(orders.apply(client.frames().get(0))).isNotEqualTo(orders.checksum());

    trader.exchange.skipNextUpdate(BITCOIN);
    trader.exchange.step(BITCOIN, Move.SWEEP);
    trader.loop.run();
    assertThat(client.texts()).isEmpty();
  }

  @Test
  void whatHappensInSilenceShowsAfterwards() {
    Orders orders = new Orders(10);
    orders.apply(subscribe("'symbol':['BTC/USD']").get(1));
    trader.exchange.silence(BITCOIN, true);
    trader.exchange.step(BITCOIN, Move.SWEEP);
    trader.loop.run();
    assertThat(client.texts()).isEmpty();
    trader.exchange.silence(BITCOIN, false);
    trader.loop.run();

    Trader.ask(client, trader.v2("unsubscribe", "'channel':'level3','symbol':['BTC/USD']"));
    Orders again = new Orders(10);
    again.apply(subscribe("'symbol':['BTC/USD']").get(1));
    follow(BITCOIN, again, 20);
    assertThat(again.checksum()).isNotEqualTo(orders.checksum());
  }

  @Test
  void aConnectionHasOnlySoManySymbols() {
    trader.exchange.level3Limit(2);
    trader.loop.run();
    List<JsonNode> heard = subscribe("'symbol':['BTC/USD','ETH/USD','SOL/EUR'],'snapshot':false");
    assertThat(heard.get(1).get("success").asBoolean()).isTrue();
    assertThat(heard.get(2).get("error").asText()).isEqualTo("Subscription symbol limit exceeded");
    assertThat(heard.get(2).get("symbol").asText()).isEqualTo("SOL/EUR");
  }

  @Test
  void levelsThatMoveIntoRangeKeepTheirOldTimes() {
    subscribe("'symbol':['BTC/USD']");
    TestClient auth = trader.connect(Path.V2_PRIVATE);
    trader.loop.advance(Duration.ofSeconds(10));
    client.texts();
    BigDecimal best = trader.exchange.book(BITCOIN).asks().get(0).quantity();
    auth.ask(
        trader.v2(
            "add_order",
            "'order_type':'market','side':'buy','symbol':'BTC/USD','order_qty':" + best));
    JsonNode data = client.frames().get(0).at("/data/0");
    List<String> times = new ArrayList<>();
    for (String side : List.of("bids", "asks")) {
      for (JsonNode event : data.get(side)) {
        if (event.get("event").asText().equals("add")) {
          times.add(event.get("timestamp").asText());
        }
      }
    }
    assertThat(times).isNotEmpty().allMatch(time -> time.startsWith("2026-01-01T00:00:00."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'symbol':['BTC/USD'],'depth':25 | Subscription depth not supported",
        "'depth':10 | Symbol(s) not found",
        "'symbol':['BTC/USD'],'interval':1"
            + "| Unsupported field: 'interval' for the given msg type: subscribe",
      })
  void refuses(String params, String error) {
    assertThat(subscribe(params).get(0).get("error").asText()).isEqualTo(error);
  }

  @Test
  void isServedOnItsOwnHostAlone() {
    TestClient auth = trader.connect(Path.V2_PRIVATE);
    String request = trader.v2("subscribe", "'channel':'level3','symbol':['BTC/USD']");
    assertThat(Trader.ask(auth, request).get(0).get("error").asText())
        .contains("Try ws-l3.kraken.com");
    assertThat(
            Trader.ask(client, trader.v2("subscribe", "'channel':'executions'"))
                .get(0)
                .get("error")
                .asText())
        .contains("Try ws-auth.kraken.com");
  }

  @Test
  void endsWithTheDepthItBeganWith() {
    subscribe("'symbol':['BTC/USD'],'depth':100");
    String end = "'channel':'level3','symbol':['BTC/USD']";
    assertThat(Trader.ask(client, trader.v2("unsubscribe", end)).get(0).get("error").asText())
        .isEqualTo("Subscription Not Found");
    assertThat(
            Trader.ask(client, trader.v2("unsubscribe", end + ",'depth':100"))
                .get(0)
                .get("success")
                .asBoolean())
        .isTrue();
    trader.exchange.step(BITCOIN, Move.SWEEP);
    trader.loop.run();
    assertThat(client.texts()).isEmpty();
  }
}
