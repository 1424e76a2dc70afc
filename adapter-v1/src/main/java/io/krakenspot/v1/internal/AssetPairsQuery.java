package io.krakenspot.v1.internal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.port.InstrumentQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference data from REST {@code AssetPairs} and {@code Assets}. Pairs that v1 has no name for, or
 * whose prices have no known precision, are left out.
 */
final class AssetPairsQuery implements InstrumentQuery {
  private static final String PAIRS = "/0/public/AssetPairs";
  private static final String ASSETS = "/0/public/Assets";

  private static final int MOST_DECIMALS = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(100)
                          .build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  @Override
  public List<String> paths() {
    return List.of(PAIRS, ASSETS);
  }

  @Override
  public Instruments decode(List<byte[]> bodies) {
    if (bodies.size() != 2) {
      throw new IllegalArgumentException("two answers are needed, not " + bodies.size());
    }
    Map<String, RestPair> pairs = result(PAIRS, bodies.get(0), new TypeReference<>() {});
    Map<String, RestAsset> assets = result(ASSETS, bodies.get(1), new TypeReference<>() {});
    return new Instruments(true, assets(assets), pairs(pairs));
  }

  private static List<AssetInfo> assets(Map<String, RestAsset> assets) {
    return assets.entrySet().stream().map(entry -> entry.getValue().asset(entry.getKey())).toList();
  }

  private static List<Instrument> pairs(Map<String, RestPair> pairs) {
    return pairs.values().stream().flatMap(pair -> pair.instrument().stream()).toList();
  }

  private static <T> Map<String, T> result(
      String path, byte[] body, TypeReference<Answer<T>> type) {
    Answer<T> answer = read(path, body, type);
    List<String> errors = answer == null || answer.error == null ? List.of() : answer.error;
    if (errors.stream().anyMatch(error -> !error.startsWith("W"))) {
      throw new ConnectionFailedException(path + " answers " + String.join(", ", errors), null);
    }
    if (answer == null || answer.result == null) {
      throw new MalformedFrameException(path + " answers without a result");
    }
    return answer.result;
  }

  private static <T> @Nullable Answer<T> read(
      String path, byte[] body, TypeReference<Answer<T>> type) {
    try {
      return JSON.readValue(body, type);
    } catch (IOException e) {
      String why =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      throw new MalformedFrameException(
          path + " answers what cannot be read: " + why, null, null, e);
    }
  }

  /** Keeps out numbers that are short to write and endless to print. */
  static void requireSane(@Nullable BigDecimal number) {
    if (number != null && Math.abs((long) number.scale()) > MOST_DECIMALS) {
      throw new IllegalArgumentException("a number with an exponent out of bounds");
    }
  }

  /** Keeps out precisions that no market has. */
  static void requireSane(@Nullable Integer decimals) {
    if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
      throw new IllegalArgumentException(decimals + " is not a number of decimals");
    }
  }

  /** What surrounds every answer of Kraken's REST API. */
  record Answer<T>(@Nullable List<String> error, @Nullable Map<String, T> result) {}
}
