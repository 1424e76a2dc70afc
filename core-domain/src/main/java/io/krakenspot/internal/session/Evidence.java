package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account's records say of a command whose answer did not come.
 *
 * @param <R> what an accepted command results in
 */
interface Evidence<R> {
  /** How much the records can tell. */
  enum Knowledge {
    /** Something may still be under way: only what is there counts. */
    PARTIAL,
    /** All open orders are known, and nothing can be under way any more. */
    OPEN_ORDERS,
    /** Ended orders are known too. */
    ALL_ORDERS
  }

  /** Remembers what was so before the command is sent, which is now. */
  default void before(OrderRecords records, Instant now) {}

  /** What to look up before absence counts; may be empty. */
  List<OrderKey> lookups();

  /** The fate that the records show; null if they do not. */
  @Nullable Fate<R> judge(OrderRecords records, Knowledge knowledge);

  /** What a user can do when nothing can decide. */
  String advice();

  /** The command has taken no effect. */
  static <R> Fate<R> noEffect(String why) {
    return new Fate.Rejected<>(
        new Rejection(Rejection.Reason.NO_EFFECT, "no effect: " + why), null);
  }

  /** The records show that the command took effect. */
  static <R> Fate<R> tookEffect(R result) {
    return new Fate.Accepted<>(result, List.of(), null);
  }
}
