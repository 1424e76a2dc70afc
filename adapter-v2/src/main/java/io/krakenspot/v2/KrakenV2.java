package io.krakenspot.v2;

import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Feature;
import io.krakenspot.port.InstrumentQuery;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import io.krakenspot.port.Topic.BookTopic;
import io.krakenspot.port.Topic.CandleTopic;
import io.krakenspot.port.Topic.ExecutionTopic;
import io.krakenspot.port.Topic.FillTopic;
import io.krakenspot.port.Topic.InstrumentTopic;
import io.krakenspot.port.Topic.Level3Topic;
import io.krakenspot.port.Topic.OrderTopic;
import io.krakenspot.port.Topic.SpreadTopic;
import io.krakenspot.port.Topic.TickerTopic;
import io.krakenspot.v2.internal.V2Codec;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Version 2 of Kraken's Spot WebSocket API. Stateless and safe for any thread.
 *
 * <p>Source: Kraken "Spot WebSockets introduction" and the reference of WebSocket v2.
 */
public final class KrakenV2 implements Protocol {
  private static final Protocol PROTOCOL = new KrakenV2();
  private static final URI LEVEL3 = URI.create("wss://ws-l3.kraken.com/v2");
  private static final URI REST = URI.create("https://api.kraken.com");

  private KrakenV2() {}

  /**
   * The protocol to build a client with.
   *
   * @return always the same object
   */
  public static Protocol protocol() {
    return PROTOCOL;
  }

  @Override
  public String name() {
    return "v2";
  }

  @Override
  public Support support(Feature feature) {
    return switch (feature) {
      case SPREAD -> Support.derived("from ticker with event_trigger bbo");
      case TICKER_TODAY ->
          Support.absent("the ticker's figures of the last 24 hours, or one-day candles");
      case BOOK_SEVERAL_DEPTHS ->
          Support.absent(
              "subscribe once, at the greatest depth; v2 book frames do not name theirs");
      case CANDLE_SEVERAL_INTERVALS ->
          Support.absent("one interval a pair, or another connection for each further interval");
      case FILL_CONSOLIDATION -> Support.absent("every fill is told by itself");
      case PLACE_LEVERAGE ->
          Support.absent("margin, which takes the pair's greatest leverage up to 5");
      case EDIT_DISTANCE -> Support.absent("amend the order, or edit it to a price");
      default -> Support.NATIVE;
    };
  }

  @Override
  public Endpoints endpoints(Environment environment) {
    return switch (environment) {
      case PRODUCTION -> kraken("wss://ws.kraken.com/v2", "wss://ws-auth.kraken.com/v2");
      case BETA -> kraken("wss://beta-ws.kraken.com/v2", "wss://beta-ws-auth.kraken.com/v2");
    };
  }

  /** No beta host is documented for individual orders and REST: both are those of production. */
  private static Endpoints kraken(String marketData, String account) {
    return new Endpoints(URI.create(marketData), URI.create(account), LEVEL3, REST);
  }

  @Override
  public Endpoints endpointsAt(URI uri) {
    if (!isServer(uri)) {
      throw new IllegalArgumentException(
          "write ws://host:port or wss://host:port, alone or with the path /v2; not "
              + uri.getScheme()
              + "://... with the path '"
              + uri.getRawPath()
              + "'");
    }
    String server = uri.getScheme() + "://" + uri.getRawAuthority();
    return new Endpoints(
        URI.create(server + "/v2"),
        URI.create(server + "/auth/v2"),
        URI.create(server + "/l3/v2"),
        URI.create(server.replaceFirst("^ws", "http")));
  }

  private static boolean isServer(URI uri) {
    return isOneOf(uri.getScheme(), "ws", "wss")
        && isOneOf(uri.getRawPath(), "", "/", "/v2")
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isOneOf(@Nullable String text, String... allowed) {
    for (String each : allowed) {
      if (each.equals(text)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Codec newCodec() {
    return new V2Codec();
  }

  @Override
  public Topic carrier(Topic topic) {
    if (topic instanceof SpreadTopic) {
      return new TickerTopic(TickerTrigger.BEST_BID_OFFER);
    }
    boolean isPartOfExecutions = topic instanceof OrderTopic || topic instanceof FillTopic;
    return isPartOfExecutions ? new ExecutionTopic() : topic;
  }

  @Override
  public Overlap overlap(Topic one, Topic other) {
    if (one.equals(other)) {
      return Overlap.NONE;
    } else if (one instanceof TickerTopic ticker && other instanceof TickerTopic) {
      return coversIf(ticker.trigger() == TickerTrigger.BEST_BID_OFFER);
    } else if (one instanceof InstrumentTopic all && other instanceof InstrumentTopic) {
      return coversIf(all.tokenized());
    }
    boolean books = one instanceof BookTopic && other instanceof BookTopic;
    boolean candles = one instanceof CandleTopic && other instanceof CandleTopic;
    boolean level3 = one instanceof Level3Topic && other instanceof Level3Topic;
    return books || candles || level3 ? Overlap.EXCLUDES : Overlap.NONE;
  }

  private static Overlap coversIf(boolean more) {
    return more ? Overlap.COVERS : Overlap.NONE;
  }

  @Override
  public Optional<InstrumentQuery> instrumentQuery() {
    return Optional.empty();
  }
}
