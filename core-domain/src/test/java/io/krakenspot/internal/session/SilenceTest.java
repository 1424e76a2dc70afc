package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acknowledged but silent, and busy but silent since: both are noticed on a link that is alive. */
class SilenceTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");

  private final ScriptedTransport transport = new ScriptedTransport();
  private final KrakenClient client = client(Duration.ofSeconds(10));

  private KrakenClient client(Duration watch) {
    return KrakenClient.builder()
        .protocol(new WordProtocol())
        .transport(transport)
        .watchSilence(watch)
        .build();
  }

  @AfterEach
  void leavesNoTimer() {
    client.close();
    transport.loop.run();
    assertThat(transport.loop.timers()).isZero();
  }

  @Test
  void aTickerThatWasAcceptedButNeverCameIsSubscribedAnew() {
    Heard heard = tickers();
    live(Duration.ofMillis(9_900), () -> {});
    assertThat(sent()).isEmpty();
    live(Duration.ofMillis(200), () -> {});

    assertThat(sent()).containsExactly("unsub 2 ticker BTC/USD", "sub 3 ticker BTC/USD");
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.WARNING);
    transport.last().say("ack 3 BTC/USD", "ticker BTC/USD 10");
    live(Duration.ofMinutes(5), () -> {});
    assertThat(sent()).isEmpty();
    assertThat(heard.kinds).hasSize(2);
  }

  @Test
  void aTickerThatNeverComesIsAskedForAtTheResyncPace() {
    tickers();
    int subscribed = 0;
    for (int tenth = 0; tenth < 3000; tenth++) {
      for (String frame : sent()) {
        if (frame.startsWith("sub ")) {
          subscribed++;
          transport.last().say("ack " + frame.split(" ")[1] + " BTC/USD");
        }
      }
      live(Duration.ofMillis(100), () -> {});
    }

    assertThat(subscribed).as("in five minutes").isBetween(5, 15);
  }

  @Test
  void aTickerThatCameBeforeItsAcknowledgementIsNotMissed() {
    client.marketData().tickers(List.of(BTC), new Heard()::on);
    opened();
    transport.last().say("ticker BTC/USD 10", "ack 1 BTC/USD");
    sent();
    live(Duration.ofMinutes(1), () -> {});

    assertThat(sent()).isEmpty();
  }

  @Test
  void candlesThatMayRightlyBeMissingAreAskedForOnceMore() {
    Heard heard = new Heard();
    client.marketData().candles(Interval.MINUTES_1, List.of(BTC), listener(heard));
    opened();
    transport.last().say("ack 1 BTC/USD");
    sent();
    live(Duration.ofSeconds(11), () -> {});
    assertThat(sent()).hasSize(2);
    transport.last().say("ack 3 BTC/USD");
    live(Duration.ofMinutes(10), () -> {});

    assertThat(sent()).isEmpty();
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.WARNING);
  }

  @Test
  void tradesNeedNotComeUnlessPastOnesWereAskedFor() {
    Heard heard = trades();
    live(Duration.ofMinutes(10), () -> {});
    assertThat(sent()).isEmpty();
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED);

    client.marketData().withSnapshot(true).trades(List.of(ETH), listener(new Heard()));
    transport.loop.run();
    transport.last().say("ack " + sent().get(0).split(" ")[1] + " ETH/USD");
    live(Duration.ofSeconds(11), () -> {});
    assertThat(sent()).hasSize(2).allMatch(frame -> frame.endsWith("trade ETH/USD"));
  }

  @Test
  void busyTradesThatFallSilentAreToldOnceAndSubscribedAnew() {
    Heard heard = trades();
    busy("trade BTC/USD 10");
    live(Duration.ofMillis(9_500), () -> {});
    assertThat(sent()).isEmpty();
    live(Duration.ofSeconds(1), () -> {});

    assertThat(sent()).containsExactly("unsub 2 trade BTC/USD", "sub 3 trade BTC/USD");
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.SILENT);
    assertThat(heard.last()).contains("every 250 ms");
    transport.last().say("ack 3 BTC/USD");
    live(Duration.ofSeconds(5), () -> {});
    assertThat(heard.kinds).as("the answer alone").containsExactly(Kind.ACCEPTED, Kind.SILENT);
    transport.last().say("trade BTC/USD 11");

    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.SILENT, Kind.RESTORED_WITH_LOSS);
    assertThat(heard.eventsBefore(Kind.RESTORED_WITH_LOSS))
        .as("the loss lies before")
        .isEqualTo(60);
    live(Duration.ofSeconds(15), () -> {});
    assertThat(sent()).isEmpty();
  }

  @Test
  void tradesThatStaySilentAreAskedForAgainEverMoreSeldomAndToldOnce() {
    Heard heard = trades();
    busy("trade BTC/USD 10");

    List<Integer> asked = secondsOfAsking(Duration.ofMinutes(10));
    assertThat(asked.get(0)).isBetween(10, 11);
    List<Integer> gaps = gaps(asked);
    assertThat(gaps.get(0)).as("twice as long, and the pace of resyncs").isBetween(20, 22);
    assertThat(gaps.get(1)).isBetween(40, 43);
    assertThat(gaps.subList(2, gaps.size())).hasSize(8).allMatch(gap -> gap >= 60 && gap <= 62);
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.SILENT);
    transport.last().say("trade BTC/USD 11");
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.SILENT, Kind.RESTORED_WITH_LOSS);
    busy("trade BTC/USD 12");
    assertThat(secondsOfAsking(Duration.ofSeconds(15))).as("as if new").hasSize(1);
    assertThat(heard.kinds).hasSize(4).endsWith(Kind.SILENT);
  }

  @Test
  void aBookThatBringsItsSnapshotAloneIsToldToBeSilentEverMoreSeldom() {
    Heard heard = new Heard();
    client.marketData().books(Depth.D10, List.of(BTC), listener(heard));
    opened();
    transport.last().say("ack 1 BTC/USD", "snap BTC/USD 11 10");
    sent();
    busy("update BTC/USD 12 9");
    List<Integer> asked = new ArrayList<>();
    for (int second = 0; second < 3600; second++) {
      answer(sent(), asked, second, "snap BTC/USD 11 10");
      live(Duration.ofSeconds(1), () -> {});
    }

    List<Integer> gaps = gaps(asked);
    List<Integer> borne = List.of(60, 60, 80, 160, 320, 640, 640);
    for (int i = 0; i < borne.size(); i++) {
      assertThat(gaps.get(i)).as("gap %s", i).isBetween(borne.get(i), borne.get(i) + 3);
    }
    assertThat(heard.kinds).endsWith(Kind.SILENT, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(heard.kinds).hasSize(1 + 2 * asked.size());
  }

  @Test
  void busyCandlesThatStaySilentAreAskedForAgainAndAgain() {
    Heard heard = new Heard();
    client.marketData().candles(Interval.MINUTES_1, List.of(BTC), listener(heard));
    opened();
    transport.last().say("ack 1 BTC/USD", "candles BTC/USD 1");
    sent();
    busy("candles BTC/USD 1");

    assertThat(secondsOfAsking(Duration.ofMinutes(10))).hasSizeBetween(9, 16);
    assertThat(heard.kinds).containsOnlyOnce(Kind.SILENT).doesNotContain(Kind.RESTORED_WITH_LOSS);
    transport.last().say("candles BTC/USD 1");
    assertThat(heard.kinds).endsWith(Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  void aSilenceOutlastsTheLinkAndIsOverWithTheFirstTrade() {
    Heard heard = trades();
    busy("trade BTC/USD 10");
    live(Duration.ofSeconds(11), () -> {});
    transport.last().lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();
    transport.last().say("ack 4 BTC/USD");
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.SILENT, Kind.INTERRUPTED);
    transport.last().say("trade BTC/USD 11");

    assertThat(heard.kinds).endsWith(Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS).hasSize(4);
  }

  @Test
  void aSilenceOutlastsARotation() {
    Heard heard = trades();
    busy("trade BTC/USD 10");
    live(Duration.ofSeconds(11), () -> {});
    transport.last().say("ack 2 BTC/USD", "ack 3 BTC/USD");
    client.rotate();
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    live(Duration.ofSeconds(1), () -> {});
    assertThat(transport.links.get(0).closed()).isTrue();
    sent();

    assertThat(secondsOfAsking(Duration.ofMinutes(2))).hasSizeBetween(2, 4);
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.SILENT);
    transport.last().say("trade BTC/USD 11");
    assertThat(heard.kinds).endsWith(Kind.RESTORED_WITH_LOSS);
  }

  /** When it was asked for anew; the exchange grants it each time, and sends nothing. */
  private List<Integer> secondsOfAsking(Duration duration) {
    List<Integer> asked = new ArrayList<>();
    for (int second = 0; second < duration.toSeconds(); second++) {
      answer(sent(), asked, second);
      live(Duration.ofSeconds(1), () -> {});
    }
    return asked;
  }

  private void answer(List<String> frames, List<Integer> asked, int second, String... data) {
    for (String frame : frames) {
      transport.last().say("ack " + frame.split(" ")[1] + " BTC/USD");
      if (frame.startsWith("sub ")) {
        asked.add(second);
        transport.last().say(data);
      } else {
        answer(sent(), asked, second, data);
      }
    }
  }

  private static List<Integer> gaps(List<Integer> moments) {
    return IntStream.range(1, moments.size())
        .mapToObj(i -> moments.get(i) - moments.get(i - 1))
        .toList();
  }

  @Test
  void aSilentBookIsNotShownUntilItsNewSnapshot() {
    List<Book> books = new ArrayList<>();
    Heard heard = new Heard();
    client.marketData().books(Depth.D10, List.of(BTC, ETH), listener(heard, books::add));
    opened();
    transport.last().say("ack 1 BTC/USD", "ack 1 ETH/USD");
    transport.last().say("snap BTC/USD 11 10", "snap ETH/USD 11 10");
    sent();
    live(
        Duration.ofSeconds(6),
        () -> transport.last().say("update BTC/USD 12 9", "update ETH/USD 12 9"));
    live(Duration.ofSeconds(11), () -> transport.last().say("update ETH/USD 12 9"));

    assertThat(sent()).containsExactly("unsub 2 book BTC/USD", "sub 3 book BTC/USD");
    assertThat(books.get(0).state()).isEqualTo(BookState.RESYNCING);
    transport.last().say("update BTC/USD 12 9", "ack 3 BTC/USD", "snap BTC/USD 12 11");
    assertThat(books.get(0).state()).isEqualTo(BookState.LIVE);
    assertThat(heard.kinds)
        .containsExactly(Kind.ACCEPTED, Kind.ACCEPTED, Kind.SILENT, Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  void aSlowOrBurstyStreamMaySleep() {
    Heard heard = trades();
    for (int trade = 0; trade < 100; trade++) {
      transport.last().say("trade BTC/USD 10");
    }
    live(Duration.ofMinutes(3), () -> {});
    for (int time = 0; time < 25; time++) {
      transport.last().say("trade BTC/USD 10");
      live(Duration.ofSeconds(4), () -> {});
    }
    live(Duration.ofMinutes(2), () -> {});

    assertThat(heard.kinds).as("a gap of two minutes, where those of 4 s are usual").hasSize(1);
    live(Duration.ofMinutes(5), () -> {});
    assertThat(heard.kinds).startsWith(Kind.ACCEPTED, Kind.SILENT);
  }

  @Test
  void noStreamIsBlamedWhileTheEngineDoesNotMatch() {
    Heard heard = trades();
    busy("trade BTC/USD 10");
    transport.last().say("status MAINTENANCE");
    live(Duration.ofMinutes(5), () -> {});
    assertThat(heard.kinds).hasSize(1);
    transport.last().say("status ONLINE");
    live(Duration.ofSeconds(9), () -> {});
    assertThat(heard.kinds).hasSize(1);
    live(Duration.ofSeconds(2), () -> {});

    assertThat(heard.kinds).endsWith(Kind.SILENT);
  }

  @Test
  void aLinkThatIsSilentItselfIsReplacedInstead() {
    Heard heard = trades();
    busy("trade BTC/USD 10");
    transport.loop.advance(Duration.ofMillis(5_500));

    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED);
    assertThat(transport.last().closed()).isTrue();
  }

  @Test
  void whatWasLearntHoldsForTheNextLink() {
    Heard heard = trades();
    busy("trade BTC/USD 10");
    transport.last().lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();
    transport.last().say("ack 2 BTC/USD");
    live(Duration.ofSeconds(11), () -> {});

    assertThat(heard.kinds)
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS, Kind.SILENT);
  }

  @Test
  void theWatchCanBeSwitchedOffAndNotBeTooShort() {
    client.close();
    KrakenClient unwatched = client(Duration.ZERO);
    Heard heard = new Heard();
    unwatched.marketData().trades(List.of(BTC), listener(heard));
    opened();
    transport.last().say("ack 1 BTC/USD");
    busy("trade BTC/USD 10");
    live(Duration.ofMinutes(5), () -> {});
    unwatched.close();

    assertThat(heard.kinds).startsWith(Kind.ACCEPTED).doesNotContain(Kind.SILENT);
    assertThatThrownBy(() -> client(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Heard tickers() {
    Heard heard = new Heard();
    client.marketData().tickers(List.of(BTC), listener(heard));
    opened();
    transport.last().say("ack 1 BTC/USD");
    sent();
    return heard;
  }

  private Heard trades() {
    Heard heard = new Heard();
    client.marketData().trades(List.of(BTC), listener(heard));
    opened();
    transport.last().say("ack 1 BTC/USD");
    sent();
    return heard;
  }

  private void opened() {
    transport.loop.run();
    transport.last().open();
  }

  private void busy(String frame) {
    live(Duration.ofSeconds(6), () -> transport.last().say(frame));
  }

  /** Time passes on a link that is alive, with something each 100 ms. */
  private void live(Duration duration, Runnable each) {
    for (long tenth = 0; tenth < duration.toMillis() / 100; tenth++) {
      transport.last().say("hb");
      each.run();
      transport.loop.advance(Duration.ofMillis(100));
    }
  }

  private List<String> sent() {
    return transport.last().take().stream().filter(frame -> !frame.startsWith("ping")).toList();
  }

  private static <E> Listener<E> listener(Heard heard) {
    return listener(heard, event -> {});
  }

  private static <E> Listener<E> listener(Heard heard, Consumer<E> events) {
    return new Listener<>() {
      @Override
      public void on(E event) {
        heard.on(event);
        events.accept(event);
      }

      @Override
      public void onSubscription(SubscriptionEvent event) {
        heard.on(event);
      }
    };
  }

  private static final class Heard {
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Integer> eventsBefore = new ArrayList<>();
    private int events;
    private @Nullable String detail;

    void on(Object event) {
      if (event instanceof SubscriptionEvent happening) {
        kinds.add(happening.kind());
        eventsBefore.add(events);
        detail = happening.detail();
      } else {
        events++;
      }
    }

    private int eventsBefore(Kind kind) {
      return eventsBefore.get(kinds.indexOf(kind));
    }

    private @Nullable String last() {
      return detail;
    }
  }
}
