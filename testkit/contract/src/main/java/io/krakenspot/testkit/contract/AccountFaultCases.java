package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.DeadMansSwitch.Event;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Placed;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults of the matrix in {@code docs/faults.md} that concern an account, at their full size. */
abstract class AccountFaultCases extends VirtualAccountCase {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long SEED = Long.getLong("krakenspot.seed", 20_260_501);

  private final List<Event> told = new ArrayList<>();

  private String restingUnderASwitch() {
    connected();
    trading().deadMansSwitch(TIMEOUT, told::add);
    world.run();
    return id(placed(limit(Side.BUY, "50").build()));
  }

  @Test
  @DisplayName("AC-50 (C5) an order whose fill comes before its answer is told, and accepted, once")
  void fillBeforeTheAnswer() {
    Heard<OrderUpdate> orders = orders();
    Heard<Fill> fills = new Heard<>();
    soon(client.account().fills(fills).accepted());
    exchange().delayAnswers(Duration.ofSeconds(1));
    NewOrder order = NewOrder.buy(DOGE, OrderType.MARKET).quantity(new BigDecimal("100")).build();

    CompletionStage<Fate<Placed>> fate = trading().place(order);
    world.run();
    List<String> really = audit().fills().stream().map(AuditedFill::execId).toList();
    assertThat(really).isNotEmpty();
    assertThat(fills.events()).extracting(Fill::id).containsExactlyElementsOf(really);
    world.advance(Duration.ofSeconds(1));

    String id = id(accepted(fate));
    assertThat(orders.last().order().id()).isEqualTo(id);
    assertThat(orders.last().order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(fills.events()).hasSize(really.size());
    assertThat(truth(id).filled()).isEqualByComparingTo("100");
  }

  @Test
  @DisplayName("AC-51 (A10) an account's link that carries nothing else is kept for ten minutes")
  void idle() {
    connected();

    world.advance(Duration.ofMinutes(10));

    assertThat(counted(Entry.IDLE_CLOSES)).isZero();
    assertThat(transport().dials()).isOne();
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
  }

  @Test
  @DisplayName("AC-52 (C7) of 500 fills while away the last 50 are told, and the hole's bound")
  void fiveHundredFillsWhileAway() {
    Heard<Fill> heard = new Heard<>();
    soon(client.account().fills(heard).accepted());
    connected();
    placed(first(Side.SELL, "6000"));
    rival().market(Side.BUY, DOGE, "10");
    transport().refuse(UNAVAILABLE);
    transport().cut();
    for (int time = 0; time < 500; time++) {
      world.advance(Duration.ofSeconds(1));
      rival().market(Side.BUY, DOGE, "10");
    }
    transport().accept();
    world.advance(Duration.ofSeconds(30));
    rival().market(Side.BUY, DOGE, "10");

    List<String> really = audit().fills().stream().map(AuditedFill::execId).toList();
    List<String> expected = new ArrayList<>(really.subList(0, 1));
    expected.addAll(really.subList(451, 502));
    assertThat(heard.events()).extracting(Fill::id).containsExactlyElementsOf(expected);
    SubscriptionEvent restored =
        heard.happenings().stream()
            .filter(event -> event.kind() == SubscriptionEvent.Kind.RESTORED_WITH_LOSS)
            .findFirst()
            .orElseThrow();
    assertThat(restored.detail()).contains(heard.events().get(1).timestamp().toString());
  }

  @Test
  @DisplayName("AC-53 (C11) the orders of a program that dies are cancelled within the timeout")
  void killed() {
    String id = restingUnderASwitch();
    world.advance(Duration.ofMinutes(3));
    transport().refuse(UNAVAILABLE);
    transport().cut();
    client.close(); // nothing of it runs any more, and nothing it says arrives

    world.advance(Duration.ofSeconds(39));
    assertThat(truth(id).isFinal()).isFalse();
    world.advance(Duration.ofSeconds(21));

    assertThat(truth(id).status()).isEqualTo("canceled");
  }

  @Test
  @DisplayName("AC-54 (C11) half an hour of drops, and the switch cancels nothing")
  void drops() {
    String id = restingUnderASwitch();
    Random chance = new Random(SEED);
    int drops = 0;

    for (int second = 0; second < 30 * 60; ) {
      int quiet = 1 + chance.nextInt(30);
      second += quiet;
      world.advance(Duration.ofSeconds(quiet));
      transport().cut();
      drops++;
    }
    world.advance(TIMEOUT.multipliedBy(2));

    System.out.printf("%s: %d drops in 30 minutes, seed %d%n", protocol().name(), drops, SEED);
    assertThat(told).extracting(Event::kind).doesNotContain(Event.Kind.FIRED);
    assertThat(told.get(told.size() - 1).kind()).isEqualTo(Event.Kind.RENEWED);
    assertThat(truth(id).isFinal()).isFalse();
    assertThat(exchange().audit(KEY).orders()).hasSize(1);
  }
}
