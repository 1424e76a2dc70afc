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
import io.krakenspot.internal.session.ScriptedTransport.ScriptedLink;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many pairs over several links, and links that are replaced while they serve. */
class ShardsTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");
  private static final Pair SOL = Pair.of("SOL/USD");

  private final ScriptedTransport transport = new ScriptedTransport();
  private final KrakenClient client =
      KrakenClient.builder()
          .protocol(new WordProtocol())
          .transport(transport)
          .pairsPerLink(2)
          .build();
  private final Trades trades = new Trades();

  private Subscription subscribe(Pair... pairs) {
    Subscription subscription = client.marketData().trades(List.of(pairs), trades);
    transport.loop.run();
    return subscription;
  }

  private ScriptedLink link(int number) {
    return transport.links.get(number);
  }

  @Test
  void oneSubscriptionIsSpreadOverAsManyLinksAsItsPairsNeed() {
    Subscription subscription = subscribe(BTC, ETH, SOL);

    assertThat(transport.links).hasSize(2);
    link(0).open();
    link(1).open();
    assertThat(link(0).take()).singleElement().asString().startsWith("sub 1 trade ");
    assertThat(link(1).take()).singleElement().asString().startsWith("sub 1 trade ");
    link(0).say("ack 1 BTC/USD", "ack 1 ETH/USD");
    assertThat(subscription.accepted().toCompletableFuture()).isNotDone();
    link(1).say("ack 1 SOL/USD", "trade SOL/USD 7");

    assertThat(subscription.accepted().toCompletableFuture()).isCompleted();
    assertThat(trades.prices).containsExactly("7");
  }

  @Test
  void aPairStaysOnItsLink() {
    subscribe(BTC, ETH, SOL);
    link(0).open();
    link(1).open();
    client.marketData().books(Depth.D10, List.of(SOL), book -> {});
    transport.loop.run();

    assertThat(transport.links).hasSize(2);
    assertThat(link(1).sent).contains("sub 2 book SOL/USD");
  }

  @Test
  void aLinkThatNoPairNeedsEndsAndTheSubscriptionEndsOnce() {
    subscribe(BTC, ETH);
    Subscription one = subscribe(SOL);
    link(1).open();
    one.unsubscribe();
    transport.loop.run();

    assertThat(link(0).closed()).isFalse();
    assertThat(link(1).closed()).isTrue();
    assertThat(trades.kinds).containsOnlyOnce(Kind.ENDED);
  }

  @Test
  void aLostLinkInterruptsItsOwnPairsAlone() {
    subscribe(BTC, ETH, SOL);
    link(0).open();
    link(1).open();
    link(0).say("ack 1 BTC/USD", "ack 1 ETH/USD");
    link(1).say("ack 1 SOL/USD");
    link(1).lose(1006);

    assertThat(trades.interrupted).containsExactly(SOL);
  }

  @Test
  void aLinkThatIsRefusedForGoodEndsItsOwnPairsAlone() {
    Subscription subscription = subscribe(BTC, ETH, SOL);
    link(0).open();
    link(1).open();
    link(0).say("ack 1 BTC/USD", "ack 1 ETH/USD");
    link(1).say("ack 1 SOL/USD");
    link(1).lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    link(2).lose(401);

    assertThat(trades.ended).containsExactly("SOL/USD 401: check the address");
    link(0).say("trade BTC/USD 1");
    assertThat(trades.prices).containsExactly("1");
    subscription.unsubscribe();
    transport.loop.run();
    assertThat(trades.ended).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aPairWhoseLinkWasRefusedForGoodGetsAnotherWhenItIsAskedForAgain() {
    subscribe(BTC, ETH, SOL);
    link(0).open();
    link(0).say("ack 1 BTC/USD", "ack 1 ETH/USD");
    link(1).lose(401);
    Subscription again = subscribe(SOL);
    assertThat(transport.links).hasSize(3);
    link(2).open();
    link(2).say("ack 1 SOL/USD", "trade SOL/USD 7");

    assertThat(again.accepted().toCompletableFuture()).isCompleted();
    assertThat(trades.prices).containsExactly("7");
    assertThat(link(0).closed()).isFalse();
  }

  @Test
  void aSubscriptionIsNotAcceptedOnceOneOfItsLinksWasRefusedForGood() {
    Subscription subscription = subscribe(BTC, ETH, SOL);
    link(1).lose(401);
    assertThat(subscription.accepted().toCompletableFuture()).isNotDone();
    link(0).open();
    link(0).say("ack 1 BTC/USD", "ack 1 ETH/USD");

    assertThat(trades.kinds).containsExactly(Kind.ENDED, Kind.ACCEPTED, Kind.ACCEPTED);
    assertThatThrownBy(() -> subscription.accepted().toCompletableFuture().join())
        .hasCauseInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("check the address");
  }

  @Test
  void aSubscriptionWhoseLinksWereAllRefusedForGoodIsOverOnce() {
    Subscription subscription = subscribe(BTC, ETH, SOL);
    link(0).lose(401);
    link(1).lose(401);

    assertThat(trades.ended).hasSize(3).doesNotHaveDuplicates();
    assertThat(subscription.accepted().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void eachLinkTellsItsNumber() {
    List<ConnectionEvent> events = new ArrayList<>();
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onConnection(ConnectionEvent event) {
            events.add(event);
          }
        });
    subscribe(BTC, ETH, SOL);
    link(1).open();

    assertThat(events)
        .filteredOn(event -> event.state() == ConnectionState.READY)
        .extracting(ConnectionEvent::link)
        .containsExactly(1);
  }

  // --- rotation ---

  @Test
  void theOldLinkServesUntilTheNewOneCanAndNothingIsLostOrDoubled() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD", "trade BTC/USD 1");
    CompletableFuture<Void> rotated = rotate();

    assertThat(transport.links).hasSize(2);
    link(1).open();
    link(0).say("trade BTC/USD 2");
    link(1).say("ack 1 BTC/USD");
    link(1).say("trade BTC/USD 2", "trade BTC/USD 3");
    assertThat(trades.prices).containsExactly("1", "2");
    transport.loop.advance(Duration.ofMillis(50));

    assertThat(rotated).isCompleted();
    assertThat(link(0).closed()).isTrue();
    link(1).say("trade BTC/USD 4");
    assertThat(trades.prices).containsExactly("1", "2", "3", "4");
    assertThat(trades.kinds).containsExactly(Kind.ACCEPTED);
  }

  @Test
  void aNewLinkThatLagsBehindDoublesNothing() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD", "trade BTC/USD 1", "trade BTC/USD 2");
    CompletableFuture<Void> rotated = rotate();
    link(1).open();
    link(1).say("ack 1 BTC/USD");
    transport.loop.advance(Duration.ofMillis(50));
    assertThat(rotated).isCompleted();

    link(1).say("trade BTC/USD 2", "trade BTC/USD 3");
    assertThat(trades.prices).containsExactly("1", "2", "3");
  }

  @Test
  void aBookIsTakenOverOnceItIsLive() {
    List<BigDecimal> bids = new ArrayList<>();
    client
        .marketData()
        .books(Depth.D10, List.of(BTC), (Book book) -> bids.add(book.bestBid().price()));
    transport.loop.run();
    link(0).open();
    link(0).say("ack 1 BTC/USD", "snap BTC/USD 11 10");
    CompletableFuture<Void> rotated = rotate();
    link(1).open();
    link(1).say("ack 1 BTC/USD");
    transport.loop.advance(Duration.ofSeconds(1));
    assertThat(rotated).isNotDone();
    link(1).say("snap BTC/USD 12 9");
    transport.loop.advance(Duration.ofMillis(50));

    assertThat(rotated).isCompleted();
    assertThat(bids).containsExactly(BigDecimal.TEN, new BigDecimal("9"));
  }

  @Test
  void theOldLinkGoesOnWhenTheNewOneCannotServeInTime() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD");
    CompletableFuture<Void> rotated = rotate();
    for (int second = 0; second < 31; second++) {
      link(0).say("hb");
      transport.loop.advance(Duration.ofSeconds(1));
    }

    assertThatThrownBy(rotated::join)
        .hasCauseInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("the links in use go on");
    assertThat(link(1).closed()).isTrue();
    link(0).say("trade BTC/USD 5");
    assertThat(trades.prices).containsExactly("5");
  }

  @Test
  void aSubscriptionMadeMeanwhileBreaksTheRotationOff() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD");
    CompletableFuture<Void> rotated = rotate();
    subscribe(ETH);

    assertThat(rotated).isCompletedExceptionally();
    assertThat(link(0).sent).contains("sub 2 trade ETH/USD");
    assertThat(link(0).closed()).isFalse();
  }

  @Test
  void whoWasInterruptedMeanwhileHearsThatItIsRestored() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD");
    CompletableFuture<Void> rotated = rotate();
    link(0).lose(1006);
    link(1).open();
    link(1).say("ack 1 BTC/USD");
    transport.loop.advance(Duration.ofMillis(50));

    assertThat(rotated).isCompleted();
    assertThat(trades.kinds)
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
  }

  @Test
  void whoWasInterruptedHearsThatItIsRestoredOnceTheNewLinkCarriesIt() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD");
    link(0).lose(1006);
    rotate();
    link(1).open();
    transport.loop.advance(Duration.ofMillis(50));
    assertThat(trades.kinds).containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED);
    link(1).say("ack 1 BTC/USD");

    assertThat(trades.kinds)
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
  }

  @Test
  void aSubscriptionThatTheNewLinkAloneAcceptedIsAccepted() {
    Subscription subscription = subscribe(BTC);
    link(0).open();
    CompletableFuture<Void> rotated = rotate();
    link(1).open();
    link(1).say("ack 1 BTC/USD");
    transport.loop.advance(Duration.ofMillis(50));

    assertThat(rotated).isCompleted();
    assertThat(subscription.accepted().toCompletableFuture()).isCompleted();
    assertThat(trades.kinds).containsExactly(Kind.ACCEPTED);
  }

  @Test
  void twoRotationsWithoutATradeInBetweenDoubleNothing() {
    subscribe(BTC);
    link(0).open();
    link(0).say("ack 1 BTC/USD", "trade BTC/USD 1");
    for (int next = 1; next <= 2; next++) {
      rotate();
      link(next).open();
      link(next).say("ack 1 BTC/USD", "trade BTC/USD 1");
      transport.loop.advance(Duration.ofMillis(50));
    }
    link(2).say("trade BTC/USD 2");

    assertThat(trades.prices).containsExactly("1", "2");
  }

  @Test
  void aClosedClientDialsNoMore() {
    subscribe(BTC, ETH);
    client.close();
    Subscription late = subscribe(SOL);

    assertThat(rotate()).isCompletedExceptionally();
    assertThat(late.accepted().toCompletableFuture()).isCompletedExceptionally();
    assertThat(transport.links).hasSize(1);
    assertThat(transport.loop.timers()).isZero();
  }

  private CompletableFuture<Void> rotate() {
    CompletableFuture<Void> rotated = client.rotate().toCompletableFuture();
    transport.loop.run();
    return rotated;
  }

  private static final class Trades implements Listener<Trade> {
    private final List<String> prices = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Pair> interrupted = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @Override
    public void on(Trade trade) {
      prices.add(trade.price().toPlainString());
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      kinds.add(event.kind());
      if (event.kind() == Kind.INTERRUPTED) {
        interrupted.add(event.pair());
      } else if (event.kind() == Kind.ENDED) {
        ended.add(event.pair() + " " + event.detail());
      }
    }
  }
}
