package io.krakenspot.internal.session;

import io.krakenspot.port.Topic;
import java.util.List;

/**
 * In which order streams are asked for on a new link: reference data before what is read by it, the
 * account's orders before its balances, books before what is derived from them, candles last.
 */
final class RestoreOrder {
  private static final List<Class<? extends Topic>> ORDER =
      List.of(
          Topic.InstrumentTopic.class,
          Topic.ExecutionTopic.class,
          Topic.OrderTopic.class,
          Topic.FillTopic.class,
          Topic.BalanceTopic.class,
          Topic.BookTopic.class,
          Topic.Level3Topic.class,
          Topic.TickerTopic.class,
          Topic.SpreadTopic.class,
          Topic.TradeTopic.class,
          Topic.CandleTopic.class);

  private RestoreOrder() {}

  /** Streams of a lower rank are asked for first. */
  static int rank(Topic topic) {
    return ORDER.indexOf(topic.getClass());
  }
}
