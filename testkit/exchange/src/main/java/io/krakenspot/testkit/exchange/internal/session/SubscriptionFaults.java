package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done wrong when somebody subscribes. Lives on the exchange's loop. */
public final class SubscriptionFaults {
  private final Set<MarketPair> wrongSnapshots = new HashSet<>();
  private final Set<MarketPair> lostSnapshots = new HashSet<>();
  private final Map<MarketPair, Duration> lateSnapshots = new HashMap<>();
  private int ignored;
  private int acknowledgedTwice;
  private @Nullable String refusal;

  SubscriptionFaults() {}

  /**
   * Leaves requests without an answer and without effect.
   *
   * @param count how many of the next ones
   */
  public void ignore(int count) {
    ignored = count;
  }

  /**
   * Asks, once, whether to ignore a request.
   *
   * @return true if so
   */
  public boolean takeIgnored() {
    return ignored > 0 && ignored-- > 0;
  }

  /**
   * Sends acknowledgements twice.
   *
   * @param count how many of the next ones
   */
  public void acknowledgeTwice(int count) {
    acknowledgedTwice = count;
  }

  boolean takeSecondAcknowledgement() {
    return acknowledgedTwice > 0 && acknowledgedTwice-- > 0;
  }

  /**
   * The next book snapshot of a pair has a wrong checksum.
   *
   * @param pair which
   */
  public void corruptSnapshot(MarketPair pair) {
    wrongSnapshots.add(pair);
  }

  long takeSnapshotError(MarketPair pair) {
    return wrongSnapshots.remove(pair) ? 1 : 0;
  }

  /**
   * The next snapshot of a pair is not sent.
   *
   * @param pair which
   */
  public void loseSnapshot(MarketPair pair) {
    lostSnapshots.add(pair);
  }

  boolean takeLostSnapshot(MarketPair pair) {
    return lostSnapshots.remove(pair);
  }

  /**
   * The next snapshot of a pair is late; its updates are not.
   *
   * @param pair which
   * @param delay how late
   */
  public void delaySnapshot(MarketPair pair, Duration delay) {
    lateSnapshots.put(pair, delay);
  }

  @Nullable Duration takeSnapshotDelay(MarketPair pair) {
    return lateSnapshots.remove(pair);
  }

  /**
   * Refuses every subscription.
   *
   * @param text of the error; null to grant them again
   */
  public void refuse(@Nullable String text) {
    refusal = text;
  }

  @Nullable String refusal() {
    return refusal;
  }
}
