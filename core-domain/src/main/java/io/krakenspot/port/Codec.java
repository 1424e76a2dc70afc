package io.krakenspot.port;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import java.util.List;

/**
 * Translates between wire text and facts; one instance per link, forgotten with it. A codec is
 * asked and answers: it never sends, waits, schedules or looks at a clock. All calls come from the
 * link's loop.
 */
public interface Codec {
  /**
   * Decodes one frame and, once all of it has been understood, reports its facts.
   *
   * @param frame the frame
   * @param inbound receives the facts
   * @throws MalformedFrameException if the frame cannot be understood; nothing was reported
   */
  void decode(Frame frame, Inbound inbound);

  /**
   * The frames that subscribe to a stream.
   *
   * @param requestId echoed by the answers, zero or more
   * @param topic the stream, one that {@link Protocol#carrier} returned
   * @param pairs the pairs; empty for a stream that has none
   * @param snapshot whether to ask for what went before
   * @return one or more frames, each answered once a pair
   */
  List<String> subscribe(long requestId, Topic topic, List<Pair> pairs, SnapshotChoice snapshot);

  /**
   * The frames that unsubscribe from a stream.
   *
   * @param requestId echoed by the answers, zero or more
   * @param topic the stream as it was subscribed to
   * @param pairs the pairs; empty for a stream that has none
   * @return one or more frames, each answered once a pair
   */
  List<String> unsubscribe(long requestId, Topic topic, List<Pair> pairs);

  /**
   * The frame that asks for a pong.
   *
   * @param requestId echoed by the pong, zero or more
   * @return one frame
   */
  String ping(long requestId);
}
