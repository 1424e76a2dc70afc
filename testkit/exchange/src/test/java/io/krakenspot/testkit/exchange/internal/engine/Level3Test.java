package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.at;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.Level3Event;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody sees of single orders. */
final class Level3Test {
  private final Bench bench = new Bench();

  private List<String> events() {
    List<String> texts =
        bench.updates.stream()
            .flatMap(update -> update.level3().stream())
            .map(Level3Test::text)
            .toList();
    bench.updates.clear();
    return texts;
  }

  private static String text(Level3Event event) {
    return event.kind()
        + " "
        + event.side()
        + " "
        + event.order().price()
        + " x "
        + event.order().quantity().stripTrailingZeros().toPlainString();
  }

  @Test
  void anOrderIsAddedModifiedByAFillAndDeleted() {
    String id = bench.place(bench.alice, buy("2", "3150.00"));
    assertThat(events()).containsExactly("ADD BUY 3150.00 x 2");
    bench.take(Side.SELL, "0.5");
    assertThat(events()).containsExactly("MODIFY BUY 3150.00 x 1.5");
    bench.engine.cancel(bench.alice, OrderRef.id(id));
    assertThat(events()).containsExactly("DELETE BUY 3150.00 x 1.5");
  }

  @Test
  void aFillKeepsTheTimeThatGaveTheOrderItsPlace() {
    bench.place(bench.alice, buy("2", "3150.00"));
    var placed = bench.engine.standing(bench.pair, Side.BUY, 1).get(0).get(0).time();
    bench.take(Side.SELL, "0.5");
    assertThat(bench.engine.standing(bench.pair, Side.BUY, 1).get(0).get(0).time())
        .isEqualTo(placed);
  }

  @Test
  void theHiddenPartAndWaitingOrdersAreNotSeen() {
    bench.place(
        bench.alice,
        OrderRequest.of(Bench.ETHER, Side.BUY, OrderType.ICEBERG)
            .limit("5", "3150.00")
            .displayQuantity(new BigDecimal("2")));
    bench.place(bench.alice, order(Side.SELL, OrderType.STOP_LOSS, "1").trigger(at("3000")));
    assertThat(events()).containsExactly("ADD BUY 3150.00 x 2");
    bench.take(Side.SELL, "2");
    assertThat(events()).containsExactly("DELETE BUY 3150.00 x 2", "ADD BUY 3150.00 x 2");
  }

  @Test
  void anAmendThatLosesItsPlaceIsDeletedAndAdded() {
    OrderRef ref = OrderRef.id(bench.place(bench.alice, buy("2", "3150.00")));
    events();
    bench.engine.amend(bench.alice, AmendRequest.quantity(ref, BigDecimal.ONE));
    assertThat(events()).containsExactly("MODIFY BUY 3150.00 x 1");
    bench.engine.amend(bench.alice, AmendRequest.limitPrice(ref, new BigDecimal("3150.50")));
    assertThat(events()).containsExactly("DELETE BUY 3150.00 x 1", "ADD BUY 3150.50 x 1");
  }

  @Test
  void anOrderThatTakesAndRestsIsOneUpdateOfBothSides() {
    bench.place(bench.bob, sell("1", "3150.00"));
    events();
    bench.place(bench.alice, buy("3", "3150.00"));
    assertThat(bench.updates).hasSize(1);
    assertThat(events()).containsExactly("DELETE SELL 3150.00 x 1", "ADD BUY 3150.00 x 2");
  }

  @Test
  void theSameSeedGivesTheSameIds() {
    String id = bench.place(bench.alice, buy("1", "3000.00"));
    Bench again = new Bench();
    assertThat(again.place(again.alice, buy("1", "3000.00"))).isEqualTo(id);
  }
}
