package io.krakenspot.failure;

import io.krakenspot.market.Pair;
import java.util.Map;
import java.util.TreeMap;

/**
 * The exchange refused a subscription for some pairs or for all. The pairs it accepted are live.
 * The request was sent.
 */
public final class SubscriptionRefusedException extends KrakenException {
  private static final long serialVersionUID = 1L;

  private final transient Map<Pair, String> refused;

  /**
   * A refusal.
   *
   * @param topic the stream's name, for example {@code book}
   * @param refused Kraken's own words for each refused pair
   */
  public SubscriptionRefusedException(String topic, Map<Pair, String> refused) {
    super(topic + " refused: " + new TreeMap<>(refused), null);
    this.refused = Map.copyOf(refused);
  }

  /**
   * A refusal of a stream that has no pairs.
   *
   * @param topic the stream's name, for example {@code instrument}
   * @param text Kraken's own words
   */
  public SubscriptionRefusedException(String topic, String text) {
    super(topic + " refused: " + text, null);
    this.refused = Map.of();
  }

  /**
   * Kraken's own words for each refused pair.
   *
   * @return empty if the stream has no pairs
   */
  public Map<Pair, String> refused() {
    return refused;
  }
}
