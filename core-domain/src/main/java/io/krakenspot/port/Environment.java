package io.krakenspot.port;

/**
 * Which of Kraken's exchanges to speak to.
 *
 * <p>Source: Kraken "Spot WebSockets introduction".
 */
public enum Environment {
  /** Production API, production trading engine. */
  PRODUCTION,
  /** Newer API software, production trading engine: orders are real. */
  BETA
}
