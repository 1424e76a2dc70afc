package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.market.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");

  private final ScriptedTransport transport = new ScriptedTransport();
  private final KrakenClient client =
      KrakenClient.builder().protocol(new WordProtocol()).transport(transport).build();
  private final Connection connection = new Connection();

  @BeforeEach
  void listen() {
    client.onConnection(connection);
    transport.loop.run();
  }

  @Test
  void dialsWithTheFirstSubscriptionAndAsksOnceTheLinkStands() {
    assertThat(transport.links).isEmpty();
    trades(new Heard<>(), BTC, ETH);

    assertThat(transport.last().sent).isEmpty();
    transport.last().open();

    assertThat(transport.last().sent)
        .singleElement()
        .satisfies(
            frame -> assertThat(frame).startsWith("sub 1 trade ").contains("BTC/USD", "ETH/USD"));
  }

  @Test
  void completesWhenEveryPairIsAnsweredAndFailsByName() {
    Heard<Trade> heard = new Heard<>();
    Subscription subscription = trades(heard, BTC, ETH);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    assertThat(subscription.accepted().toCompletableFuture()).isNotDone();
    transport.last().say("nack 1 ETH/USD no such pair");

    assertThatThrownBy(() -> subscription.accepted().toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(SubscriptionRefusedException.class)
        .hasMessageContaining("ETH/USD=no such pair")
        .hasMessageNotContaining("BTC");
    transport.last().say("trade BTC/USD 10");
    assertThat(heard.events).hasSize(1);
    assertThat(heard.kinds()).containsExactly(Kind.ACCEPTED, Kind.REFUSED);
  }

  @Test
  void aRefusalThatNamesNoPairBelongsToTheOnlyUnansweredOne() {
    Subscription subscription = trades(new Heard<>(), BTC);
    transport.last().open();
    transport.last().say("nack 1 - Subscription name invalid");

    assertThat(subscription.accepted().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void asksAgainWhenItWasTooFast() {
    Subscription subscription = trades(new Heard<>(), BTC);
    transport.last().open();
    transport.last().take();
    transport.last().say("nack 1 - Exceeded msg rate");
    assertThat(transport.last().sent).isEmpty();
    transport.loop.advance(Duration.ofSeconds(1));

    assertThat(transport.last().take()).containsExactly("sub 2 trade BTC/USD");
    transport.last().say("ack 2 BTC/USD");
    assertThat(subscription.accepted().toCompletableFuture()).isCompleted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EService:Unavailable",
        "EService:Busy",
        "EService:Throttled",
        "EGeneral:Internal error",
        "EGeneral:Too many requests",
        "EAPI:Rate limit exceeded"
      })
  void aRefusalThatPassesDoesNotEndASubscriptionThatIsRestored(String error) {
    Heard<Trade> heard = new Heard<>();
    trades(heard, BTC);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    transport.last().lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();
    transport.last().say("nack 2 BTC/USD " + error);
    keepAlive(Duration.ofSeconds(1));
    transport.last().say("ack 3 BTC/USD", "trade BTC/USD 10");

    assertThat(heard.last(Kind.WARNING).detail()).contains(error);
    assertThat(heard.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.WARNING, Kind.RESTORED_WITH_LOSS);
    assertThat(heard.events).hasSize(1);
  }

  @Test
  void asksAgainEverMoreSeldomUpToHalfAMinute() {
    Heard<Trade> heard = new Heard<>();
    trades(heard, BTC, ETH);
    transport.last().open();
    List<Integer> askedAt = new ArrayList<>();
    for (int second = 0; second < 150; second++) {
      for (String frame : transport.last().take()) {
        if (frame.startsWith("sub ")) {
          askedAt.add(second);
          String id = frame.split(" ")[1];
          transport.last().say("nack " + id + " BTC/USD EService:Unavailable");
          transport.last().say("nack " + id + " ETH/USD EService:Unavailable");
        }
      }
      keepAlive(Duration.ofSeconds(1));
    }

    assertThat(askedAt).containsExactly(0, 1, 3, 7, 15, 31, 61, 91, 121);
    assertThat(heard.kinds()).containsOnly(Kind.WARNING).hasSize(18);
  }

  @Test
  void aRefusalForNowDoesNotHoldUpAnotherSubscription() {
    trades(new Heard<>(), BTC);
    transport.last().open();
    transport.last().say("nack 1 BTC/USD EService:Busy");
    transport.last().take();
    trades(new Heard<>(), ETH);

    assertThat(transport.last().take()).containsExactly("sub 2 trade ETH/USD");
  }

  @Test
  void asksAgainWhenNoAnswerCame() {
    trades(new Heard<>(), BTC);
    transport.last().open();
    transport.last().take();
    keepAlive(Duration.ofSeconds(10));

    assertThat(transport.last().take()).anyMatch(frame -> frame.endsWith("trade BTC/USD"));
  }

  @Test
  void asksAgainWhenTheOutboundQueueWasFull() {
    trades(new Heard<>(), BTC);
    transport.last().full(true);
    transport.last().open();
    transport.last().full(false);
    transport.loop.advance(Duration.ofMillis(100));

    assertThat(transport.last().take()).anyMatch(frame -> frame.endsWith("trade BTC/USD"));
  }

  @Test
  void restoresEverySubscriptionOnANewLinkAndSaysWhatWasLost() {
    Heard<Trade> trades = new Heard<>();
    Heard<Book> books = new Heard<>();
    trades(trades, BTC);
    client.marketData().books(Depth.D10, List.of(BTC), books);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 2 BTC/USD", "snap BTC/USD 11 10");
    Book live = books.events.get(0);
    transport.last().lose(1006);

    assertThat(live.state()).isEqualTo(BookState.STALE);
    assertThat(live.asks().size()).isZero();
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();
    assertThat(transport.last().take()).hasSize(2);
    transport.last().say("ack 3 BTC/USD", "ack 4 BTC/USD", "snap BTC/USD 12 11");

    assertThat(trades.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
    assertThat(books.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(live.state()).isEqualTo(BookState.LIVE);
  }

  @Test
  void resynchronisesOnlyTheBookThatWasWrong() {
    Heard<Book> heard = new Heard<>();
    client.marketData().books(Depth.D10, List.of(BTC, ETH), heard);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 1 ETH/USD");
    transport.last().say("snap BTC/USD 11 10", "snap ETH/USD 11 10");
    transport.last().take();
    transport.last().say("wrong BTC/USD");

    assertThat(transport.last().take())
        .containsExactly("unsub 2 book BTC/USD", "sub 3 book BTC/USD");
    assertThat(heard.events).hasSize(2);
    assertThat(heard.last(Kind.RESYNCING).detail()).startsWith("checksum 1 was sent");
    transport.last().say("update BTC/USD 12 9", "ack 3 BTC/USD", "snap BTC/USD 12 11");
    assertThat(heard.events).hasSize(3);
  }

  @Test
  void framesThatGoWrongWhileABookWaitsForItsTurnDoNotPutItOff() {
    client.marketData().books(Depth.D10, List.of(BTC), new Heard<Book>());
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("wrong BTC/USD", "ack 3 BTC/USD", "snap BTC/USD 11 10", "wrong BTC/USD");
    transport.last().take();

    for (int time = 0; time < 6; time++) {
      transport.last().say("{bad book BTC/USD");
      transport.loop.advance(Duration.ofMillis(200));
    }

    assertThat(transport.last().take()).contains("sub 5 book BTC/USD");
  }

  @Test
  void doesNotResynchroniseAHopelessBookMoreThanTenTimesAMinute() {
    client.marketData().books(Depth.D10, List.of(BTC), new Heard<Book>());
    transport.loop.run();
    transport.last().open();
    int subscribes = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      for (String frame : transport.last().take()) {
        if (frame.startsWith("sub ")) {
          subscribes++;
          transport.last().say("ack " + frame.split(" ")[1] + " BTC/USD", "snap BTC/USD 11 10");
          transport.last().say("wrong BTC/USD");
        }
      }
      transport.last().say("hb");
      transport.loop.advance(Duration.ofMillis(100));
    }

    assertThat(subscribes).isBetween(4, 10);
  }

  @Test
  void aBookOfAnotherDepthIsAskedForOnceTheOldOneHasLeft() {
    Heard<Book> heard = changeDepth();

    assertThat(transport.last().take()).containsExactly("unsub 2 book BTC/USD");
    transport.last().say("snap BTC/USD 11 10", "update BTC/USD 12 9");
    assertThat(heard.events).isEmpty();
    transport.last().say("ack 2 BTC/USD");

    assertThat(transport.last().take()).containsExactly("sub 3 book BTC/USD");
    transport.last().say("ack 3 BTC/USD", "snap BTC/USD 12 11");
    assertThat(heard.events).hasSize(1);
  }

  @Test
  void aBookOfAnotherDepthIsAskedForIfTheOldOneWasNotThere() {
    changeDepth();
    transport.last().take();
    transport.last().say("nack 2 BTC/USD Subscription Not Found");

    assertThat(transport.last().take()).containsExactly("sub 3 book BTC/USD");
  }

  @Test
  void anUnsubscribeThatWasRefusedForNowIsMadeAgain() {
    changeDepth();
    transport.last().take();
    transport.last().say("error 2 EService:Busy");
    assertThat(transport.last().take()).isEmpty();
    transport.loop.advance(Duration.ofSeconds(1));

    assertThat(transport.last().take()).containsExactly("unsub 4 book BTC/USD");
    transport.last().say("ack 4 BTC/USD");
    assertThat(transport.last().take()).containsExactly("sub 5 book BTC/USD");
  }

  @Test
  void aBookOfAnotherDepthDoesNotWaitLongerThanTheDeadline() {
    changeDepth();
    transport.last().take();
    keepAlive(Duration.ofSeconds(10));

    assertThat(transport.last().take()).contains("sub 3 book BTC/USD");
  }

  @Test
  void aBookOfAnotherDepthWaitsForNothingOnANewLink() {
    changeDepth();
    transport.last().lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();

    assertThat(transport.last().take()).containsExactly("sub 3 book BTC/USD");
  }

  /** A book of 10 levels was left, and one of 100 is wanted. */
  private Heard<Book> changeDepth() {
    Subscription old = client.marketData().books(Depth.D10, List.of(BTC), new Heard<Book>());
    transport.loop.run();
    transport.last().open();
    transport.last().take();
    transport.last().say("ack 1 BTC/USD");
    old.unsubscribe();
    Heard<Book> heard = new Heard<>();
    client.marketData().books(Depth.D100, List.of(BTC), heard);
    transport.loop.run();
    return heard;
  }

  @Test
  void noticesABookThatWasAcceptedButNeverCame() {
    Heard<Book> heard = new Heard<>();
    client.marketData().books(Depth.D10, List.of(BTC), heard);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    transport.last().take();
    keepAlive(Duration.ofSeconds(10));

    assertThat(transport.last().take()).anyMatch(frame -> frame.startsWith("sub "));
    assertThat(heard.last(Kind.RESYNCING).detail()).contains("no snapshot");
  }

  @Test
  void noticesSilenceWithinTheLimitAndAHalf() {
    trades(new Heard<>(), BTC);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    transport.last().take();
    transport.loop.advance(Duration.ofMillis(3_000));
    assertThat(transport.last().take()).anyMatch(frame -> frame.startsWith("ping"));
    transport.loop.advance(Duration.ofMillis(2_500));

    assertThat(transport.last().closed()).isTrue();
    assertThat(connection.last().state()).isEqualTo(ConnectionState.WAITING);
  }

  @Test
  void keepsAnIdleLinkAliveWithPings() {
    client.connect();
    transport.loop.run();
    transport.last().open();
    for (int second = 0; second < 600; second++) {
      transport.loop.advance(Duration.ofSeconds(1));
      for (String frame : transport.last().take()) {
        transport.last().say("pong " + frame.split(" ")[1]);
      }
    }

    assertThat(transport.links).hasSize(1);
    assertThat(transport.last().closed()).isFalse();
  }

  @Test
  void givingUpFailsEverythingWithTheReason() {
    Heard<Trade> heard = new Heard<>();
    Subscription subscription = trades(heard, BTC);
    transport.last().lose(401);

    assertThatThrownBy(() -> subscription.accepted().toCompletableFuture().join())
        .hasCauseInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("check the address");
    assertThat(heard.kinds()).containsExactly(Kind.ENDED);
    assertThat(connection.last().state()).isEqualTo(ConnectionState.CLOSED);
  }

  @Test
  void whatIsAskedForAfterGivingUpDialsAnew() {
    CompletableFuture<Void> never = client.connect().toCompletableFuture();
    transport.loop.run();
    transport.last().lose(401);
    assertThatThrownBy(never::join).hasMessageContaining("check the address");

    Heard<Trade> heard = new Heard<>();
    Subscription subscription = trades(heard, BTC);
    assertThat(transport.links).hasSize(2);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 7");
    assertThat(subscription.accepted().toCompletableFuture()).isCompleted();
    assertThat(heard.events).hasSize(1);
    assertThat(connection.last().state()).isEqualTo(ConnectionState.READY);
  }

  @Test
  void connectingAfterGivingUpDialsAnew() {
    client.connect();
    transport.loop.run();
    transport.last().lose(401);

    CompletableFuture<Void> again = client.connect().toCompletableFuture();
    transport.loop.run();
    assertThat(again).isNotDone();
    transport.last().open();

    assertThat(again).isCompleted();
    assertThat(transport.links).hasSize(2);
  }

  @Test
  void closingEndsAllAndLeavesNoTimer() {
    Heard<Book> heard = new Heard<>();
    client.marketData().books(Depth.D10, List.of(BTC), heard);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "snap BTC/USD 11 10");
    Book book = heard.events.get(0);
    client.ping();
    client.close();
    client.close();
    transport.loop.run();

    assertThat(transport.loop.timers()).isZero();
    assertThat(transport.last().closed()).isTrue();
    assertThat(heard.kinds()).endsWith(Kind.ENDED);
    assertThat(book.state()).isEqualTo(BookState.CLOSED);
    Subscription late = trades(new Heard<>(), BTC);
    assertThat(late.accepted().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void aListenerThatThrowsHarmsNobodyElse() {
    Heard<Trade> heard = new Heard<>();
    client
        .marketData()
        .trades(
            List.of(BTC),
            trade -> {
              throw new IllegalStateException("boom");
            });
    trades(heard, BTC);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 10");

    assertThat(heard.events).hasSize(1);
    assertThat(connection.failures).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aListenerMayUnsubscribeAndCloseInsideItsCall() {
    List<Subscription> mine = new ArrayList<>();
    Heard<Trade> heard = new Heard<>();
    mine.add(
        client
            .marketData()
            .trades(
                List.of(BTC),
                trade -> {
                  mine.get(0).unsubscribe();
                  client.close();
                }));
    trades(heard, BTC);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 10");

    assertThat(heard.events).hasSize(1);
    assertThat(connection.last().state()).isEqualTo(ConnectionState.CLOSED);
    assertThat(transport.loop.timers()).isZero();
  }

  @Test
  void aSecondSubscriberSharesTheStreamAndGetsTheBookAtOnce() {
    client.marketData().books(Depth.D10, List.of(BTC), new Heard<Book>());
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "snap BTC/USD 11 10");
    transport.last().take();
    Heard<Book> late = new Heard<>();
    Subscription second = client.marketData().books(Depth.D10, List.of(BTC), late);
    transport.loop.run();

    assertThat(transport.last().sent).isEmpty();
    assertThat(late.events).hasSize(1);
    assertThat(second.accepted().toCompletableFuture()).isCompleted();
    second.unsubscribe();
    second.unsubscribe();
    transport.loop.run();
    assertThat(transport.last().sent).isEmpty();
  }

  @Test
  void theLastSubscriberToLeaveUnsubscribes() {
    Heard<Trade> heard = new Heard<>();
    Subscription subscription = trades(heard, BTC);
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    transport.last().take();
    subscription.unsubscribe();
    transport.loop.run();

    assertThat(transport.last().take()).containsExactly("unsub 2 trade BTC/USD");
    transport.last().say("trade BTC/USD 10");
    assertThat(heard.events).isEmpty();
    assertThat(heard.kinds()).endsWith(Kind.ENDED);
  }

  @Test
  void aStreamThatCoversAnotherTakesItsPlace() {
    client.marketData().tickers(List.of(BTC), ticker -> {});
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD");
    transport.last().take();
    client.marketData().tickers(TickerTrigger.BEST_BID_OFFER, List.of(BTC), ticker -> {});
    transport.loop.run();

    assertThat(transport.last().take())
        .containsExactly("unsub 2 ticker BTC/USD", "sub 3 ticker BTC/USD");
    client.marketData().tickers(List.of(BTC), ticker -> {});
    transport.loop.run();
    assertThat(transport.last().take()).isEmpty();
  }

  @Test
  void aStreamThatAnotherExcludesIsRefusedBeforeSending() {
    client.marketData().books(Depth.D10, List.of(BTC), book -> {});
    Subscription second = client.marketData().books(Depth.D25, List.of(BTC), book -> {});
    transport.loop.run();

    assertThatThrownBy(() -> second.accepted().toCompletableFuture().join())
        .hasMessageContaining("BTC/USD")
        .hasMessageContaining("unsubscribe from that first");
  }

  @Test
  void whatTheVersionLacksIsRefusedBeforeSending() {
    assertThatThrownBy(() -> client.marketData().spreads(List.of(BTC), spread -> {}))
        .isInstanceOf(NotSupportedException.class)
        .hasMessageContaining("words")
        .hasMessageContaining("subscribe to ticker");
    assertThatThrownBy(() -> client.marketData().trades(List.of(), trade -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(transport.links).isEmpty();
  }

  @Test
  void aMalformedFrameIsToldToWhomItConcerns() {
    Heard<Trade> trades = new Heard<>();
    Heard<Book> books = new Heard<>();
    trades(trades, BTC);
    client.marketData().books(Depth.D10, List.of(BTC), books);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 2 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("{bad trade BTC/USD", "{bad trade ETH/USD");
    assertThat(trades.last(Kind.GAP).detail()).contains("bad words");
    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP);
    assertThat(books.kinds()).containsExactly(Kind.ACCEPTED);
    transport.last().say("{bad book BTC/USD", "who knows");

    assertThat(books.last(Kind.RESYNCING).detail()).contains("bad words");
    assertThat(client.counters().toCompletableFuture()).isNotDone();
    var counters = client.counters().toCompletableFuture();
    transport.loop.run();
    assertThat(counters.join().malformed()).isEqualTo(3);
    assertThat(counters.join().unrecognised()).isEqualTo(1);
    assertThat(connection.malformed).isEqualTo(3);
  }

  @Test
  void anUnreadableFrameOfUnknownOwnerRenewsBooksDeeperThanTheirChecksum() {
    Heard<Book> deep = new Heard<>();
    client.marketData().books(Depth.D100, List.of(BTC), deep);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "snap BTC/USD 11 10", "{bad");

    assertThat(deep.kinds()).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
  }

  @Test
  void anUnreadableFrameThatNamesNoPairIsAGapForItsWholeChannel() {
    Heard<Trade> trades = new Heard<>();
    Heard<Book> shallow = new Heard<>();
    trades(trades, BTC, ETH);
    client.marketData().books(Depth.D10, List.of(BTC), shallow);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 2 BTC/USD", "ack 2 ETH/USD", "snap BTC/USD 11 10");
    transport.last().say("{bad trade");

    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.ACCEPTED, Kind.GAP, Kind.GAP);
    assertThat(shallow.kinds()).containsExactly(Kind.ACCEPTED);
    transport.last().say("{bad book");
    assertThat(shallow.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP);
    assertThat(shallow.events.get(0).state()).isEqualTo(BookState.LIVE);
  }

  @Test
  void anUnreadableFrameOfUnknownOwnerIsAGapForAllButState() {
    Heard<Trade> trades = new Heard<>();
    Heard<Candle> candles = new Heard<>();
    Heard<Ticker> tickers = new Heard<>();
    trades(trades, BTC);
    client.marketData().candles(Interval.MINUTES_1, List.of(BTC), candles);
    client.marketData().tickers(List.of(BTC), tickers);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 2 BTC/USD", "ack 3 BTC/USD");
    transport.last().say("{bad", "who knows");

    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP);
    assertThat(candles.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP);
    assertThat(tickers.kinds()).containsExactly(Kind.ACCEPTED);
  }

  @Test
  void tellsTheEnginesStateAndErrorsOfNoSubscription() {
    client.connect();
    transport.loop.run();
    transport.last().open();
    transport.last().say("status CANCEL_ONLY", "error 77 strange");

    assertThat(connection.states).containsExactly(SystemStatus.State.CANCEL_ONLY);
    assertThat(connection.errors).containsExactly("strange");
  }

  @Test
  void measuresAPing() {
    client.connect();
    transport.loop.run();
    transport.last().open();
    var answer = client.ping().toCompletableFuture();
    transport.loop.advance(Duration.ofMillis(20));
    transport.last().say("pong 1");

    assertThat(answer.join()).isEqualTo(Duration.ofMillis(20).toNanos());
  }

  @Test
  void deliversOnAnExecutorInOrderAndTellsOfAGap() {
    List<Runnable> work = new ArrayList<>();
    KrakenClient bounded =
        KrakenClient.builder()
            .protocol(new WordProtocol())
            .transport(transport)
            .queueLimit(2)
            .build();
    Heard<Trade> trades = new Heard<>();
    Heard<Book> books = new Heard<>();
    bounded.marketData().on(work::add).trades(List.of(BTC), trades);
    bounded.marketData().on(work::add).books(Depth.D10, List.of(BTC), books);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 2 BTC/USD", "snap BTC/USD 11 10");
    transport.last().say("trade BTC/USD 1", "trade BTC/USD 2", "trade BTC/USD 3");
    transport.last().say("update BTC/USD 12 9");
    work.forEach(Runnable::run);

    assertThat(trades.events).extracting(trade -> trade.price().intValue()).containsExactly(2, 3);
    assertThat(trades.last(Kind.GAP).detail()).startsWith("1 events");
    assertThat(books.events).singleElement();
    assertThat(books.events.get(0).asks().size()).isEqualTo(2);
  }

  @Test
  void anExecutorThatRefusesIsReported() {
    client
        .marketData()
        .on(
            task -> {
              throw new RejectedExecutionException("full");
            })
        .trades(List.of(BTC), trade -> {});
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1");

    assertThat(connection.failures).isNotEmpty();
    assertThat(transport.last().closed()).isFalse();
  }

  private Subscription trades(Heard<Trade> heard, Pair... pairs) {
    Subscription subscription = client.marketData().trades(Set.of(pairs), heard);
    transport.loop.run();
    return subscription;
  }

  private void keepAlive(Duration duration) {
    for (long second = 0; second < duration.toSeconds(); second++) {
      transport.loop.advance(Duration.ofSeconds(1));
      transport.last().say("hb");
    }
  }

  private static final class Heard<E> implements Listener<E> {
    private final List<E> events = new ArrayList<>();
    private final List<SubscriptionEvent> happenings = new ArrayList<>();

    @Override
    public void on(E event) {
      events.add(event);
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      happenings.add(event);
    }

    private List<Kind> kinds() {
      return happenings.stream().map(SubscriptionEvent::kind).toList();
    }

    private SubscriptionEvent last(Kind kind) {
      return happenings.stream()
          .filter(event -> event.kind() == kind)
          .reduce((first, second) -> second)
          .orElseThrow(() -> new AssertionError(kind + " was not told: " + happenings));
    }
  }

  private static final class Connection implements ConnectionListener {
    private final List<ConnectionEvent> events = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<SystemStatus.State> states = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int malformed;

    @Override
    public void onConnection(ConnectionEvent event) {
      events.add(event);
    }

    @Override
    public void onStatus(SystemStatus status) {
      states.add(status.state());
    }

    @Override
    public void onMalformed(io.krakenspot.failure.MalformedFrameException failure) {
      malformed++;
    }

    @Override
    public void onError(String text) {
      errors.add(text);
    }

    @Override
    public void onListenerFailure(Throwable failure) {
      failures.add(failure);
    }

    private ConnectionEvent last() {
      return events.get(events.size() - 1);
    }
  }
}
