package io.krakenspot.market;

/**
 * Whether a book may be relied on: it is {@link #LIVE} or it is not shown.
 *
 * <pre>
 * SYNCING -> LIVE       the first snapshot was applied
 * LIVE -> RESYNCING     a checksum did not hold; this pair alone is subscribed again
 * LIVE -> STALE         the link was lost or went silent
 * STALE, RESYNCING -> LIVE   a new snapshot was applied
 * any -> CLOSED         unsubscribed, refused or client closed
 * </pre>
 */
public enum BookState {
  /** Waiting for the first snapshot. */
  SYNCING,
  /** Equal to the exchange's book as far as {@link Book#verification()} says. */
  LIVE,
  /** The link is gone or silent; the levels are of the past and withheld. */
  STALE,
  /** What was held did not match the exchange's; a new snapshot is on its way. */
  RESYNCING,
  /** Ended; will not come back. */
  CLOSED
}
