package io.krakenspot.v1.internal;

import static io.krakenspot.v1.internal.AssetPairsQuery.requireSane;

import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pair as REST {@code AssetPairs} has it; older answers lack most of its fields. */
record RestPair(
    @Nullable String wsname,
    @Nullable Integer pairDecimals,
    @Nullable Integer costDecimals,
    @Nullable Integer lotDecimals,
    @Nullable List<BigDecimal> leverageBuy,
    @Nullable List<BigDecimal> leverageSell,
    @Nullable BigDecimal ordermin,
    @Nullable BigDecimal costmin,
    @Nullable BigDecimal tickSize,
    @Nullable String status,
    @Nullable Long longPositionLimit,
    @Nullable Long shortPositionLimit) {
  /** v1 writes all quantities with eight decimals. */
  private static final int USUAL_LOT_DECIMALS = 8;

  RestPair {
    requireSane(pairDecimals);
    requireSane(lotDecimals);
    requireSane(ordermin);
    requireSane(costmin);
    requireSane(tickSize);
  }

  /** Empty without a v1 name or a precision of prices. */
  Optional<Instrument> instrument() {
    Pair pair = Names.pair(wsname);
    Integer pricePrecision = pairDecimals != null ? pairDecimals : decimals(tickSize);
    return pair == null || pricePrecision == null
        ? Optional.empty()
        : Optional.of(instrument(pair, pricePrecision));
  }

  private Instrument instrument(Pair pair, int pricePrecision) {
    int quantityPrecision = lotDecimals == null ? USUAL_LOT_DECIMALS : lotDecimals;
    return new Instrument(
        pair,
        instrumentStatus(),
        pricePrecision,
        tickSize == null ? step(pricePrecision) : tickSize,
        quantityPrecision,
        step(quantityPrecision),
        ordermin,
        costDecimals,
        costmin,
        hasAny(leverageBuy) || hasAny(leverageSell),
        null,
        null,
        longPositionLimit,
        shortPositionLimit);
  }

  private InstrumentStatus instrumentStatus() {
    if (status == null) {
      return InstrumentStatus.ONLINE;
    }
    try {
      return InstrumentStatus.valueOf(status.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return InstrumentStatus.UNKNOWN;
    }
  }

  private static BigDecimal step(int decimals) {
    return BigDecimal.valueOf(1, decimals);
  }

  private static @Nullable Integer decimals(@Nullable BigDecimal step) {
    return step == null ? null : Math.max(0, step.stripTrailingZeros().scale());
  }

  private static boolean hasAny(@Nullable List<BigDecimal> leverages) {
    return leverages != null && !leverages.isEmpty();
  }
}
