package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.testkit.exchange.Ledger;
import io.krakenspot.testkit.exchange.internal.access.Keyring;
import io.krakenspot.testkit.exchange.internal.access.Tokens;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.market.Market;
import java.time.Duration;
import java.time.Instant;

/** What a session sees of the exchange. */
public interface Venue {
  /**
   * The market.
   *
   * @return all pairs
   */
  Market market();

  /**
   * The state of the engine.
   *
   * @return what it accepts
   */
  SystemStatus.State state();

  /**
   * What the exchange is told to do wrong.
   *
   * @return the faults
   */
  Faults faults();

  /**
   * What is counted.
   *
   * @return the ledger
   */
  Ledger ledger();

  /**
   * The time for a message.
   *
   * @return whole microseconds, never before an earlier answer
   */
  Instant stamp();

  /**
   * Does something later.
   *
   * @param delay when
   * @param task what, on the loop
   */
  void later(Duration delay, Runnable task);

  /**
   * API keys.
   *
   * @return all of them
   */
  Keyring keys();

  /**
   * Tokens for private requests.
   *
   * @return those that were handed out
   */
  Tokens tokens();

  /**
   * What matches orders.
   *
   * @return the engine
   */
  Engine engine();

  /**
   * Where the truth about accounts is kept for tests.
   *
   * @return the audits
   */
  Audits audits();

  /**
   * A monotonic clock.
   *
   * @return nanoseconds since some fixed moment
   */
  long nanoTime();
}
