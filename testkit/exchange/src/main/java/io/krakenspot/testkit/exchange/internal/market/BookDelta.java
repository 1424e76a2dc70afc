package io.krakenspot.testkit.exchange.internal.market;

import java.util.List;

/**
 * What an event changed in the part of a book that subscribers of one depth see, in order.
 *
 * @param asks changes of the ask side
 * @param bids changes of the bid side
 */
public record BookDelta(List<BookEntry> asks, List<BookEntry> bids) {
  boolean isEmpty() {
    return asks.isEmpty() && bids.isEmpty();
  }
}
