package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TradeMarkTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final TradeMark mark = new TradeMark();

  @Test
  void knowsTheTradesOfTheLastMomentWhereThereAreNoIds() {
    mark.delivered(trade(null, NOON, 1));
    mark.delivered(trade(null, NOON, 2));

    assertThat(mark.before(trade(null, NOON, 1))).isFalse();
    assertThat(mark.before(trade(null, NOON, 3))).isTrue();
    assertThat(mark.before(trade(null, NOON.minusNanos(1), 4))).isFalse();
    assertThat(mark.before(trade(null, NOON.plusNanos(1), 1))).isTrue();
  }

  @Test
  void goesByIdsWhereThereAreAny() {
    assertThat(mark.before(trade(1L, NOON, 1))).isTrue();
    mark.delivered(trade(7L, NOON, 1));
    mark.delivered(trade(8L, NOON.plusSeconds(1), 1));

    assertThat(mark.before(trade(7L, NOON.plusSeconds(2), 1))).isFalse();
    assertThat(mark.before(trade(8L, NOON.plusSeconds(2), 1))).isFalse();
    assertThat(mark.before(trade(9L, NOON, 1))).isTrue();
  }

  @Test
  void holdsNoMoreWhenTheExchangesClockStandsStillOrOnceWentAhead() {
    mark.delivered(trade(null, NOON.plusSeconds(3600), 0));
    for (int quantity = 1; quantity <= 100_000; quantity++) {
      mark.delivered(trade(null, quantity % 2 == 0 ? NOON : NOON.plusSeconds(3600), quantity));
    }

    assertThat(mark.held()).isLessThanOrEqualTo(1_000);
    assertThat(mark.before(trade(null, NOON.plusSeconds(3600), 99_999))).isFalse();
  }

  private static Trade trade(@Nullable Long id, Instant when, int quantity) {
    return new Trade(
        Pair.of("BTC/USD"),
        Side.BUY,
        BigDecimal.ONE,
        BigDecimal.valueOf(quantity),
        TradeOrderType.LIMIT,
        when,
        id);
  }
}
