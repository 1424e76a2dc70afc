package io.krakenspot.testkit.exchange.internal.v1.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Numbers and times as v1 writes them: as texts. */
public final class V1Text {
  private V1Text() {}

  /**
   * A price.
   *
   * @param pair whose
   * @param price any
   * @return with the pair's decimals of v1 messages
   */
  public static String price(MarketPair pair, BigDecimal price) {
    return price.setScale(pair.spec().v1Decimals(), RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * A quantity.
   *
   * @param quantity with its 8 decimals
   * @return for example {@code 0.01000000}
   */
  public static String quantity(BigDecimal quantity) {
    return quantity.toPlainString();
  }

  /**
   * A time.
   *
   * @param time any
   * @return Unix seconds with 6 decimals
   */
  public static String time(Instant time) {
    long micros =
        TimeUnit.SECONDS.toMicros(time.getEpochSecond())
            + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    return BigDecimal.valueOf(micros, 6).toPlainString();
  }

  /**
   * Echoes the id of a request as it came.
   *
   * @param message the answer
   * @param request null if it could not be read
   * @return the answer
   */
  public static ObjectNode echo(ObjectNode message, @Nullable ObjectNode request) {
    JsonNode id = request == null ? null : request.get("reqid");
    if (id != null) {
      message.set("reqid", id);
    }
    return message;
  }
}
