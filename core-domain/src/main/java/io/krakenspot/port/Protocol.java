package io.krakenspot.port;

import io.krakenspot.order.EditOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.PriceType;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.order.TriggerReference;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A version of Kraken's protocol: its features, its addresses and its codec. Stateless and safe for
 * any thread.
 */
public interface Protocol {
  /** Pairs that a link of level 3 carries at most (Kraken v2 {@code level3}). */
  int LEVEL3_PAIRS = 200;

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
   * How many pairs one link to a host may carry. A session opens more links where one is not
   * enough.
   *
   * @param host which
   * @return for example 200 for level 3; {@link Integer#MAX_VALUE} where Kraken names no limit
   */
  default int pairsPerLink(Host host) {
    return host == Host.LEVEL3 ? LEVEL3_PAIRS : Integer.MAX_VALUE;
  }

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
    } else if (topic instanceof Topic.Level3Topic) {
      return Feature.LEVEL3;
    } else if (topic instanceof Topic.InstrumentTopic all) {
      return all.tokenized() ? Feature.INSTRUMENT_TOKENIZED : Feature.INSTRUMENTS;
    }
    return accountFeature((Topic.AccountTopic) topic);
  }

  private static Feature accountFeature(Topic.AccountTopic topic) {
    if (topic instanceof Topic.BalanceTopic) {
      return Feature.BALANCES;
    }
    return topic instanceof Topic.FillTopic ? Feature.FILLS : Feature.ORDERS;
  }

  /**
   * The features that a command needs.
   *
   * @param command a command
   * @return one or more
   */
  default Set<Feature> featuresOf(Command command) {
    if (command instanceof Command.Place place) {
      return orderFeatures(Feature.PLACE, List.of(place.order()));
    } else if (command instanceof Command.PlaceBatch place) {
      return orderFeatures(Feature.PLACE_BATCH, place.batch().orders());
    } else if (command instanceof Command.Edit edit) {
      return editFeatures(edit.change());
    }
    return Set.of(
        switch (command.kind()) {
          case AMEND -> Feature.AMEND;
          case CANCEL -> Feature.CANCEL;
          case CANCEL_BATCH -> Feature.CANCEL_BATCH;
          case CANCEL_ALL -> Feature.CANCEL_ALL;
          default -> Feature.CANCEL_ALL_AFTER;
        });
  }

  private static Set<Feature> orderFeatures(Feature first, List<NewOrder> orders) {
    Set<Feature> features = EnumSet.of(first);
    for (NewOrder order : orders) {
      Trigger trigger = order.trigger();
      if (order.type() == OrderType.ICEBERG) {
        features.add(Feature.PLACE_ICEBERG);
      }
      if (order.timeInForce() == TimeInForce.FOK) {
        features.add(Feature.PLACE_FILL_OR_KILL);
      }
      if (trigger != null && trigger.reference() == TriggerReference.INDEX) {
        features.add(Feature.PLACE_INDEX_TRIGGER);
      }
      if (order.leverage() != null) {
        features.add(Feature.PLACE_LEVERAGE);
      }
    }
    return features;
  }

  private static Set<Feature> editFeatures(EditOrder change) {
    Set<Feature> features = EnumSet.of(Feature.EDIT);
    Trigger trigger = change.trigger();
    if (change.deadline() != null
        || change.displayQuantity() != null
        || change.reduceOnly()
        || change.feePreference() != null) {
      features.add(Feature.EDIT_DETAILS);
    }
    OrderPrice limit = change.limit();
    if (limit != null && limit.type() != PriceType.STATIC) {
      features.add(Feature.EDIT_DISTANCE);
    }
    if (trigger != null && trigger.reference() == TriggerReference.INDEX) {
      features.add(Feature.PLACE_INDEX_TRIGGER);
    }
    return features;
  }

  /**
   * How reference data is asked for, if there is no channel for it.
   *
   * @return empty if {@link Topic.InstrumentTopic} is a stream
   */
  Optional<InstrumentQuery> instrumentQuery();
}
