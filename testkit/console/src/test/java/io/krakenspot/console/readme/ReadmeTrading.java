package io.krakenspot.console.readme;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Pair;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Placed;
import io.krakenspot.port.Credentials;
import io.krakenspot.v2.KrakenV2;
import io.krakenspot.vertx.VertxTransport;
import java.math.BigDecimal;

/** The README's code for placing an order. */
final class ReadmeTrading {
  private ReadmeTrading() {}

  public static void main(String[] args) throws Exception {
    // README
    var key = Credentials.of(System.getenv("KRAKEN_KEY"), System.getenv("KRAKEN_SECRET"));
    try (var transport = VertxTransport.create();
        var client =
            KrakenClient.builder()
                .protocol(KrakenV2.protocol()) // or KrakenV1.protocol()
                .transport(transport)
                .credentials(key)
                .build()) {
      client.account().fills(fill -> System.out.println("filled " + fill.quantity()));
      var order =
          NewOrder.buy(Pair.of("BTC/USD"), OrderType.LIMIT)
              .quantity(new BigDecimal("0.01"))
              .limit(OrderPrice.of("20000"))
              .build();
      Fate<Placed> fate = client.trading().place(order).toCompletableFuture().join();
      if (fate instanceof Fate.Unknown<Placed> unknown) {
        fate = unknown.settled().toCompletableFuture().join(); // decided by the account's records
      }
      System.out.println(fate); // Accepted, Rejected with Kraken's words, or NotSent
    }
    // end
  }
}
