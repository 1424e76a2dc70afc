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
   * A source of tokens that asks the exchange over HTTP.
   *
   * @param rest root of REST calls, see {@link Endpoints#rest()}
   * @param credentials an API key with the permission for the WebSocket interface
   * @return the source; it makes no call until it is asked
   */
  TokenSource tokenSource(URI rest, Credentials credentials);

  /**
   * The exchange's records of orders, asked over HTTP.
   *
   * @param rest root of REST calls, see {@link Endpoints#rest()}
   * @param credentials an API key with the permission to query orders
   * @return to look orders up with; it makes no call until it is asked
   */
  OrderLookup orderLookup(URI rest, Credentials credentials);

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
