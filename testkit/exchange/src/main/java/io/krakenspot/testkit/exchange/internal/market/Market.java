package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All pairs of the exchange. Whoever makes orders tells it what came of them ({@link #apply}); it
 * keeps every figure that follows and tells its listener.
 */
public final class Market {
  private final Map<Pair, MarketPair> pairs = new LinkedHashMap<>();
  private final MarketListener listener;

  /**
   * Makes a market with empty books.
   *
   * @param specs its pairs
   * @param listener hears of each change
   */
  public Market(List<PairSpec> specs, MarketListener listener) {
    this.listener = listener;
    specs.forEach(spec -> pairs.put(spec.pair(), new MarketPair(spec, pairs.size())));
  }

  /**
   * Makes an event happen.
   *
   * @param pair where
   * @param event what the engine did
   * @param time when; never before the last one
   */
  public void apply(MarketPair pair, MarketEvent event, Instant time) {
    listener.changed(pair.apply(event, time));
  }

  /**
   * Makes an event of the past happen, which nobody is told.
   *
   * @param pair where
   * @param event what the engine did
   * @param time when
   */
  public void prepare(MarketPair pair, MarketEvent event, Instant time) {
    pair.apply(event, time);
  }

  /**
   * Changes what a pair accepts.
   *
   * @param pair which
   * @param status its new status
   */
  public void status(MarketPair pair, InstrumentStatus status) {
    pair.status(status);
    listener.statusChanged(pair);
  }

  /**
   * All pairs.
   *
   * @return in the order they are listed
   */
  public Collection<MarketPair> pairs() {
    return pairs.values();
  }

  /**
   * A pair.
   *
   * @param pair which
   * @return null if it is not listed
   */
  public @Nullable MarketPair find(Pair pair) {
    return pairs.get(pair);
  }

  /**
   * A pair by its name, with the codes of either version.
   *
   * @param name for example {@code XBT/USD} or {@code BTC/USD}
   * @return null if that is no pair, or not a listed one
   */
  public @Nullable MarketPair find(String name) {
    return name.matches("[\\w.-]+/[\\w.-]+") ? pairs.get(Pair.of(name)) : null;
  }

  /**
   * A pair that must be listed.
   *
   * @param pair which
   * @return the pair
   * @throws IllegalArgumentException if it is not listed
   */
  public MarketPair get(Pair pair) {
    MarketPair found = pairs.get(pair);
    if (found == null) {
      throw new IllegalArgumentException(
          pair + " is not listed here; listed are " + pairs.keySet());
    }
    return found;
  }

  /**
   * All assets that occur in a pair.
   *
   * @return each once
   */
  public List<AssetSpec> assets() {
    return new ArrayList<>(
        pairs.values().stream()
            .flatMap(pair -> Stream.of(pair.spec().base(), pair.spec().quote()))
            .distinct()
            .toList());
  }
}
