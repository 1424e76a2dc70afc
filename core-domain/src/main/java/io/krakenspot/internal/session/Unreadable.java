package io.krakenspot.internal.session;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A frame that could not be read, and which streams may have lost something with it.
 *
 * @param channel the topic's name, if the frame told
 * @param pair the pair, if the frame told both
 * @param message whether it may have been a message at all
 */
record Unreadable(@Nullable String channel, @Nullable Pair pair, boolean message) {
  static Unreadable of(Frame frame, MalformedFrameException failure) {
    String symbol = failure.channel() == null ? null : failure.symbol();
    return new Unreadable(
        failure.channel(), symbol == null ? null : Pair.of(symbol), looksLikeJson(frame));
  }

  private static boolean looksLikeJson(Frame frame) {
    return frame.length() > 0 && (frame.at(0) == '{' || frame.at(0) == '[');
  }

  /** Whether a stream may have lost something that its next event does not make good. */
  boolean concerns(Topic topic, @Nullable Pair of) {
    if (channel == null) {
      return message && !mendsItself(topic);
    }
    return channel.equals(topic.name()) && (pair == null || pair.equals(of));
  }

  /** Whether a book can no longer be relied on. */
  boolean spoils(Topic topic, Pair of) {
    return concerns(topic, of) && (pair != null || !mendsItself(topic));
  }

  /** State that the next event replaces, or a book whose checksum covers every level. */
  private static boolean mendsItself(Topic topic) {
    return topic instanceof Topic.TickerTopic
        || topic instanceof Topic.SpreadTopic
        || (topic instanceof Topic.BookTopic book && book.depth() == Depth.D10)
        || (topic instanceof Topic.Level3Topic orders && orders.depth() == Level3Depth.D10);
  }
}
