package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.port.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPaceTest {
  private static final Topic TRADES = new Topic.TradeTopic();

  private final ScriptedTransport transport = new ScriptedTransport();

  @Test
  void letsSoManyFramesGoInAnySecond() {
    RequestPace pace = new RequestPace(3, 200);
    pace.sent(seconds(0), 2, TRADES, 100);
    pace.sent(seconds(0.5), 1, TRADES, 50);

    assertThat(pace.left(seconds(0.6), 1, TRADES, 50)).isEqualTo(Duration.ofMillis(500));
    assertThat(pace.left(seconds(0.6), 3, TRADES, 50)).isEqualTo(Duration.ofMillis(1000));
    assertThat(pace.left(seconds(1.1), 2, TRADES, 50)).isZero();
    assertThat(pace.left(seconds(1.1), 3, TRADES, 50)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void startsAnewOnAnotherLink() {
    RequestPace pace = new RequestPace(1, 200);
    pace.sent(0, 1, TRADES, 1);

    pace.clear();

    assertThat(pace.left(0, 1, TRADES, 1)).isZero();
  }

  @Test
  void halvesWithEachRefusalDownToOneFrameASecondAndRecoversSlowly() {
    RequestPace pace = new RequestPace(4, 200);
    pace.sent(seconds(0), 4, TRADES, 1);
    pace.slower(seconds(0.1));
    pace.slower(seconds(0.2)); // about frames of the same burst

    assertThat(mostAtOnce(pace, 2)).isEqualTo(2);
    pace.slower(seconds(3));
    assertThat(mostAtOnce(pace, 5)).isEqualTo(1);
    pace.slower(seconds(6));
    assertThat(mostAtOnce(pace, 15.9)).isEqualTo(1);
    assertThat(mostAtOnce(pace, 20)).isEqualTo(2);
    assertThat(mostAtOnce(pace, 28)).isEqualTo(4);
  }

  /** How many frames of one go at a time, after a while of silence. */
  private static int mostAtOnce(RequestPace pace, double when) {
    int frames = 0;
    while (pace.left(seconds(when), 1, TRADES, 1).isZero()) {
      pace.sent(seconds(when), 1, TRADES, 1);
      frames++;
    }
    return frames;
  }

  @Test
  void isNoSlowerOnAnotherLink() {
    RequestPace pace = new RequestPace(4, 200);
    pace.slower(seconds(1));

    pace.clear();

    assertThat(mostAtOnce(pace, 2)).isEqualTo(4);
  }

  @Test
  void asksForFewerPairsOfLevel3AfterARefusal() {
    RequestPace pace = new RequestPace(20, 200);
    Topic level3 = new Topic.Level3Topic(Level3Depth.D100);
    pace.slower(seconds(1));

    assertThat(pace.pairs(level3, 50)).isEqualTo(4);
    assertThat(pace.left(seconds(1), 1, level3, 4)).isZero();
    pace.sent(seconds(1), 1, level3, 4);
    assertThat(pace.left(seconds(1.5), 1, level3, 1)).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void aLinkThatIsTooFastEachTimeItComesBackIsAskedAgainWithinTwoSeconds() {
    List<String> warnings = new ArrayList<>();
    KrakenClient client = client().build();
    client
        .marketData()
        .tickers(
            Set.of(pair(0)),
            new Listener<Ticker>() {
              @Override
              public void on(Ticker ticker) {}

              @Override
              public void onSubscription(SubscriptionEvent event) {
                if (event.kind() == SubscriptionEvent.Kind.WARNING) {
                  warnings.add(event.detail());
                }
              }
            });
    client.marketData().trades(Set.of(pair(0)), trade -> {});
    transport.loop.run();
    for (int link = 1; link <= 6; link++) {
      transport.last().open();
      List<String> both = transport.last().take();
      assertThat(both).hasSize(2);
      transport.last().say("error " + id(both.get(0)) + " Exceeded msg rate");
      transport.last().say("ack " + id(both.get(1)) + " " + pair(0));
      transport.loop.advance(Duration.ofSeconds(1));
      transport.loop.advance(Duration.ofSeconds(1));
      List<String> again = transport.last().take();
      assertThat(again).filteredOn(frame -> frame.startsWith("sub ")).hasSize(1);
      transport.last().lose(1006);
      transport.loop.advance(Duration.ofSeconds(1));
    }

    assertThat(warnings).hasSize(6).containsOnly("Exceeded msg rate; asking again, slower, in 1 s");
  }

  private static String id(String frame) {
    return frame.split(" ")[1];
  }

  @ParameterizedTest
  @CsvSource({"D10, 40", "D100, 8", "D1000, 2"})
  void countsPairsOfLevel3ByDepth(Level3Depth depth, int aSecond) {
    RequestPace pace = new RequestPace(20, 200);
    Topic level3 = new Topic.Level3Topic(depth);
    assertThat(pace.pairs(level3, 50)).isEqualTo(aSecond);
    assertThat(pace.left(0, 1, level3, aSecond)).isZero();
    pace.sent(0, 1, level3, aSecond);

    assertThat(pace.left(seconds(1), 1, level3, 1)).isEqualTo(Duration.ofMillis(100));
    assertThat(pace.left(seconds(1), 1, TRADES, 50)).isZero();
  }

  @Test
  void subscribesInBatchesAndAwaitsAnswersBeforeTheNext() {
    KrakenClient client = client().build();
    IntStream.range(0, 30).forEach(n -> client.marketData().trades(Set.of(pair(n)), trade -> {}));
    transport.loop.run();
    transport.last().open();
    assertThat(transport.last().take()).hasSize(1);

    IntStream.range(30, 60).forEach(n -> client.marketData().trades(Set.of(pair(n)), trade -> {}));
    client.ping();
    transport.loop.run();

    assertThat(transport.last().take()).hasSize(4).last().asString().startsWith("ping ");
    IntStream.range(0, 30).forEach(n -> transport.last().say("ack 1 " + pair(n)));
    assertThat(transport.last().take())
        .singleElement()
        .asString()
        .contains("COIN33/USD", "COIN59/USD");
  }

  @Test
  void batchesAndRequestsUnderWayAreAsTheUserWants() {
    KrakenClient client = client().subscribeBatch(2, 3).build();
    client.marketData().trades(IntStream.range(0, 9).mapToObj(n -> pair(n)).toList(), trade -> {});
    transport.loop.run();
    transport.last().open();

    assertThat(transport.last().take())
        .hasSize(3)
        .allSatisfy(frame -> assertThat(frame.split("COIN", -1)).hasSize(3));
  }

  @Test
  void unsubscribesWithoutHasteToo() {
    KrakenClient client = client().requestPace(2, 100).build();
    var all =
        IntStream.range(0, 3)
            .mapToObj(n -> client.marketData().trades(Set.of(pair(n)), trade -> {}))
            .toList();
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 COIN0/USD", "ack 1 COIN1/USD", "ack 1 COIN2/USD");
    transport.last().take();

    all.forEach(subscription -> subscription.unsubscribe());
    transport.loop.run();

    assertThat(transport.last().take()).containsExactly("unsub 2 trade COIN0/USD");
    transport.loop.advance(Duration.ofMillis(1100));
    assertThat(transport.last().take())
        .satisfiesExactlyInAnyOrder(
            frame -> assertThat(frame).startsWith("unsub ").contains("COIN1"),
            frame -> assertThat(frame).startsWith("unsub ").contains("COIN2"));
  }

  @Test
  void refusesAPaceThatIsTooSlowForOneBook() {
    assertThatThrownBy(() -> client().requestPace(1, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 and 100");
  }

  private KrakenClientBuilder client() {
    return KrakenClient.builder().protocol(new WordProtocol()).transport(transport);
  }

  private static Pair pair(int n) {
    return Pair.of("COIN" + n + "/USD");
  }

  private static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }
}
