package io.krakenspot.console;

import io.krakenspot.client.Trading;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookLevel;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Trades a little, over and over: an order that rests below the market, moves closer and goes, and
 * between them one that trades at once. For one thread.
 */
final class DemoTrader {
  private static final int STEPS = 4;
  private static final BigDecimal QUANTITY = new BigDecimal("0.002");
  private static final BigDecimal FAR = new BigDecimal("50");
  private static final BigDecimal NEAR = new BigDecimal("25");

  private final Trading trading;
  private long step;
  private @Nullable Book book;

  DemoTrader(Trading trading) {
    this.trading = trading;
  }

  void book(Book newest) {
    book = newest;
  }

  /** Does one more thing, once there is a book. What comes of it, the account's events tell. */
  void step() {
    Book now = book;
    BookLevel bid = now == null ? null : now.bestBid();
    if (now == null || bid == null) {
      return;
    }
    String id = "demo-" + step / STEPS;
    var unused =
        switch ((int) (step % STEPS)) {
          case 0 ->
              trading.place(
                  NewOrder.buy(now.pair(), OrderType.LIMIT)
                      .quantity(QUANTITY)
                      .limit(OrderPrice.of(bid.price().subtract(FAR)))
                      .clientOrderId(id)
                      .build());
          case 1 ->
              trading.place(NewOrder.buy(now.pair(), OrderType.MARKET).quantity(QUANTITY).build());
          case 2 ->
              trading.amend(
                  AmendOrder.of(OrderKey.clientId(id))
                      .limit(OrderPrice.of(bid.price().subtract(NEAR)))
                      .build());
          default -> trading.cancel(OrderKey.clientId(id));
        };
    step++;
  }
}
