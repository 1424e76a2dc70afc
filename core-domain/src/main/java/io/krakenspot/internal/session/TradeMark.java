package io.krakenspot.internal.session;

import io.krakenspot.market.Trade;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream of trades has come: by ids, or by time and the newest trades of the last moment
 * where there are none.
 */
final class TradeMark {
  /** A moment that never ends, by a clock that stands still or once went ahead, costs no more. */
  private static final int MOST_OF_A_MOMENT = 1_000;

  private final Deque<Trade> ofLastMoment = new ArrayDeque<>();
  private Instant last = Instant.MIN;
  private @Nullable Long newestId;

  void delivered(Trade trade) {
    Long id = trade.id();
    if (id != null && (newestId == null || Long.compareUnsigned(newestId, id) < 0)) {
      newestId = id;
    }
    if (trade.timestamp().isAfter(last)) {
      last = trade.timestamp();
      ofLastMoment.clear();
    }
    if (ofLastMoment.size() == MOST_OF_A_MOMENT) {
      ofLastMoment.removeFirst();
    }
    ofLastMoment.addLast(trade);
  }

  /** Whether a trade comes after all that were delivered. */
  boolean before(Trade trade) {
    Long id = trade.id();
    if (id != null) {
      return newestId == null ? ofLastMoment.isEmpty() : Long.compareUnsigned(newestId, id) < 0;
    }
    return trade.timestamp().isAfter(last)
        || (trade.timestamp().equals(last) && !ofLastMoment.contains(trade));
  }

  /** Whether every later trade of the stream is news too. */
  boolean passedBy(Trade trade) {
    return trade.timestamp().isAfter(last);
  }

  /** How many trades it holds. */
  int held() {
    return ofLastMoment.size();
  }
}
