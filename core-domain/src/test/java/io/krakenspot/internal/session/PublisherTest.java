package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.StreamEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Trade;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of Reactive Streams by their numbers, where they have one. */
class PublisherTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");
  private static final int LIMIT = 5;

  private final ScriptedTransport transport = new ScriptedTransport();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final KrakenClient client =
      KrakenClient.builder()
          .protocol(new WordProtocol())
          .transport(transport)
          .queueLimit(LIMIT)
          .build();

  @BeforeEach
  void listen() {
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onListenerFailure(Throwable failure) {
            failures.add(failure);
          }

          @Override
          public void onWarning(String text) {
            warnings.add(text);
          }
        });
    transport.loop.run();
  }

  @Test
  void nothingIsSubscribedToUntilASubscriberSubscribes() {
    Flow.Publisher<StreamEvent<Trade>> trades = client.marketData().publish().trades(List.of(BTC));
    transport.loop.run();
    assertThat(transport.links).isEmpty();
    Subscriber<Trade> reader = new Subscriber<>(0);
    trades.subscribe(reader);
    transport.loop.run();

    assertThat(transport.links).hasSize(1);
    assertThat(reader.signals).containsExactly("onSubscribe");
  }

  @Test
  void neverSignalsMoreThanWasRequestedAndNothingIsLostWithinTheBound() { // 1.1
    Subscriber<Trade> reader = trades(0, BTC);
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1", "trade BTC/USD 2", "trade BTC/USD 3");
    assertThat(reader.signals).containsExactly("onSubscribe");
    reader.request(2);
    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "1");
    reader.request(1);
    reader.request(1);
    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "1", "2", "3");
    transport.last().say("trade BTC/USD 4");
    assertThat(reader.signals).hasSize(5);
    reader.request(Long.MAX_VALUE);
    reader.request(Long.MAX_VALUE); // 3.17
    transport.last().say("trade BTC/USD 5", "trade BTC/USD 6");
    assertThat(reader.signals).endsWith("4", "5", "6");
  }

  @Test
  void happeningsBeyondTheBoundAreAGapThatIsAnElement() {
    Subscriber<Trade> reader = trades(1, BTC);
    transport.last().say("ack 1 BTC/USD");
    for (int trade = 1; trade <= 8; trade++) {
      transport.last().say("trade BTC/USD " + trade);
    }
    reader.request(100);

    assertThat(reader.signals)
        .containsExactly("onSubscribe", "ACCEPTED", "GAP 3", "4", "5", "6", "7", "8");
  }

  @Test
  void stateConflatesToTheNewestWhileNothingIsRequested() {
    List<Book> books = new ArrayList<>();
    Subscriber<Book> reader = new Subscriber<>(1);
    reader.onEvent = books::add;
    client.marketData().publish().books(Depth.D10, List.of(BTC, ETH)).subscribe(reader);
    open("ack 1 BTC/USD", "ack 1 ETH/USD", "snap BTC/USD 11 10", "snap ETH/USD 11 10");
    transport.last().say("update BTC/USD 12 9", "update BTC/USD 13 8");
    reader.request(3);

    assertThat(books).extracting(Book::pair).containsExactlyInAnyOrder(BTC, ETH);
    assertThat(books.stream().filter(book -> book.pair().equals(BTC)).findFirst().orElseThrow())
        .satisfies(book -> assertThat(book.asks().size()).isEqualTo(3));
  }

  @Test
  void aRequestInASignalDoesNotRecurse() { // 3.3
    Subscriber<Trade> reader = new Subscriber<>(1);
    List<Integer> depths = new ArrayList<>();
    int[] depth = {0};
    reader.onAny =
        () -> {
          depth[0]++;
          depths.add(depth[0]);
          reader.subscription().request(1);
          depth[0]--;
        };
    client.marketData().publish().trades(List.of(BTC)).subscribe(reader);
    open("ack 1 BTC/USD", "trade BTC/USD 1", "trade BTC/USD 2", "trade BTC/USD 3");

    assertThat(depths).hasSize(4).containsOnly(1);
  }

  @Test
  void lessThanOneElementRequestedIsAnErrorAndUnsubscribes() { // 3.9
    for (long wrong : new long[] {0, -1, Long.MIN_VALUE}) {
      Subscriber<Trade> reader = trades(0, BTC);
      reader.request(wrong);

      assertThat(reader.signals).containsExactly("onSubscribe", "onError");
      assertThat(reader.failure)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3.9");
      reader.request(10);
      transport.last().say("trade BTC/USD 1");
      assertThat(reader.signals).hasSize(2);
      assertThat(transport.last().take()).anyMatch(frame -> frame.startsWith("sub"));
    }
  }

  @Test
  void aWrongRequestWithinOnSubscribeIsToldAfterIt() { // 1.3, 1.9
    Subscriber<Trade> reader = new Subscriber<>(-5);
    client.marketData().publish().trades(List.of(BTC)).subscribe(reader);
    transport.loop.run();

    assertThat(reader.signals).containsExactly("onSubscribe", "onError");
    assertThat(reader.mostAtOnce).isEqualTo(1);
  }

  @Test
  void aCancelledSubscriberHearsNothingMoreAndIsUnsubscribed() { // 1.8, 3.6, 3.7, 3.12
    Subscriber<Trade> reader = trades(100, BTC);
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1");
    transport.last().take();
    reader.subscription().cancel();
    reader.subscription().cancel();
    reader.request(1);
    reader.request(-1);
    transport.loop.run();

    assertThat(transport.last().take())
        .singleElement()
        .asString()
        .startsWith("unsub ")
        .endsWith("BTC/USD");
    transport.last().say("trade BTC/USD 2");
    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "1");
  }

  @Test
  void cancellingWithinASignalDropsWhatWaits() {
    Subscriber<Trade> reader = trades(0, BTC);
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1", "trade BTC/USD 2");
    reader.onEvent = trade -> reader.subscription().cancel();
    reader.request(10);

    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "1");
  }

  @Test
  void aRefusalIsAnErrorWithoutDemand() { // 1.4
    Subscriber<Trade> reader = trades(0, BTC);
    transport.last().say("nack 1 BTC/USD no such pair");

    assertThat(reader.signals).containsExactly("onSubscribe", "onError");
    assertThat(reader.failure)
        .isInstanceOf(SubscriptionRefusedException.class)
        .hasMessageContaining("no such pair");
  }

  @Test
  void onePairRefusedIsANoticeAndTheOthersGoOn() {
    Subscriber<Trade> reader = trades(10, BTC, ETH);
    transport.last().say("ack 1 BTC/USD", "nack 1 ETH/USD no such pair", "trade BTC/USD 1");

    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "REFUSED", "1");
  }

  @Test
  void theEndCompletesAfterWhatWaits() { // 1.5, 1.7
    Subscriber<Trade> reader = trades(1, BTC);
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1");
    client.close();
    transport.loop.run();
    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED");
    reader.request(1);

    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "1", "onComplete");
    assertThat(transport.loop.timers()).isZero();
  }

  @Test
  void aConnectionThatWillNotComeIsAnError() {
    Subscriber<Trade> reader = new Subscriber<>(1);
    client.marketData().publish().trades(List.of(BTC)).subscribe(reader);
    transport.loop.run();
    transport.last().lose(401);
    assertThat(reader.signals).containsExactly("onSubscribe", "onError");
    assertThat(reader.failure).isInstanceOf(ConnectionFailedException.class);

    Subscriber<Trade> late = new Subscriber<>(1);
    client.marketData().publish().trades(List.of(BTC)).subscribe(late);
    transport.loop.run();
    transport.last().lose(401);
    assertThat(transport.links).hasSize(2);
    assertThat(late.signals).containsExactly("onSubscribe", "onError");
  }

  @Test
  void interruptionsAndRestorationsAreElementsInOrder() {
    Subscriber<Trade> reader = trades(0, BTC);
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1");
    transport.last().lose(1006);
    transport.loop.advance(Duration.ofSeconds(1));
    transport.last().open();
    transport.last().say("ack 2 BTC/USD", "trade BTC/USD 2");
    reader.request(100);

    assertThat(reader.signals)
        .containsExactly("onSubscribe", "ACCEPTED", "1", "INTERRUPTED", "RESTORED_WITH_LOSS", "2");
  }

  @Test
  void aSubscriberThatThrowsIsCancelledAndReported() { // 2.13
    Subscriber<Trade> healthy = trades(100, BTC);
    Subscriber<Trade> broken = trades(100, BTC);
    broken.onEvent =
        trade -> {
          throw new AssertionError("mine");
        };
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1", "trade BTC/USD 2");

    assertThat(broken.signals).containsExactly("onSubscribe", "ACCEPTED", "1");
    assertThat(healthy.signals).containsExactly("onSubscribe", "ACCEPTED", "1", "2");
    assertThat(failures).singleElement().isInstanceOf(AssertionError.class);
  }

  @Test
  void eachSubscriberHasADemandOfItsOwn() { // 1.11
    Flow.Publisher<StreamEvent<Trade>> trades = client.marketData().publish().trades(List.of(BTC));
    Subscriber<Trade> eager = new Subscriber<>(100);
    Subscriber<Trade> idle = new Subscriber<>(0);
    trades.subscribe(eager);
    trades.subscribe(idle);
    open("ack 1 BTC/USD", "trade BTC/USD 1");

    assertThat(eager.signals).containsExactly("onSubscribe", "ACCEPTED", "1");
    assertThat(idle.signals).containsExactly("onSubscribe");
    assertThat(transport.last().take()).filteredOn(frame -> frame.startsWith("sub")).hasSize(1);
  }

  @Test
  void signalsComeOnTheExecutorThatWasChosen() {
    Subscriber<Trade> reader = new Subscriber<>(100);
    client.marketData().on(tasks::add).publish().trades(List.of(BTC)).subscribe(reader);
    open("ack 1 BTC/USD", "trade BTC/USD 1");
    assertThat(reader.signals).isEmpty();
    assertThat(tasks).hasSize(1);
    tasks.remove().run();

    assertThat(reader.signals).containsExactly("onSubscribe", "ACCEPTED", "1");
  }

  @Test
  void aSlowSubscriberIsNamed() {
    Subscriber<Trade> reader = trades(100, BTC);
    reader.onEvent = trade -> transport.loop.advance(Duration.ofSeconds(2));
    transport.last().say("ack 1 BTC/USD", "trade BTC/USD 1");

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("trade BTC/USD took 2000 ms", "blocks all events");
  }

  @Test
  void whatCannotBeAskedForFailsBeforeAnySubscriber() {
    assertThatThrownBy(() -> client.marketData().publish().spreads(List.of(BTC)))
        .isInstanceOf(NotSupportedException.class);
    assertThatThrownBy(() -> client.marketData().publish().trades(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Subscriber<Trade> trades(long demand, Pair... pairs) {
    Subscriber<Trade> reader = new Subscriber<>(demand);
    client.marketData().publish().trades(List.of(pairs)).subscribe(reader);
    transport.loop.run();
    if (transport.last().sent.isEmpty()) {
      transport.last().open();
    }
    return reader;
  }

  private void open(String... frames) {
    transport.loop.run();
    transport.last().open();
    transport.last().say(frames);
  }

  /** Requests at the start and writes down every signal. */
  private final class Subscriber<E> implements Flow.Subscriber<StreamEvent<E>> {
    private final List<String> signals = new ArrayList<>();
    private final long demand;
    private Consumer<E> onEvent = event -> {};
    private Runnable onAny = () -> {};
    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private int inside;
    private int mostAtOnce;

    private Subscriber(long demand) {
      this.demand = demand;
    }

    private Flow.Subscription subscription() {
      return Objects.requireNonNull(subscription);
    }

    private void request(long n) {
      subscription().request(n);
      transport.loop.run();
    }

    private void signal(String name, Runnable rest) {
      signals.add(name);
      inside++;
      mostAtOnce = Math.max(mostAtOnce, inside);
      try {
        rest.run();
      } finally {
        inside--;
      }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      signal(
          "onSubscribe",
          () -> {
            subscription = given;
            if (demand != 0) {
              given.request(demand);
              transport.loop.run();
            }
          });
    }

    @Override
    public void onNext(StreamEvent<E> element) {
      if (element instanceof StreamEvent.Notice<E> notice) {
        boolean gap = notice.event().kind() == Kind.GAP;
        signal(
            notice.event().kind() + (gap ? " " + notice.event().dropped() : ""), () -> onAny.run());
        return;
      }
      E event = ((StreamEvent.Data<E>) element).event();
      signal(
          event instanceof Trade trade ? trade.price().toPlainString() : "event",
          () -> {
            onAny.run();
            onEvent.accept(event);
          });
    }

    @Override
    public void onError(Throwable cause) {
      failure = cause;
      signal("onError", () -> {});
    }

    @Override
    public void onComplete() {
      signal("onComplete", () -> {});
    }
  }
}
