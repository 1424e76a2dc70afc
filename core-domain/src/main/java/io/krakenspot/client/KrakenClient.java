package io.krakenspot.client;

import io.krakenspot.port.Feature;
import io.krakenspot.port.Support;
import java.util.concurrent.CompletionStage;

/**
 * A client of the Kraken Spot WebSocket API, of one version.
 *
 * <pre>{@code
 * var client = KrakenClient.builder()
 *     .protocol(KrakenV2.protocol())        // or KrakenV1.protocol()
 *     .transport(VertxTransport.create())
 *     .build();
 * client.marketData().books(Depth.D10, List.of(Pair.of("BTC/USD")), book -> ...);
 * }</pre>
 *
 * <p>Dials when first needed, restores subscriptions after each loss, and closes nothing it was
 * given: the transport stays open. Where the exchange refuses a link for good, for example with
 * HTTP 403, what that link carried ends and the other links go on; whatever is asked for next
 * begins with a new one. Safe for any thread.
 */
public interface KrakenClient extends AutoCloseable {
  /**
   * Starts to build a client.
   *
   * @return a builder
   */
  static KrakenClientBuilder builder() {
    return new KrakenClientBuilder();
  }

  /**
   * Public market data.
   *
   * @return to subscribe with
   */
  MarketData marketData();

  /**
   * The account's own streams.
   *
   * @return to subscribe with
   * @throws IllegalStateException if the client was built without credentials or a token source
   */
  Account account();

  /**
   * Commands of the account.
   *
   * @return to trade with
   * @throws IllegalStateException if the client was built without credentials or a token source
   */
  Trading trading();

  /**
   * Dials the public host now and not with the first subscription.
   *
   * @return completes when the link first stands; fails with {@link
   *     io.krakenspot.failure.ConnectionFailedException} if it never will. May be called again then
   */
  CompletionStage<Void> connect();

  /**
   * Replaces the links of public data by new ones without a gap: the new ones subscribe to the same
   * streams, and take over when each has come as far as it was; then the old ones end. Takes
   * attempts from the budget.
   *
   * @return completes on the loop when the new links serve; fails with {@link
   *     io.krakenspot.failure.ConnectionFailedException} if they could not within 30 s or
   *     subscriptions changed meanwhile, and the old links go on
   */
  CompletionStage<Void> rotate();

  /**
   * Adds a listener for the connection. It first hears the present state.
   *
   * @param listener the listener
   */
  void onConnection(ConnectionListener listener);

  /**
   * Whether and how the client's version has a feature.
   *
   * @param feature the feature
   * @return the support
   */
  Support support(Feature feature);

  /**
   * Asks the public host for a sign of life.
   *
   * @return how long the answer took, nanoseconds; fails with {@link
   *     io.krakenspot.failure.ConnectionFailedException} if there is no link or no answer within
   *     the request deadline
   */
  CompletionStage<Long> ping();

  /**
   * What has been counted so far.
   *
   * @return the counters; completes on the loop
   */
  CompletionStage<Counters> counters();

  /** Ends all subscriptions and the link. Idempotent; returns at once. */
  @Override
  void close();
}
