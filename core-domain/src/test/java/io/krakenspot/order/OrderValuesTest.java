package io.krakenspot.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderValuesTest {
  private static final Pair BTC = Pair.of("BTC/USD");

  @Test
  void attributesAreEqualByNumber() {
    OrderAttributes one = quantity("1.0", "100");
    OrderAttributes other = quantity("1.00", "100.0");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(quantity("1.01", "100"));
    assertThat(one).isNotEqualTo(OrderAttributes.NONE);
  }

  @Test
  void laterAttributesReplaceEarlierOnesAndTheRestStays() {
    OrderAttributes before = quantity("1", "100");
    OrderAttributes change =
        OrderAttributes.builder()
            .put(OrderAttribute.QUANTITY, new BigDecimal("2"))
            .put(OrderAttribute.REASON, null)
            .build();
    OrderAttributes after = before.with(change);

    assertThat(after).isEqualTo(quantity("2", "100"));
    assertThat(before.get(OrderAttribute.QUANTITY)).isEqualByComparingTo("1");
    assertThat(change.known()).containsExactly(OrderAttribute.QUANTITY);
    assertThat(before.with(OrderAttributes.NONE)).isSameAs(before);
  }

  @Test
  void everyAttributeHasANameOfItsOwn() {
    assertThat(OrderAttribute.all()).extracting(OrderAttribute::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "62710.50, STATIC, 62710.50",
    "150, QUOTE, +150",
    "-150, QUOTE, -150",
    "2, PERCENT, +2%",
    "-0.5, PERCENT, -0.5%",
    "1E+3, STATIC, 1000"
  })
  void aPriceIsWrittenAsV1Does(BigDecimal value, PriceType type, String text) {
    assertThat(new OrderPrice(value, type)).hasToString(text);
  }

  @Test
  void pricesAreEqualByNumberAndType() {
    assertThat(OrderPrice.of("1.0"))
        .isEqualTo(OrderPrice.of("1.00"))
        .isNotEqualTo(OrderPrice.away(BigDecimal.ONE));
  }

  // --- checked against reference data ---

  @ParameterizedTest
  @CsvSource({
    "0.001, 100.05, limit 100.05 is not a multiple of 0.1",
    "0.0015, 100.1, quantity 0.0015 is not a multiple of 0.001",
    "0.001, 4000.0, ''",
    "0.0001, 100.1, quantity 0.0001 is below the minimum 0.0005",
    "0.001, 100.0, limit times quantity 0.1000 is below the minimum 0.5"
  })
  void anOrderFitsTheStepsAndMinimumsOfItsPair(
      BigDecimal quantity, BigDecimal limit, String problem) {
    List<String> problems =
        check(InstrumentStatus.ONLINE)
            .problems(
                NewOrder.buy(BTC, OrderType.LIMIT)
                    .quantity(quantity)
                    .limit(OrderPrice.of(limit))
                    .build());

    if (problem.isEmpty()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).contains(problem);
    }
  }

  @Test
  void changesFitTheStepsAndMinimumsOfTheirPair() {
    OrderCheck check = check(InstrumentStatus.ONLINE);
    BigDecimal tooSmall = new BigDecimal("0.0001");
    AmendOrder.Builder amend =
        AmendOrder.of(OrderKey.id("A")).quantity(tooSmall).limit(OrderPrice.of("100.05"));
    EditOrder edit =
        EditOrder.of("A", BTC).quantity(tooSmall).limit(OrderPrice.of("100.05")).build();

    assertThat(check.problems(amend.build())).isEmpty();
    assertThat(check.problems(amend.pair(BTC).build()))
        .isEqualTo(check.problems(edit))
        .containsExactly(
            "limit 100.05 is not a multiple of 0.1",
            "quantity 0.0001 is not a multiple of 0.001",
            "quantity 0.0001 is below the minimum 0.0005",
            "limit times quantity 0.010005 is below the minimum 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check.require(edit))
        .withMessageStartingWith("BTC/USD: limit 100.05");
    assertThat(check.problems(EditOrder.of("A", BTC).limit(OrderPrice.of("100.1")).build()))
        .isEmpty();
  }

  @Test
  void allProblemsAreToldWithThePair() {
    NewOrder order =
        NewOrder.buy(BTC, OrderType.LIMIT)
            .quantity(new BigDecimal("0.0001"))
            .limit(OrderPrice.of("0.05"))
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(InstrumentStatus.ONLINE).require(order))
        .withMessageStartingWith("BTC/USD: limit 0.05")
        .withMessageContaining("minimum 0.0005");
  }

  @Test
  void cashIsCheckedAgainstTheSmallestCost() {
    NewOrder order =
        NewOrder.buy(BTC, OrderType.MARKET).cashQuantity(new BigDecimal("0.4")).build();

    assertThat(check(InstrumentStatus.ONLINE).problems(order))
        .containsExactly("cashQuantity 0.4 is below the minimum 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "ONLINE, true, true",
    "UNKNOWN, true, true",
    "POST_ONLY, false, true",
    "LIMIT_ONLY, true, true",
    "REDUCE_ONLY, false, false",
    "CANCEL_ONLY, false, false"
  })
  void theStatusOfThePairDecides(InstrumentStatus status, boolean plain, boolean postOnly) {
    assertThat(check(status).problems(limit(false)).isEmpty()).isEqualTo(plain);
    assertThat(check(status).problems(limit(true)).isEmpty()).isEqualTo(postOnly);
  }

  @Test
  void aPairThatIsNotListedIsNotChecked() {
    OrderCheck none = OrderCheck.against(new Instruments(true, List.of(), List.of()));

    assertThat(none.problems(limit(false))).isEmpty();
  }

  private static NewOrder limit(boolean postOnly) {
    return NewOrder.buy(BTC, OrderType.LIMIT)
        .quantity(BigDecimal.ONE)
        .limit(OrderPrice.of("100"))
        .postOnly(postOnly)
        .build();
  }

  private static OrderCheck check(InstrumentStatus status) {
    return OrderCheck.against(
        new Instruments(
            true,
            List.of(),
            List.of(
                new Instrument(
                    BTC,
                    status,
                    1,
                    new BigDecimal("0.1"),
                    3,
                    new BigDecimal("0.001"),
                    new BigDecimal("0.0005"),
                    5,
                    new BigDecimal("0.5"),
                    false,
                    null,
                    null,
                    null,
                    null))));
  }

  private static OrderAttributes quantity(String quantity, String limit) {
    return OrderAttributes.builder()
        .put(OrderAttribute.QUANTITY, new BigDecimal(quantity))
        .put(OrderAttribute.LIMIT_PRICE, OrderPrice.of(limit))
        .build();
  }
}
