package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.testkit.exchange.CommandCut;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are odd, late or missing, and links that are lost around them. */
abstract class AnswerCases extends VirtualAccountCase {
  private CompletionStage<Fate<Placed>> place() {
    return trading().place(limit(Side.BUY, "50").build());
  }

  private static <R> Fate<R> settled(Fate.Unknown<R> unknown) {
    assertThat(unknown.settled()).isCompleted();
    return unknown.settled().toCompletableFuture().join();
  }

  @Test
  @DisplayName("TR-60 an answer without an id belongs to the command that it names")
  void withoutId() {
    connected();
    exchange().answersWithoutIds(true);
    world.run();

    String id = id(accepted(place()));
    accepted(trading().cancel(OrderKey.id(id)));

    assertThat(rejected(trading().cancel(OrderKey.id(id))).reason())
        .isEqualTo(Rejection.Reason.UNKNOWN_ORDER);
  }

  @Test
  @DisplayName("TR-61 an answer that comes twice counts once")
  void twice() {
    connected();
    exchange().duplicateAnswers(true);
    world.run();

    accepted(place());
    accepted(place());

    assertThat(audit().orders()).hasSize(2);
  }

  @Test
  @DisplayName("TR-62 without an answer a command is unknown at its deadline, unless seen")
  void neverAnswered() {
    connected();
    exchange().loseAnswers(1);
    CompletionStage<Fate<Placed>> fate = place();
    world.run();
    assertThat(fate.toCompletableFuture()).isNotDone();

    world.advance(Duration.ofSeconds(5));

    Placed placed = accepted(fate);
    assertThat(placed.orderId()).isEqualTo(audit().orders().get(0).id());
  }

  @Test
  @DisplayName("TR-63 a late answer settles what was unknown")
  void late() {
    connected();
    exchange().delayAnswers(Duration.ofSeconds(6));
    CompletionStage<Fate<Placed>> fate = trading().place(limit(Side.BUY, "900000000000").build());
    world.advance(Duration.ofSeconds(5));
    Fate.Unknown<Placed> unknown = unknown(fate);
    assertThat(unknown.why()).contains("5000 ms");

    world.advance(Duration.ofSeconds(1));

    assertThat(rejection(settled(unknown)).reason()).isEqualTo(Rejection.Reason.INSUFFICIENT_FUNDS);
  }

