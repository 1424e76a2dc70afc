package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Command;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The token stands in the frames, once, and nowhere else. */
class SecretsTest {
  private static final String SECRET = "q4Xw0mYcZk7Jt1uQv8bN2sLr5oEd9hGi3fUaPyTzR6c";
  private static final Token TOKEN = new Token(SECRET);
  private static final Pair ETH_USD = Pair.of("ETH/USD");
  private static final NewOrder ORDER =
      NewOrder.buy(ETH_USD, OrderType.LIMIT)
          .quantity(BigDecimal.ONE)
          .limit(OrderPrice.of("9"))
          .build();

  private final V2Codec codec = new V2Codec();

  static List<Command> commands() {
    OrderKey key = OrderKey.id("OEXAM1-AAAAA-AAAAAA");
    return List.of(
        new Command.Place(ORDER),
        new Command.PlaceBatch(OrderBatch.of(List.of(ORDER, ORDER))),
        new Command.Amend(AmendOrder.of(key).quantity(BigDecimal.ONE).build()),
        new Command.Edit(EditOrder.of("O1", ETH_USD).quantity(BigDecimal.ONE).build()),
        new Command.Cancel(key),
        new Command.CancelBatch(List.of(key, key)),
        new Command.CancelAll(),
        new Command.CancelAllAfter(Duration.ofSeconds(60)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandShowsItInItsFrameAlone(Command command) {
    String frame = codec.command(1, command, TOKEN, Instant.EPOCH);
    assertOnce(frame);
    assertThat(command.toString() + codec).doesNotContain(SECRET);
  }

  static List<Topic> topics() {
    return List.of(
        new Topic.ExecutionTopic(),
        new Topic.BalanceTopic(),
        new Topic.Level3Topic(Level3Depth.D10));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aSubscriptionShowsItInItsFramesAlone(Topic topic) {
    Terms terms = new Terms(SnapshotChoice.DEFAULT, TOKEN, AccountOptions.DEFAULTS);
    codec.subscribe(1, topic, List.of(ETH_USD), terms).forEach(SecretsTest::assertOnce);
    codec.unsubscribe(1, topic, List.of(ETH_USD), TOKEN).forEach(SecretsTest::assertOnce);
    assertThat(terms.toString() + TOKEN + topic + codec).doesNotContain(SECRET);
  }

  @Test
  void aFailureDoesNotShowIt() {
    Terms terms = new Terms(SnapshotChoice.DEFAULT, TOKEN, AccountOptions.DEFAULTS);
    assertThatThrownBy(() -> codec.subscribe(1, new Topic.SpreadTopic(), List.of(ETH_USD), terms))
        .satisfies(
            failure -> {
              StringWriter trace = new StringWriter();
              failure.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).isNotEmpty().doesNotContain(SECRET);
            });
  }

  private static void assertOnce(String frame) {
    assertThat(frame).containsOnlyOnce(SECRET);
  }
}
