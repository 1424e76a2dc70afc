package io.krakenspot.port;

import org.jspecify.annotations.Nullable;

/**
 * What a subscription asks for besides its stream.
 *
 * @param snapshot whether to ask for what went before
 * @param token for private streams; null for public ones
 * @param account for the account's streams
 */
public record Terms(SnapshotChoice snapshot, @Nullable Token token, AccountOptions account) {
  /** A public stream as the exchange serves it by default. */
  public static final Terms PUBLIC = of(SnapshotChoice.DEFAULT);

  /**
   * A public stream.
   *
   * @param snapshot whether to ask for what went before
   * @return the terms
   */
  public static Terms of(SnapshotChoice snapshot) {
    return new Terms(snapshot, null, AccountOptions.DEFAULTS);
  }
}
