package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Trade;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import io.krakenspot.testkit.exchange.ConnectionAttempt;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Fault;
import io.krakenspot.testkit.exchange.FrameFault;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.testkit.exchange.Path;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that are lost in every way, and streams with holes. */
abstract class RecoveryCases extends VirtualAccountCase {
  private static final int RECONNECTS = 1_000;

  /** Tokens are asked for once a second at most. */
  private static final Duration TOKEN_PACE = Duration.ofMillis(1_500);

  private static final Duration STALE_AFTER = Duration.ofMillis(5_500);

  abstract ReconnectPolicy reconnectPolicy(Loop loop);

  private KrakenClientBuilder kraken(KrakenClientBuilder builder) {
    return builder.reconnectPolicy(reconnectPolicy(world.loop()));
  }

  private void strike(String fault) {
    exchange().inject(Fault.parse(fault));
    world.run();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop",
        "rst",
        "close 1000",
        "close 1001",
        "close 1006",
        "close 1011",
        "close 1012",
        "close 1013"
      })
  @DisplayName("RC-01 (A1) however a link is lost, it is dialled at once and all is back")
  void lost(String fault) {
    open(this::kraken);
    BookProbe books = probe(Depth.D10, List.of(DOGE, XRP));
    Heard<OrderUpdate> orders = orders();
    int before = exchange().door().attempts().size();
    Instant lost = world.loop().now();

    strike(fault);
    world.advance(TOKEN_PACE);

    List<ConnectionAttempt> attempts = exchange().door().attempts();
    assertThat(attempts.subList(before, attempts.size()))
        .hasSize(2)
        .allMatch(attempt -> !attempt.time().isAfter(lost.plusMillis(100)));
    assertThat(orders.kinds()).contains(Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    world.step(DOGE, 5);
    books.assertLive(DOGE);
    books.assertLive(XRP);
  }

  @Test
  @DisplayName("RC-02 (A4) a link that stalls for 8 s is replaced, and no old book is shown")
  void stalled() {
    open(this::kraken);
    BookProbe books = probe(Depth.D10, DOGE);
    strike("stall 8s");

    world.advance(STALE_AFTER);
    assertThat(books.kindsOf(DOGE)).contains(Kind.INTERRUPTED);
    world.advance(Duration.ofSeconds(10));

    world.step(DOGE, 5);
    books.assertLive(DOGE);
  }

  @Test
  @DisplayName("RC-03 (A8) through maintenance nobody dials twice within 5 s while it is down")
  void maintenance() {
    open(this::kraken);
    BookProbe books = probe(Depth.D10, DOGE);
    Heard<OrderUpdate> orders = orders();
    strike("maintenance_cycle 3m 10s");

    world.advance(Duration.ofMinutes(5));

    List<Instant> refused =
        exchange().door().attempts().stream()
            .filter(attempt -> attempt.status() == 503)
            .map(ConnectionAttempt::time)
            .toList();
    assertThat(refused).hasSizeGreaterThan(5);
    for (int next = 1; next < refused.size(); next++) {
      assertThat(Duration.between(refused.get(next - 1), refused.get(next)))
          .as("before attempt %s", next)
          .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }
    assertThat(orders.kinds()).contains(Kind.RESTORED_WITHOUT_LOSS);
    assertThat(connection.engine()).last().isEqualTo(SystemStatus.State.ONLINE);
    world.step(DOGE, 5);
    books.assertLive(DOGE);
  }

  @Test
  @DisplayName("RC-04 (A13) the account's link dies, and market data hears nothing of it")
  void apart() {
    open(this::kraken);
    BookProbe books = probe(Depth.D10, DOGE);
    Heard<OrderUpdate> orders = orders();
    int before = books.kindsOf(DOGE).size();

    exchange().connections().stream()
        .filter(link -> link.path() == Path.V1_PRIVATE || link.path() == Path.V2_PRIVATE)
        .forEach(ExchangeConnection::drop);
    world.advance(Duration.ofSeconds(10));

    assertThat(orders.kinds()).contains(Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(books.kindsOf(DOGE)).hasSize(before);
  }

  @Test
  @DisplayName("RC-05 (C6) each hole in the account's stream is healed, not the first alone")
  void holes() {
    Heard<OrderUpdate> orders = orders();
    for (int hole = 1; hole <= 5; hole++) {
      orders.forget();
      world.advance(Duration.ofSeconds(15));
      exchange().loseAccountMessages(KEY, 1);
      accepted(trading().place(limit(Side.BUY, "50").build()));
      accepted(trading().place(limit(Side.BUY, "60").build()));

      world.advance(Duration.ofSeconds(15));

      assertThat(orders.kinds()).contains(Kind.GAP, Kind.RESTORED_WITHOUT_LOSS);
      assertThat(soon(client.account().openOrders())).hasSize(2 * hole);
    }
  }

  @Test
  @DisplayName("RC-06 (C8) an order that came and ended before the feed began is told as ended")
  void endedBeforeTheFeed() {
    Heard<OrderUpdate> orders = orders();
    exchange().ignoreSubscriptions(4);
    transport().cut();
    world.advance(TOKEN_PACE);
    orders.forget();

    accepted(
        trading()
            .place(NewOrder.buy(DOGE, OrderType.MARKET).quantity(new BigDecimal("50")).build()));
    world.advance(RECOVERY);

    AuditedOrder truth = audit().orders().get(0);
    assertThat(truth.status()).isEqualTo("filled");
    assertThat(orders.events())
        .extracting(OrderUpdate::order)
        .anyMatch(order -> order.id().equals(truth.id()) && order.status() == OrderStatus.FILLED);
    assertThat(soon(client.account().openOrders())).isEmpty();
  }

  @Test
  @DisplayName("RC-07 (C6) what two frames of one number hold is never lost")
  void sameNumber() {
    Heard<Fill> fills = new Heard<>();
    soon(client.account().fills(fills).accepted());
    connected();
    exchange().fill(KEY, DOGE, Side.BUY, 1);
    exchange().repeatSequence(KEY);
    exchange().fill(KEY, DOGE, Side.BUY, 1);

    world.advance(RECOVERY);

    assertThat(fills.events())
        .extracting(Fill::id)
        .containsExactlyInAnyOrderElementsOf(
            audit().fills().stream().map(AuditedFill::execId).toList());
  }

  @Test
  @DisplayName("RC-08 a frame of trades that comes twice is told once, one that is lost as a gap")
  void trades() {
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(DOGE), trades).accepted());
    world.step(DOGE, Move.TAKE);
    trades.forget();

    exchange().links().next(FrameFault.DUPLICATE, "trade", DOGE);
    world.step(DOGE, Move.TAKE);
    exchange().links().next(FrameFault.SKIP, "trade", DOGE);
    world.step(DOGE, Move.TAKE);
    world.step(DOGE, Move.TAKE);

    boolean numbered = trades.events().stream().map(Trade::id).allMatch(Objects::nonNull);
    assertThat(trades.kinds()).isEqualTo(numbered ? List.of(Kind.GAP) : List.of());
    if (numbered) {
      assertThat(trades.events()).extracting(Trade::id).doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("RC-09 (D3) a thousand reconnects leave timers and links as they were")
  void thousandReconnects() {
    BookProbe books = probe(Depth.D10, List.of(DOGE, XRP));
    orders();
    world.advance(Duration.ofMinutes(2));
    int timers = world.loop().timers();
    int links = transport().openLinks();

    for (int time = 0; time < RECONNECTS; time++) {
      strike("drop");
      world.advance(Duration.ofSeconds(6));
    }
    world.advance(Duration.ofMinutes(2));

    assertThat(transport().dials()).isGreaterThanOrEqualTo(2 * RECONNECTS);
    assertThat(world.loop().timers()).isLessThanOrEqualTo(timers);
    assertThat(transport().openLinks()).isEqualTo(links);
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
    world.step(DOGE, 5);
    books.assertLive(DOGE);
  }
}
