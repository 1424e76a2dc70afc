package io.krakenspot.port;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** Opens links and runs loops. Knows nothing of versions, topics or tokens. */
public interface Transport extends AutoCloseable {
  /**
   * A loop for one client.
   *
   * @return a loop that lives as long as the transport
   */
  Loop newLoop();

  /**
   * Dials once. Returns at once; the listener hears what comes of it.
   *
   * @param loop the loop that all of the link's calls come from, one of {@link #newLoop()}
   * @param uri {@code ws://} or {@code wss://}
   * @param listener is set before the connection is made, so no frame is missed
   * @return the link, not open yet
   */
  Link connect(Loop loop, URI uri, LinkListener listener);

  /**
   * Reads a public resource over HTTP.
   *
   * @param uri {@code http://} or {@code https://}
   * @return the body; fails with a {@link io.krakenspot.failure.KrakenException} if there is no
   *     answer or its status is not 200. Completes on any thread
   */
  CompletionStage<byte[]> get(URI uri);

  /**
   * The policy of this transport for when to dial.
   *
   * @return the policy that new clients use unless they are given another
   */
  ReconnectPolicy reconnectPolicy();

  /** Ends all links and frees what the transport owns. Idempotent. */
  @Override
  void close();
}
