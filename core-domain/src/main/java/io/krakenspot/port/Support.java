package io.krakenspot.port;

/**
 * Whether and how a version of the protocol has a {@link Feature}.
 *
 * @param level whether it has it
 * @param note how it is derived, or the nearest alternative if it is absent; may be empty
 */
public record Support(Level level, String note) {
  /** Whether a version has a feature. */
  public enum Level {
    /** On the wire as such. */
    NATIVE,
    /** Made from something else that is on the wire. */
    DERIVED,
    /** Not to be had. */
    ABSENT
  }

  /** On the wire as such. */
  public static final Support NATIVE = new Support(Level.NATIVE, "");

  /**
   * Made from something else.
   *
   * @param how from what, for example {@code from ticker with event_trigger bbo}
   * @return the support
   */
  public static Support derived(String how) {
    return new Support(Level.DERIVED, how);
  }

  /**
   * Not to be had.
   *
   * @param alternative the nearest alternative, for example {@code subscribe to spread}
   * @return the support
   */
  public static Support absent(String alternative) {
    return new Support(Level.ABSENT, alternative);
  }

  /**
   * Whether the feature can be used.
   *
   * @return true unless absent
   */
  public boolean available() {
    return level != Level.ABSENT;
  }
}
