package io.krakenspot.internal.session;

import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All reference data seen so far, each record replaced by its newest. */
final class InstrumentBoard {
  private final Map<String, AssetInfo> assets = new LinkedHashMap<>();
  private final Map<Pair, Instrument> pairs = new LinkedHashMap<>();

  void merge(Instruments instruments) {
    if (instruments.snapshot()) {
      assets.clear();
      pairs.clear();
    }
    instruments.assets().forEach(asset -> assets.put(asset.code(), asset));
    instruments.pairs().forEach(pair -> pairs.put(pair.pair(), pair));
  }

  boolean known() {
    return !assets.isEmpty() || !pairs.isEmpty();
  }

  Instruments all() {
    return new Instruments(true, List.copyOf(assets.values()), List.copyOf(pairs.values()));
  }
}
