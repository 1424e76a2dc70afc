package io.krakenspot.port;

/** Whether a subscription asks for what went before. */
public enum SnapshotChoice {
  /** As the exchange does by itself: yes for all but trades. */
  DEFAULT,
  /** Asks for it. */
  WANTED,
  /** Asks for none. */
  UNWANTED
}
