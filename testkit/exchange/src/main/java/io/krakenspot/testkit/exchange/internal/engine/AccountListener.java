package io.krakenspot.testkit.exchange.internal.engine;

/**
 * Hears of one account, on the exchange's loop. Events of a request come, in order, before the
 * engine's method returns; so whoever answers first and tells afterwards keeps them until then. It
 * must not call the engine.
 */
@FunctionalInterface
public interface AccountListener {
  /**
   * Something happened.
   *
   * @param event what
   */
  void happened(AccountEvent event);
}
