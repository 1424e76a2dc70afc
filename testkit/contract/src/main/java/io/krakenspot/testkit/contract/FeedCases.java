package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.QueuePosition;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.OrderUpdate.Kind;
import io.krakenspot.order.Placed;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The private channels: what they begin with, their options, their end, and the token. */
abstract class FeedCases extends AccountCase<World> {
  private static AccountOptions options(boolean everyTransition, boolean users, boolean merged) {
    return new AccountOptions(true, everyTransition, true, users, merged);
  }

  private void assertOptionsLacking(Feature feature, AccountOptions options) {
    KrakenClientBuilder asked = world.trader(protocol()).accountOptions(options);
    assertLacks(feature, asked::build);
  }

  @Test
  @DisplayName("AC-60 fills of before are known from the snapshot, and not told as new")
  void fillSnapshot() {
    myself().market(Side.BUY, DOGE, "10");
    Heard<Fill> heard = fills();
    assertThat(heard.events()).isEmpty();

    myself().market(Side.BUY, DOGE, "20");

    assertThat(heard.events())
        .extracting(Fill::id)
        .containsExactlyElementsOf(
            audit().fills().stream().skip(1).map(AuditedFill::execId).toList());
  }

  @Test
  @DisplayName("AC-61 the main transitions alone, where the version can")
  void mainTransitions() {
    AccountOptions options = options(false, false, false);
    if (!has(Feature.TRANSITION_CHOICE)) {
      assertOptionsLacking(Feature.TRANSITION_CHOICE, options);
      return;
    }
    open(builder -> builder.accountOptions(options));
    Heard<OrderUpdate> heard = orders();

    String id = id(placed(limit(Side.BUY, "50").build()));
    accepted(trading().cancel(OrderKey.id(id)));

    assertThat(kindsOf(id, heard)).containsExactly(Kind.OPENED, Kind.CANCELED);
  }

  @Test
  @DisplayName("AC-62 subaccounts too, where the version can: without a snapshot")
  void subaccounts() {
    AccountOptions options = options(true, true, false);
    if (!has(Feature.SUBACCOUNTS)) {
      assertOptionsLacking(Feature.SUBACCOUNTS, options);
      return;
    }
    open(builder -> builder.accountOptions(options));
    myself().limit(Side.BUY, DOGE, "100", far(Side.BUY).value());
    Heard<OrderUpdate> heard = orders();
    assertThat(soon(client.account().openOrders())).isEmpty();

    String id = id(placed(limit(Side.BUY, "50").build()));

    assertThat(kindsOf(id, heard)).contains(Kind.OPENED);
  }

  @Test
  @DisplayName("AC-63 the fills of one taker order as one, where the version can")
  void merged() {
    AccountOptions options = options(true, false, true);
    if (!has(Feature.FILL_CONSOLIDATION)) {
      assertOptionsLacking(Feature.FILL_CONSOLIDATION, options);
      return;
    }
    open(builder -> builder.accountOptions(options));
    Heard<Fill> heard = fills();
    BigDecimal twoLevels =
        exchange().book(DOGE).asks().stream()
            .limit(2)
            .map(level -> level.quantity())
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    placed(NewOrder.buy(DOGE, OrderType.MARKET).quantity(twoLevels).build());

    assertThat(audit().fills()).hasSizeGreaterThan(1);
    assertThat(heard.events()).hasSize(1);
    assertThat(heard.last().quantity()).isEqualByComparingTo(twoLevels);
  }

  @Test
  @DisplayName("AC-64 who has left hears nothing more")
  void leaves() {
    Heard<OrderUpdate> staying = orders();
    Heard<OrderUpdate> leaving = new Heard<>();
    Subscription subscription = client.account().orders(leaving);
    soon(subscription.accepted());

    subscription.unsubscribe();
    world.run();
    placed(limit(Side.BUY, "50").build());

    assertThat(leaving.kinds()).endsWith(SubscriptionEvent.Kind.ENDED);
    assertThat(leaving.events()).isEmpty();
    assertThat(kinds(staying)).containsExactly(Kind.PENDING, Kind.OPENED);
  }

  @Test
  @DisplayName("AC-65 the place of one's own order in the book of orders, where the version has it")
  void level3() {
    Queue<Optional<QueuePosition>> places = new ConcurrentLinkedQueue<>();
    connected();
    if (!has(Feature.LEVEL3)) {
      assertLacks(
          Feature.LEVEL3, () -> market().level3(Level3Depth.D10, List.of(DOGE), book -> {}));
      return;
    }
    String id = id(placed(first(Side.BUY, "50")));

    CompletableFuture<Subscription> subscribed =
        market()
            .level3(Level3Depth.D10, List.of(DOGE), book -> places.add(book.queuePosition(id)))
            .accepted()
            .toCompletableFuture();
    world.await("a token of its own", Duration.ofSeconds(5), subscribed::isDone);
    soon(subscribed);
    accepted(trading().cancel(OrderKey.id(id)));

    assertThat(places).hasSize(2);
    assertThat(places.remove()).get().extracting(QueuePosition::ordersAhead).isEqualTo(0);
    assertThat(places.remove()).isEmpty();
  }

  @Test
  @DisplayName("AC-66 a key that nobody knows is refused in Kraken's words")
  void unknownKey() {
    open(builder -> builder.credentials(Credentials.of("nobody", "bm9ib2R5")));

    assertThatThrownBy(() -> soon(client.account().connect()))
        .hasMessageContaining("EAPI:Invalid key")
        .hasMessageNotContaining("bm9ib2R5");
  }

  @Test
  @DisplayName("AC-67 one token serves the feeds and all commands of a link")
  void oneToken() {
    orders();
    fills();
    placed(limit(Side.BUY, "50").build());
    accepted(trading().cancelAll());

    assertThat(world.tokens()).isOne();
    assertThat(world.dials()).isOne();
    assertThat(connection.engine()).isNotEmpty();
  }

  @Test
  @DisplayName("AC-68 an answer that cannot be read is no answer; the feed tells what happened")
  void malformedAnswer() {
    open(builder -> builder.commandDeadline(Duration.ofSeconds(1)));
    connected();
    exchange().answerGarbage("{\"method\":");

    CompletableFuture<Fate<Placed>> fate =
        trading().place(limit(Side.BUY, "50").build()).toCompletableFuture();
    world.await("its deadline", Duration.ofSeconds(5), fate::isDone);

    assertThat(accepted(fate).orderId()).isEqualTo(audit().orders().get(0).id());
    assertThat(connection.malformed).hasSize(1);
    assertThat(exchange().audit(KEY).orders()).hasSize(1);
  }
}
