package io.krakenspot.internal.session;

import static io.krakenspot.internal.session.AccountRig.notSent;
import static io.krakenspot.internal.session.AccountRig.order;
import static io.krakenspot.internal.session.AccountRig.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.KrakenException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.internal.session.AccountRig.Heard;
import io.krakenspot.order.Fate.NotSent.Reason;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountDeskTest {
  private final AccountRig rig = new AccountRig();
  private final Heard<OrderUpdate> orders = new Heard<>();
  private final Heard<Fill> fills = new Heard<>();
  private final Heard<BalanceEvent> balances = new Heard<>();

  // --- tokens ---

  @Test
  void theAccountNeedsCredentials() {
    KrakenClient anonymous =
        KrakenClient.builder().protocol(new WordProtocol()).transport(rig.transport).build();

    assertThatThrownBy(anonymous::account).hasMessageContaining("credentials");
    assertThatThrownBy(anonymous::trading).hasMessageContaining("credentials");
  }

  @Test
  void asksForATokenOnceTheLinkStandsAndSubscribesWithIt() {
    rig.tokens.byHand = true;
    var known = rig.client.account().connect().toCompletableFuture();
    rig.run();
    assertThat(rig.tokens.asked).isEmpty();
    rig.link().open();
    assertThat(rig.tokens.asked).hasSize(1);
    assertThat(rig.take()).isEmpty();
    rig.tokens.give();

    assertThat(rig.take()).containsExactly("sub 1 executions T1");
    rig.link().say("ack 1 -");
    assertThat(known).isNotDone();
    rig.link().say("executions 1 snapshot");
    assertThat(known).isCompleted();
  }

  @Test
  void ordersAndFillsThatComeApartAreBothAwaited() {
    AccountRig apart = new AccountRig(builder -> builder.protocol(new WordProtocol(true)));
    var known = apart.client.account().connect().toCompletableFuture();
    apart.run();
    apart.link().open();
    assertThat(apart.take()).containsExactly("sub 1 orders T1", "sub 2 fills T1");
    apart.link().say("ack 1 -", "ack 2 -", "own-orders 1 snapshot");
    assertThat(known).isNotDone();
    apart.link().say("fills 1 snapshot");

    assertThat(known).isCompleted();
  }

  @Test
  void aTokenThatIsRejectedIsRenewedOnceHoweverManyStreamsSaySo() {
    AccountRig apart = new AccountRig(builder -> builder.protocol(new WordProtocol(true)));
    apart.client.account().orders(orders);
    apart.run();
    apart.link().open();
    apart.take();
    apart.link().say("nack 1 - ESession:Invalid session", "nack 2 - ESession:Invalid session");
    apart.passSeconds(1);

    assertThat(apart.tokens.asked).hasSize(2);
    assertThat(apart.take()).containsExactly("sub 3 orders T2", "sub 4 fills T2");
    assertThat(orders.kinds()).containsExactly(Kind.WARNING);
    apart.link().say("ack 3 -");
    assertThat(orders.kinds()).endsWith(Kind.ACCEPTED);
  }

  @Test
  void noMoreThanOneTokenASecondIsAskedFor() {
    rig.client.account().connect();
    rig.run();
    rig.link().open();
    rig.link().say("nack 1 - ESession:Invalid session");
    rig.transport.loop.advance(Duration.ofMillis(999));
    assertThat(rig.tokens.asked).hasSize(1);
    rig.transport.loop.advance(Duration.ofMillis(1));

    assertThat(rig.tokens.asked).hasSize(2);
  }

  @Test
  void aNewLinkSharesTheTokenThatIsUnderWay() {
    rig.tokens.byHand = true;
    rig.client.account().connect();
    rig.run();
    rig.link().open();
    rig.lose();
    rig.transport.loop.advance(Duration.ofSeconds(1));
    rig.link().open();
    assertThat(rig.tokens.asked).hasSize(1);
    rig.tokens.give();

    assertThat(rig.take()).containsExactly("sub 1 executions T1");
    assertThat(rig.transport.links.get(0).sent).isEmpty();
  }

  @Test
  void aTokenRefusedForGoodEndsTheAccountAndNotTheClient() {
    rig.tokens.byHand = true;
    var known = rig.client.account().connect().toCompletableFuture();
    rig.client.account().orders(orders);
    var waiting = rig.sent(rig.client.trading().place(order("a")));
    rig.link().open();
    rig.tokens.fail(new TokenRefusedException("EAPI:Invalid key", false));
    rig.run();

    assertThat(known).isCompletedExceptionally();
    assertThatThrownBy(known::join)
        .hasCauseInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("EAPI:Invalid key");
    assertThat(orders.kinds()).containsExactly(Kind.ENDED);
    assertThat(notSent(waiting).reason()).isEqualTo(Reason.NO_TOKEN);
    assertThat(rig.link().closed()).isTrue();
    var later = rig.sent(rig.client.trading().place(order("b")));
    assertThat(notSent(later).reason()).isEqualTo(Reason.NO_TOKEN);
    assertThat(notSent(later).why()).contains("EAPI:Invalid key");
    rig.client.connect();
    rig.run();
    assertThat(rig.transport.links).hasSize(2);
  }

  @Test
  void connectingAgainAfterTheAccountWasGivenUpBeginsAnew() {
    rig.known();
    rig.lose();
    rig.transport.loop.advance(Duration.ofSeconds(1));
    rig.link().lose(401);
    var refused = rig.sent(rig.client.trading().place(order("a")));
    assertThat(notSent(refused).reason()).isEqualTo(Reason.NO_CONNECTION);
    assertThat(notSent(refused).why()).contains("check the address");

    var known = rig.linked();
    assertThat(rig.transport.links).hasSize(3);
    assertThat(known).isNotDone();
    rig.link().say("executions 1 snapshot order:A,SNAPSHOT,NEW");

    assertThat(known).isCompleted();
    var open = rig.client.account().openOrders().toCompletableFuture();
    rig.run();
    assertThat(open.join()).extracting(Order::id).containsExactly("A");
    assertThat(rig.sent(rig.client.trading().place(order("b")))).isNotDone();
    assertThat(rig.take()).containsExactly("do 2 PLACE T2");
  }

  @Test
  void subscribingToTheAccountAgainAfterItsTokenWasRefusedAsksForAnother() {
    rig.tokens.byHand = true;
    rig.client.account().connect();
    rig.run();
    rig.link().open();
    rig.tokens.fail(new TokenRefusedException("EAPI:Invalid key", false));
    rig.run();

    rig.client.account().orders(orders);
    rig.run();
    rig.link().open();
    rig.passSeconds(1);
    rig.tokens.give();
    assertThat(rig.take()).containsExactly("sub 1 executions T2");
    rig.link().say("ack 1 -", "executions 1 snapshot order:A,SNAPSHOT,NEW");

    assertThat(orders.events).hasSize(1);
    assertThat(rig.sent(rig.client.trading().place(order("b")))).isNotDone();
  }

  @Test
  void aClientThatIsClosedConnectsItsAccountNoMore() {
    rig.known();
    rig.client.close();
    rig.run();
    var known = rig.client.account().connect().toCompletableFuture();
    rig.run();

    assertThat(known).isCompletedExceptionally();
    assertThat(rig.transport.links).hasSize(1);
  }

  @Test
  void aTokenRefusedForNowIsAskedForAgainEverMoreSeldom() {
    rig.tokens.byHand = true;
    rig.client.account().orders(orders);
    rig.run();
    rig.link().open();
    rig.tokens.fail(new TokenRefusedException("EAPI:Rate limit exceeded", true));
    rig.passSeconds(1);
    assertThat(rig.tokens.asked).hasSize(2);
    rig.tokens.fail(new ConnectionFailedException("no route", null));
    rig.passSeconds(1);
    assertThat(rig.tokens.asked).hasSize(2);
    rig.passSeconds(1);
    assertThat(rig.tokens.asked).hasSize(3);
    rig.tokens.give();

    assertThat(rig.take()).containsExactly("sub 1 executions T3");
    assertThat(orders.detail(Kind.WARNING)).contains("no route", "2 s");
  }

  @Test
  void aTokenSourceThatThrowsIsAskedAgain() {
    List<String> calls = new ArrayList<>();
    AccountRig broken =
        new AccountRig(
            builder ->
                builder.tokenSource(
                    () -> {
                      calls.add("asked");
                      throw new IllegalStateException("the vault is closed");
                    }));
    broken.client.account().orders(orders);
    broken.run();
    broken.link().open();
    assertThat(orders.detail(Kind.WARNING)).contains("the vault is closed");
    broken.passSeconds(1);

    assertThat(calls).hasSize(2);
  }

  @Test
  void closingWhileATokenIsAwaitedLeavesNoTimer() {
    rig.tokens.byHand = true;
    rig.client.account().connect();
    rig.run();
    rig.link().open();
    rig.tokens.fail(new TokenRefusedException("EAPI:Rate limit exceeded", true));
    rig.run();
    rig.client.close();
    rig.run();

    assertThat(rig.transport.loop.timers()).isZero();
  }

  @Test
  void aStreamOfTheAccountThatIsRefusedFailsConnect() {
    var known = rig.client.account().connect().toCompletableFuture();
    rig.run();
    rig.link().open();
    rig.link().say("nack 1 - EGeneral:Permission denied");

    assertThat(known).isCompletedExceptionally();
    assertThatThrownBy(known::join)
        .hasCauseInstanceOf(KrakenException.class)
        .hasMessageContaining("Permission denied");
    var fate = rig.sent(rig.client.trading().place(order("a")));
    assertThat(notSent(fate).why()).contains("Permission denied");
  }

  @Test
  void aStreamOfTheAccountThatIsRefusedLaterLeavesNoFateOpen() {
    rig.known();
    var open = rig.sent(rig.client.trading().place(order("a")));
    rig.lose();
    rig.transport.loop.advance(Duration.ofSeconds(1));
    rig.link().open();
    String request = rig.link().sent.get(0).split(" ")[1];
    rig.link().say("nack " + request + " - EGeneral:Permission denied");

    assertThat(unknown(unknown(open).settled()).why())
        .contains("Permission denied", "order history");
    var later = rig.sent(rig.client.trading().place(order("b")));
    assertThat(notSent(later).why()).contains("Permission denied");
  }

  @Test
  void aFeedThatDoesNotBeginWithOneIsAskedForItsSnapshotAgain() {
    var known = rig.client.account().connect().toCompletableFuture();
    rig.linked();
    rig.link().say("executions 2 snapshot order:A,SNAPSHOT,NEW");
    assertThat(known).isNotDone();
    assertThat(rig.take()).containsExactly("unsub 2 executions ", "sub 3 executions T1");
    rig.link().say("ack 2 -", "ack 3 -", "executions 1 snapshot order:A,SNAPSHOT,NEW");

    assertThat(known).isCompleted();
  }

  @Test
  void aFeedThatNeverBeginsWithOneIsBelievedTheThirdTime() {
    var known = rig.client.account().connect().toCompletableFuture();
    rig.linked();
    for (int time = 1; time <= 2; time++) {
      rig.link().say("executions 2 snapshot");
      rig.passSeconds(1);
      rig.take();
      rig.link().say("ack " + 2 * time + " -", "ack " + (2 * time + 1) + " -");
    }
    assertThat(known).isNotDone();
    rig.link().say("executions 2 snapshot");

    assertThat(known).isCompleted();
  }

  // --- orders ---

  @Test
  void tellsOpenOrdersFirstAndThenEachChangePutTogether() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW,cid=a,qty=2,limit=100");
    rig.link().say("executions 2 news order:A,TRADED,-,exec=0.5");

    assertThat(orders.events)
        .extracting(OrderUpdate::kind)
        .containsExactly(OrderUpdate.Kind.SNAPSHOT, OrderUpdate.Kind.TRADED);
    Order order = orders.events.get(1).order();
    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(order.clientOrderId()).isEqualTo("a");
    assertThat(order.executedQuantity()).isEqualByComparingTo("0.5");
  }

  @Test
  void aLateListenerHearsTheOpenOrdersAtOnce() {
    rig.known("order:A,SNAPSHOT,NEW", "order:B,SNAPSHOT,NEW");
    rig.link().say("executions 2 news order:B,FILLED,FILLED");
    rig.client.account().orders(orders);
    rig.run();

    assertThat(orders.events).extracting(update -> update.order().id()).containsExactly("A");
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void anOrderThatHasEndedStaysEnded() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.link()
        .say("executions 2 news order:A,CANCELED,CANCELED", "executions 3 news order:A,OPENED,NEW");

    assertThat(orders.events).hasSize(2);
    assertThat(open()).isEmpty();
  }

  @Test
  void anOrderThatEndedDuringAnOutageIsToldWithItsRecord() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW,cid=a", "order:B,SNAPSHOT,NEW");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,FILLED,exec=2")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot order:B,SNAPSHOT,NEW");

    OrderUpdate ended = orders.events.get(orders.events.size() - 1);
    assertThat(ended.kind()).isEqualTo(OrderUpdate.Kind.ENDED_UNHEARD);
    assertThat(ended.order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(ended.order().clientOrderId()).isEqualTo("a");
    assertThat(rig.lookup.asked).containsExactly(OrderKey.id("A"));
    assertThat(orders.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  void anOrderThatNobodyCanTellOfIsGoneAndComesBackIfItIsHeardOf() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW,cid=a");
    rig.lookup.failing = true;
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    rig.passSeconds(18);
    Order gone = orders.events.get(1).order();
    assertThat(gone.status()).isEqualTo(OrderStatus.GONE);
    assertThat(gone.get(OrderAttribute.REASON)).contains("not known");
    assertThat(open()).isEmpty();
    rig.link().say("executions 2 news order:A,CHANGED,NEW");

    assertThat(orders.events.get(2).order().status()).isEqualTo(OrderStatus.NEW);
    assertThat(open()).hasSize(1);
  }

  @Test
  void anOrderThatTheRecordsCallOpenIsNotTakenForEnded() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,NEW")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");

    assertThat(orders.events).hasSize(1);
    assertThat(open()).hasSize(1);
  }

  @Test
  void recordsThatLagBehindTheFeedAreAskedAgain() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,NEW")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,FILLED")));
    rig.passSeconds(3);

    assertThat(orders.events.get(1).order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(open()).isEmpty();
  }

  @Test
  void aMasterAccountHearsAfterAnOutageThatSomethingMayBeLost() {
    AccountRig master =
        new AccountRig(
            builder -> builder.accountOptions(new AccountOptions(true, true, true, true, false)));
    master.client.account().orders(orders);
    master.linked();
    master.lose();
    master.transport.loop.advance(Duration.ofSeconds(1));
    master.link().open();
    master.link().say("limit 2 60");

    assertThat(orders.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
  }

  @Test
  void anOrderThatEndedBeforeItsLateAnswerIsLookedUp() {
    rig.client.account().orders(orders);
    rig.known();
    rig.sent(rig.client.trading().place(order("a")));
    rig.link().say("executions 3 news");
    rig.link().say("ack 3 -", "ack 4 -", "executions 1 snapshot");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,CANCELED,cid=a")));
    rig.link().say("did 2 PLACE ok id=A cid=a");
    assertThat(open()).extracting(Order::id).containsExactly("A");
    rig.passSeconds(6);

    assertThat(orders.events).hasSize(1);
    assertThat(orders.events.get(0).order().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(open()).isEmpty();
  }

  @Test
  void anOrderThatTheFeedTellsOfIsNotLookedUp() {
    rig.known();
    rig.sent(rig.client.trading().place(order("a")));
    rig.link().say("executions 3 news");
    rig.link().say("ack 3 -", "ack 4 -", "executions 1 snapshot");
    rig.link().say("did 2 PLACE ok id=A cid=a", "executions 2 news order:A,OPENED,NEW");
    rig.passSeconds(6);

    assertThat(rig.lookup.asked).isEmpty();
  }

  @Test
  void recordsThatNeverAnswerAreNotWaitedForForEver() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.lookup.silent = true;
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    rig.passSeconds(118);

    assertThat(rig.lookup.asked).hasSize(10);
    assertThat(orders.events.get(1).order().status()).isEqualTo(OrderStatus.GONE);
  }

  @Test
  void recordsAreNotAskedAgainAfterClose() {
    rig.known("order:A,SNAPSHOT,NEW");
    rig.lookup.silent = true;
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    rig.client.close();
    rig.passSeconds(30);

    assertThat(rig.lookup.asked).hasSize(1);
    assertThat(rig.transport.loop.timers()).isZero();
  }

  // --- holes ---

  @Test
  void aRepeatedFrameChangesNothing() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.link()
        .say(
            "executions 2 news order:A,TRADED,-,exec=1",
            "executions 2 news order:A,TRADED,-,exec=1");

    assertThat(orders.events).hasSize(2);
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void aMissingFrameIsHealedByANewSubscription() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW", "order:B,SNAPSHOT,NEW");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,CANCELED")));
    rig.link().say("executions 3 news order:B,TRADED,-,exec=1");
    rig.run();
    assertThat(orders.detail(Kind.GAP)).isEqualTo("frame 3 came after frame 1");
    assertThat(rig.take()).containsExactly("unsub 2 executions ", "sub 3 executions T1");
    rig.link().say("ack 2 -", "ack 3 -", "executions 1 snapshot order:B,SNAPSHOT,-,exec=1");

    assertThat(orders.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(orders.events.get(orders.events.size() - 1).order().status())
        .isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void aStreamThatTheExchangeStillCarriesIsLeftFirstSoThatItsSnapshotComes() {
    rig.client.account().orders(orders);
    rig.known();
    rig.link().full(true);
    rig.link().say("executions 3 news order:A,OPENED,NEW");
    rig.link().full(false);
    rig.pass(Duration.ofMillis(200));
    String subscribe = rig.take().get(0);
    assertThat(subscribe).startsWith("sub ");
    rig.link().say("nack " + subscribe.split(" ")[1] + " - Already subscribed");
    rig.link().say("executions 4 news order:B,OPENED,NEW");
    rig.passSeconds(5);

    assertThat(rig.take())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("unsub "),
            second -> assertThat(second).startsWith("sub "));
    rig.link().say("executions 1 snapshot order:A,SNAPSHOT,NEW order:B,SNAPSHOT,NEW");
    assertThat(orders.kinds()).endsWith(Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  void aSnapshotThatIsLostIsAskedForAgainThoughNewsCome() {
    rig.client.account().fills(fills);
    rig.known();
    rig.link().say("{bad executions");
    rig.run();
    assertThat(rig.take()).containsExactly("unsub 2 executions ", "sub 3 executions T1");
    rig.link().say("ack 2 -", "ack 3 -", "executions 2 news fill:F2,A,3");
    rig.passSeconds(11);

    assertThat(rig.take()).containsExactly("unsub 4 executions ", "sub 5 executions T1");
    rig.link().say("ack 4 -", "ack 5 -", "executions 1 snapshot fill:F2,A,3 fill:F1,A,2");
    assertThat(fills.events).extracting(Fill::id).containsExactly("F2", "F1");
    assertThat(fills.kinds()).endsWith(Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  void anOrderThatEndsWhileAHoleIsHealedIsLookedUp() {
    rig.client.account().orders(orders);
    rig.known();
    rig.lookup.records.put(OrderKey.id("B"), List.of(AccountWords.found("B,FILLED")));
    rig.link().say("executions 3 news order:A,OPENED,NEW");
    List<String> renewal = rig.take();
    String unsubscribe = renewal.get(0);
    assertThat(unsubscribe).startsWith("unsub ");
    rig.link()
        .say(
            "executions 4 news order:B,OPENED,NEW",
            "ended executions " + unsubscribe.split(" ")[1],
            "executions 1 snapshot order:A,SNAPSHOT,NEW");

    assertThat(open()).extracting(Order::id).containsExactly("A");
    assertThat(orders.events.get(orders.events.size() - 1).order().status())
        .isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void holesThatComeFasterThanTheyCanBeHealedDoNotPutItOff() {
    rig.known();
    rig.link().say("executions 3 news");
    rig.link().say("ack 2 -", "ack 3 -", "executions 1 snapshot");
    rig.take();
    for (int frame = 3; frame < 30; frame += 3) {
      rig.link().say("executions " + frame + " news");
      rig.pass(Duration.ofMillis(400));
    }

    assertThat(rig.take()).filteredOn(text -> text.startsWith("sub")).isNotEmpty();
  }

  @Test
  void anUnreadableFrameOfTheAccountIsAHoleToo() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.lookup.records.put(OrderKey.id("A"), List.of(AccountWords.found("A,FILLED")));
    rig.link().say("{bad executions");
    rig.run();
    assertThat(rig.take()).containsExactly("unsub 2 executions ", "sub 3 executions T1");
    rig.link().say("ack 2 -", "ack 3 -", "executions 1 snapshot");

    assertThat(orders.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(orders.events.get(1).order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(open()).isEmpty();
  }

  @Test
  void aSubscriptionThatTheExchangeEndsIsMadeAgainAndItsHoleFilled() {
    rig.client.account().orders(orders);
    rig.known("order:A,SNAPSHOT,NEW");
    rig.link().say("ended executions");
    rig.passSeconds(1);
    assertThat(rig.take()).containsExactly("sub 2 executions T1");
    rig.link().say("ack 2 -", "executions 1 snapshot");

    assertThat(orders.events.get(1).order().status()).isEqualTo(OrderStatus.GONE);
    assertThat(open()).isEmpty();
  }

  // --- fills ---

  @Test
  void aFillIsToldOnce() {
    rig.client.account().fills(fills);
    rig.known("fill:F0,A,1");
    rig.link().say("executions 2 news fill:F1,A,2", "executions 3 news fill:F1,A,2");
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot fill:F3,A,4 fill:F2,A,3 fill:F1,A,2 fill:F0,A,1");

    assertThat(fills.events).extracting(Fill::id).containsExactly("F1", "F2", "F3");
    assertThat(fills.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  void anOrderThatIsKnownByItsFillAloneIsLookedUpOnceOrdersAreKnown() {
    AccountRig apart = new AccountRig(builder -> builder.protocol(new WordProtocol(true)));
    apart.client.account().orders(orders);
    apart.run();
    apart.link().open();
    apart.link().say("ack 1 -", "ack 2 -", "fills 1 snapshot", "fills 2 news fill:F1,B,1");
    apart.lookup.records.put(OrderKey.id("B"), List.of(AccountWords.found("B,FILLED")));
    assertThat(apart.lookup.asked).isEmpty();
    apart.link().say("own-orders 1 snapshot");

    assertThat(orders.events).hasSize(1);
    assertThat(orders.events.get(0).order().status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void anOrderThatIsKnownByItsFillAloneIsLookedUpAgainIfTheLinkIsLostMeanwhile() {
    rig.client.account().orders(orders);
    rig.known("fill:F0,A,1");
    rig.lose();
    rig.relinked();
    rig.lookup.silent = true;
    rig.link().say("executions 1 snapshot fill:F1,B,2 fill:F0,A,1");
    rig.lose();
    rig.relinked();
    rig.lookup.silent = false;
    rig.lookup.records.put(OrderKey.id("B"), List.of(AccountWords.found("B,FILLED")));
    rig.link().say("executions 1 snapshot fill:F1,B,2 fill:F0,A,1");
    rig.passSeconds(3);

    assertThat(orders.events)
        .extracting(update -> update.order().id() + " " + update.order().status())
        .contains("B FILLED");
  }

  @Test
  void moreFillsThanASnapshotHoldsAreAHoleWithItsBound() {
    rig.client.account().fills(fills);
    rig.known("fill:F0,A,1");
    rig.lose();
    rig.relinked();
    String fifty =
        IntStream.range(100, 150)
            .mapToObj(number -> "fill:F" + number + ",A," + number)
            .collect(Collectors.joining(" "));
    rig.link().say("executions 1 snapshot " + fifty);

    assertThat(fills.events).hasSize(50);
    assertThat(fills.detail(Kind.RESTORED_WITH_LOSS)).contains("1970-01-01T00:01:40Z");
  }

  // --- balances ---

  @Test
  void tellsBalancesAndThenEachChange() {
    rig.known();
    rig.client.account().balances(balances);
    assertThat(rig.take()).containsExactly("sub 2 balances T1");
    rig.link().say("ack 2 -", "balances 1 snapshot BTC=1.5 USD=10", "balances 2 news BTC=1.4");
    rig.link().say("balances 2 news BTC=1.4");
    Heard<BalanceEvent> late = new Heard<>();
    rig.client.account().balances(late);
    rig.run();

    assertThat(balances.events).hasSize(2);
    assertThat(((BalanceEvent.Snapshot) late.events.get(0)).balances())
        .extracting(balance -> balance.total().toPlainString())
        .containsExactly("1.4", "10");
  }

  @Test
  void anAccountThatHoldsNothingIsToldSoToLateListenersToo() {
    rig.known();
    rig.client.account().balances(balances);
    rig.run();
    rig.link().say("ack 2 -", "balances 1 snapshot");
    Heard<BalanceEvent> late = new Heard<>();
    rig.client.account().balances(late);
    rig.run();

    assertThat(late.events).containsExactly(new BalanceEvent.Snapshot(List.of()));
  }

  @Test
  void balancesFromBeforeTheLinkWasLostAreNotToldAsThoseOfNow() {
    rig.known();
    rig.client.account().balances(balances);
    rig.run();
    rig.link().say("ack 2 -", "balances 1 snapshot BTC=1");
    rig.lose();
    Heard<BalanceEvent> late = new Heard<>();
    rig.client.account().balances(late);
    rig.run();

    assertThat(late.events).isEmpty();
  }

  @Test
  void aHoleInBalancesIsHealedByANewSubscription() {
    rig.known();
    rig.client.account().balances(balances);
    rig.run();
    rig.link().say("ack 2 -", "balances 1 snapshot BTC=1");
    rig.take();
    rig.link().say("balances 4 news BTC=2");
    rig.run();
    assertThat(rig.take()).containsExactly("unsub 3 balances ", "sub 4 balances T1");
    rig.link().say("ack 3 -", "ack 4 -", "balances 1 snapshot BTC=2");

    assertThat(balances.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.GAP, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(((BalanceEvent.Snapshot) balances.events.get(2)).balances())
        .extracting(balance -> balance.total())
        .containsExactly(new BigDecimal("2"));
  }

  @Test
  void closingEndsAllAndLeavesNoTimer() {
    rig.client.account().orders(orders);
    rig.known();
    rig.client.close();
    rig.run();

    assertThat(orders.kinds()).containsExactly(Kind.ACCEPTED, Kind.ENDED);
    assertThat(rig.transport.loop.timers()).isZero();
  }

  private List<Order> open() {
    var open = rig.client.account().openOrders().toCompletableFuture();
    rig.run();
    return open.join();
  }
}
