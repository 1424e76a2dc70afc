package io.krakenspot.internal.session;

import io.krakenspot.market.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a stream of trades has come: by ids, or by time and the trades of the last moment where
 * there are none.
 */
final class TradeMark {
  private final List<Trade> ofLastMoment = new ArrayList<>();
  private Instant last = Instant.MIN;

  void delivered(Trade trade) {
    if (trade.timestamp().isAfter(last)) {
      last = trade.timestamp();
      ofLastMoment.clear();
    }
    ofLastMoment.add(trade);
  }

  /** Whether a trade comes after all that were delivered. */
  boolean before(Trade trade) {
    Long id = trade.id();
    if (id != null) {
      return ofLastMoment.stream()
          .allMatch(one -> one.id() != null && Long.compareUnsigned(one.id(), id) < 0);
    }
    return trade.timestamp().isAfter(last)
        || (trade.timestamp().equals(last) && !ofLastMoment.contains(trade));
  }

  /** Whether every later trade of the stream is news too. */
  boolean passedBy(Trade trade) {
    return trade.timestamp().isAfter(last);
  }
}
