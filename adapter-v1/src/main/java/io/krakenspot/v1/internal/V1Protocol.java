package io.krakenspot.v1.internal;

import io.krakenspot.port.Codec;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Feature;
import io.krakenspot.port.InstrumentQuery;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import java.net.URI;
import java.util.Optional;

/** Kraken WebSocket v1. */
public final class V1Protocol implements Protocol {
  /** Makes the protocol. */
  public V1Protocol() {}

  @Override
  public String name() {
    return "v1";
  }

  @Override
  public Support support(Feature feature) {
    return switch (feature) {
      case TICKER,
          TICKER_TODAY,
          SPREAD,
          BOOK,
          BOOK_SEVERAL_DEPTHS,
          TRADES,
          CANDLES,
          CANDLE_SEVERAL_INTERVALS,
          SYSTEM_STATUS,
          ORDERS,
          FILLS,
          FILL_CONSOLIDATION,
          RATE_COUNTER,
          PLACE,
          PLACE_LEVERAGE,
          AMEND,
          EDIT,
          EDIT_DISTANCE,
          CANCEL,
          CANCEL_ALL,
          CANCEL_ALL_AFTER ->
          Support.NATIVE;
      case INSTRUMENTS -> Support.derived("from REST AssetPairs and Assets");
      case TICKER_BEST_BID_OFFER -> Support.absent("subscribe to spread");
      case TICKER_CHANGE_PERCENT -> Support.absent("divide change by last less change");
      case BOOK_SNAPSHOT_CHECKSUM -> Support.absent("the first update verifies the snapshot");
      case TRADE_SNAPSHOT -> Support.absent("ask REST Trades, or use v2");
      case TRADE_IDS -> Support.absent("use v2");
      case CANDLE_HISTORY -> Support.absent("ask REST OHLC, or use v2");
      case INSTRUMENT_UPDATES -> Support.absent("ask for instruments again, or use v2");
      case INSTRUMENT_TOKENIZED -> Support.absent("use v2");
      case SNAPSHOT_CHOICE ->
          Support.absent("ticker, spread, book and ohlc always start with one, trade never");
      case SERVER_TIMING, FILL_DETAILS, SUBACCOUNTS, TRANSITION_CHOICE -> Support.absent("use v2");
      case LEVEL3 -> Support.absent("the book at depth 1000, or use v2");
      case BALANCES -> Support.absent("ask REST Balance, or use v2");
      case PLACE_ICEBERG -> Support.absent("limit orders, or use v2");
      case PLACE_FILL_OR_KILL -> Support.absent("time in force IOC, or use v2");
      case PLACE_INDEX_TRIGGER -> Support.absent("a trigger on the last trade, or use v2");
      case PLACE_BATCH -> Support.absent("place the orders one by one, or use v2");
      case EDIT_DETAILS -> Support.absent("amend the order, or use v2");
      case CANCEL_BATCH -> Support.absent("cancel the orders one by one, or use v2");
    };
  }

  @Override
  public Endpoints endpoints(Environment environment) {
    return switch (environment) {
      case PRODUCTION ->
          kraken("wss://ws.kraken.com", "wss://ws-auth.kraken.com", "wss://ws-l3.kraken.com/v2");
      case BETA ->
          kraken(
              "wss://beta-ws.kraken.com",
              "wss://beta-ws-auth.kraken.com",
              "wss://ws-l3.kraken.com/v2");
    };
  }

  @Override
  public Endpoints endpointsAt(URI uri) {
    String server = requireServer(uri);
    String path = uri.getRawPath();
    if (!path.isEmpty() && !path.equals("/")) {
      String whose = path.equals("/v2") ? "v2's address" : "no address of v1";
      throw new IllegalArgumentException(
          "ws" + server + path + " is " + whose + "; for v1 write ws" + server);
    }
    return new Endpoints(
        URI.create("ws" + server + "/"),
        URI.create("ws" + server + "/auth"),
        URI.create("ws" + server + "/l3/v2"),
        URI.create("http" + server));
  }

  @Override
  public Codec newCodec() {
    return new V1Codec();
  }

  @Override
  public Topic carrier(Topic topic) {
    return topic;
  }

  @Override
  public Overlap overlap(Topic one, Topic other) {
    return one.equals(other) ? Overlap.COVERS : Overlap.NONE;
  }

  @Override
  public Optional<InstrumentQuery> instrumentQuery() {
    return Optional.of(new AssetPairsQuery());
  }

  private static Endpoints kraken(String marketData, String account, String level3) {
    return new Endpoints(
        URI.create(marketData),
        URI.create(account),
        URI.create(level3),
        URI.create("https://api.kraken.com"));
  }

  /** The server as {@code ://host:port}, led by an s if it speaks TLS. */
  private static String requireServer(URI uri) {
    boolean plain = "ws".equalsIgnoreCase(uri.getScheme());
    boolean secure = "wss".equalsIgnoreCase(uri.getScheme());
    if ((!plain && !secure) || uri.getHost() == null || uri.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "'" + uri + "' is not the address of a server; write ws://host:port or wss://host:port");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return (secure ? "s" : "") + "://" + uri.getHost() + port;
  }
}
