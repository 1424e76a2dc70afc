package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an account.
 *
 * @param kind what
 * @param order as it is after the event; null for {@code LEDGER}
 * @param fill of {@code TRADE}; null for others
 * @param ledger of {@code LEDGER}; null for others
 * @param rateCount the account's rate counter of the order's pair; zero for {@code LEDGER}
 * @param time when
 */
public record AccountEvent(
    Kind kind,
    @Nullable EngineOrder order,
    @Nullable AccountFill fill,
    @Nullable LedgerEntry ledger,
    BigDecimal rateCount,
    Instant time) {
  /** What happened. */
  public enum Kind {
    /** An order was accepted. */
    PENDING_NEW,
    /** It is live. */
    NEW,
    /** A fill; the status after the last one is still partially filled. */
    TRADE,
    /** It is done. */
    FILLED,
    /** It was canceled; the order says why. */
    CANCELED,
    /** Its time was over. */
    EXPIRED,
    /** The client changed it. */
    AMENDED,
    /** The engine changed it. */
    RESTATED,
    /** The next slice of an iceberg is shown. */
    ICEBERG_REFILL,
    /** A trigger moved or fired. */
    STATUS,
    /** A balance changed. */
    LEDGER
  }
}
