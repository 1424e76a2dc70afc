package io.krakenspot.market;

import org.jspecify.annotations.Nullable;

/**
 * The state of the trading engine, pushed on connect and on each change.
 *
 * <p>Source: Kraken v1 {@code systemStatus}, v2 {@code status}.
 *
 * @param state what the engine accepts
 * @param version of the service, for example {@code 2.0.11}
 * @param connectionId for enquiries at Kraken; unsigned 64 bits, hence text
 */
public record SystemStatus(State state, @Nullable String version, @Nullable String connectionId) {

  /** What the engine accepts. */
  public enum State {
    /** All orders; matching runs. */
    ONLINE,
    /** Post-only limit orders and cancels; no matching. */
    POST_ONLY,
    /** Limit orders and cancels; listed for v1 only. */
    LIMIT_ONLY,
    /** Cancels alone; no matching. */
    CANCEL_ONLY,
    /** Nothing: offline. */
    MAINTENANCE,
    /** A state this version of the library does not know. */
    UNKNOWN;

    /**
     * Whether nothing is known to be restricted.
     *
     * @return true for {@link #ONLINE} and {@link #UNKNOWN}
     */
    public boolean atWork() {
      return this == ONLINE || this == UNKNOWN;
    }
  }
}
