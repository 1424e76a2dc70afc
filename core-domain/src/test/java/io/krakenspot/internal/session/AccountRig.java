package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.Pair;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.Token;
import io.krakenspot.port.TokenSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** A client with an account, whose link, tokens and records of orders are moved by hand. */
final class AccountRig {
  static final Pair BTC = Pair.of("BTC/USD");

  final ScriptedTransport transport = new ScriptedTransport();
  final ScriptedTokens tokens = new ScriptedTokens();
  final Lookup lookup = new Lookup();
  final List<String> warnings = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  final KrakenClient client;

  AccountRig() {
    this(builder -> builder);
  }

  AccountRig(UnaryOperator<KrakenClientBuilder> settings) {
    this(settings, true);
  }

  /** A client that cannot ask for records of orders. */
  static AccountRig withoutLookup() {
    return new AccountRig(builder -> builder, false);
  }

  private AccountRig(UnaryOperator<KrakenClientBuilder> settings, boolean withLookup) {
    KrakenClientBuilder builder =
        KrakenClient.builder()
            .protocol(new WordProtocol())
            .transport(transport)
            .tokenSource(tokens);
    client = settings.apply(withLookup ? builder.orderLookup(lookup) : builder).build();
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onWarning(String text) {
            warnings.add(text);
          }

          @Override
          public void onError(String text) {
            errors.add(text);
          }
        });
    run();
  }

  void run() {
    transport.loop.run();
  }

  ScriptedTransport.ScriptedLink link() {
    return transport.last();
  }

  /** What was sent since the last call, but for pings. */
  List<String> take() {
    run();
    return link().take().stream().filter(text -> !text.startsWith("ping")).toList();
  }

  /** Dials; the link stands, has its token and its subscription. */
  CompletableFuture<Void> linked() {
    CompletableFuture<Void> known = client.account().connect().toCompletableFuture();
    run();
    link().open();
    link().say("ack 1 -");
    link().take();
    return known;
  }

  /** The account's orders are known; the next request has id 2. */
  AccountRig known(String... items) {
    linked();
    link().say("executions 1 snapshot " + String.join(" ", items));
    return this;
  }

  void lose() {
    link().lose(1006);
  }

  /** The link comes back after the pause; its subscription is accepted. */
  void relinked() {
    transport.loop.advance(Duration.ofSeconds(1));
    link().open();
    String sub = link().sent.get(0);
    link().say("ack " + sub.split(" ")[1] + " -");
    link().take();
  }

  /** Time passes; the link is heard every half second. */
  void pass(Duration duration) {
    Duration left = duration;
    Duration step = Duration.ofMillis(500);
    while (left.compareTo(step) > 0) {
      transport.loop.advance(step);
      link().say("hb");
      left = left.minus(step);
    }
    transport.loop.advance(left);
  }

  void passSeconds(long seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  <R> CompletableFuture<Fate<R>> sent(CompletionStage<Fate<R>> stage) {
    run();
    return stage.toCompletableFuture();
  }

  static NewOrder order(String clientOrderId) {
    return limit().clientOrderId(clientOrderId).build();
  }

  static NewOrder.Builder limit() {
    return NewOrder.buy(BTC, OrderType.LIMIT)
        .quantity(new BigDecimal("2"))
        .limit(OrderPrice.of("100"));
  }

  /** What is known of a fate now. */
  static <R> Fate<R> now(CompletionStage<Fate<R>> stage) {
    CompletableFuture<Fate<R>> fate = stage.toCompletableFuture();
    assertThat(fate).isDone();
    return fate.join();
  }

  static <R> R accepted(CompletionStage<Fate<R>> stage) {
    Fate<R> fate = now(stage);
    if (fate instanceof Fate.Accepted<R> accepted) {
      return accepted.result();
    }
    throw new AssertionError("not accepted: " + fate);
  }

  static <R> Fate.Rejected<R> rejected(CompletionStage<Fate<R>> stage) {
    Fate<R> fate = now(stage);
    if (fate instanceof Fate.Rejected<R> rejected) {
      return rejected;
    }
    throw new AssertionError("not rejected: " + fate);
  }

  static <R> Fate.NotSent<R> notSent(CompletionStage<Fate<R>> stage) {
    Fate<R> fate = now(stage);
    if (fate instanceof Fate.NotSent<R> notSent) {
      return notSent;
    }
    throw new AssertionError("sent: " + fate);
  }

  static <R> Fate.Unknown<R> unknown(CompletionStage<Fate<R>> stage) {
    Fate<R> fate = now(stage);
    if (fate instanceof Fate.Unknown<R> unknown) {
      return unknown;
    }
    throw new AssertionError("decided: " + fate);
  }

  /** Gives T1, T2 and so on, at once or when told to. */
  static final class ScriptedTokens implements TokenSource {
    final List<CompletableFuture<Token>> asked = new ArrayList<>();
    boolean byHand;

    @Override
    public CompletionStage<Token> fetch() {
      asked.add(new CompletableFuture<>());
      if (!byHand) {
        give();
      }
      return asked.get(asked.size() - 1);
    }

    void give() {
      asked.get(asked.size() - 1).complete(new Token("T" + asked.size()));
    }

    void fail(Throwable failure) {
      asked.get(asked.size() - 1).completeExceptionally(failure);
    }
  }

  /** Finds what it was given, at once. */
  static final class Lookup implements OrderLookup {
    final Map<OrderKey, List<Order>> records = new HashMap<>();
    final List<OrderKey> asked = new ArrayList<>();
    boolean failing;
    boolean silent;

    @Override
    public CompletionStage<List<Order>> find(OrderKey key) {
      asked.add(key);
      if (silent) {
        return new CompletableFuture<>();
      }
      return failing
          ? CompletableFuture.failedFuture(new ConnectionFailedException("no route", null))
          : CompletableFuture.completedFuture(records.getOrDefault(key, List.of()));
    }
  }

  /** Keeps what it hears. */
  static final class Heard<E> implements Listener<E> {
    final List<E> events = new ArrayList<>();
    final List<SubscriptionEvent> happenings = new ArrayList<>();

    @Override
    public void on(E event) {
      events.add(event);
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      happenings.add(event);
    }

    List<Kind> kinds() {
      return happenings.stream().map(SubscriptionEvent::kind).toList();
    }

    String detail(Kind kind) {
      return happenings.stream()
          .filter(event -> event.kind() == kind)
          .reduce((first, second) -> second)
          .orElseThrow(() -> new AssertionError(kind + " was not told: " + happenings))
          .detail();
    }
  }
}
