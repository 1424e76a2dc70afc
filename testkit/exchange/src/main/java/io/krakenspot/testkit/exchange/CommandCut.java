package io.krakenspot.testkit.exchange;

/**
 * A point around a trading request at which the connection that carries it is cut without a word.
 */
public enum CommandCut {
  /** The request is lost: the engine never hears of it. */
  BEFORE_ARRIVAL,
  /** The engine has done it; neither the answer nor the feed of this connection tells. */
  AFTER_ACCEPT_BEFORE_ANSWER,
  /** The answer is sent; what the feed of this connection would tell is lost. */
  AFTER_ANSWER_BEFORE_FEED,
  /** The feed has told everything the engine did; the answer is lost. */
  AFTER_FEED_BEFORE_ANSWER,
  /**
   * Right after the feed of this connection has told the account's next fill. Whatever comes later,
   * a later answer included, is lost. Waits for a fill if the request itself brings none.
   */
  AFTER_FILL
}
