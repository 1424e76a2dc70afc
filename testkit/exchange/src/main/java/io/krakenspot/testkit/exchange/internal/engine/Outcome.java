package io.krakenspot.testkit.exchange.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a request came to: a value, or an error text as the exchange writes it.
 *
 * @param <T> of the value
 */
public final class Outcome<T> {
  private final @Nullable T value;
  private final @Nullable String error;

  private Outcome(@Nullable T value, @Nullable String error) {
    this.value = value;
    this.error = error;
  }

  static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, null);
  }

  static <T> Outcome<T> refused(String error) {
    return new Outcome<>(null, error);
  }

  /**
   * Whether it was done.
   *
   * @return false if there is an error
   */
  public boolean ok() {
    return error == null;
  }

  /**
   * What came of it.
   *
   * @return the value
   * @throws IllegalStateException if it was refused
   */
  public T value() {
    if (value == null) {
      throw new IllegalStateException("refused: " + error);
    }
    return value;
  }

  /**
   * Why it was refused.
   *
   * @return for example {@code EOrder:Insufficient funds}; null if it was done
   */
  public @Nullable String error() {
    return error;
  }

  @Override
  public String toString() {
    return error == null ? "done: " + value : "refused: " + error;
  }
}
