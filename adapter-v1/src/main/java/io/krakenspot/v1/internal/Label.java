package io.krakenspot.v1.internal;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What a data frame is about.
 *
 * @param channel the channel's name on the wire, for example {@code book-10}
 * @param topic the stream it means; null if this version of the library does not know the channel
 * @param pair the pair
 */
record Label(String channel, @Nullable Topic topic, Pair pair) {
  /**
   * Reads a frame's last two elements. The order is channel, pair on the wire and pair, channel in
   * the documentation's tables: both are understood, for only a pair has a slash.
   */
  static @Nullable Label of(String one, String other) {
    return other.indexOf('/') >= 0 ? label(one, other) : label(other, one);
  }

  /** The name people give the channel, for example {@code book}. */
  String neutralChannel() {
    return topic == null ? channel : topic.name();
  }

  private static @Nullable Label label(String channel, String pairName) {
    Pair pair = Names.pair(pairName);
    return pair == null || channel.isEmpty()
        ? null
        : new Label(channel, Names.topic(channel), pair);
  }
}
