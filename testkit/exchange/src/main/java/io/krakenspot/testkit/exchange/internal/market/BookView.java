package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;
import java.util.List;

/** The part of a book that subscribers of one depth see. */
public final class BookView {
  private final SideView asks;
  private final SideView bids;

  BookView(BookModel book, int depth) {
    this.asks = new SideView(book.side(Side.SELL), depth);
    this.bids = new SideView(book.side(Side.BUY), depth);
  }

  void changed(Side side, Level level) {
    (side == Side.BUY ? bids : asks).changed(level);
  }

  BookDelta take() {
    return new BookDelta(asks.take(), bids.take());
  }

  /**
   * The asks in range, best first.
   *
   * @return up to as many as the depth
   */
  public List<Level> asks() {
    return asks.levels();
  }

  /**
   * The bids in range, best first.
   *
   * @return up to as many as the depth
   */
  public List<Level> bids() {
    return bids.levels();
  }
}
