package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.util.HashSet;
import java.util.Set;

/** What the exchange is told to do wrong. Lives on the exchange's loop. */
public final class Faults {
  private final Set<MarketPair> corruptNext = new HashSet<>();
  private final Set<MarketPair> skipNext = new HashSet<>();
  private final Set<MarketPair> silent = new HashSet<>();
  private int requestsPerSecond = Integer.MAX_VALUE;
  private int level3Symbols = 200;
  private final CommandFaults commands = new CommandFaults();
  private final SubscriptionFaults subscriptions = new SubscriptionFaults();
  private final RestFaults rest = new RestFaults();

  /** Makes an exchange without faults. */
  public Faults() {}

  /**
   * The next book updates of a pair get wrong checksums.
   *
   * @param pair which
   */
  public void corruptNext(MarketPair pair) {
    corruptNext.add(pair);
  }

  /**
   * Asks, once, whether to send wrong checksums.
   *
   * @param pair of which
   * @return true the first time after {@link #corruptNext}
   */
  public boolean takeCorrupt(MarketPair pair) {
    return corruptNext.remove(pair);
  }

  /**
   * The next book updates of a pair are lost.
   *
   * @param pair which
   */
  public void skipNext(MarketPair pair) {
    skipNext.add(pair);
  }

  /**
   * Asks, once, whether to lose book updates.
   *
   * @param pair of which
   * @return true the first time after {@link #skipNext}
   */
  public boolean takeSkip(MarketPair pair) {
    return skipNext.remove(pair);
  }

  /**
   * Nothing is sent of a pair, though subscriptions are acknowledged.
   *
   * @param pair which
   * @param on whether it is silent
   */
  public void silent(MarketPair pair, boolean on) {
    if (on) {
      silent.add(pair);
    } else {
      silent.remove(pair);
    }
  }

  /**
   * Whether nothing is sent of a pair.
   *
   * @param pair which
   * @return true if so
   */
  public boolean silent(MarketPair pair) {
    return silent.contains(pair);
  }

  /**
   * What is done wrong when somebody subscribes.
   *
   * @return the faults
   */
  public SubscriptionFaults subscriptions() {
    return subscriptions;
  }

  /**
   * What REST does wrong.
   *
   * @return the faults
   */
  public RestFaults rest() {
    return rest;
  }

  /**
   * Limits single-order subscriptions.
   *
   * @param symbols of one connection; more are refused
   */
  public void level3Symbols(int symbols) {
    level3Symbols = symbols;
  }

  /**
   * The limit of single-order subscriptions.
   *
   * @return symbols of one connection
   */
  public int level3Symbols() {
    return level3Symbols;
  }

  /**
   * What is done wrong around trading requests.
   *
   * @return the faults
   */
  public CommandFaults commands() {
    return commands;
  }

  /**
   * Limits requests.
   *
   * @param perSecond of one connection; more are refused
   */
  public void limit(int perSecond) {
    requestsPerSecond = perSecond;
  }

  /**
   * The limit of requests.
   *
   * @return per second and connection
   */
  public int limit() {
    return requestsPerSecond;
  }
}
