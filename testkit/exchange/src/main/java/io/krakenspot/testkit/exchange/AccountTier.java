package io.krakenspot.testkit.exchange;

/** How much an account may ask of the engine: threshold and decay of its rate counters. */
public enum AccountTier {
  /** 60 at most, 1 a second, 60 open orders a pair. */
  STARTER,
  /** 125 at most, 2.34 a second, 80 open orders a pair. */
  INTERMEDIATE,
  /** 180 at most, 3.75 a second, 225 open orders a pair. */
  PRO
}
