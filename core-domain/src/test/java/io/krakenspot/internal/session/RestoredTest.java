package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is told after an interruption, and that nothing is told to be whole before it is. */
class RestoredTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final String DATA = "data";

  private final ScriptedTransport transport = new ScriptedTransport();
  private final KrakenClient client =
      KrakenClient.builder()
          .protocol(new WordProtocol())
          .transport(transport)
          .tokenSource(() -> CompletableFuture.completedFuture(new Token("a token")))
          .build();
  private final Heard heard = new Heard();

  @Test
  void aBookIsRestoredByItsSnapshotAndNotByTheAnswer() {
    client.marketData().books(Depth.D10, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("ack 2 BTC/USD");
    assertThat(heard.told).isEmpty();
    transport.last().say("snap BTC/USD 12 11", "update BTC/USD 13 11");

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS", DATA);
  }

  @Test
  void aBookWhoseSnapshotDoesNotComeIsNotRestoredUntilItDoes() {
    client.marketData().books(Depth.D10, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("ack 2 BTC/USD");
    alive(Duration.ofSeconds(11));
    assertThat(heard.told).containsExactly("RESYNCING");
    transport.last().say("ack 3 BTC/USD", "ack 4 BTC/USD", "snap BTC/USD 12 11");

    assertThat(heard.told).containsExactly("RESYNCING", DATA, "RESTORED_WITHOUT_LOSS");
  }

  @Test
  void aSnapshotBeforeTheAnswerRestoresABookOnce() {
    client.marketData().books(Depth.D10, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("snap BTC/USD 12 11", "ack 2 BTC/USD");

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS");
  }

  @Test
  void aLinkLostBeforeTheSnapshotGoesOnWithTheSameInterruption() {
    client.marketData().books(Depth.D10, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("ack 2 BTC/USD");
    lose();
    transport.last().say("ack 3 BTC/USD");
    assertThat(heard.told).isEmpty();
    transport.last().say("snap BTC/USD 12 11");

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS");
  }

  @Test
  void aBookOfOrdersIsRestoredByItsSnapshot() {
    client.marketData().level3(Level3Depth.D10, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "orders BTC/USD 11 10");
    transport.last().say("ack 2 BTC/USD");
    assertThat(heard.told).isEmpty();
    transport.last().say("orders BTC/USD 12 11");

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS");
  }

  @Test
  void aTickerIsRestoredByItsFirstValue() {
    client.marketData().tickers(List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "ticker BTC/USD 10");
    transport.last().say("ack 2 BTC/USD");
    assertThat(heard.told).isEmpty();
    transport.last().say("ticker BTC/USD 11", "ticker BTC/USD 12");

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS", DATA);
  }

  @Test
  void whereNoSnapshotWasAskedForSomethingIsLost() {
    client.marketData().withSnapshot(false).tickers(List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "ticker BTC/USD 10");
    transport.last().say("ack 2 BTC/USD");

    assertThat(heard.told).containsExactly("RESTORED_WITH_LOSS");
  }

  @Test
  void candlesAreRestoredOnceTheWholeFrameOfThePastIsTold() {
    client.marketData().candles(Interval.MINUTES_1, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "candles BTC/USD 1");
    transport.last().say("ack 2 BTC/USD");
    assertThat(heard.told).isEmpty();
    transport.last().say("candles BTC/USD 3", "candles BTC/USD 1");

    assertThat(heard.told).containsExactly(DATA, DATA, DATA, "RESTORED_WITHOUT_LOSS", DATA);
  }

  @Test
  void candlesThatDoNotComeThoughAskedForOnceMoreAreRestoredWithLoss() {
    client.marketData().candles(Interval.MINUTES_1, List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "candles BTC/USD 1");
    transport.last().say("ack 2 BTC/USD");
    alive(Duration.ofSeconds(11));
    assertThat(heard.told).containsExactly("WARNING");
    transport.last().say("ack 3 BTC/USD", "ack 4 BTC/USD");
    alive(Duration.ofSeconds(11));

    assertThat(heard.told).containsExactly("WARNING", "RESTORED_WITH_LOSS");
  }

  @Test
  void referenceDataIsRestoredByItsSnapshot() {
    client.marketData().instruments(heard.listener());
    interrupted("ack 1 -", "instruments");
    transport.last().say("ack 2 -");
    assertThat(heard.told).isEmpty();
    transport.last().say("instruments");

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS");
  }

  @Test
  void theLossOfTradesIsToldWhereItLies() {
    client.marketData().trades(List.of(BTC), heard.listener());
    interrupted("ack 1 BTC/USD", "trade BTC/USD 10");
    transport.last().say("trade BTC/USD 12", "ack 2 BTC/USD");

    assertThat(heard.told).containsExactly("RESTORED_WITH_LOSS", DATA);
  }

  @Test
  void aLinkThatTakesOverRestoresABookByItsSnapshot() {
    client.marketData().books(Depth.D10, List.of(BTC), heard.listener());
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().lose(1006);
    client.rotate();
    transport.loop.run();
    heard.told.clear();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    transport.loop.advance(Duration.ofMillis(50));
    assertThat(heard.told).isEmpty();
    transport.last().say("snap BTC/USD 12 11");
    transport.loop.advance(Duration.ofMillis(50));

    assertThat(heard.told).containsExactly(DATA, "RESTORED_WITHOUT_LOSS");
  }

  /** Lives for a moment, then loses the link and gets another, where nothing is answered yet. */
  private void interrupted(String... frames) {
    transport.loop.run();
    transport.last().open();
    transport.last().say(frames);
    assertThat(heard.told).containsExactly("ACCEPTED", DATA);
    lose();
    assertThat(heard.told).containsExactly("ACCEPTED", DATA, "INTERRUPTED");
    heard.told.clear();
  }

  private void lose() {
    transport.last().lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();
  }

  private void alive(Duration duration) {
    for (long second = 0; second < duration.toSeconds(); second++) {
      transport.last().say("hb");
      transport.loop.advance(Duration.ofSeconds(1));
    }
  }

  /** Data and notices in the order in which they are told. */
  private static final class Heard {
    private final List<String> told = new ArrayList<>();

    <E> Listener<E> listener() {
      return new Listener<>() {
        @Override
        public void on(E event) {
          told.add(DATA);
        }

        @Override
        public void onSubscription(SubscriptionEvent event) {
          told.add(event.kind().name());
        }
      };
    }
  }
}
