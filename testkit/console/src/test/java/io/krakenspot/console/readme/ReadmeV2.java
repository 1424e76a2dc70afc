package io.krakenspot.console.readme;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.v2.KrakenV2;
import io.krakenspot.vertx.VertxTransport;
import java.util.List;

/** The README's code for v2. */
final class ReadmeV2 {
  private ReadmeV2() {}

  public static void main(String[] args) throws Exception {
    // README
    var pairs = List.of(Pair.of("BTC/USD"));
    try (var transport = VertxTransport.create();
        var client =
            KrakenClient.builder().protocol(KrakenV2.protocol()).transport(transport).build()) {
      var market = client.marketData();
      market.trades(pairs, trade -> System.out.println(trade.side() + " at " + trade.price()));
      market.books(Depth.D10, pairs, book -> System.out.println("best bid " + book.bestBid()));
      System.in.read(); // listeners run until Enter
    }
    // end
  }
}
