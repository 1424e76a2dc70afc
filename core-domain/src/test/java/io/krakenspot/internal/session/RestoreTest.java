package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many subscriptions on a new link: in order, few requests at a time, and none lost. */
class RestoreTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final List<Pair> MANY =
      IntStream.range(0, 100).mapToObj(i -> Pair.of("P" + i + "/USD")).toList();

  private final ScriptedTransport transport = new ScriptedTransport();
  private final KrakenClient client =
      KrakenClient.builder().protocol(new WordProtocol()).transport(transport).build();

  @Test
  void asksFirstForWhatOthersAreReadBy() {
    client.marketData().candles(Interval.MINUTES_1, List.of(BTC), candle -> {});
    client.marketData().trades(List.of(BTC), trade -> {});
    client.marketData().tickers(List.of(BTC), ticker -> {});
    client.marketData().books(Depth.D10, List.of(BTC), book -> {});
    client.marketData().instruments(instruments -> {});
    transport.loop.run();
    transport.last().open();

    assertThat(transport.last().take())
        .containsExactly(
            "sub 1 instrument ",
            "sub 2 book BTC/USD",
            "sub 3 ticker BTC/USD",
            "sub 4 trade BTC/USD");
    transport.last().say("ack 2 BTC/USD");
    assertThat(transport.last().take()).containsExactly("sub 5 ohlc BTC/USD");
  }

  @Test
  void fiveHundredAreRestoredInOrderWithFourRequestsAtATime() {
    List<Subscription> all = fiveHundred();
    transport.last().open();
    Set<String> unanswered = new HashSet<>();
    List<String> topics = new ArrayList<>();
    int most = 0;
    for (List<String> sent = transport.last().take(); !sent.isEmpty(); ) {
      unanswered.addAll(sent);
      most = Math.max(most, unanswered.size());
      String first = sent.get(0);
      sent.stream().map(frame -> frame.split(" ")[2]).forEach(topics::add);
      for (String frame : List.copyOf(unanswered)) {
        unanswered.remove(frame);
        answer(frame);
      }
      assertThat(first).startsWith("sub ");
      sent = transport.last().take();
    }

    assertThat(most).isEqualTo(4);
    assertThat(topics)
        .containsExactly(
            "book", "book", "ticker", "ticker", "trade", "trade", "ohlc", "ohlc", "ohlc", "ohlc");
    assertThat(all).allMatch(one -> one.accepted().toCompletableFuture().isDone());
  }

  @Test
  void noneIsLostWhenALinkTakesTwoRequestsASecond() {
    List<Subscription> all = fiveHundred();
    transport.last().open();
    int seconds = 0;
    int refusals = 0;
    while (!all.stream().allMatch(one -> one.accepted().toCompletableFuture().isDone())) {
      int taken = 0;
      for (List<String> sent = subscribes(); !sent.isEmpty(); sent = subscribes()) {
        for (String frame : sent) {
          if (++taken <= 2) {
            answer(frame);
          } else {
            refusals++;
            transport.last().say("error " + frame.split(" ")[1] + " Exceeded msg rate");
          }
        }
      }
      transport.last().say("hb");
      transport.loop.advance(Duration.ofSeconds(1));
      assertThat(++seconds).isLessThan(60);
    }

    assertThat(all)
        .noneMatch(one -> one.accepted().toCompletableFuture().isCompletedExceptionally());
    assertThat(seconds).as("for 10 frames").isLessThan(20);
    assertThat(refusals).isLessThan(40);
  }

  @Test
  void requestsWithoutAnAnswerDoNotHoldUpTheOthersForEver() {
    for (int i = 0; i < 4; i++) {
      client.marketData().books(Depth.values()[i], MANY.subList(i, i + 1), book -> {});
    }
    Heard heard = new Heard();
    client.marketData().trades(List.of(BTC), heard);
    transport.loop.run();
    transport.last().open();
    assertThat(subscribes()).hasSize(4).noneMatch(frame -> frame.contains("trade"));
    for (int second = 0; second < 12; second++) {
      subscribes().stream().filter(frame -> frame.contains(" trade ")).forEach(this::answer);
      transport.last().say("hb");
      transport.loop.advance(Duration.ofSeconds(1));
    }

    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED);
  }

  @Test
  void whatComesBeforeTheRequestIsSentInFullIsNotLost() {
    Heard heard = new Heard();
    client.connect();
    transport.loop.run();
    transport.last().open();
    transport.last().answerAtOnce("ack 1 BTC/USD", "snap BTC/USD 11 10", "update BTC/USD 12 9");
    List<Book> books = new ArrayList<>();
    Subscription subscription =
        client.marketData().books(Depth.D10, List.of(BTC), listener(heard, books));
    transport.loop.run();

    assertThat(subscription.accepted().toCompletableFuture()).isCompleted();
    assertThat(books).hasSize(2);
    assertThat(books.get(1).asks().size()).isEqualTo(2);
    assertThat(heard.kinds).containsExactly(Kind.ACCEPTED);
  }

  @Test
  void aSnapshotBeforeItsAcknowledgementIsNotLost() {
    Heard heard = new Heard();
    List<Book> books = new ArrayList<>();
    client.marketData().books(Depth.D10, List.of(BTC), listener(heard, books));
    transport.loop.run();
    transport.last().open();
    transport.last().say("snap BTC/USD 11 10", "ack 1 BTC/USD", "update BTC/USD 12 9");
    transport.last().take();
    for (int second = 0; second < 30; second++) {
      transport.last().say("hb");
      transport.loop.advance(Duration.ofSeconds(1));
    }

    assertThat(books).hasSize(2);
    assertThat(subscribes()).isEmpty();
  }

  @Test
  void aBookThatIsWrongForEverIsToldAndHoldsUpNoOther() {
    Heard wrong = new Heard();
    List<Book> others = new ArrayList<>();
    client.marketData().books(Depth.D10, List.of(BTC), listener(wrong, new ArrayList<>()));
    client.marketData().books(Depth.D10, MANY.subList(0, 1), listener(new Heard(), others));
    transport.loop.run();
    transport.last().open();
    List<Integer> tenths = new ArrayList<>();
    for (int tenth = 0; tenth < 1800; tenth++) {
      for (String frame : subscribes()) {
        answer(frame);
        if (frame.contains("P0/USD")) {
          transport.last().say("snap P0/USD 11 10");
        }
        if (frame.contains("BTC/USD")) {
          tenths.add(tenth);
          transport.last().say("snap BTC/USD 11 10", "wrong BTC/USD");
        }
      }
      transport.last().say("update P0/USD 12 9");
      transport.loop.advance(Duration.ofMillis(100));
    }

    assertThat(tenths.size()).isBetween(6, 30);
    for (int i = 2; i < tenths.size(); i++) {
      assertThat(tenths.get(i) - tenths.get(i - 1)).as("tenths of a second").isGreaterThan(9);
    }
    for (int start = 0; start < 1200; start++) {
      int from = start;
      assertThat(tenths.stream().filter(at -> at >= from && at < from + 600).count())
          .as("in a minute")
          .isLessThanOrEqualTo(10);
    }
    assertThat(wrong.kinds.stream().filter(kind -> kind == Kind.RESYNCING)).hasSize(tenths.size());
    assertThat(others).hasSizeGreaterThan(1700);
  }

  private List<Subscription> fiveHundred() {
    List<Subscription> all = new ArrayList<>();
    all.add(client.marketData().candles(Interval.MINUTES_1, MANY, candle -> {}));
    all.add(client.marketData().candles(Interval.MINUTES_5, MANY, candle -> {}));
    all.add(client.marketData().trades(MANY, trade -> {}));
    all.add(client.marketData().tickers(MANY, ticker -> {}));
    all.add(client.marketData().books(Depth.D10, MANY, book -> {}));
    transport.loop.run();
    return all;
  }

  private List<String> subscribes() {
    return transport.last().take().stream().filter(frame -> frame.startsWith("sub ")).toList();
  }

  private void answer(String frame) {
    String[] words = frame.split(" ");
    for (String pair : words[3].split(",")) {
      transport.last().say("ack " + words[1] + " " + pair);
    }
  }

  private static Listener<Book> listener(Heard heard, List<Book> books) {
    return new Listener<>() {
      @Override
      public void on(Book book) {
        books.add(book);
      }

      @Override
      public void onSubscription(SubscriptionEvent event) {
        heard.onSubscription(event);
      }
    };
  }

  private static final class Heard implements Listener<Trade> {
    private final List<Kind> kinds = new ArrayList<>();

    @Override
    public void on(Trade trade) {}

    @Override
    public void onSubscription(SubscriptionEvent event) {
      kinds.add(event.kind());
    }
  }
}
