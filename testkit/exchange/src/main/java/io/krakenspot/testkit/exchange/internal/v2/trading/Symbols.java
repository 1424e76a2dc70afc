package io.krakenspot.testkit.exchange.internal.v2.trading;

import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.OrderTerms;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parameters that most requests have. */
final class Symbols {
  private Symbols() {}

  static MarketPair pair(Client client, V2Params params) {
    String symbol = params.required("symbol", params.text("symbol"));
    MarketPair pair = client.venue().market().find(symbol);
    if (pair == null || !pair.pair().toString().equals(symbol)) {
      throw new Refusal(Texts.badPair(symbol));
    }
    return pair;
  }

  static @Nullable Instant deadline(Client client, V2Params params) {
    return OrderTerms.deadline(params.time("deadline"), client.venue().stamp());
  }
}
