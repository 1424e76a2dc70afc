package io.krakenspot.testkit.exchange.internal.v1;

import io.krakenspot.testkit.exchange.internal.session.Channel;
import io.krakenspot.testkit.exchange.internal.session.Subscription;

/** Names and numbers of v1 channels. */
final class V1Names {
  private V1Names() {}

  static String channelName(Subscription subscription) {
    String name = subscription.channel().wireName();
    return switch (subscription.channel()) {
      case BOOK, OHLC -> name + "-" + subscription.parameter();
      default -> name;
    };
  }

  /** Some number without meaning: large, another for each pair, channel and parameter. */
  static long channelId(Subscription subscription) {
    long pair = 13_959_168L + (subscription.pair().index() * 1_514_153L);
    return pair + channelNumber(subscription.channel()) + subscription.parameter();
  }

  private static long channelNumber(Channel channel) {
    return switch (channel) {
      case BOOK -> 0;
      case TRADE -> 40_000;
      case TICKER -> 80_000;
      case SPREAD -> 120_000;
      case OHLC -> 160_000;
    };
  }
}
