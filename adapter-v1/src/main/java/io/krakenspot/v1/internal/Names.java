package io.krakenspot.v1.internal;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Topic;
import org.jspecify.annotations.Nullable;

/** v1's names of pairs, assets and channels, and what the rest of the library calls them. */
final class Names {
  private static final int DEFAULT_DEPTH = 10;
  private static final int DEFAULT_INTERVAL = 1;

  private Names() {}

  /** {@code XBT/USD} for {@code BTC/USD}. */
  static String wire(Pair pair) {
    return wireCode(pair.base()) + "/" + wireCode(pair.quote());
  }

  /** {@code BTC/USD} for {@code XBT/USD} and for itself; null for what is no pair. */
  static @Nullable Pair pair(@Nullable String text) {
    try {
      return text == null ? null : Pair.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** {@code BTC} for {@code XBT}. */
  static String code(String wireCode) {
    return switch (wireCode) {
      case "XBT" -> "BTC";
      case "XDG" -> "DOGE";
      default -> wireCode;
    };
  }

  /** The stream of a channel name as data frames have it, {@code book-10}; null if unknown. */
  static @Nullable Topic topic(String channelName) {
    int dash = channelName.indexOf('-');
    if (dash < 0) {
      return channelName.equals("book") || channelName.equals("ohlc")
          ? null
          : topic(channelName, null);
    }
    String name = channelName.substring(0, dash);
    Integer size = smallNumber(channelName.substring(dash + 1));
    return size != null && (name.equals("book") || name.equals("ohlc")) ? topic(name, size) : null;
  }

  /**
   * The stream of a subscription's name and its depth or interval; without one, the exchange's
   * default counts.
   */
  static @Nullable Topic topic(String name, @Nullable Integer size) {
    try {
      return switch (name) {
        case "ticker" -> new Topic.TickerTopic(TickerTrigger.TRADES);
        case "spread" -> new Topic.SpreadTopic();
        case "trade" -> new Topic.TradeTopic();
        case "book" -> new Topic.BookTopic(Depth.of(size == null ? DEFAULT_DEPTH : size));
        case "ohlc" ->
            new Topic.CandleTopic(Interval.ofMinutes(size == null ? DEFAULT_INTERVAL : size));
        default -> feed(name);
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The account's stream of a channel name, {@code openOrders}; null for all others. */
  static @Nullable Topic feed(String name) {
    return switch (name) {
      case "openOrders" -> new Topic.OrderTopic();
      case "ownTrades" -> new Topic.FillTopic();
      default -> null;
    };
  }

  /** The name to subscribe to a stream with, {@code openOrders}. */
  static String channel(Topic topic) {
    if (topic instanceof Topic.OrderTopic) {
      return "openOrders";
    } else if (topic instanceof Topic.FillTopic) {
      return "ownTrades";
    }
    boolean absent =
        topic instanceof Topic.InstrumentTopic
            || topic instanceof Topic.Level3Topic
            || topic instanceof Topic.AccountTopic
            || (topic instanceof Topic.TickerTopic ticker
                && ticker.trigger() != TickerTrigger.TRADES);
    if (absent) {
      throw new IllegalArgumentException("v1 has no channel for " + topic);
    }
    return topic.name();
  }

  private static String wireCode(String code) {
    return switch (code) {
      case "BTC" -> "XBT";
      case "DOGE" -> "XDG";
      default -> code;
    };
  }

  private static @Nullable Integer smallNumber(String text) {
    return text.length() <= 6 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.valueOf(text)
        : null;
  }
}