  @Test
  @DisplayName("TR-64 a command that was lost on the way has no effect, says the look-up")
  void lostOnTheWay() {
    connected();
    exchange().cutNext(KEY, CommandCut.BEFORE_ARRIVAL);
    Fate.Unknown<Placed> unknown = unknown(place());

    world.advance(SETTLEMENT);

    Rejection rejection = rejection(settled(unknown));
    assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NO_EFFECT);
    assertThat(audit().orders()).isEmpty();
    assertThat(audit().addRequests()).isEmpty();
  }

  @Test
  @DisplayName("TR-65 what the orders that come anew show counts at once")
  void settledByTheFeed() {
    connected();
    exchange().cutNext(KEY, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER);
    Fate.Unknown<Placed> unknown = unknown(place());

    world.advance(Duration.ofSeconds(2));

    assertThat(settled(unknown)).isInstanceOf(Fate.Accepted.class);
    assertThat(transport().lookups().calls()).isZero();
    assertThat(audit().addRequests().values()).containsExactly(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(CommandCut.class)
  @DisplayName("TR-66 a market order that filled while away is accepted, whatever was lost")
  void filledWhileAway(CommandCut cut) {
    Heard<OrderUpdate> heard = orders();
    exchange().cutNext(KEY, cut);
    CompletionStage<Fate<Placed>> fate =
        trading().place(NewOrder.buy(DOGE, OrderType.MARKET).quantity(BigDecimal.TEN).build());
    world.advance(SETTLEMENT);

    Fate<Placed> last = soon(fate);
    if (last instanceof Fate.Unknown<Placed> unknown) {
      last = settled(unknown);
    }
    if (cut == CommandCut.BEFORE_ARRIVAL) {
      assertThat(rejection(last).reason()).isEqualTo(Rejection.Reason.NO_EFFECT);
    } else {
      assertThat(last).isInstanceOf(Fate.Accepted.class);
      assertThat(heard.last().order().status()).isEqualTo(OrderStatus.FILLED);
    }
  }

  @Test
  @DisplayName("TR-67 when nothing can tell, unknown is the last word, with what to do")
  void undecidable() {
    connected();
    transport().lookups().fail(new ConnectionFailedException("no REST for now", null));
    exchange().cutNext(KEY, CommandCut.BEFORE_ARRIVAL);
    Fate.Unknown<Placed> unknown = unknown(place());

    world.advance(Duration.ofMinutes(1));

    Fate<Placed> last = settled(unknown);
    assertThat(last).isInstanceOf(Fate.Unknown.class);
    assertThat(((Fate.Unknown<Placed>) last).why()).contains("order history");
    assertThat(((Fate.Unknown<Placed>) last).settled()).isCompleted();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{\"method\":", "[]", "no message"})
  @DisplayName("TR-68 an answer that cannot be read is no answer, and harms nothing else")
  void malformed(String garbage) {
    connected();
    exchange().answerGarbage(garbage);
    CompletionStage<Fate<Placed>> fate = place();
    world.advance(SETTLEMENT);

    Fate<Placed> last = soon(fate);
    assertThat(last instanceof Fate.Unknown<Placed> unknown ? settled(unknown) : last)
        .isInstanceOf(Fate.Accepted.class);
    placed(limit(Side.BUY, "60").build());
    assertThat(soon(client.account().openOrders())).hasSize(2);
  }

  @Test
  @DisplayName("TR-69 while there is no link, a command is not sent, at once")
  void noLink() {
    connected();
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.run();

    Fate.NotSent<Placed> fate = notSent(place());

    assertThat(fate.reason()).isEqualTo(Fate.NotSent.Reason.NO_CONNECTION);
    transport().accept();
    world.advance(SETTLEMENT);
    assertThat(audit().orders()).isEmpty();
  }

  @Test
  @DisplayName("TR-70 commands before the account is known wait for it, in order")
  void beforeTheFirstSnapshot() {
    List<CompletionStage<Fate<Placed>>> fates = new ArrayList<>();
    fates.add(place());
    fates.add(place());

    world.run();

    assertThat(fates).allSatisfy(fate -> assertThat(fate.toCompletableFuture()).isDone());
    assertThat(audit().orders()).hasSize(2);
    assertThat(soon(client.account().openOrders())).hasSize(2);
  }

  @Test
  @DisplayName("TR-71 commands wait for the account no longer than their deadline")
  void neverKnown() {
    transport().tokens().hang();
    CompletionStage<Fate<Placed>> fate = place();

    world.advance(Duration.ofSeconds(5));

    assertThat(notSent(fate).reason()).isEqualTo(Fate.NotSent.Reason.NO_CONNECTION);
  }

  @Test
  @DisplayName("TR-72 without a good key nothing is sent")
  void noToken() {
    transport().tokens().fail(new TokenRefusedException("EAPI:Invalid key", false));
    CompletionStage<Fate<Placed>> fate = place();
    world.run();

    Fate.NotSent<Placed> told = notSent(fate);

    assertThat(told.reason()).isIn(Fate.NotSent.Reason.NO_TOKEN, Fate.NotSent.Reason.CLOSED);
    assertThat(told.why()).contains("EAPI:Invalid key");
  }

  @Test
  @DisplayName("TR-73 closing settles everything")
  void closing() {
    connected();
    exchange().cutNext(KEY, CommandCut.BEFORE_ARRIVAL);
    Fate.Unknown<Placed> lost = unknown(place());
    world.advance(Duration.ofSeconds(2));
    exchange().loseAnswers(5);
    CompletionStage<Fate<Placed>> underWay =
        trading().place(limit(Side.BUY, "900000000000").build());
    world.run();

    client.close();
    world.run();

    assertThat(settled(lost)).isInstanceOf(Fate.Unknown.class);
    assertThat(settled(unknown(underWay))).isInstanceOf(Fate.Unknown.class);
    assertThat(notSent(place()).reason()).isEqualTo(Fate.NotSent.Reason.CLOSED);
    assertThat(connection.state()).isIn(ConnectionState.CLOSED, ConnectionState.IDLE);
  }
}
