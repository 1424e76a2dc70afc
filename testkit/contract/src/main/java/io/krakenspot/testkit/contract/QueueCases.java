package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.RIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.QueuePosition;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Placed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One's own orders in their queues. */
abstract class QueueCases extends Level3Case {
  private static final BigDecimal TICK = new BigDecimal("0.1");

  @BeforeEach
  void connected() {
    soon(client.account().connect());
  }

  @AfterEach
  @Override
  void leavesNothingBehind() {
    client.close();
    world.advance(Duration.ofMinutes(3));
    super.leavesNothingBehind();
  }

  private String rest(String quantity, BigDecimal price) {
    Placed placed =
        accepted(
            client
                .trading()
                .place(
                    NewOrder.of(BTC, Side.BUY, OrderType.LIMIT)
                        .quantity(new BigDecimal(quantity))
                        .limit(OrderPrice.of(price))
                        .build()));
    return Objects.requireNonNull(placed.orderId());
  }

  private void amend(String orderId, String quantity, BigDecimal price) {
    accepted(
        client
            .trading()
            .amend(
                AmendOrder.of(OrderKey.id(orderId))
                    .quantity(new BigDecimal(quantity))
                    .limit(OrderPrice.of(price))
                    .build()));
  }

  private <R> R accepted(CompletionStage<Fate<R>> fate) {
    Fate<R> told = soon(fate);
    assertThat(told).isInstanceOf(Fate.Accepted.class);
    return ((Fate.Accepted<R>) told).result();
  }

  private BookLevel bestBid() {
    return exchange().book(BTC).bids().get(0);
  }

  private static int ahead(Level3Probe books, String orderId) {
    return books.view(BTC).queuePosition(orderId).orElseThrow().ordersAhead();
  }

  @Test
  @DisplayName("MD-150 one's own order is found in its queue, behind what really is ahead of it")
  void ownOrder() {
    Level3Probe books = orders(Level3Depth.D10, BTC);
    BookLevel best = bestBid();
    int others = exchange().orders(BTC, 1).bids().get(0).size();

    String mine = rest("0.25", best.price());

    assertThat(books.view(BTC).queuePosition(mine))
        .contains(
            new QueuePosition(
                Side.BUY, best.price(), others, best.quantity(), new BigDecimal("0.25")));
    accepted(client.trading().cancel(OrderKey.id(mine)));
    assertThat(books.view(BTC).queuePosition(mine)).isEqualTo(Optional.empty());
    books.assertLive(BTC);
  }

  @Test
  @DisplayName(
      "MD-151 fills and amendments to less keep the place; to more, or to another price, lose it")
  void timePriority() {
    Level3Probe books = orders(Level3Depth.D10, BTC);
    BigDecimal price = bestBid().price().add(TICK);
    String first = rest("3", price);
    String second = rest("2", price);
    String third = rest("1", price);
    assertThat(ahead(books, third)).isEqualTo(2);

    new Outsider(world, RIVAL).market(Side.SELL, BTC, "1.5");
    assertThat(ahead(books, first)).isZero();
    amend(second, "1.9", price);
    assertThat(ahead(books, second)).isOne();
    amend(second, "2.5", price);
    assertThat(ahead(books, second)).isEqualTo(2);
    assertThat(ahead(books, third)).isOne();
    amend(third, "1", price.subtract(TICK));
    assertThat(ahead(books, second)).isOne();
    assertThat(books.view(BTC).queuePosition(third).orElseThrow().price())
        .isEqualByComparingTo(price.subtract(TICK));
    books.assertLive(BTC);
    assertThat(counters().checksumsMismatched()).isZero();
  }

  @Test
  @DisplayName("MD-152 a book that is withheld knows no place")
  void withheld() {
    Level3Probe books = orders(Level3Depth.D10, BTC);
    String mine = rest("0.25", bestBid().price());
    exchange().refuseSubscriptions("Exceeded msg rate");

    transport().tamperOnce("\"level3\"", text -> text.substring(0, text.length() - 9));
    rest("0.25", bestBid().price());

    assertThat(books.view(BTC).queuePosition(mine)).isEmpty();
    exchange().refuseSubscriptions(null);
    world.advance(RECOVERY);
    books.assertLive(BTC);
    assertThat(books.view(BTC).queuePosition(mine)).isPresent();
  }
}
