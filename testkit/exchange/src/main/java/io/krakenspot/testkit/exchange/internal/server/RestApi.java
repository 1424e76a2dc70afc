package io.krakenspot.testkit.exchange.internal.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.RestFault;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The public REST calls that a WebSocket client needs. */
public final class RestApi {
  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Venue venue;
  private final Map<String, Function<@Nullable String, RestAnswer>> calls =
      Map.of(
          "/0/public/SystemStatus",
          nothing -> systemStatus(),
          "/0/public/Time",
          nothing -> time(),
          "/0/public/Assets",
          this::assets,
          "/0/public/AssetPairs",
          this::assetPairs);

  /**
   * Makes the calls.
   *
   * @param venue what they tell of
   */
  public RestApi(Venue venue) {
    this.venue = venue;
  }

  /**
   * Answers a call.
   *
   * @param path for example {@code /0/public/Time}
   * @param filter the {@code pair} or {@code asset} parameter; null for all
   * @return the answer
   */
  public RestAnswer answer(String path, @Nullable String filter) {
    RestFault fault = venue.faults().rest().take();
    if (fault != null) {
      return RestAnswer.of(fault);
    }
    Function<@Nullable String, RestAnswer> call = calls.get(path);
    return call == null ? RestAnswer.error(404, "EGeneral:Unknown method") : call.apply(filter);
  }

  private RestAnswer systemStatus() {
    Instant now = venue.stamp().truncatedTo(ChronoUnit.SECONDS);
    return RestAnswer.result(
        Json.object()
            .put("status", venue.state().name().toLowerCase(Locale.ROOT))
            .put("timestamp", now.toString()));
  }

  private RestAnswer time() {
    Instant now = venue.stamp();
    return RestAnswer.result(
        Json.object().put("unixtime", now.getEpochSecond()).put("rfc1123", RFC_1123.format(now)));
  }

  /** Without a filter, currencies alone: the default of {@code aclass}. */
  private RestAnswer assets(@Nullable String filter) {
    ObjectNode result = Json.object();
    List<AssetSpec> assets =
        venue.market().assets().stream()
            .filter(asset -> filter != null || !asset.tokenized())
            .toList();
    boolean found = select(assets, filter, RestApi::names, asset -> put(result, asset));
    return found ? RestAnswer.result(result) : RestAnswer.error(200, "EQuery:Unknown asset");
  }

  /** Without a filter, currencies alone: the default of {@code aclass_base}. */
  private RestAnswer assetPairs(@Nullable String filter) {
    ObjectNode result = Json.object();
    List<MarketPair> pairs =
        venue.market().pairs().stream()
            .filter(pair -> filter != null || !pair.spec().base().tokenized())
            .toList();
    boolean found = select(pairs, filter, RestApi::names, pair -> put(result, pair));
    return found ? RestAnswer.result(result) : RestAnswer.error(200, "EQuery:Unknown asset pair");
  }

  /** Whether every name that is asked for was found. */
  private static <T> boolean select(
      Collection<T> all,
      @Nullable String filter,
      Function<T, List<String>> names,
      Predicate<T> put) {
    if (filter == null) {
      return all.stream().allMatch(put);
    }
    return Arrays.stream(filter.split(",", -1))
        .allMatch(
            name -> all.stream().anyMatch(one -> names.apply(one).contains(name) && put.test(one)));
  }

  private static List<String> names(AssetSpec asset) {
    return List.of(asset.restCode(), asset.altname(), asset.code());
  }

  private static List<String> names(MarketPair pair) {
    PairSpec spec = pair.spec();
    return List.of(spec.restKey(), spec.altname(), spec.v1Name(), pair.pair().toString());
  }

  private static boolean put(ObjectNode result, AssetSpec asset) {
    result
        .putObject(asset.restCode())
        .put("aclass", assetClass(asset))
        .put("altname", asset.altname())
        .put("decimals", asset.decimals())
        .put("display_decimals", asset.displayDecimals())
        .put("collateral_value", new BigDecimal("0.90"))
        .put("status", "enabled");
    return true;
  }

  private static String assetClass(AssetSpec asset) {
    return asset.tokenized() ? "tokenized_asset" : "currency";
  }

  private static boolean put(ObjectNode result, MarketPair pair) {
    PairSpec spec = pair.spec();
    ObjectNode object =
        result
            .putObject(spec.restKey())
            .put("altname", spec.altname())
            .put("wsname", spec.v1Name())
            .put("aclass_base", assetClass(spec.base()))
            .put("base", spec.base().restCode())
            .put("aclass_quote", assetClass(spec.quote()))
            .put("quote", spec.quote().restCode())
            .put("lot", "unit")
            .put("cost_decimals", PairSpec.COST_DECIMALS)
            .put("pair_decimals", spec.priceDecimals())
            .put("lot_decimals", PairSpec.QUANTITY_DECIMALS)
            .put("lot_multiplier", 1);
    putLeverages(object.putArray("leverage_buy"));
    putLeverages(object.putArray("leverage_sell"));
    object.putArray("fees").addArray().add(0).add(new BigDecimal("0.4"));
    object.putArray("fees_maker").addArray().add(0).add(new BigDecimal("0.25"));
    putLimits(object, pair);
    return true;
  }

  private static void putLeverages(ArrayNode leverages) {
    for (int leverage = 2; leverage <= PairSpec.MAXIMUM_LEVERAGE; leverage++) {
      leverages.add(leverage);
    }
  }

  private static void putLimits(ObjectNode object, MarketPair pair) {
    PairSpec spec = pair.spec();
    object
        .put("fee_volume_currency", "ZUSD")
        .put("margin_call", 80)
        .put("margin_stop", 40)
        .put("ordermin", spec.minimumQuantity().toPlainString())
        .put("costmin", "0.5")
        .put("tick_size", spec.tick().toPlainString())
        .put("status", pair.status().name().toLowerCase(Locale.ROOT))
        .put("long_position_limit", 250)
        .put("short_position_limit", 200)
        .put("execution_venue", "international");
  }
}
