package io.krakenspot.port;

import java.net.URI;
import java.util.Optional;

/**
 * A version of Kraken's protocol: its features, its addresses and its codec. Stateless and safe for
 * any thread.
 */
public interface Protocol {
  /**
   * The version's name.
   *
   * @return for example {@code v2}
   */
  String name();

  /**
   * Whether and how the version has a feature.
   *
   * @param feature the feature
   * @return the support; never null
   */
  Support support(Feature feature);

  /**
   * Where an exchange of Kraken's listens.
   *
   * @param environment production or beta
   * @return the addresses
   */
  Endpoints endpoints(Environment environment);

  /**
   * Where a single server listens that serves all of it under one host and port, as the simulated
   * exchange does.
   *
   * @param uri {@code ws://host:port} or {@code wss://host:port}, with or without the path of this
   *     version's public data
   * @return the addresses
   * @throws IllegalArgumentException if the address is of another scheme or path; the message says
   *     what to write
   */
  Endpoints endpointsAt(URI uri);

  /**
   * A codec for a new link.
   *
   * @return a codec that knows nothing yet
   */
  Codec newCodec();

  /**
   * The stream of this version that carries a topic.
   *
   * @param topic what is wanted, a topic whose feature is available
   * @return the same topic, or the one it is made from
   */
  Topic carrier(Topic topic);

  /**
   * How two streams of the same pair get on with each other on one connection.
   *
   * @param one a carrier
   * @param other another carrier
   * @return whether the first covers or excludes the second
   */
  Overlap overlap(Topic one, Topic other);

  /**
   * The feature that a topic needs.
   *
   * @param topic a topic
   * @return the feature
   */
  default Feature featureOf(Topic topic) {
    if (topic instanceof Topic.TickerTopic ticker) {
      return switch (ticker.trigger()) {
        case TRADES -> Feature.TICKER;
        case BEST_BID_OFFER -> Feature.TICKER_BEST_BID_OFFER;
      };
    } else if (topic instanceof Topic.SpreadTopic) {
      return Feature.SPREAD;
    } else if (topic instanceof Topic.BookTopic) {
      return Feature.BOOK;
    } else if (topic instanceof Topic.TradeTopic) {
      return Feature.TRADES;
    } else if (topic instanceof Topic.CandleTopic) {
      return Feature.CANDLES;
    }
    return ((Topic.InstrumentTopic) topic).tokenized()
        ? Feature.INSTRUMENT_TOKENIZED
        : Feature.INSTRUMENTS;
  }

  /**
   * How reference data is asked for, if there is no channel for it.
   *
   * @return empty if {@link Topic.InstrumentTopic} is a stream
   */
  Optional<InstrumentQuery> instrumentQuery();
}
