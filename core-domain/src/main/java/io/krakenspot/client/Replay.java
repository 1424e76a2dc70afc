package io.krakenspot.client;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.internal.session.ReplayFacts;
import io.krakenspot.market.Depth;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Turns the recorded frames of one connection into events, with books applied and checksums
 * checked, without a connection.
 *
 * <pre>{@code
 * var replay = new Replay(KrakenV2.protocol(), listener);
 * Files.lines(recording).forEach(line -> replay.frame(Frame.of(line)));
 * }</pre>
 *
 * <p>Not safe for more than one thread.
 */
public final class Replay {
  private final Codec codec;
  private final ReplayFacts facts;

  /**
   * A replay that has seen nothing.
   *
   * @param protocol the version of the frames
   * @param listener hears the events
   */
  public Replay(Protocol protocol, ReplayListener listener) {
    this(protocol, listener, null);
  }

  /**
   * A replay that knows the depth of the books.
   *
   * @param protocol the version of the frames
   * @param listener hears the events
   * @param depth of books whose frames and acknowledgements do not tell; null to take it from the
   *     size of the snapshot
   */
  public Replay(Protocol protocol, ReplayListener listener, @Nullable Depth depth) {
    this.codec = protocol.newCodec();
    this.facts = new ReplayFacts(listener, depth);
  }

  /**
   * Replays the next frame.
   *
   * @param frame the frame
   * @throws MalformedFrameException if it cannot be understood; nothing of it was applied, and
   *     books that it may have been about are withheld until their next snapshot, as on a live
   *     connection
   */
  public void frame(Frame frame) {
    try {
      codec.decode(frame, facts);
    } catch (MalformedFrameException failure) {
      facts.malformed(frame, failure);
      throw failure;
    }
  }
}
