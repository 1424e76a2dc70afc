package io.krakenspot.market;

import java.util.List;

/**
 * Reference data: the assets and pairs that are new or changed, each a full record to replace by
 * its key.
 *
 * <p>Source: Kraken v2 {@code instrument}; on v1 REST {@code AssetPairs} and {@code Assets}.
 *
 * @param snapshot true if this is the whole of what it holds, false if it is a change
 * @param assets assets, may be empty
 * @param pairs pairs, may be empty
 */
public record Instruments(boolean snapshot, List<AssetInfo> assets, List<Instrument> pairs) {
  /** Keeps copies of both lists. */
  public Instruments {
    assets = List.copyOf(assets);
    pairs = List.copyOf(pairs);
  }
}
