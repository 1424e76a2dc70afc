package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.CommandCut;
import io.krakenspot.testkit.exchange.FrameFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an account's streams make of lost links, holes and tokens. */
abstract class AccountOutageCases extends VirtualAccountCase {
  private void away() {
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.run();
  }

  private void back() {
    transport().accept();
    world.advance(Duration.ofSeconds(12));
  }

  private static List<Kind> withoutWarnings(Heard<?> heard) {
    return heard.kinds().stream().filter(kind -> kind != Kind.WARNING).toList();
  }

  private List<String> really() {
    return audit().fills().stream().map(AuditedFill::execId).toList();
  }

  @Test
  @DisplayName("AC-20 a hole in the sequence is told, and the orders come anew")
  void gap() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(limit(Side.BUY, "100").build()));
    exchange().gapSequence(KEY, 2);

    placed(limit(Side.BUY, "50").build());
    world.advance(RECOVERY);

    assertThat(withoutWarnings(heard)).startsWith(Kind.GAP).endsWith(Kind.RESTORED_WITHOUT_LOSS);
    assertThat(kindsOf(id, heard)).endsWith(OrderUpdate.Kind.SNAPSHOT);
    assertThat(soon(client.account().openOrders())).hasSize(2);
  }

  @Test
  @DisplayName("AC-21 a frame that comes again is ignored; another of its number is a hole")
  void repeated() {
    Heard<OrderUpdate> heard = orders();
    placed(limit(Side.BUY, "100").build());
    for (String channel : List.of("executions", "openOrders", "ownTrades")) {
      exchange().links().next(FrameFault.DUPLICATE, channel, null);
    }
    placed(limit(Side.BUY, "50").build());
    world.advance(RECOVERY);
    assertThat(heard.kinds()).doesNotContain(Kind.GAP);

    exchange().repeatSequence(KEY);
    placed(limit(Side.BUY, "70").build());
    world.advance(RECOVERY);

    assertThat(heard.kinds()).contains(Kind.GAP, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(soon(client.account().openOrders())).hasSize(3);
  }

  @Test
  @DisplayName("AC-22 fills that happened while away are told once, oldest first")
  void fillsWhileAway() {
    Heard<Fill> heard = fills();
    placed(first(Side.SELL, "100"));
    rival().market(Side.BUY, DOGE, "10");
    away();
    rival().market(Side.BUY, DOGE, "20");
    world.advance(Duration.ofSeconds(1));
    rival().market(Side.BUY, DOGE, "30");

    back();
    rival().market(Side.BUY, DOGE, "5");

    assertThat(heard.events()).extracting(Fill::id).containsExactlyElementsOf(really());
    assertThat(withoutWarnings(heard))
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  @DisplayName("AC-23 fills of before the first connection are not told as new")
  void pastFills() {
    myself().limit(Side.SELL, DOGE, "100", inside(Side.SELL).value());
    rival().market(Side.BUY, DOGE, "100");

    Heard<Fill> heard = fills();

    assertThat(really()).hasSize(1);
    assertThat(heard.events()).isEmpty();
  }

  @Test
  @DisplayName("AC-24 more than 50 fills while away: the loss is told with its bound")
  void tooManyFillsWhileAway() {
    Heard<Fill> heard = fills();
    placed(first(Side.SELL, "1000"));
    rival().market(Side.BUY, DOGE, "10");
    away();
    for (int time = 0; time < 60; time++) {
      world.advance(Duration.ofSeconds(1));
      rival().market(Side.BUY, DOGE, "10");
    }

    back();

    assertThat(withoutWarnings(heard))
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
    SubscriptionEvent restored = heard.happenings().get(heard.happenings().size() - 1);
    assertThat(heard.events()).hasSize(51).doesNotHaveDuplicates();
    assertThat(restored.detail()).contains(heard.events().get(1).timestamp().toString());
  }

  @Test
  @DisplayName("AC-25 an order that ended while away is told with how it ended")
  void endedWhileAway() {
    Heard<OrderUpdate> heard = orders();
    String filled = id(placed(first(Side.SELL, "10")));
    rival().market(Side.BUY, DOGE, "4");
    String cancelled = id(placed(limit(Side.BUY, "100").build()));
    away();
    rival().market(Side.BUY, DOGE, "6");
    myself().cancelAll();

    back();

    assertThat(ended(filled, heard)).isEqualTo(OrderStatus.FILLED);
    assertThat(ended(cancelled, heard)).isEqualTo(OrderStatus.CANCELED);
    assertThat(soon(client.account().openOrders())).isEmpty();
    assertThat(transport().lookups().calls()).isEqualTo(2);
  }

  private static OrderStatus ended(String id, Heard<OrderUpdate> heard) {
    OrderUpdate last =
        heard.events().stream()
            .filter(update -> update.order().id().equals(id))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    assertThat(last.kind()).isEqualTo(OrderUpdate.Kind.ENDED_UNHEARD);
    return last.order().status();
  }

  @Test
  @DisplayName("AC-26 a look-up that fails is made again")
  void lookupFails() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(limit(Side.BUY, "100").build()));
    away();
    myself().cancelAll();
    transport().lookups().fail(new ConnectionFailedException("no REST for now", null));
    back();
    assertThat(kindsOf(id, heard)).doesNotContain(OrderUpdate.Kind.ENDED_UNHEARD);

    transport().lookups().work();
    world.advance(Duration.ofSeconds(3));

    assertThat(ended(id, heard)).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  @DisplayName("AC-27 an order of whose end nothing can tell is gone, and no longer open")
  void gone() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(limit(Side.BUY, "100").build()));
    transport().lookups().fail(new ConnectionFailedException("no REST for now", null));
    away();
    myself().cancelAll();

    back();
    world.advance(SETTLEMENT);

    assertThat(ended(id, heard)).isEqualTo(OrderStatus.GONE);
    assertThat(soon(client.account().openOrders())).isEmpty();
  }

  @Test
  @DisplayName("AC-28 what changed on an order while away is in the orders that come anew")
  void tradedWhileAway() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(first(Side.SELL, "100")));
    away();
    rival().market(Side.BUY, DOGE, "40");

    back();

    assertThat(heard.last().order().id()).isEqualTo(id);
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(heard.last().order().executedQuantity()).isEqualByComparingTo("40");
  }

  @Test
  @DisplayName("AC-29 a cut during every frame of a recovery loses and doubles nothing")
  void cutDuringRecovery() {
    for (int frame = 0; frame < 8; frame++) {
      Heard<Fill> heard = fills();
      placed(first(Side.SELL, "100"));
      transport().cut();
      transport().cutAfter(frame);
      rival().market(Side.BUY, DOGE, "40");
      world.advance(Duration.ofSeconds(12));
      rival().market(Side.BUY, DOGE, "60");

      assertThat(heard.events())
          .extracting(Fill::id)
          .as("cut at frame %s", frame)
          .containsExactlyElementsOf(really());
      leavesNothingBehind();
      open();
    }
  }

  @Test
  @DisplayName("AC-30 each private link has a token of its own")
  void tokens() {
    orders();
    transport().cut();
    world.advance(Duration.ofSeconds(12));

    assertThat(transport().tokens().calls()).isEqualTo(2);
    assertThat(transport().dials()).isEqualTo(2);
  }

  @Test
  @DisplayName("AC-31 a token service that fails is asked again, and says so meanwhile")
  void tokenFails() {
    transport().tokens().fail(new ConnectionFailedException("no REST for now", null));
    Heard<OrderUpdate> heard = new Heard<>();
    client.account().orders(heard);
    world.advance(Duration.ofSeconds(5));
    assertThat(heard.kinds()).contains(Kind.WARNING);
    assertThat(heard.happenings().get(0).detail()).contains("no REST for now");

    transport().tokens().work();
    world.advance(Duration.ofMinutes(1));

    assertThat(heard.kinds()).endsWith(Kind.ACCEPTED);
  }

  @Test
  @DisplayName("AC-32 a key that is refused ends the account's streams in Kraken's words")
  void badKey() {
    transport().tokens().fail(new TokenRefusedException("EAPI:Invalid key", false));
    Heard<OrderUpdate> heard = new Heard<>();
    client.account().orders(heard);
    CompletionStage<Void> connected = client.account().connect();
    world.advance(Duration.ofMinutes(1));

    assertThat(heard.kinds()).endsWith(Kind.ENDED);
    assertThat(failureOf(connected)).hasMessageContaining("EAPI:Invalid key");
    assertThat(transport().tokens().calls()).isOne();
  }

  @Test
  @DisplayName("AC-33 a token that hangs delays the account, and is not asked for twice")
  void tokenHangs() {
    transport().tokens().hang();
    Heard<OrderUpdate> heard = new Heard<>();
    client.account().orders(heard);
    client.account().fills(new Heard<>());
    world.advance(Duration.ofSeconds(15));
    assertThat(transport().tokens().calls()).isOne();

    transport().tokens().work();
    world.run();

    assertThat(heard.kinds()).contains(Kind.ACCEPTED);
  }

  @Test
  @DisplayName("AC-35 a token that never comes is asked for again")
  void tokenNeverComes() {
    transport().tokens().hang();
    Heard<OrderUpdate> heard = new Heard<>();
    client.account().orders(heard);
    world.advance(Duration.ofMinutes(1));
    assertThat(heard.kinds()).contains(Kind.WARNING);
    assertThat(transport().tokens().calls()).isGreaterThan(1);

    transport().tokens().work();
    world.advance(Duration.ofMinutes(1));

    assertThat(heard.kinds()).contains(Kind.ACCEPTED);
    placed(limit(Side.BUY, "100").build());
  }

  @Test
  @DisplayName("AC-34 an expired token is renewed, and the streams go on")
  void tokenExpired() {
    Heard<OrderUpdate> heard = orders();
    exchange().expireTokens();
    transport().cut();
    world.advance(Duration.ofSeconds(3));
    assertThat(heard.kinds()).endsWith(Kind.RESTORED_WITHOUT_LOSS);

    placed(limit(Side.BUY, "100").build());

    assertThat(heard.kinds()).endsWith(Kind.RESTORED_WITHOUT_LOSS);
    assertThat(heard.events()).hasSize(2);
  }

  @Test
  @DisplayName("AC-43 after a cut all balances come anew")
  void restored() {
    assumeHas(Feature.BALANCES);
    Heard<BalanceEvent> heard = new Heard<>();
    soon(client.account().balances(heard).accepted());
    exchange().cutNext(KEY, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER);
    connected();
    var unused = trading().cancelAll();
    world.advance(RECOVERY);

    assertThat(heard.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(heard.last()).isInstanceOf(BalanceEvent.Snapshot.class);
  }

  @Test
  @DisplayName("AC-15 a listener that falls behind is told of the gap, and costs no more memory")
  void boundedQueue() {
    open(builder -> builder.queueLimit(10));
    Queue<Runnable> tasks = new ArrayDeque<>();
    Heard<Fill> slow = new Heard<>();
    soon(client.account().on(tasks::add).fills(slow).accepted());
    connected();
    placed(first(Side.SELL, "100"));
    for (int time = 0; time < 30; time++) {
      rival().market(Side.BUY, DOGE, "2");
      world.advance(Duration.ofSeconds(1));
    }

    drain(tasks);

    assertThat(audit().fills()).hasSize(30);
    assertThat(slow.events()).hasSizeLessThanOrEqualTo(10).isNotEmpty();
    assertThat(slow.kinds()).contains(Kind.GAP);
    client.close();
    world.run();
    drain(tasks);
  }
}
