package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Reference data of v2. */
final class V2Instruments {
  private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

  private static final BigDecimal INITIAL_MARGIN =
      BigDecimal.ONE.divide(BigDecimal.valueOf(PairSpec.MAXIMUM_LEVERAGE)).setScale(2);

  private V2Instruments() {}

  static ObjectNode snapshot(Market market, boolean tokenized) {
    List<AssetSpec> assets =
        market.assets().stream().filter(asset -> tokenized || !asset.tokenized()).toList();
    List<MarketPair> pairs =
        market.pairs().stream().filter(pair -> tokenized || !isTokenized(pair)).toList();
    return message("snapshot", assets, pairs);
  }

  static ObjectNode update(MarketPair pair) {
    return message("update", List.of(), List.of(pair));
  }

  static boolean isTokenized(MarketPair pair) {
    return pair.spec().base().tokenized();
  }

  private static ObjectNode message(String type, List<AssetSpec> assets, List<MarketPair> pairs) {
    ObjectNode message = V2Data.message("instrument", type);
    ObjectNode data = message.putObject("data");
    ArrayNode assetArray = data.putArray("assets");
    assets.forEach(asset -> assetArray.add(asset(asset)));
    ArrayNode pairArray = data.putArray("pairs");
    pairs.forEach(pair -> pairArray.add(pair(pair)));
    return message;
  }

  private static ObjectNode asset(AssetSpec asset) {
    ObjectNode object =
        Json.object()
            .put("id", asset.code())
            .put("status", "enabled")
            .put("precision", asset.decimals())
            .put("precision_display", asset.displayDecimals())
            .put("borrowable", !asset.tokenized())
            .put("collateral_value", new BigDecimal("0.90"));
    return asset.tokenized()
        ? object.put("multiplier", new BigDecimal("1.0"))
        : object.put("margin_rate", new BigDecimal("0.020000"));
  }

  private static ObjectNode pair(MarketPair pair) {
    PairSpec spec = pair.spec();
    return Json.object()
        .put("symbol", pair.pair().toString())
        .put("base", spec.base().code())
        .put("quote", spec.quote().code())
        .put("status", pair.status().name().toLowerCase(Locale.ROOT))
        .put("qty_precision", PairSpec.QUANTITY_DECIMALS)
        .put("qty_increment", ONE_PERCENT.movePointLeft(PairSpec.QUANTITY_DECIMALS - 2))
        .put("price_precision", spec.priceDecimals())
        .put("cost_precision", PairSpec.COST_DECIMALS)
        .put("marginable", true)
        .put("has_index", true)
        .put("cost_min", PairSpec.MINIMUM_COST)
        .put("margin_initial", INITIAL_MARGIN)
        .put("position_limit_long", 250)
        .put("position_limit_short", 200)
        .put("tick_size", spec.tick())
        .put("price_increment", spec.tick())
        .put("qty_min", spec.minimumQuantity());
  }
}
