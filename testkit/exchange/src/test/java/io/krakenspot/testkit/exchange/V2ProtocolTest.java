package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Trade;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a v2 client sees, word for word where the reference has the words. */
final class V2ProtocolTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final String TIMES =
      ",'time_in':'2026-01-01T00:00:00.000000Z','time_out':'2026-01-01T00:00:00.000000Z'}";

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).seed(3).eventsPerSecond(0).open();
  private final TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);

  private JsonNode only(String request) {
    List<String> answers = client.ask(request);
    assertThat(answers).hasSize(1);
    return Wire.read(answers.get(0));
  }

  private static String subscribe(String parameters) {
    return "{'method':'subscribe','params':{" + parameters + "}}";
  }

  /** The snapshot that follows the acknowledgement. */
  private JsonNode snapshot(String parameters) {
    List<JsonNode> answers = client.ask(subscribe(parameters)).stream().map(Wire::read).toList();
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).get("success").asBoolean()).isTrue();
    assertThat(answers.get(1).get("type").asText()).isEqualTo("snapshot");
    return answers.get(1);
  }

  private JsonNode after(Move move) {
    exchange.step(BITCOIN, move);
    loop.run();
    List<JsonNode> frames = client.frames();
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).get("type").asText()).isEqualTo("update");
    return frames.get(0);
  }

  @Test
  void greetsWithTheStatus() {
    JsonNode status = client.frames().get(0);
    assertThat(status.get("channel").asText()).isEqualTo("status");
    assertThat(status.get("type").asText()).isEqualTo("update");
    JsonNode data = status.get("data").get(0);
    assertThat(data.get("system").asText()).isEqualTo("online");
    assertThat(data.get("api_version").asText()).isEqualTo("v2");
    assertThat(data.get("connection_id").isIntegralNumber()).isTrue();
  }

  @Test
  void echoesRequestIdsOfAnySizeWithTimes() {
    assertThat(client.ask("{'method':'ping','req_id':123456789012345678901234567890}"))
        .containsExactly(json("{'method':'pong','req_id':123456789012345678901234567890" + TIMES));
    assertThat(client.ask("{'method':'ping'}")).containsExactly(json("{'method':'pong'" + TIMES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'channel':'book','depth':25 | 'channel':'book','depth':25,'snapshot':true",
        "'channel':'book' | 'channel':'book','depth':10,'snapshot':true",
        "'channel':'trade' | 'channel':'trade','snapshot':false",
        "'channel':'ticker' | 'channel':'ticker','event_trigger':'trades','snapshot':true",
        "'channel':'ticker','event_trigger':'bbo','snapshot':false"
            + "| 'channel':'ticker','event_trigger':'bbo','snapshot':false",
        "'channel':'ohlc','interval':5 | 'channel':'ohlc','interval':5,'snapshot':true"
      })
  void acknowledgesWithTermsAndTimes(String parameters, String result) {
    String answer =
        client
            .ask(
                "{'method':'subscribe','req_id':41,'params':{'symbol':['ETH/USD'],%s}}"
                    .formatted(parameters))
            .get(0);
    String warnings =
        parameters.contains("ohlc")
            ? ",'warnings':['timestamp is deprecated, use interval_begin']"
            : "";
    assertThat(answer)
        .isEqualTo(
            json(
                "{'method':'subscribe','req_id':41,'result':{%s,'symbol':'ETH/USD'%s},"
                        .formatted(result, warnings)
                    + "'success':true"
                    + TIMES));
    String selector = result.replaceAll(",'snapshot':\\w+", "");
    assertThat(
            client.ask(
                "{'method':'unsubscribe','req_id':42,'params':{'symbol':['ETH/USD'],%s}}"
                    .formatted(selector)))
        .containsExactly(
            json(
                "{'method':'unsubscribe','req_id':42,'result':{%s,'symbol':'ETH/USD'},"
                        .formatted(selector)
                    + "'success':true"
                    + TIMES));
  }

  @Test
  void acknowledgesEachSymbolByItself() {
    List<JsonNode> answers =
        client
            .ask(
                "{'method':'subscribe','req_id':9,'params':{'channel':'trade',"
                    + "'symbol':['BTC/USD','ABC/USD','XBT/USD','ETHUSD','DOGE/USD']}}")
            .stream()
            .map(Wire::read)
            .toList();
    assertThat(answers).allMatch(answer -> answer.get("req_id").asInt() == 9);
    assertThat(answers)
        .extracting(answer -> answer.path("error").asText(answer.at("/result/symbol").asText()))
        .containsExactly(
            "BTC/USD",
            "Currency pair not supported ABC/USD",
            "Currency pair not supported XBT/USD",
            "Currency pair not in ISO 4217-A3 format ETHUSD",
            "DOGE/USD");
    assertThat(answers.get(1).get("symbol").asText()).isEqualTo("ABC/USD");
    assertThat(answers.get(1).has("result")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'method':'dance'} | Unsupported event",
        "{'method':'ping','params':{}} | Unsupported field: 'params' for the given msg type: ping",
        "{'method':'ping','reqid':1} | Unsupported field: 'reqid' for the given msg type: ping",
        "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD'],'req_id':1}}"
            + "| Unsupported field: 'req_id' for the given msg type: subscribe",
        "{'method':'subscribe','params':{'channel':'trade','symbol':['BTC/USD'],'depth':10}}"
            + "| Unsupported field: 'depth' for the given msg type: subscribe",
        "{'method':'subscribe','params':{'channel':'spread','symbol':['BTC/USD']}}"
            + "| Subscription name invalid",
        "{'method':'subscribe'} | Subscription name invalid",
        "{'method':'subscribe','params':{'channel':'status'}} | Symbol(s) not found",
        "{'method':'subscribe','params':{'channel':'book'}} | Symbol(s) not found",
        "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD'],'depth':42}}"
            + "| Subscription depth not supported",
        "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD'],'depth':'x'}}"
            + "| Subscription book depth must be an integer",
        "{'method':'subscribe','params':{'channel':'ohlc','symbol':['BTC/USD'],'interval':7}}"
            + "| Subscription ohlc interval not supported",
        "{'method':'subscribe','params':{'channel':'executions','token':'t'}}"
            + "| Private data and trading are unavailable on this endpoint. Try ws-auth.kraken.com",
        "{'method':'add_order','params':{'token':'t'}}"
            + "| Private data and trading are unavailable on this endpoint. Try ws-auth.kraken.com"
      })
  void refusesInTheWordsOfTheReference(String request, String error) {
    JsonNode answer = only(request);
    assertThat(answer.get("error").asText()).isEqualTo(error);
    assertThat(answer.get("success").asBoolean()).isFalse();
    assertThat(answer.get("method")).isEqualTo(Wire.read(json(request)).get("method"));
    assertThat(answer.has("time_in") && answer.has("time_out")).isTrue();
  }

  @Test
  void namesWhatItCannotRead() {
    assertThat(client.ask("not json"))
        .containsExactly(
            json("{'method':'error','success':false,'error':'Malformed request'" + TIMES));
  }

  @Test
  void refusesTheSameSubscriptionTwiceAndEndingWhatIsNot() {
    String terms = "'channel':'book','symbol':['BTC/USD']";
    client.send(subscribe(terms));
    JsonNode twice = only(subscribe(terms));
    assertThat(twice.get("error").asText()).isEqualTo("Already subscribed");
    assertThat(twice.has("symbol")).isFalse();

    JsonNode other = only("{'method':'unsubscribe','params':{" + terms + ",'depth':25}}");
    assertThat(other.get("error").asText()).isEqualTo("Subscription Not Found");
    assertThat(other.get("method").asText()).isEqualTo("subscribe");
    assertThat(other.get("symbol").asText()).isEqualTo("BTC/USD");
  }

  @Test
  void allowsOneCandleIntervalForASymbol() {
    client.send(subscribe("'channel':'ohlc','symbol':['BTC/USD'],'interval':5"));
    JsonNode second = only(subscribe("'channel':'ohlc','symbol':['BTC/USD'],'interval':15"));
    assertThat(second.get("error").asText())
        .isEqualTo("Already subscribed to one ohlc interval on this symbol");
    JsonNode other = snapshot("'channel':'ohlc','symbol':['ETH/USD'],'interval':15");
    assertThat(other.at("/data/0/interval").asInt()).isEqualTo(15);
  }

  @Test
  void sendsPrivateClientsAwayWithoutAGoodToken() {
    TestClient account = new TestClient(exchange, loop, Path.V2_PRIVATE);
    assertThat(account.ask(subscribe("'channel':'executions'")).get(0))
        .contains("Token(s) not found");
    assertThat(account.ask(subscribe("'channel':'executions','token':'t'")).get(0))
        .contains("ESession:Invalid session")
        .contains(json("'channel':'executions'"))
        .doesNotContain(json("'t'"));
    assertThat(account.ask(subscribe("'channel':'book','symbol':['BTC/USD']")).get(0))
        .contains("Public market data subscriptions are unavailable on this endpoint.");
    assertThat(account.ask("{'method':'ping'}")).containsExactly(json("{'method':'pong'" + TIMES));
    TestClient level3 = new TestClient(exchange, loop, Path.V2_LEVEL3);
    assertThat(level3.ask(subscribe("'channel':'level3','symbol':['BTC/USD'],'token':'t'")).get(0))
        .contains("ESession:Invalid session");
  }

  @Test
  void writesBooksAsNumbersWithEveryDigit() {
    String text = client.ask(subscribe("'channel':'book','symbol':['SHIB/USD']")).get(1);
    assertThat(text).contains("\"price\":0.0000").doesNotContain("E-").doesNotContain("e-");
    JsonNode data = Wire.read(text).at("/data/0");
    assertThat(data.get("asks")).hasSize(10);
    for (JsonNode level : data.get("asks")) {
      assertThat(level.get("price").decimalValue().scale()).isEqualTo(9);
      assertThat(level.get("qty").decimalValue().scale()).isEqualTo(8);
    }
    assertThat(data.get("checksum").isIntegralNumber()).isTrue();
  }

  @Test
  void removalsAreZeroWithEightDecimals() {
    snapshot("'channel':'book','symbol':['BTC/USD']");
    JsonNode data = after(Move.SWEEP).at("/data/0");
    assertThat(data.get("bids")).isNotEmpty();
    assertThat(data.get("asks")).isNotEmpty();
    assertThat(data.toString()).contains("\"qty\":0E-8");
    assertThat(data.get("timestamp").asText()).isEqualTo("2026-01-01T00:00:00.000000Z");
  }

  @Test
  void bookSnapshotsCanBeDeclined() {
    only(subscribe("'channel':'book','symbol':['BTC/USD'],'snapshot':false"));
    after(Move.SWEEP);
  }

  @Test
  void tradesOfTheSnapshotAreTheLastFifty() {
    JsonNode snapshot = snapshot("'channel':'trade','symbol':['BTC/USD'],'snapshot':true");
    List<Trade> truth = exchange.lastTrades(BITCOIN);
    assertThat(snapshot.get("data")).hasSize(50);
    assertThat(snapshot.at("/data/0/trade_id").asLong()).isEqualTo(truth.get(0).id());
    assertThat(snapshot.at("/data/49/trade_id").asLong()).isEqualTo(truth.get(49).id());
    JsonNode trade = after(Move.SWEEP).at("/data/0");
    assertThat(trade.fieldNames())
        .toIterable()
        .containsExactly("symbol", "side", "price", "qty", "ord_type", "trade_id", "timestamp");
    assertThat(trade.get("trade_id").asLong()).isEqualTo(truth.get(49).id() + 1);
  }

  @Test
  void tickerFollowsTrades() {
    JsonNode snapshot = snapshot("'channel':'ticker','symbol':['BTC/USD']").at("/data/0");
    assertThat(snapshot.fieldNames())
        .toIterable()
        .containsExactly(
            "symbol",
            "bid",
            "bid_qty",
            "ask",
            "ask_qty",
            "last",
            "volume",
            "vwap",
            "low",
            "high",
            "change",
            "change_pct",
            "timestamp");
    exchange.step(BITCOIN, Move.RESIZE);
    loop.run();
    assertThat(client.texts()).isEmpty();
    JsonNode update = after(Move.SWEEP).at("/data/0");
    List<Trade> trades = exchange.lastTrades(BITCOIN);
    assertThat(update.get("last").decimalValue())
        .isEqualByComparingTo(trades.get(trades.size() - 1).price());
    assertThat(update.get("volume").decimalValue())
        .isGreaterThan(snapshot.get("volume").decimalValue());
    assertThat(update.get("vwap").decimalValue())
        .isBetween(update.get("low").decimalValue(), update.get("high").decimalValue());
  }

  @Test
  void tickerCanFollowTheBestPricesInstead() {
    snapshot("'channel':'ticker','symbol':['BTC/USD'],'event_trigger':'bbo'");
    JsonNode update = after(Move.TAKE).at("/data/0");
    MarketBook truth = exchange.book(BITCOIN);
    assertThat(update.get("bid_qty").decimalValue())
        .isEqualByComparingTo(truth.bids().get(0).quantity());
    assertThat(update.get("ask_qty").decimalValue())
        .isEqualByComparingTo(truth.asks().get(0).quantity());
    assertThat(
            only("{'method':'unsubscribe','params':{'channel':'ticker','symbol':['BTC/USD'],"
                    + "'event_trigger':'bbo'}}")
                .at("/result/event_trigger")
                .asText())
        .isEqualTo("bbo");
  }

  @Test
  void candlesCarryTheirInterval() {
    JsonNode snapshot = snapshot("'channel':'ohlc','symbol':['BTC/USD'],'interval':60");
    JsonNode data = snapshot.get("data");
    assertThat(data.size()).isGreaterThan(5);
    assertThat(data.get(0).get("interval_begin").asText())
        .isLessThan(data.get(1).get("interval_begin").asText());
    JsonNode update = after(Move.SWEEP);
    assertThat(update.get("timestamp").asText()).isEqualTo("2026-01-01T00:00:00.000000000Z");
    JsonNode candle = update.at("/data/0");
    assertThat(candle.get("interval_begin").asText()).isEqualTo("2026-01-01T00:00:00.000000000Z");
    assertThat(candle.get("timestamp").asText()).isEqualTo("2026-01-01T01:00:00.000000Z");
    assertThat(candle.get("trades").asInt()).isPositive();
  }

  @Test
  void instrumentsComeInOneSnapshot() {
    List<JsonNode> answers =
        client.ask(subscribe("'channel':'instrument'")).stream().map(Wire::read).toList();
    assertThat(answers.get(0).get("result"))
        .isEqualTo(
            Wire.read(
                json(
                    "{'channel':'instrument','snapshot':true,"
                        + "'warnings':['tick_size is deprecated, use price_increment']}")));
    JsonNode pairs = answers.get(1).at("/data/pairs");
    assertThat(symbols(pairs)).contains("BTC/USD", "SHIB/USD").doesNotContain("TSLAx/USD");
    JsonNode bitcoin = pairs.get(0);
    assertThat(bitcoin.get("price_precision").asInt()).isEqualTo(1);
    assertThat(bitcoin.get("price_increment").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(bitcoin.get("qty_increment").decimalValue()).isEqualByComparingTo("0.00000001");
    assertThat(answers.get(1).at("/data/assets/0/id").asText()).isEqualTo("BTC");
  }

  private static List<String> symbols(JsonNode pairs) {
    return StreamSupport.stream(pairs.spliterator(), false)
        .map(pair -> pair.get("symbol").asText())
        .toList();
  }

  @Test
  void tokenizedAssetsComeWhenAskedFor() {
    JsonNode snapshot = snapshot("'channel':'instrument','include_tokenized_assets':true");
    assertThat(symbols(snapshot.at("/data/pairs"))).contains("TSLAx/USD");
  }

  @Test
  void instrumentUpdatesFollowAPairsStatus() {
    client.send(subscribe("'channel':'instrument','snapshot':false"));
    client.texts();
    exchange.pairStatus(BITCOIN, InstrumentStatus.CANCEL_ONLY);
    loop.run();
    JsonNode update = client.frames().get(0);
    assertThat(update.at("/data/assets")).isEmpty();
    assertThat(update.at("/data/pairs")).hasSize(1);
    assertThat(update.at("/data/pairs/0/status").asText()).isEqualTo("cancel_only");
    loop.advance(Duration.ofSeconds(31));
    assertThat(client.texts()).anyMatch(text -> text.contains("post_only"));
    client.send("{'method':'unsubscribe','params':{'channel':'instrument'}}");
    assertThat(client.texts()).singleElement().asString().contains("\"success\":true");
  }

  @Test
  void heartbeatsFillSecondsWithoutData() {
    client.texts();
    loop.advance(Duration.ofSeconds(3));
    assertThat(client.texts()).isEmpty();
    client.ask(subscribe("'channel':'book','symbol':['BTC/USD'],'snapshot':false"));
    loop.advance(Duration.ofSeconds(1));
    client.texts();
    loop.advance(Duration.ofSeconds(5));
    assertThat(client.texts()).hasSize(5).containsOnly(json("{'channel':'heartbeat'}"));
    for (int second = 0; second < 5; second++) {
      exchange.step(BITCOIN, Move.SWEEP);
      loop.advance(Duration.ofSeconds(1));
    }
    assertThat(client.texts()).hasSize(5).noneMatch(text -> text.contains("heartbeat"));
  }

  @Test
  void isClosedAfterAMinuteWithoutSubscriptionOrRequest() {
    loop.advance(Duration.ofSeconds(30));
    client.send("{'method':'ping'}");
    loop.advance(Duration.ofSeconds(59));
    assertThat(client.closes()).isZero();
    loop.advance(Duration.ofSeconds(2));
    assertThat(client.closes()).isOne();
  }

  @Test
  void staysOpenForInstrumentsAlone() {
    client.send(subscribe("'channel':'instrument'"));
    loop.advance(Duration.ofMinutes(5));
    assertThat(client.closes()).isZero();
  }

  @Test
  void tellsEverybodyWhenTheEngineChanges() {
    JsonNode greeting = client.frames().get(0);
    exchange.systemStatus(SystemStatus.State.MAINTENANCE);
    loop.run();
    JsonNode change = client.frames().get(0);
    assertThat(change.at("/data/0/system").asText()).isEqualTo("maintenance");
    assertThat(change.at("/data/0/connection_id")).isEqualTo(greeting.at("/data/0/connection_id"));
  }
}
