package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static io.krakenspot.testkit.contract.VirtualExchange.RIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.Trading;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.OrderUpdate.Kind;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/**
 * One client of one account, and somebody else to trade with. Says nothing of how they are linked.
 */
abstract class AccountCase<W extends World> extends ClientCase<W> {
  static final Pair XRP = Pair.of("XRP/USD");

  /** What is listed; the last one is left alone, for its status changes. */
  static final List<Pair> PAIRS = List.of(XRP, DOGE, Pair.of("RARE/EUR"));

  private UnaryOperator<KrakenClientBuilder> terms = builder -> builder;

  @Override
  final KrakenClientBuilder builder() {
    return terms.apply(world.trader(protocol()));
  }

  /** Begins anew with a client that is built otherwise. */
  final void open(UnaryOperator<KrakenClientBuilder> how) {
    world.end(client);
    terms = how;
    open();
  }

  @AfterEach
  final void leavesNothingBehind() {
    world.end(client);
    assertThat(connection.failures).as("thrown by listeners").isEmpty();
  }

  final Trading trading() {
    return client.trading();
  }

  final AccountAudit audit() {
    return exchange().audit(KEY);
  }

  final Outsider rival() {
    return new Outsider(world, RIVAL);
  }

  final Outsider myself() {
    return new Outsider(world, KEY);
  }

  /** The account is known. */
  final void connected() {
    soon(client.account().connect());
  }

  /** A listener of orders whose subscription stands. */
  final Heard<OrderUpdate> orders() {
    Heard<OrderUpdate> heard = new Heard<>();
    soon(client.account().orders(heard).accepted());
    connected();
    heard.forget();
    return heard;
  }

  /** A listener of fills whose subscription stands. */
  final Heard<Fill> fills() {
    Heard<Fill> heard = new Heard<>();
    soon(client.account().fills(heard).accepted());
    connected();
    return heard;
  }

  /** What a version lacks is refused at once, says what to do instead, and sends nothing. */
  final void assertLacks(Feature feature, ThrowingCallable call) {
    assertThat(has(feature)).isFalse();
    int sent = world.sent().size();
    assertThatThrownBy(call)
        .isInstanceOf(NotSupportedException.class)
        .hasMessageContaining(feature.description())
        .hasMessageContaining(protocol().name())
        .hasMessageContaining(protocol().support(feature).note());
    world.run();
    assertThat(world.sent()).hasSize(sent);
  }

  // --- orders ---

  /** A price at which nothing trades for now. */
  static OrderPrice far(Side side) {
    return OrderPrice.of(side == Side.BUY ? "0.1100000" : "0.1400000");
  }

  static NewOrder.Builder limit(Side side, String quantity) {
    return NewOrder.of(DOGE, side, OrderType.LIMIT)
        .quantity(new BigDecimal(quantity))
        .limit(far(side));
  }

  /** A price better than all that are there, which does not cross. */
  final OrderPrice inside(Side side) {
    BigDecimal tick = new BigDecimal("0.0000001");
    BigDecimal best =
        side == Side.BUY
            ? exchange().book(DOGE).bids().get(0).price().add(tick)
            : exchange().book(DOGE).asks().get(0).price().subtract(tick);
    return OrderPrice.of(best);
  }

  /** An order that is the next to trade. */
  final NewOrder first(Side side, String quantity) {
    return limit(side, quantity).limit(inside(side)).build();
  }

  final Placed placed(NewOrder order) {
    return accepted(trading().place(order));
  }

  static String id(Placed placed) {
    return Objects.requireNonNull(placed.orderId());
  }

  final <R> R accepted(CompletionStage<Fate<R>> fate) {
    Fate<R> told = soon(fate);
    assertThat(told).isInstanceOf(Fate.Accepted.class);
    return ((Fate.Accepted<R>) told).result();
  }

  final <R> Rejection rejected(CompletionStage<Fate<R>> fate) {
    return rejection(soon(fate));
  }

  static Rejection rejection(Fate<?> fate) {
    assertThat(fate).isInstanceOf(Fate.Rejected.class);
    return ((Fate.Rejected<?>) fate).rejection();
  }

  final <R> Fate.NotSent<R> notSent(CompletionStage<Fate<R>> fate) {
    Fate<R> told = soon(fate);
    assertThat(told).isInstanceOf(Fate.NotSent.class);
    return (Fate.NotSent<R>) told;
  }

  final <R> Fate.Unknown<R> unknown(CompletionStage<Fate<R>> fate) {
    Fate<R> told = soon(fate);
    assertThat(told).isInstanceOf(Fate.Unknown.class);
    return (Fate.Unknown<R>) told;
  }

  final AuditedOrder truth(String orderId) {
    return audit().orders().stream()
        .filter(order -> order.id().equals(orderId))
        .findFirst()
        .orElseThrow();
  }

  /** Does what was given to an executor, and what follows from it. */
  static void drain(Queue<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  static List<Kind> kinds(Heard<OrderUpdate> heard) {
    return heard.events().stream().map(OrderUpdate::kind).toList();
  }

  static List<Kind> kindsOf(String orderId, Heard<OrderUpdate> heard) {
    return heard.events().stream()
        .filter(update -> update.order().id().equals(orderId))
        .map(OrderUpdate::kind)
        .toList();
  }
}
