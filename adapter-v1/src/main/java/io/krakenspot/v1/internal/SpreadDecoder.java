package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Spread;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code spread}: {@code [bid, ask, time, bid quantity, ask quantity]}. */
final class SpreadDecoder implements PayloadDecoder {
  private @Nullable Spread spread;

  @Override
  public void begin() {
    spread = null;
  }

  @Override
  public void payload(FrameReader in, Label label) throws IOException {
    in.expect(JsonToken.START_ARRAY, "an array of quotes");
    BigDecimal bid = in.nextDecimal("a bid price");
    BigDecimal ask = in.nextDecimal("an ask price");
    Instant time = in.nextInstant("a time");
    BigDecimal bidQuantity = in.nextDecimal("a bid quantity");
    BigDecimal askQuantity = in.nextDecimal("an ask quantity");
    in.skipUnknownElements();
    spread = new Spread(label.pair(), bid, bidQuantity, ask, askQuantity, time);
  }

  @Override
  public void report(Inbound inbound) {
    if (spread != null) {
      inbound.spread(spread);
    }
  }
}
