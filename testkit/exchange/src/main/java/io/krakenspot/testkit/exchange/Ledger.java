package io.krakenspot.testkit.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the exchange has done so far, in numbers. Safe for any thread. */
public final class Ledger {
  /** Something that is counted. */
  public enum Entry {
    /** Connections that were opened. */
    CONNECTIONS,
    /** Frames that clients sent. */
    REQUESTS,
    /** Frames that were sent to clients. */
    FRAMES,
    /** Subscriptions granted; one for each pair. */
    SUBSCRIPTIONS,
    /** Subscriptions ended by request. */
    UNSUBSCRIPTIONS,
    /** Requests, or pairs of a request, that were answered with an error. */
    REFUSALS,
    /** Events of the market. */
    EVENTS,
    /** Trades. */
    TRADES,
    /** Book updates sent to clients. */
    BOOK_UPDATES,
    /** Events whose checksums were wrong on purpose. */
    CORRUPTED_CHECKSUMS,
    /** Events whose book updates were kept back on purpose. */
    SKIPPED_UPDATES,
    /** Heartbeats sent. */
    HEARTBEATS,
    /** Connections closed because nobody asked for anything. */
    IDLE_CLOSES
  }

  private final Map<Entry, LongAdder> counts = new EnumMap<>(Entry.class);

  Ledger() {
    for (Entry entry : Entry.values()) {
      counts.put(entry, new LongAdder());
    }
  }

  /**
   * Counts one more.
   *
   * @param entry of what
   */
  public void add(Entry entry) {
    adder(entry).increment();
  }

  /**
   * How many there have been.
   *
   * @param entry of what
   * @return the number so far
   */
  public long count(Entry entry) {
    return adder(entry).sum();
  }

  private LongAdder adder(Entry entry) {
    return counts.computeIfAbsent(entry, none -> new LongAdder());
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
