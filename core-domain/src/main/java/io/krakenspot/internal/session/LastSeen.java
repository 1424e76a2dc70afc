package io.krakenspot.internal.session;

import io.krakenspot.market.Instruments;
import io.krakenspot.port.Topic;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest state of a stream, for subscribers that come later: tickers, spreads, candles, and
 * reference data merged.
 */
final class LastSeen {
  private final Map<Class<? extends Topic>, Object> newest = new HashMap<>(2);
  private final InstrumentBoard board = new InstrumentBoard();

  void remember(Class<? extends Topic> carrying, Object event) {
    if (event instanceof Instruments instruments) {
      board.merge(instruments);
    } else if (carrying != Topic.TradeTopic.class
        && !Topic.AccountTopic.class.isAssignableFrom(carrying)) {
      newest.put(carrying, event);
    }
  }

  void replay(ActiveSubscription<?> subscription) {
    Object event = newest.get(subscription.wanted().getClass());
    if (event != null) {
      subscription.deliver(event);
    } else if (subscription.wanted() instanceof Topic.InstrumentTopic && board.known()) {
      subscription.deliver(board.all());
    }
  }
}
