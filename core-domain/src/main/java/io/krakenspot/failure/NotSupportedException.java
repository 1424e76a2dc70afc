package io.krakenspot.failure;

/**
 * The chosen version does not have what was asked for. Nothing was sent. The message names the
 * feature, the version and the nearest alternative.
 */
public final class NotSupportedException extends KrakenException {
  private static final long serialVersionUID = 1L;

  /**
   * A feature that a version lacks.
   *
   * @param feature what was asked for, in words
   * @param version for example {@code v1}
   * @param alternative the nearest alternative, in words; may be empty
   */
  public NotSupportedException(String feature, String version, String alternative) {
    super(
        "Kraken "
            + version
            + " has no "
            + feature
            + (alternative.isEmpty() ? "" : "; instead: " + alternative),
        null);
  }
}
