package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Event.Kind;
import io.krakenspot.market.Level3Order;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the queues. */
class Level3RulesTest {
  private final Level3Keeper book = new Level3Keeper(Level3Frame.PAIR, Level3Depth.D10);

  @BeforeEach
  void threeBidsAtOnePriceAndOneBelow() {
    apply(
        Level3Frame.snapshot()
            .ask("A1", "10.5", "1.0", 100)
            .bid("B1", "10.4", "1.0", 101)
            .bid("B2", "10.4", "2.0", 102)
            .bid("B3", "10.4", "3.0", 103)
            .bid("B4", "10.3", "4.0", 104));
  }

  private void apply(Level3Frame frame) {
    assertThat(book.apply(frame.change(), 5)).isEqualTo(Outcome.APPLIED);
  }

  private void applyToBid(Kind kind, String id, String price, String quantity, long time) {
    apply(Level3Frame.update().bid(kind, id, price, quantity, time));
  }

  private List<String> bids(int level) {
    return book.bids().orders(level).stream().map(Level3Order::id).toList();
  }

  @Test
  void anAddedOrderGoesToTheBack() {
    applyToBid(Kind.ADD, "B5", "10.4", "5.0", 99);

    assertThat(bids(0)).containsExactly("B1", "B2", "B3", "B5");
    assertThat(book.bids().quantity(0)).isEqualByComparingTo("11");
  }

  @Test
  void aPartlyFilledOrderKeepsItsPlace() {
    applyToBid(Kind.MODIFY, "B1", "10.4", "0.5", 101);

    assertThat(bids(0)).containsExactly("B1", "B2", "B3");
    assertThat(book.bids().orders(0).get(0).quantity()).isEqualByComparingTo("0.5");
  }

  @Test
  void anOrderAmendedToLessKeepsItsPlace() {
    applyToBid(Kind.MODIFY, "B1", "10.4", "0.5", 200);

    assertThat(bids(0)).containsExactly("B1", "B2", "B3");
    assertThat(book.bids().orders(0).get(0).timestamp())
        .hasToString("1970-01-01T00:00:00.000000200Z");
  }

  @Test
  void anOrderAmendedToMoreGoesToTheBack() {
    applyToBid(Kind.MODIFY, "B1", "10.4", "1.5", 200);

    assertThat(bids(0)).containsExactly("B2", "B3", "B1");
  }

  @Test
  void aLargerQuantityWithTheOldTimeKeepsItsPlace() {
    applyToBid(Kind.MODIFY, "B1", "10.4", "1.5", 101);

    assertThat(bids(0)).containsExactly("B1", "B2", "B3");
  }

  @Test
  void anOrderAmendedToAnotherPriceGoesToTheBackThere() {
    applyToBid(Kind.MODIFY, "B1", "10.3", "1.0", 101);

    assertThat(bids(0)).containsExactly("B2", "B3");
    assertThat(bids(1)).containsExactly("B4", "B1");
  }

  @Test
  void theLastOrderOfALevelTakesItAlong() {
    applyToBid(Kind.MODIFY, "B4", "10.2", "4.0", 200);

    assertThat(book.bids().size()).isEqualTo(2);
    assertThat(book.bids().price(1)).isEqualByComparingTo("10.2");
  }

  @Test
  void aDeletedOrderIsGoneFromAnywhereInTheQueue() {
    applyToBid(Kind.DELETE, "B2", "10.4", "2.0", 200);
    assertThat(bids(0)).containsExactly("B1", "B3");
    applyToBid(Kind.DELETE, "B1", "10.4", "0", 201);
    assertThat(bids(0)).containsExactly("B3");
    applyToBid(Kind.DELETE, "B3", "10.4", "3.0", 202);
    assertThat(bids(0)).containsExactly("B4");
  }

  @Test
  void aDeleteOfAnUnknownOrderChangesNothing() {
    applyToBid(Kind.DELETE, "B9", "10.4", "2.0", 200);
    applyToBid(Kind.DELETE, "A1", "10.5", "1.0", 201);

    assertThat(bids(0)).containsExactly("B1", "B2", "B3");
    assertThat(book.asks().orderCount(0)).isEqualTo(1);
  }

  @Test
  void aModifyOfAnUnknownOrderAddsIt() {
    applyToBid(Kind.MODIFY, "B9", "10.4", "2.0", 200);

    assertThat(bids(0)).containsExactly("B1", "B2", "B3", "B9");
  }

  @Test
  void anOrderWithNothingLeftIsGone() {
    applyToBid(Kind.MODIFY, "B1", "10.4", "0.0", 101);

    assertThat(bids(0)).containsExactly("B2", "B3");
  }

  @Test
  void levelsBeyondTheDepthAreCutWithAllTheirOrders() {
    Level3Frame frame = Level3Frame.update();
    for (int cents = 30; cents < 38; cents++) {
      frame.bid("C" + cents, "10." + cents + "1", "1.0", cents);
    }
    apply(frame);
    assertThat(book.bids().size()).isEqualTo(10);
    assertThat(bids(9)).containsExactly("B4");

    applyToBid(Kind.ADD, "B5", "10.45", "1.0", 300);
    assertThat(book.bids().size()).isEqualTo(10);
    assertThat(book.queuePosition("B4")).isEmpty();
    applyToBid(Kind.ADD, "B6", "10.2", "1.0", 301);
    assertThat(book.queuePosition("B6")).isEmpty();
  }

  @Test
  void eventsOfOneFrameApplyInOrder() {
    apply(
        Level3Frame.update()
            .bid(Kind.DELETE, "B4", "10.3", "4.0", 300)
            .bid(Kind.ADD, "B4", "10.4", "4.0", 300)
            .bid(Kind.MODIFY, "B4", "10.4", "3.0", 300));

    assertThat(bids(0)).containsExactly("B1", "B2", "B3", "B4");
    assertThat(book.bids().size()).isEqualTo(1);
  }

  @Test
  void tellsThePlaceInTheQueue() {
    assertThat(book.queuePosition("B3"))
        .hasValueSatisfying(
            position -> {
              assertThat(position.ordersAhead()).isEqualTo(2);
              assertThat(position.quantityAhead()).isEqualByComparingTo("3.0");
              assertThat(position.price()).isEqualByComparingTo("10.4");
              assertThat(position.quantity()).isEqualByComparingTo("3.0");
            });
    applyToBid(Kind.DELETE, "B1", "10.4", "1.0", 200);
    assertThat(book.queuePosition("B3").orElseThrow().ordersAhead()).isEqualTo(1);
    assertThat(book.queuePosition("B1")).isEmpty();
    assertThat(book.queuePosition("")).isEmpty();
  }

  @Test
  void sumsThatNoLongHoldsAreExact() {
    String most = "92233720368.54775807";
    apply(
        Level3Frame.snapshot()
            .ask("A1", "10.5", most, 1)
            .ask("A2", "10.5", most, 2)
            .ask("A3", "10.6", "1200000000000.00000001", 3));

    assertThat(book.asks().quantity(0))
        .isEqualByComparingTo(new BigDecimal(most).multiply(BigDecimal.valueOf(2)));
    assertThat(book.asks().quantityUnscaled(0)).isEqualTo(io.krakenspot.market.Levels.TOO_WIDE);
    assertThat(book.asks().quantity(1)).isEqualByComparingTo("1200000000000.00000001");
  }
}
