package io.krakenspot.port;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * @param terms what is asked for besides
   * @return one or more frames, each answered once a pair
   */
  List<String> subscribe(long requestId, Topic topic, List<Pair> pairs, Terms terms);

  /**
   * The frames that unsubscribe from a stream.
   *
   * @param requestId echoed by the answers, zero or more
   * @param topic the stream as it was subscribed to
   * @param pairs the pairs; empty for a stream that has none
   * @param token for private streams; null for public ones
   * @return one or more frames, each answered once a pair
   */
  List<String> unsubscribe(long requestId, Topic topic, List<Pair> pairs, @Nullable Token token);

  /**
   * The frame that asks for a command.
   *
   * @param requestId echoed by the answers, zero or more
   * @param command one whose features the version has
   * @param token of the account
   * @param now the time that deadlines count from
   * @return one frame
   */
  String command(long requestId, Command command, Token token, Instant now);

  /**
   * The frame that asks for a pong.
   *
   * @param requestId echoed by the pong, zero or more
   * @return one frame
   */
  String ping(long requestId);
}
