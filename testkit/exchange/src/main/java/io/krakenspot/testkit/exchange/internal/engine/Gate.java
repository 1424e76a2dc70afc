package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.SystemStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the engine takes a request now: its state, and how much the account asked of it. */
final class Gate {
  private static final int[] AGES = {5, 10, 15, 45, 90, 300};
  private static final int[] AMEND = {3, 2, 1, 0, 0, 0};
  private static final int[] EDIT = {6, 5, 4, 2, 1, 0};
  private static final int[] CANCEL = {8, 6, 5, 4, 2, 1};

  private final Supplier<SystemStatus.State> state;

  Gate(Supplier<SystemStatus.State> state) {
    this.state = state;
  }

  boolean offline() {
    return state.get() == SystemStatus.State.MAINTENANCE;
  }

  /** Why a pair takes no order of a kind now. */
  @Nullable String closed(PairDesk desk, OrderType type, boolean postOnly, boolean reduceOnly) {
    InstrumentStatus status = desk.pair.status();
    SystemStatus.State engine = state.get();
    if (engine == SystemStatus.State.MAINTENANCE || unavailable(status)) {
      return Errors.UNAVAILABLE;
    }
    if (engine == SystemStatus.State.CANCEL_ONLY || status == InstrumentStatus.CANCEL_ONLY) {
      return Errors.CANCEL_ONLY_MODE;
    }
    boolean rests = type.limited() && postOnly;
    if (engine == SystemStatus.State.POST_ONLY || status == InstrumentStatus.POST_ONLY) {
      return rests ? null : Errors.POST_ONLY_MODE;
    }
    boolean limitOnly =
        engine == SystemStatus.State.LIMIT_ONLY || status == InstrumentStatus.LIMIT_ONLY;
    return limitOnly && !type.limited() ? Errors.LIMIT_ONLY_MODE : reducing(status, reduceOnly);
  }

  private static boolean unavailable(InstrumentStatus status) {
    return status == InstrumentStatus.MAINTENANCE
        || status == InstrumentStatus.DELISTED
        || status == InstrumentStatus.WORK_IN_PROGRESS;
  }

  private static @Nullable String reducing(InstrumentStatus status, boolean reduceOnly) {
    return status == InstrumentStatus.REDUCE_ONLY && !reduceOnly ? Errors.NO_POSITION : null;
  }

  @Nullable String charge(Account account, PairDesk desk, BigDecimal charge, Instant now) {
    boolean taken = account.counter(desk.pair.pair()).charge(charge, account.tier(), now);
    return taken ? null : Errors.RATE;
  }

  void force(Account account, PairDesk desk, BigDecimal charge, Instant now) {
    account.counter(desk.pair.pair()).force(charge, account.tier(), now);
  }

  static BigDecimal add() {
    return BigDecimal.ONE;
  }

  static BigDecimal addBatch(int orders) {
    return BigDecimal.valueOf(5L * orders, 1);
  }

  static BigDecimal amend(LiveOrder order, Instant now) {
    return BigDecimal.ONE.add(byAge(AMEND, order, now));
  }

  static BigDecimal edit(LiveOrder order, Instant now) {
    return BigDecimal.ONE.add(byAge(EDIT, order, now));
  }

  static BigDecimal cancel(LiveOrder order, Instant now) {
    return byAge(CANCEL, order, now);
  }

  private static BigDecimal byAge(int[] charges, LiveOrder order, Instant now) {
    Duration age = Duration.between(order.changeTime, now);
    for (int column = 0; column < AGES.length; column++) {
      if (age.compareTo(Duration.ofSeconds(AGES[column])) < 0) {
        return BigDecimal.valueOf(charges[column]);
      }
    }
    return BigDecimal.ZERO;
  }
}
