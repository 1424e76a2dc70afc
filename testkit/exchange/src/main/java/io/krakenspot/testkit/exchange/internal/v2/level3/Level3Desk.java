package io.krakenspot.testkit.exchange.internal.v2.level3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The {@code level3} subscriptions of one connection, one for each symbol. */
public final class Level3Desk {
  /** The channel. */
  public static final String CHANNEL = "level3";

  private static final List<Long> DEPTHS = List.of(10L, 100L, 1000L);

  private final Client client;
  private final Consumer<ObjectNode> sender;
  private final Map<MarketPair, OrderBookFeed> feeds = new LinkedHashMap<>();

  /**
   * Makes a desk without subscriptions.
   *
   * @param client whose connection
   * @param sender where channel messages go
   */
  public Level3Desk(Client client, Consumer<ObjectNode> sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * Subscribes, with an answer for each symbol.
   *
   * @param params of the request
   * @param reply to answer with
   */
  public void subscribe(V2Params params, V2Reply reply) {
    int depth = depth(params);
    boolean snapshot = params.flag("snapshot", true);
    Map<MarketPair, OrderBookFeed> granted = new LinkedHashMap<>();
    forEachSymbol(
        params,
        reply,
        (symbol, pair) -> {
          String refusal = refusal(pair);
          if (refusal != null) {
            reply.refused(refusal, symbol);
          } else {
            granted.put(pair, grant(pair, depth, snapshot, reply));
          }
        });
    if (snapshot) {
      granted.forEach(this::snapshot);
    }
  }

  private @Nullable String refusal(MarketPair pair) {
    if (client.refusal() != null) {
      return client.refusal();
    }
    if (feeds.containsKey(pair)) {
      return Texts.ALREADY_SUBSCRIBED;
    }
    return feeds.size() < client.venue().faults().level3Symbols()
        ? null
        : "Subscription symbol limit exceeded";
  }

  private OrderBookFeed grant(MarketPair pair, int depth, boolean snapshot, V2Reply reply) {
    OrderBookFeed feed = new OrderBookFeed(client.venue().engine(), pair, depth);
    feeds.put(pair, feed);
    client.count(Entry.SUBSCRIPTIONS);
    reply.granted(
        Json.object()
            .put("channel", CHANNEL)
            .put("snapshot", snapshot)
            .put("symbol", pair.pair().toString()));
    return feed;
  }

  private void snapshot(MarketPair pair, OrderBookFeed feed) {
    client.begin(
        pair,
        () -> sender.accept(feed.snapshot(client.venue().stamp(), client.takeSnapshotError(pair))));
  }

  /**
   * Unsubscribes, with an answer for each symbol.
   *
   * @param params of the request
   * @param reply to answer with
   */
  public void unsubscribe(V2Params params, V2Reply reply) {
    int depth = depth(params);
    forEachSymbol(params, reply, (symbol, pair) -> end(symbol, pair, depth, reply));
  }

  private void end(String symbol, MarketPair pair, int depth, V2Reply reply) {
    OrderBookFeed feed = feeds.get(pair);
    if (feed == null || feed.depth() != depth) {
      reply.refused(Texts.NOT_SUBSCRIBED, "subscribe", symbol);
      return;
    }
    feeds.remove(pair);
    client.count(Entry.UNSUBSCRIPTIONS);
    reply.granted(Json.object().put("channel", CHANNEL).put("symbol", symbol));
  }

  private static int depth(V2Params params) {
    Long depth = params.integer("depth");
    if (depth != null && !DEPTHS.contains(depth)) {
      throw new Refusal("Subscription depth not supported");
    }
    return depth == null ? DEPTHS.get(0).intValue() : depth.intValue();
  }

  private void forEachSymbol(V2Params params, V2Reply reply, BiConsumer<String, MarketPair> then) {
    List<String> symbols = params.texts("symbol");
    if (symbols.isEmpty()) {
      throw new Refusal("Symbol(s) not found");
    }
    for (String symbol : symbols) {
      MarketPair pair = client.venue().market().find(symbol);
      if (pair != null && pair.pair().toString().equals(symbol)) {
        then.accept(symbol, pair);
      } else {
        reply.refused(Texts.badPair(symbol), symbol);
      }
    }
  }

  /**
   * Tells what single orders did.
   *
   * @param update of a pair
   */
  public void changed(PairUpdate update) {
    OrderBookFeed feed = feeds.get(update.pair());
    ObjectNode message = feed == null ? null : feed.follow(update);
    if (message != null && !update.booksLost()) {
      client.count(Entry.BOOK_UPDATES);
      sender.accept(message);
    }
  }

  /**
   * Whether the orders of a pair are subscribed.
   *
   * @param pair which
   * @return true if so
   */
  public boolean has(MarketPair pair) {
    return feeds.containsKey(pair);
  }

  /**
   * Whether nothing is subscribed.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return feeds.isEmpty();
  }
}
