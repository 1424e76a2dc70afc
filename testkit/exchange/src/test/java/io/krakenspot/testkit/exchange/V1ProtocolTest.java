package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Trade;
import io.krakenspot.port.VirtualLoop;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a v1 client sees, word for word where the reference has the words. */
final class V1ProtocolTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).seed(3).eventsPerSecond(0).open();
  private final TestClient client = new TestClient(exchange, loop, Path.V1_PUBLIC);

  private JsonNode only(String request) {
    List<String> answers = client.ask(request);
    assertThat(answers).hasSize(1);
    return Wire.read(answers.get(0));
  }

  private JsonNode dataAfter(String request) {
    List<JsonNode> answers = client.ask(request).stream().map(Wire::read).toList();
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).get("status").asText()).isEqualTo("subscribed");
    assertThat(answers.get(1).get(0)).isEqualTo(answers.get(0).get("channelID"));
    assertThat(answers.get(1).get(2)).isEqualTo(answers.get(0).get("channelName"));
    assertThat(answers.get(1).get(3)).isEqualTo(answers.get(0).get("pair"));
    return answers.get(1);
  }

  @Test
  void greetsWithTheStatusAndAnUnsignedConnectionId() {
    JsonNode status = client.frames().get(0);
    assertThat(status.get("event").asText()).isEqualTo("systemStatus");
    assertThat(status.get("status").asText()).isEqualTo("online");
    assertThat(status.get("version").asText()).isEqualTo("1.9.6");
    assertThat(status.get("connectionID").isIntegralNumber()).isTrue();
    assertThat(connectionIds()).anyMatch(id -> id.bitLength() == 64);
  }

  private List<BigInteger> connectionIds() {
    return IntStream.range(0, 20)
        .mapToObj(index -> new TestClient(exchange, loop, Path.V1_PUBLIC).frames().get(0))
        .map(status -> status.get("connectionID").bigIntegerValue())
        .toList();
  }

  @Test
  void echoesRequestIdsOfAnySize() {
    assertThat(client.ask("{'event':'ping','reqid':123456789012345678901234567890}"))
        .containsExactly(json("{'event':'pong','reqid':123456789012345678901234567890}"));
    assertThat(client.ask("{'event':'ping'}")).containsExactly(json("{'event':'pong'}"));
    assertThat(client.ask("{'event':'ping','reqid':0}"))
        .containsExactly(json("{'event':'pong','reqid':0}"));
  }

  @Test
  void acknowledgesEachPairByItself() {
    List<JsonNode> answers =
        client
            .ask(
                "{'event':'subscribe','reqid':7,'pair':['BTC/USD','XXX/YYY','ETHUSD','XDG/USD'],"
                    + "'subscription':{'name':'trade'}}")
            .stream()
            .map(Wire::read)
            .toList();
    assertThat(answers).hasSize(4).allMatch(answer -> answer.get("reqid").asInt() == 7);
    assertThat(answers)
        .extracting(answer -> answer.path("pair").asText() + " " + answer.path("status").asText())
        .containsExactly(
            "XBT/USD subscribed", "XXX/YYY error", "ETHUSD error", "XDG/USD subscribed");
    assertThat(answers.get(1).get("errorMessage").asText())
        .isEqualTo("Currency pair not supported XXX/YYY");
    assertThat(answers.get(2).get("errorMessage").asText())
        .isEqualTo("Currency pair not in ISO 4217-A3 format ETHUSD");
    assertThat(answers.get(0).get("channelID")).isNotEqualTo(answers.get(3).get("channelID"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'name':'book','depth':25} | book-25 | {'depth':25,'name':'book'}",
        "{'name':'book'} | book-10 | {'depth':10,'name':'book'}",
        "{'name':'ohlc','interval':5} | ohlc-5 | {'interval':5,'name':'ohlc'}",
        "{'name':'ohlc'} | ohlc-1 | {'interval':1,'name':'ohlc'}",
        "{'name':'ticker'} | ticker | {'name':'ticker'}",
        "{'name':'spread'} | spread | {'name':'spread'}",
        "{'name':'trade'} | trade | {'name':'trade'}"
      })
  void acknowledgesWithChannelNameAndTerms(String asked, String channelName, String terms) {
    String request = "{'event':'%s','reqid':7,'pair':['XBT/USD'],'subscription':" + asked + "}";
    JsonNode subscribed = Wire.read(client.ask(request.formatted("subscribe")).get(0));
    JsonNode unsubscribed = only(request.formatted("unsubscribe"));

    assertThat(subscribed.fieldNames())
        .toIterable()
        .containsExactly(
            "channelID", "channelName", "event", "pair", "reqid", "status", "subscription");
    assertThat(subscribed.get("channelName").asText()).isEqualTo(channelName);
    assertThat(subscribed.get("subscription")).isEqualTo(Wire.read(json(terms)));
    assertThat(unsubscribed.get("status").asText()).isEqualTo("unsubscribed");
    assertThat(unsubscribed.get("channelID")).isEqualTo(subscribed.get("channelID"));
    assertThat(unsubscribed.get("subscription")).isEqualTo(subscribed.get("subscription"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "['XBT/USD'] | {'name':'book','depth':42} | Subscription depth not supported",
        "['XBT/USD'] | {'name':'book','depth':'10'} | Subscription book depth must be an integer",
        "['XBT/USD'] | {'name':'ohlc','interval':7} | Subscription ohlc interval not supported",
        "['XBT/USD'] | {'name':'ohlc','interval':1.5} | Subscription ohlc interval must be an integer",
        "['XBT/USD'] | {'name':'nope'} | Subscription name invalid",
        "['XBT/USD'] | {'name':'book','colour':1} | Subscription object unsupported field",
        "['XBT/USD'] | {'name':'spread','depth':10} | Subscription spread doesn't require depth",
        "['XBT/USD'] | {'name':'book','interval':30} | Subscription book doesn't require interval",
        "['XBT/USD'] | 5 | Subscription field must be an object",
        "'XBT/USD' | {'name':'book'} | Pair field must be an array",
        "[] | {'name':'book'} | Pair(s) not found",
      })
  void refusesInTheWordsOfTheReference(String pairs, String terms, String error) {
    JsonNode answer =
        only("{'event':'subscribe','reqid':1,'pair':%s,'subscription':%s}".formatted(pairs, terms));
    assertThat(answer.get("errorMessage").asText()).isEqualTo(error);
    assertThat(answer.get("event").asText()).isEqualTo("subscriptionStatus");
    assertThat(answer.get("status").asText()).isEqualTo("error");
    assertThat(answer.get("reqid").asInt()).isEqualTo(1);
  }

  @Test
  void errorsMirrorTheRequestAndLeaveTheConnectionOpen() {
    assertThat(
            client.ask(
                "{'event':'subscribe','pair':['XBT/USD'],'reqid':7,"
                    + "'subscription':{'depth':42,'name':'book'}}"))
        .containsExactly(
            json(
                "{'errorMessage':'Subscription depth not supported','event':'subscriptionStatus',"
                    + "'pair':'XBT/USD','reqid':7,'status':'error',"
                    + "'subscription':{'depth':42,'name':'book'}}"));
    assertThat(client.closes()).isZero();
  }

  @Test
  void refusesTheSameSubscriptionTwiceAndEndingWhatIsNot() {
    String request = "{'event':'%s','pair':['XBT/USD'],'subscription':{'name':'trade'}}";
    client.send(request.formatted("subscribe"));
    assertThat(only(request.formatted("subscribe")).get("errorMessage").asText())
        .isEqualTo("Already subscribed");
    client.send(request.formatted("unsubscribe"));
    JsonNode second = only(request.formatted("unsubscribe"));
    assertThat(second.get("errorMessage").asText()).isEqualTo("Subscription Not Found");
    assertThat(second.get("pair").asText()).isEqualTo("XBT/USD");
  }

  @Test
  void severalDepthsOfOnePairLiveSideBySide() {
    client.send(
        "{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book','depth':10}}");
    client.send(
        "{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book','depth':25}}");
    client.texts();
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    assertThat(client.frames())
        .extracting(frame -> frame.get(frame.size() - 2).asText())
        .containsExactly("book-10", "book-25");
    assertThat(
            only("{'event':'unsubscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}")
                .get("channelName")
                .asText())
        .isEqualTo("book-10");
  }

  @Test
  void namesWhatItCannotRead() {
    assertThat(client.ask("not json"))
        .containsExactly(json("{'errorMessage':'Malformed request','event':'error'}"));
    assertThat(client.ask("[1]"))
        .containsExactly(json("{'errorMessage':'Malformed request','event':'error'}"));
    assertThat(client.ask("{'event':'dance','reqid':1}"))
        .containsExactly(
            json(
                "{'errorMessage':'Event(s) not found','event':'subscriptionStatus',"
                    + "'reqid':1,'status':'error'}"));
  }

  @Test
  void sendsPrivateAndPublicClientsToTheOtherHost() {
    assertThat(only("{'event':'subscribe','subscription':{'name':'ownTrades','token':'abc'}}"))
        .isEqualTo(
            Wire.read(
                json(
                    "{'errorMessage':'Private data and trading are unavailable on this endpoint."
                        + " Try ws-auth.kraken.com','event':'subscriptionStatus','status':'error',"
                        + "'subscription':{'name':'ownTrades','token':'abc'}}")));
    TestClient account = new TestClient(exchange, loop, Path.V1_PRIVATE);
    assertThat(
            account.ask(
                "{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'ticker'}}"))
        .singleElement()
        .asString()
        .contains(
            "Public market data subscriptions are unavailable on this endpoint."
                + " Try ws.kraken.com");
    assertThat(
            account.ask("{'event':'subscribe','subscription':{'name':'openOrders','token':'x'}}"))
        .singleElement()
        .asString()
        .contains("ESession:Invalid session");
    assertThat(account.ask("{'event':'addOrder','reqid':4,'token':'x'}"))
        .containsExactly(
            json(
                "{'errorMessage':'ESession:Invalid session','event':'addOrderStatus','reqid':4,"
                    + "'status':'error'}"));
    assertThat(account.ask("{'event':'ping'}")).containsExactly(json("{'event':'pong'}"));
  }

  @Test
  void asterixStandsForEveryChannel() {
    List<String> answers =
        client.ask("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'*'}}");
    assertThat(answers).filteredOn(text -> text.contains("subscribed")).hasSize(5);
    List<String> ends = client.ask("{'event':'unsubscribe','subscription':{'name':'*'}}");
    assertThat(ends).hasSize(5).allMatch(text -> text.contains("unsubscribed"));
  }

  @Test
  void endsSubscriptionsByChannelIdToo() {
    JsonNode status =
        only("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'trade'}}");
    assertThat(
            only("{'event':'unsubscribe','channelID':" + status.get("channelID") + "}")
                .get("status")
                .asText())
        .isEqualTo("unsubscribed");
  }

  @Test
  void writesBooksAsTextsWithTheDecimalsOfV1() {
    JsonNode message =
        dataAfter("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}");
    JsonNode asks = message.get(1).get("as");
    JsonNode bids = message.get(1).get("bs");
    assertThat(message.get(1).has("c")).isFalse();
    assertThat(asks).hasSize(10).allMatch(V1ProtocolTest::isLevel);
    assertThat(bids).hasSize(10).allMatch(V1ProtocolTest::isLevel);
    assertThat(number(asks.get(0).get(0))).isLessThan(number(asks.get(1).get(0)));
    assertThat(number(bids.get(0).get(0))).isGreaterThan(number(bids.get(1).get(0)));
    assertThat(number(bids.get(0).get(0))).isLessThan(number(asks.get(0).get(0)));
  }

  private static boolean isLevel(JsonNode level) {
    return level.size() == 3
        && level.get(0).asText().matches("\\d+\\.\\d{5}")
        && level.get(1).asText().matches("\\d+\\.\\d{8}")
        && level.get(2).asText().matches("\\d{10}\\.\\d{6}");
  }

  private static BigDecimal number(JsonNode text) {
    assertThat(text.isTextual()).isTrue();
    return new BigDecimal(text.asText());
  }

  @Test
  void thinBooksHaveWhatThereIs() {
    JsonNode message =
        dataAfter("{'event':'subscribe','pair':['RARE/EUR'],'subscription':{'name':'book'}}");
    assertThat(message.get(1).get("as").size()).isBetween(1, 9);
  }

  @Test
  void bothSidesInOneUpdateMakeFiveElements() {
    client.send("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}");
    client.texts();
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    JsonNode message = client.frames().get(0);
    assertThat(message).hasSize(5);
    assertThat(message.get(1).fieldNames()).toIterable().containsExactly("a");
    assertThat(message.get(2).fieldNames()).toIterable().containsExactly("b", "c");
    assertThat(message.get(2).get("c").isTextual()).isTrue();
  }

  @Test
  void republishesRightAfterARemovalWithTheOldTime() {
    client.send("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}");
    client.texts();
    loop.advance(Duration.ofSeconds(5));
    client.texts();
    JsonNode side = removal();
    assertThat(side.get(0).get(1).asText()).isEqualTo("0.00000000");
    assertThat(side.get(0).get(2).asText()).isEqualTo("1767225605.000000");
    assertThat(side.get(1).get(3).asText()).isEqualTo("r");
    assertThat(side.get(1).get(2).asText()).isEqualTo("1767225600.000000");
  }

  /** Cancels until one falls into the best ten. */
  private JsonNode removal() {
    for (int tries = 0; tries < 50; tries++) {
      exchange.step(BITCOIN, Move.CANCEL);
      loop.run();
      for (JsonNode frame : client.frames()) {
        return frame.get(1).has("a") ? frame.get(1).get("a") : frame.get(1).get("b");
      }
    }
    throw new AssertionError("no level in range was cancelled");
  }

  @Test
  void tickerComesAtOnceAndWithTrades() {
    JsonNode payload =
        dataAfter("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'ticker'}}")
            .get(1);
    assertThat(payload.fieldNames())
        .toIterable()
        .containsExactly("a", "b", "c", "v", "p", "t", "l", "h", "o");
    assertThat(payload.get("a").get(1).isIntegralNumber()).isTrue();
    assertThat(payload.get("t").get(1).asInt()).isGreaterThan(100);
    MarketBook truth = exchange.book(BITCOIN);
    assertThat(number(payload.get("a").get(0))).isEqualByComparingTo(truth.asks().get(0).price());
    assertThat(number(payload.get("b").get(2)))
        .isEqualByComparingTo(truth.bids().get(0).quantity());

    exchange.step(BITCOIN, Move.RESIZE);
    loop.run();
    assertThat(client.texts()).isEmpty();
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    Trade last = lastTrade();
    JsonNode update = client.frames().get(0).get(1);
    assertThat(number(update.get("c").get(0))).isEqualByComparingTo(last.price());
    assertThat(number(update.get("c").get(1))).isEqualByComparingTo(last.quantity());
    assertThat(update.get("t").get(1).asInt()).isGreaterThan(payload.get("t").get(1).asInt());
  }

  private Trade lastTrade() {
    List<Trade> trades = exchange.lastTrades(BITCOIN);
    return trades.get(trades.size() - 1);
  }

  @Test
  void tradesStartWithNothingAndThenTellEach() {
    client.ask("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'trade'}}");
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    JsonNode trades = client.frames().get(0).get(1);
    JsonNode newest = trades.get(trades.size() - 1);
    assertThat(newest).hasSize(6);
    assertThat(number(newest.get(0))).isEqualByComparingTo(lastTrade().price());
    assertThat(newest.get(2).asText()).isEqualTo("1767225600.000000");
    assertThat(newest.get(3).asText()).isIn("b", "s");
    assertThat(newest.get(4).asText()).isEqualTo("l");
    assertThat(newest.get(5).asText()).isEmpty();
  }

  @Test
  void spreadFollowsTheBestPrices() {
    JsonNode first =
        dataAfter("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'spread'}}");
    assertThat(first.get(1)).hasSize(5);
    exchange.step(BITCOIN, Move.TAKE);
    loop.run();
    MarketBook truth = exchange.book(BITCOIN);
    JsonNode update = client.frames().get(0).get(1);
    assertThat(number(update.get(0))).isEqualByComparingTo(truth.bids().get(0).price());
    assertThat(number(update.get(1))).isEqualByComparingTo(truth.asks().get(0).price());
    assertThat(number(update.get(3))).isEqualByComparingTo(truth.bids().get(0).quantity());
    assertThat(number(update.get(4))).isEqualByComparingTo(truth.asks().get(0).quantity());
  }

  @Test
  void candlesStartWithTheNewestAndFollowTrades() {
    JsonNode first =
        dataAfter(
            "{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'ohlc','interval':5}}");
    assertThat(first.get(1)).hasSize(9);
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    JsonNode candle = client.frames().get(0).get(1);
    assertThat(candle.get(0).asText()).isEqualTo("1767225600.000000");
    assertThat(candle.get(1).asText()).isEqualTo("1767225900.000000");
    assertThat(number(candle.get(5))).isEqualByComparingTo(lastTrade().price());
    assertThat(number(candle.get(3))).isGreaterThanOrEqualTo(number(candle.get(4)));
    assertThat(number(candle.get(6))).isBetween(number(candle.get(4)), number(candle.get(3)));
    assertThat(candle.get(8).isIntegralNumber()).isTrue();
  }

  @Test
  void heartbeatsAreSteadyFromTheFirstSubscriptionOn() {
    client.texts();
    loop.advance(Duration.ofSeconds(5));
    assertThat(client.texts()).isEmpty();
    client.ask("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}");
    for (int second = 0; second < 10; second++) {
      exchange.step(BITCOIN, Move.SWEEP);
      loop.advance(Duration.ofSeconds(1));
    }
    assertThat(client.texts()).filteredOn(json("{'event':'heartbeat'}")::equals).hasSize(10);
  }

  @Test
  void isClosedAfterAMinuteWithoutSubscriptionOrRequest() {
    loop.advance(Duration.ofSeconds(50));
    client.send("{'event':'ping'}");
    loop.advance(Duration.ofSeconds(59));
    assertThat(client.closes()).isZero();
    loop.advance(Duration.ofSeconds(2));
    assertThat(client.closes()).isOne();
    assertThat(exchange.connections()).isEmpty();
  }

  @Test
  void staysOpenWhileSomethingIsSubscribed() {
    client.send("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'trade'}}");
    loop.advance(Duration.ofMinutes(10));
    assertThat(client.closes()).isZero();
    client.send("{'event':'unsubscribe','pair':['XBT/USD'],'subscription':{'name':'trade'}}");
    loop.advance(Duration.ofSeconds(61));
    assertThat(client.closes()).isOne();
  }

  @Test
  void tellsEverybodyWhenTheEngineChanges() {
    client.texts();
    exchange.systemStatus(SystemStatus.State.CANCEL_ONLY);
    loop.run();
    assertThat(client.texts())
        .containsExactly(json("{'event':'systemStatus','status':'cancel_only','version':'1.9.6'}"));
  }
}
