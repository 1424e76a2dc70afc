package io.krakenspot.internal.session;

import static io.krakenspot.internal.session.AccountRig.BTC;
import static io.krakenspot.internal.session.AccountRig.accepted;
import static io.krakenspot.internal.session.AccountRig.notSent;
import static io.krakenspot.internal.session.AccountRig.now;
import static io.krakenspot.internal.session.AccountRig.order;
import static io.krakenspot.internal.session.AccountRig.rejected;
import static io.krakenspot.internal.session.AccountRig.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.Trading;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Amended;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fate.NotSent.Reason;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommandDeskTest {
  private final AccountRig rig = new AccountRig();
  private final Trading trading = rig.client.trading();

  // --- before the account is known ---

  @Test
  void theFirstCommandDialsAndWaitsForTheSnapshot() {
    var fate = rig.sent(trading.place(order("a")));
    assertThat(rig.transport.links).hasSize(1);
    rig.link().open();
    assertThat(rig.take()).containsExactly("sub 1 executions T1");
    rig.link().say("ack 1 -");
    assertThat(rig.take()).isEmpty();
    rig.link().say("executions 1 snapshot");

    assertThat(rig.take()).containsExactly("do 2 PLACE T1");
    rig.link().say("did 2 PLACE ok id=O1 cid=a");
    assertThat(accepted(fate)).isEqualTo(new Placed("O1", "a", null, null));
  }

  @Test
  void aCommandBeforeTheSnapshotIsNotSentAfterItsDeadline() {
    rig.linked();
    var fate = rig.sent(trading.place(order("a")));
    rig.passSeconds(5);

    assertThat(notSent(fate).reason()).isEqualTo(Reason.NO_CONNECTION);
    assertThat(notSent(fate).why()).contains("account().connect()");
    rig.link().say("executions 1 snapshot");
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void aCommandBeforeTheFirstSnapshotOutlivesALostLink() {
    rig.linked();
    var fate = rig.sent(trading.place(order("a")));
    rig.lose();
    assertThat(fate).isNotDone();
    rig.relinked();
    rig.link().say("executions 1 snapshot");

    assertThat(rig.take()).containsExactly("do 3 PLACE T2");
  }

  // --- answers ---

  @Test
  void anAnswerDecidesAndTellsItsLatency() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.transport.loop.advance(Duration.ofMillis(30));
    rig.link().say("did 2 PLACE ok id=O1 took=20");

    assertThat(now(fate)).isInstanceOf(Fate.Accepted.class);
    var latency = ((Fate.Accepted<Placed>) now(fate)).latency();
    assertThat(latency).isNotNull();
    assertThat(latency.total()).isEqualTo(Duration.ofMillis(30));
    assertThat(latency.network()).isEqualTo(Duration.ofMillis(10));
    var summary = trading.latency().toCompletableFuture();
    rig.run();
    assertThat(summary.join().max()).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void aRefusalIsSortedByItsText() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.link().say("did 2 PLACE EOrder:Insufficient_funds");

    assertThat(rejected(fate).rejection())
        .isEqualTo(new Rejection(Rejection.Reason.INSUFFICIENT_FUNDS, "EOrder:Insufficient funds"));
  }

  @Test
  void aSecondAnswerIsToldAndChangesNothing() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.link().say("did 2 PLACE ok id=O1", "did 2 PLACE EOrder:Insufficient_funds");

    assertThat(accepted(fate).orderId()).isEqualTo("O1");
    assertThat(rig.warnings).singleElement().asString().contains("PLACE", "no command");
  }

  @Test
  void anAnswerOfSomebodyElseIsToldAndDecidesNothing() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.link().say("did 77 PLACE ok id=O1");

    assertThat(fate).isNotDone();
    assertThat(rig.warnings).hasSize(1);
  }

  @Test
  void anAnswerWithoutAnIdIsMatchedByTheOrderItNames() {
    rig.known();
    var first = rig.sent(trading.place(order("a")));
    var second = rig.sent(trading.place(order("b")));
    rig.link().say("did - PLACE ok id=O2 cid=b");

    assertThat(first).isNotDone();
    assertThat(accepted(second).orderId()).isEqualTo("O2");
  }

  @Test
  void aNamelessAnswerWithoutAnIdBelongsToTheOnlyCommandOfItsKind() {
    rig.known();
    var place = rig.sent(trading.place(order("a")));
    var cancel = rig.sent(trading.cancel(OrderKey.id("O7")));
    rig.link().say("did - CANCEL EOrder:Unknown_order");

    assertThat(place).isNotDone();
    assertThat(rejected(cancel).rejection().reason()).isEqualTo(Rejection.Reason.UNKNOWN_ORDER);
  }

  @Test
  void aNamelessAnswerWithoutAnIdDecidesNothingIfItCouldBelongToTwo() {
    rig.known();
    var first = rig.sent(trading.place(order("a")));
    var second = rig.sent(trading.place(order("b")));
    rig.link().say("did - PLACE EOrder:Insufficient_funds");

    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    assertThat(rig.warnings).hasSize(1);
  }

  @Test
  void aSettledCommandDoesNotStandInTheWayOfANamelessAnswer() {
    rig.known();
    var old = rig.sent(trading.place(order("a")));
    rig.passSeconds(5);
    rig.link().say("executions 2 news order:O1,OPENED,NEW,cid=a");
    assertThat(accepted(unknown(old).settled()).orderId()).isEqualTo("O1");
    var fate = rig.sent(trading.place(order("b")));
    rig.link().say("did - PLACE EOrder:Insufficient_funds");

    assertThat(rejected(fate).rejection().reason()).isEqualTo(Rejection.Reason.INSUFFICIENT_FUNDS);
  }

  @Test
  void aNamelessAnswerMayBelongToASettledCommandThatItDoesNotContradict() {
    rig.known("order:A,SNAPSHOT,NEW", "order:B,SNAPSHOT,NEW");
    var old = rig.sent(trading.cancel(OrderKey.id("A")));
    rig.passSeconds(5);
    rig.link().say("executions 2 news order:A,CANCELED,CANCELED");
    assertThat(accepted(unknown(old).settled()).count()).isEqualTo(1);
    var fate = rig.sent(trading.cancel(OrderKey.id("B")));
    rig.link().say("did - CANCEL ok");

    assertThat(fate).isNotDone();
    assertThat(rig.warnings).hasSize(1);
  }

  @Test
  void anErrorForACommandsIdRefusesIt() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.link().say("error 2 Unsupported");

    assertThat(rejected(fate).rejection().text()).isEqualTo("Unsupported");
    assertThat(rig.errors).isEmpty();
  }

  @Test
  void aCancelByUserReferenceWaitsForAnAnswerFromEachOrder() {
    rig.known("order:A,SNAPSHOT,NEW,ref=5", "order:B,SNAPSHOT,NEW,ref=5", "order:C,SNAPSHOT,NEW");
    var fate = rig.sent(trading.cancel(OrderKey.userReference(5)));
    rig.link().say("did 2 CANCEL ok id=A ref=5");
    assertThat(fate).isNotDone();
    rig.link().say("did 2 CANCEL ok id=B ref=5");

    assertThat(accepted(fate)).isEqualTo(new Cancelled(OrderKey.userReference(5), 2));
    assertThat(rig.warnings).isEmpty();
  }

  @Test
  void aCancelByUserReferenceTellsWhichOfItsOrdersWereRefused() {
    rig.known("order:A,SNAPSHOT,NEW,ref=5", "order:B,SNAPSHOT,NEW,ref=5");
    var fate = rig.sent(trading.cancel(OrderKey.userReference(5)));
    rig.link().say("did 2 CANCEL ok id=A ref=5", "did 2 CANCEL EOrder:Rate_limit_exceeded");

    assertThat(accepted(fate))
        .isEqualTo(
            new Cancelled(
                OrderKey.userReference(5), 1, List.of(Rejection.of("EOrder:Rate limit exceeded"))));
  }

  @Test
  void aCancelByUserReferenceOfWhichAllIsRefusedIsRejected() {
    rig.known("order:A,SNAPSHOT,NEW,ref=5", "order:B,SNAPSHOT,NEW,ref=5");
    var fate = rig.sent(trading.cancel(OrderKey.userReference(5)));
    rig.link()
        .say("did 2 CANCEL EOrder:Rate_limit_exceeded", "did 2 CANCEL EOrder:Rate_limit_exceeded");

    assertThat(rejected(fate).rejection().reason()).isEqualTo(Rejection.Reason.RATE_LIMIT);
  }

  @Test
  void aCancelByUserReferenceGoesByTheAnswersThatCameWithinTheDeadline() {
    rig.known("order:A,SNAPSHOT,NEW,ref=5", "order:B,SNAPSHOT,NEW,ref=5");
    var fate = rig.sent(trading.cancel(OrderKey.userReference(5)));
    rig.link().say("did 2 CANCEL ok id=A ref=5");
    rig.passSeconds(5);

    assertThat(accepted(fate).count()).isEqualTo(1);
  }

  @Test
  void eachCancelOfACollectionHasARequestOfItsOwn() {
    rig.known();
    var fates = trading.cancel(List.of(OrderKey.id("A"), OrderKey.id("B"), OrderKey.id("A")));
    assertThat(rig.take()).containsExactly("do 2 CANCEL T1", "do 3 CANCEL T1");
    rig.link().say("did 3 CANCEL EOrder:Unknown_order", "did 2 CANCEL ok id=A");

    var all = fates.toCompletableFuture().join();
    assertThat(all.get(OrderKey.id("A"))).isInstanceOf(Fate.Accepted.class);
    assertThat(all.get(OrderKey.id("B"))).isInstanceOf(Fate.Rejected.class);
  }

  @Test
  void aBatchHasAFateForEachOrder() {
    rig.known();
    var fates = trading.place(OrderBatch.of(List.of(order("a"), order("b"))));
    assertThat(rig.take()).containsExactly("do 2 PLACE_BATCH T1");
    rig.link().say("did 2 PLACE_BATCH - rows=O1|EOrder:Insufficient_funds");

    var all = fates.toCompletableFuture().join();
    assertThat(((Fate.Accepted<Placed>) all.get(0)).result().orderId()).isEqualTo("O1");
    assertThat(((Fate.Rejected<Placed>) all.get(1)).rejection().reason())
        .isEqualTo(Rejection.Reason.INSUFFICIENT_FUNDS);
  }

  @Test
  void aBatchThatIsRefusedAsAWholeIsRefusedForEachOrder() {
    rig.known();
    var fates = trading.place(OrderBatch.of(List.of(order("a"), order("b"))));
    rig.run();
    rig.link().say("did 2 PLACE_BATCH EOrder:Tick_size_check_failed");

    assertThat(fates.toCompletableFuture().join())
        .hasSize(2)
        .allSatisfy(
            fate ->
                assertThat(((Fate.Rejected<Placed>) fate).rejection().reason())
                    .isEqualTo(Rejection.Reason.PRICE));
  }

  @Test
  void aBatchThatWasAgreedToWithoutARowForEachOrderIsSettledByTheFeed() {
    rig.known();
    var fates = trading.place(OrderBatch.of(List.of(order("a"), order("b"))));
    rig.run();
    rig.link().say("did 2 PLACE_BATCH ok rows=O1");
    assertThat(rig.warnings).singleElement().asString().contains("PLACE_BATCH");
    rig.link().say("executions 2 news order:O1,OPENED,NEW,cid=a order:O2,OPENED,NEW,cid=b");
    rig.passSeconds(5);

    List<Fate<Placed>> all = fates.toCompletableFuture().join();
    assertThat(((Fate.Accepted<Placed>) all.get(0)).result().orderId()).isEqualTo("O1");
    assertThat(((Fate.Accepted<Placed>) all.get(1)).result().orderId()).isEqualTo("O2");
  }

  @Test
  void aBatchThatIsNotAnsweredSettlesForEachOrder() {
    rig.known();
    var fates = trading.place(OrderBatch.of(List.of(order("a"), order("b"))));
    rig.passSeconds(5);
    List<Fate<Placed>> all = fates.toCompletableFuture().join();
    rig.link().say("executions 2 news order:O1,OPENED,NEW,cid=a");
    rig.passSeconds(58);

    assertThat(accepted(((Fate.Unknown<Placed>) all.get(0)).settled()).orderId()).isEqualTo("O1");
    assertThat(rejected(((Fate.Unknown<Placed>) all.get(1)).settled()).rejection().reason())
        .isEqualTo(Rejection.Reason.NO_EFFECT);
  }

  @Test
  void anOrderWithoutANameGetsOne() {
    rig.known();
    var named = rig.sent(trading.place(AccountRig.limit().build()));
    var closing =
        rig.sent(
            trading.place(
                AccountRig.limit()
                    .conditionalClose(
                        new ConditionalClose(OrderType.LIMIT, null, OrderPrice.of("120")))
                    .build()));
    rig.link().say("did 2 PLACE ok id=O1", "did 3 PLACE ok id=O2");

    assertThat(accepted(named).clientOrderId()).hasSize(36);
    assertThat(accepted(closing).clientOrderId()).isNull();
    assertThat(accepted(closing).userReference()).isPositive();
  }

  @Test
  void whatWasAskedForIsKnownOfAnOrderThatTheFeedHasNotTold() {
    rig.known();
    rig.sent(trading.place(order("a")));
    rig.link().say("did 2 PLACE ok id=O1");
    var open = rig.client.account().openOrders().toCompletableFuture();
    rig.run();

    assertThat(open.join())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
              assertThat(order.clientOrderId()).isEqualTo("a");
              assertThat(order.quantity()).isEqualByComparingTo("2");
            });
  }

  // --- what keeps a command from being sent ---

  @Test
  void afterTheFirstSnapshotACommandWithoutALinkIsNotSentAtOnce() {
    rig.known();
    rig.lose();
    var fate = rig.sent(trading.place(order("a")));

    assertThat(notSent(fate).reason()).isEqualTo(Reason.NO_CONNECTION);
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void aFullQueueIsNotSent() {
    rig.known();
    rig.link().full(true);

    assertThat(notSent(rig.sent(trading.place(order("a")))).why()).contains("queue");
  }

  @Test
  void aCommandAfterCloseIsNotSent() {
    rig.known();
    rig.client.close();

    assertThat(notSent(rig.sent(trading.place(order("a")))).reason()).isEqualTo(Reason.CLOSED);
  }

  @Test
  void theEnginesStateRefusesEarlyWhereThatIsAskedFor() {
    AccountRig early = new AccountRig(builder -> builder.failEarly(true));
    Trading careful = early.client.trading();
    early.known();
    early.link().say("status CANCEL_ONLY");
    assertThat(notSent(early.sent(careful.place(order("a")))).reason())
        .isEqualTo(Reason.ENGINE_STATE);
    assertThat(early.sent(careful.cancel(OrderKey.id("A")))).isNotDone();
    early.link().say("status POST_ONLY");
    assertThat(notSent(early.sent(careful.place(order("a")))).why()).contains("POST_ONLY");
    assertThat(
            early.sent(careful.place(AccountRig.limit().clientOrderId("b").postOnly(true).build())))
        .isNotDone();
    assertThat(notSent(early.sent(careful.edit(edit()))).reason()).isEqualTo(Reason.ENGINE_STATE);
    EditOrder postOnly = EditOrder.of("A", BTC).limit(OrderPrice.of("101")).postOnly(true).build();
    assertThat(early.sent(careful.edit(postOnly))).isNotDone();
    early.link().say("status MAINTENANCE");
    assertThat(notSent(early.sent(careful.cancel(OrderKey.id("A")))).why()).contains("MAINTENANCE");
  }

  @Test
  void anEngineThatTakesLimitOrdersAloneRefusesMarketOrdersEarly() {
    AccountRig early = new AccountRig(builder -> builder.failEarly(true)).known();
    Trading careful = early.client.trading();
    NewOrder market = NewOrder.buy(BTC, OrderType.MARKET).quantity(new BigDecimal("2")).build();
    early.link().say("status LIMIT_ONLY");

    var refused = early.sent(careful.place(market));
    assertThat(notSent(refused).reason()).isEqualTo(Reason.ENGINE_STATE);
    assertThat(notSent(refused).why()).contains("LIMIT_ONLY");
    assertThat(early.sent(careful.place(order("a")))).isNotDone();
    assertThat(early.sent(careful.cancel(OrderKey.id("A")))).isNotDone();
    assertThat(early.take()).hasSize(2);

    early.link().say("status ONLINE");
    assertThat(early.sent(careful.place(market))).isNotDone();
  }

  @Test
  void theEnginesStateIsTheExchangesBusinessOtherwise() {
    rig.known();
    rig.link().say("status MAINTENANCE");

    assertThat(rig.sent(trading.place(order("a")))).isNotDone();
    assertThat(rig.take()).containsExactly("do 2 PLACE T1");
  }

  @Test
  void wrongArgumentsAreRefusedAtOnce() {
    assertThatThrownBy(() -> trading.cancel(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> trading.cancelBatch(List.of(OrderKey.id("A"))))
        .hasMessageContaining("2 to 50");
    assertThatThrownBy(() -> trading.cancelAllAfter(Duration.ofMillis(1500)))
        .hasMessageContaining("timeout");
    assertThatThrownBy(() -> trading.cancelAllAfter(Duration.ofDays(1)))
        .hasMessageContaining("timeout");
    assertThatThrownBy(() -> trading.deadMansSwitch(Duration.ofSeconds(9), event -> {}))
        .hasMessageContaining("10 s");
    rig.run();
    assertThat(rig.transport.links).isEmpty();
  }

  // --- fates that are unknown at first ---

  @Test
  void anAnswerThatSaysNeitherSuccessNorErrorIsNoRefusal() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.link().say("did 2 PLACE - id=O1");
    assertThat(fate).isNotDone();
    assertThat(rig.warnings).singleElement().asString().contains("PLACE", "does not tell");
    rig.link().say("executions 2 news order:O1,PENDING,PENDING,cid=a,qty=2");
    rig.passSeconds(5);

    assertThat(accepted(fate).orderId()).isEqualTo("O1");
  }

  @Test
  void aLateAnswerSettlesAnUnknownFate() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.passSeconds(5);
    assertThat(unknown(fate).why()).contains("5000 ms");
    rig.link().say("did 2 PLACE ok id=O1");

    assertThat(accepted(unknown(fate).settled()).orderId()).isEqualTo("O1");
  }

  @Test
  void anAnswerThatComesAfterTheFateWasSettledOtherwiseIsTold() {
    rig.known("order:O1,SNAPSHOT,NEW");
    var fate = rig.sent(trading.cancel(OrderKey.id("O1")));
    rig.passSeconds(63);
    assertThat(rejected(unknown(fate).settled()).rejection().reason())
        .isEqualTo(Rejection.Reason.NO_EFFECT);
    rig.link().say("did 2 CANCEL ok id=O1");

    assertThat(rig.warnings).singleElement().asString().contains("CANCEL", "after all", "O1");
  }

  @Test
  void theFeedSettlesAnUnknownFate() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.lose();
    assertThat(unknown(fate).why()).contains("link was lost");
    rig.relinked();
    rig.link().say("executions 1 snapshot order:O1,SNAPSHOT,NEW,cid=a");

    assertThat(accepted(unknown(fate).settled()).orderId()).isEqualTo("O1");
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void anOrderThatEndedMeanwhileIsLookedUp() {
    rig.known();
    rig.lookup.records.put(OrderKey.clientId("a"), List.of(AccountWords.found("O1,FILLED,cid=a")));
    var fate = rig.sent(trading.place(order("a")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    rig.passSeconds(8);

    assertThat(accepted(unknown(fate).settled()).orderId()).isEqualTo("O1");
  }

  @Test
  void whatNobodyKnowsTookNoEffectOnceTheEngineCannotTakeItAnyMore() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    var settled = unknown(fate).settled().toCompletableFuture();
    rig.pass(Duration.ofMillis(5_900));
    assertThat(settled).isNotDone();
    assertThat(rig.lookup.asked).isEmpty();
    rig.passSeconds(2);

    assertThat(rejected(settled).rejection().reason()).isEqualTo(Rejection.Reason.NO_EFFECT);
    assertThat(rig.lookup.asked).containsExactly(OrderKey.clientId("a"));
  }

  @Test
  void anOrdersOwnDeadlineSaysHowLongTheEngineMayTakeIt() {
    rig.known();
    var fate =
        rig.sent(
            trading.place(
                AccountRig.limit().clientOrderId("a").deadline(Duration.ofSeconds(20)).build()));
    rig.passSeconds(21);
    assertThat(unknown(fate).settled().toCompletableFuture()).isNotDone();
    rig.passSeconds(2);

    assertThat(rejected(unknown(fate).settled()).rejection().reason())
        .isEqualTo(Rejection.Reason.NO_EFFECT);
  }

  @Test
  void aLookUpThatFailsIsMadeAgainAndThenGivenUp() {
    rig.known();
    rig.lookup.failing = true;
    var fate = rig.sent(trading.place(order("a")));
    rig.passSeconds(63);
    assertThat(rig.lookup.asked).hasSize(1);
    rig.passSeconds(18);

    assertThat(rig.lookup.asked).hasSize(10);
    Fate.Unknown<Placed> settled = unknown(unknown(fate).settled());
    assertThat(settled.why()).contains("client id a", "order history");
    assertThat(settled.settled().toCompletableFuture()).isCompleted();
  }

  @Test
  void withoutRecordsToAskAPlacedOrderThatIsNotOpenIsUndecidable() {
    AccountRig blind = AccountRig.withoutLookup();
    blind.known();
    var fate = blind.sent(blind.client.trading().place(order("a")));
    blind.passSeconds(63);

    assertThat(unknown(unknown(fate).settled()).why()).contains("order history");
  }

  @Test
  void nothingIsDecidedByRecordsThatAreOld() {
    rig.known("order:A,SNAPSHOT,NEW,qty=2");
    rig.lookup.silent = true;
    var fate = rig.sent(trading.cancel(OrderKey.id("A")));
    rig.lose();
    rig.transport.loop.advance(Duration.ofSeconds(20));

    assertThat(unknown(fate).settled().toCompletableFuture()).isNotDone();
  }

  @Test
  void nothingIsDecidedWhileTheLinkIsSilent() {
    rig.known("order:A,SNAPSHOT,NEW,limit=100,qty=2");
    var amend =
        AmendOrder.of(OrderKey.id("A"))
            .limit(OrderPrice.of("101"))
            .deadline(Duration.ofSeconds(1))
            .build();
    var fate = rig.sent(trading.amend(amend));
    rig.passSeconds(2);
    rig.transport.loop.advance(Duration.ofSeconds(4));
    assertThat(unknown(fate).settled().toCompletableFuture()).isNotDone();
    rig.link().say("executions 2 news order:A,AMENDED,NEW,limit=101");

    assertThat(accepted(unknown(fate).settled()).order()).isEqualTo(OrderKey.id("A"));
  }

  @Test
  void nothingIsDecidedWhileTheFeedHasAHole() {
    AccountRig blind = AccountRig.withoutLookup();
    blind.known("order:A,SNAPSHOT,NEW,qty=2");
    var fate = blind.sent(blind.client.trading().cancel(OrderKey.id("A")));
    blind.passSeconds(61);
    blind.link().say("executions 5 news");
    blind.passSeconds(2);
    assertThat(unknown(fate).settled().toCompletableFuture()).isNotDone();
    blind.link().say("executions 1 snapshot order:A,SNAPSHOT,NEW");

    assertThat(rejected(unknown(fate).settled()).rejection().text()).contains("1 of 1", "open");
  }

  @Test
  void aCancelTookEffectIfItsOrderIsCancelledNow() {
    rig.known("order:A,SNAPSHOT,NEW,cid=a");
    var fate = rig.sent(trading.cancel(OrderKey.clientId("a")));
    rig.passSeconds(5);
    rig.link().say("executions 2 news order:A,CANCELED,CANCELED");

    assertThat(accepted(unknown(fate).settled()).count()).isEqualTo(1);
  }

  @Test
  void aCancelTookNoEffectIfItsOrderIsStillOpen() {
    rig.known("order:A,SNAPSHOT,NEW");
    var fate = rig.sent(trading.cancel(OrderKey.id("A")));
    rig.passSeconds(61);
    assertThat(unknown(fate).settled().toCompletableFuture()).isNotDone();
    rig.passSeconds(2);

    assertThat(rejected(unknown(fate).settled()).rejection().text()).contains("1 of 1", "open");
  }

  @Test
  void aCancelWhoseLinkIsGoneIsNotWaitedForAsLong() {
    rig.known("order:A,SNAPSHOT,NEW");
    var fate = rig.sent(trading.cancel(OrderKey.id("A")));
    rig.passSeconds(6);
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot order:A,SNAPSHOT,NEW");
    rig.passSeconds(8);

    assertThat(rejected(unknown(fate).settled()).rejection().text()).contains("1 of 1", "open");
  }

  @Test
  void aCancelOfManyThatIsHalfDoneIsNeitherDoneNorWithoutEffect() {
    rig.known("order:A,SNAPSHOT,NEW", "order:B,SNAPSHOT,NEW");
    var fate = rig.sent(trading.cancelAll());
    rig.link().say("executions 2 news order:A,CANCELED,CANCELED");
    rig.passSeconds(63);

    assertThat(unknown(unknown(fate).settled()).why()).contains("all orders");
  }

  @Test
  void anAmendTookEffectIfItsOrderIsAsAskedForNow() {
    rig.known("order:A,SNAPSHOT,NEW,limit=100,qty=2");
    var fate = rig.sent(trading.amend(toLimit("101")));
    rig.passSeconds(5);
    rig.link().say("executions 2 news order:A,AMENDED,NEW,limit=101.0");

    assertThat(accepted(unknown(fate).settled())).isEqualTo(new Amended(OrderKey.id("A"), null));
  }

  @Test
  void anAmendThatTheFeedLostBeforeItsOrderEndedIsFoundInTheRecords() {
    rig.known("order:A,SNAPSHOT,NEW,limit=100,qty=2");
    var fate = rig.sent(trading.amend(toLimit("101")));
    rig.link().say("executions 3 news order:A,CANCELED,CANCELED");
    rig.link().say("ack 3 -", "ack 4 -", "executions 1 snapshot");
    rig.lookup.records.put(
        OrderKey.id("A"), List.of(AccountWords.found("A,CANCELED,limit=101,qty=2")));
    rig.passSeconds(63);

    assertThat(accepted(unknown(fate).settled())).isEqualTo(new Amended(OrderKey.id("A"), null));
  }

  @Test
  void anAmendThatOnlyTheLookUpShowsTookEffectAndTheFeedIsAskedForAnew() {
    rig.known("order:A,SNAPSHOT,NEW,limit=100,qty=2");
    rig.lookup.records.put(
        OrderKey.id("A"), List.of(AccountWords.found("A,NEW,limit=101.0,qty=2")));
    var fate = rig.sent(trading.amend(toLimit("101")));
    rig.passSeconds(63);

    assertThat(accepted(unknown(fate).settled()).order()).isEqualTo(OrderKey.id("A"));
    assertThat(rig.take()).anyMatch(text -> text.matches("sub .* executions .*"));
  }

  @Test
  void anAmendTookNoEffectIfItsOrderIsAsItWas() {
    rig.known("order:A,SNAPSHOT,NEW,limit=100,qty=2");
    var fate = rig.sent(trading.amend(toLimit("101")));
    rig.passSeconds(63);

    assertThat(rejected(unknown(fate).settled()).rejection().reason())
        .isEqualTo(Rejection.Reason.NO_EFFECT);
  }

  @Test
  void nobodyCanSayOfAnAmendWhoseOrderIsNeitherAsItWasNorAsAskedFor() {
    rig.known("order:A,SNAPSHOT,NEW,limit=100,qty=2");
    var first = rig.sent(trading.amend(toLimit("101")));
    var second = rig.sent(trading.amend(toLimit("102")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot order:A,SNAPSHOT,NEW,limit=102");
    rig.passSeconds(8);

    assertThat(accepted(unknown(second).settled()).order()).isEqualTo(OrderKey.id("A"));
    assertThat(unknown(unknown(first).settled()).why()).contains("amend it again");
  }

  @Test
  void anEditTookEffectIfAnotherOrderHasComeInItsPlace() {
    rig.known("order:A,SNAPSHOT,NEW,pair=BTC/USD,limit=100,qty=2");
    var fate = rig.sent(trading.edit(edit()));
    rig.passSeconds(5);
    rig.link()
        .say(
            "executions 2 news order:A,CANCELED,CANCELED"
                + " order:B,OPENED,NEW,pair=BTC/USD,limit=101,qty=2");

    assertThat(accepted(unknown(fate).settled())).isEqualTo(new Edited("B", "A", null));
  }

  @Test
  void anEditTookNoEffectIfItsOrderIsStillThere() {
    rig.known("order:A,SNAPSHOT,NEW,pair=BTC/USD,limit=100,qty=2");
    var fate = rig.sent(trading.edit(edit()));
    rig.passSeconds(63);

    assertThat(rejected(unknown(fate).settled()).rejection().text()).contains("not replaced");
  }

  @Test
  void aCommandThatLeavesNoTraceIsUndecidable() {
    rig.known();
    var fate = rig.sent(trading.cancelAllAfter(Duration.ofSeconds(60)));
    rig.passSeconds(63);

    assertThat(unknown(unknown(fate).settled()).why()).contains("dead man's switch again");
  }

  @Test
  void anOrderOfTheSameReferenceThatIsNotLikeItDoesNotSettleIt() {
    rig.known();
    var fate = rig.sent(trading.place(AccountRig.limit().userReference(5).build()));
    rig.passSeconds(5);
    rig.link().say("executions 2 news order:X,OPENED,NEW,ref=5,qty=9");
    assertThat(unknown(fate).settled().toCompletableFuture()).isNotDone();
    rig.link().say("executions 3 news order:Y,OPENED,NEW,ref=5,qty=2");

    assertThat(accepted(unknown(fate).settled()).orderId()).isEqualTo("Y");
  }

  @Test
  void anOrderOfTheSameNameFromLongAgoDoesNotSettleIt() {
    rig.known();
    Instant longAgo = rig.transport.loop.now().minus(Duration.ofDays(1));
    rig.lookup.records.put(
        OrderKey.clientId("a"),
        List.of(
            new Order(
                "OLD",
                OrderStatus.FILLED,
                AccountWords.attributes("cid=a")
                    .with(OrderAttributes.builder().put(OrderAttribute.OPENED, longAgo).build()))));
    var fate = rig.sent(trading.place(order("a")));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot");
    rig.passSeconds(7);

    assertThat(unknown(unknown(fate).settled()).why()).contains("order history");
  }

  @Test
  void anOrderOfTheSameReferenceAtAnotherPriceDoesNotSettleIt() {
    rig.known();
    var lost = rig.sent(trading.place(AccountRig.limit().userReference(5).build()));
    var placed =
        rig.sent(
            trading.place(AccountRig.limit().limit(OrderPrice.of("99")).userReference(5).build()));
    rig.lose();
    rig.relinked();
    rig.link().say("executions 1 snapshot order:X,SNAPSHOT,NEW,ref=5,qty=2,limit=99");
    rig.passSeconds(7);

    assertThat(accepted(unknown(placed).settled()).orderId()).isEqualTo("X");
    assertThat(rejected(unknown(lost).settled()).rejection().reason())
        .isEqualTo(Rejection.Reason.NO_EFFECT);
  }

  @Test
  void oneOrderDoesNotSettleTwoCommandsOfTheSameReference() {
    rig.known();
    var first = rig.sent(trading.place(AccountRig.limit().userReference(5).build()));
    var second = rig.sent(trading.place(AccountRig.limit().userReference(5).build()));
    rig.passSeconds(5);
    rig.link().say("executions 2 news order:X,OPENED,NEW,ref=5,qty=2");
    rig.passSeconds(58);

    assertThat(accepted(unknown(first).settled()).orderId()).isEqualTo("X");
    assertThat(now(unknown(second).settled())).isNotInstanceOf(Fate.Accepted.class);
  }

  @Test
  void closingSettlesWhatCanBeSettledNoMore() {
    rig.known();
    var sent = rig.sent(trading.place(order("a")));
    var old = rig.sent(trading.cancelAll());
    rig.passSeconds(4);
    rig.client.close();
    rig.run();

    assertThat(unknown(sent).why()).contains("closed");
    assertThat(unknown(unknown(sent).settled()).why()).contains("order history");
    assertThat(unknown(unknown(old).settled()).why()).contains("closed");
    assertThat(rig.transport.loop.timers()).isZero();
  }

  @Test
  void decidedCommandsLeaveNoTimers() {
    rig.known();
    rig.passSeconds(1);
    int before = rig.transport.loop.timers();
    var fate = rig.sent(trading.place(order("a")));
    rig.link().say("did 2 PLACE ok id=O1");

    assertThat(now(fate)).isInstanceOf(Fate.Accepted.class);
    assertThat(rig.transport.loop.timers()).isEqualTo(before);
  }

  // --- tokens ---

  @Test
  void aCommandWhoseTokenIsRejectedRenewsItAndIsNotSentAgain() {
    rig.known();
    var fate = rig.sent(trading.place(order("a")));
    rig.take();
    rig.link().say("did 2 PLACE ESession:Invalid_session");
    rig.passSeconds(1);

    assertThat(rejected(fate).rejection().reason()).isEqualTo(Rejection.Reason.SESSION);
    assertThat(rig.take()).isEmpty();
    CompletableFuture<Fate<Placed>> again = rig.sent(trading.place(order("b")));
    assertThat(rig.take()).containsExactly("do 3 PLACE T2");
    assertThat(again).isNotDone();
  }

  private static AmendOrder toLimit(String price) {
    return AmendOrder.of(OrderKey.id("A")).limit(OrderPrice.of(price)).build();
  }

  private static EditOrder edit() {
    return EditOrder.of("A", BTC).limit(OrderPrice.of("101")).quantity(new BigDecimal("2")).build();
  }
}
