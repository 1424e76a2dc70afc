package io.krakenspot.client;

import io.krakenspot.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a subscription, for one pair.
 *
 * @param kind what happened
 * @param topic the stream's name, for example {@code book}
 * @param pair the pair; null for a stream without pairs
 * @param detail in words, with Kraken's own text where there is one; may be empty
 * @param dropped how many events and notices were dropped because the listener is too slow, for
 *     example 17; 0 unless it is a {@link Kind#GAP} from a full queue
 */
public record SubscriptionEvent(
    Kind kind, String topic, @Nullable Pair pair, String detail, long dropped) {
  /**
   * Something that happened without anything being dropped.
   *
   * @param kind what happened
   * @param topic the stream's name
   * @param pair the pair; null for a stream without pairs
   * @param detail in words; may be empty
   */
  public SubscriptionEvent(Kind kind, String topic, @Nullable Pair pair, String detail) {
    this(kind, topic, pair, detail, 0);
  }

  /** What happened. */
  public enum Kind {
    /** The exchange accepted it; data follows. */
    ACCEPTED,
    /** The exchange refused it for this pair; the detail has its words. */
    REFUSED,
    /** The exchange's advice, or a request that has to be made again; not a failure. */
    WARNING,
    /** The link was lost; it will be restored. */
    INTERRUPTED,
    /**
     * Restored after an interruption; what was missed is covered by the new snapshot or first
     * value, which was told before.
     */
    RESTORED_WITHOUT_LOSS,
    /**
     * Restored after an interruption; events in between are missing: those between the last event
     * before this and the first after it. Also where no snapshot was asked for.
     */
    RESTORED_WITH_LOSS,
    /**
     * It used to be busy and has been silent for long, though the link is alive; it is subscribed
     * anew, ever more seldom but no less than about once a minute while nothing comes. Told once a
     * silence; over with the next {@link #RESTORED_WITHOUT_LOSS} or {@link #RESTORED_WITH_LOSS},
     * which is told with the first data. Streams of the account are not watched like this.
     */
    SILENT,
    /** A book did not match the exchange's; it is withheld until a new snapshot. */
    RESYNCING,
    /** Events were lost, either in a frame that could not be read or in a full queue. */
    GAP,
    /**
     * Over for this pair: unsubscribed, the client was closed, or its link was refused for good,
     * which the detail tells. Subscribe again then.
     */
    ENDED
  }
}
