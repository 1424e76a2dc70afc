package io.krakenspot.v2.internal;

import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Host;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes requests that are no commands. */
final class Requests {
  static final String ON_TRADES = "trades";
  static final String ON_BEST_BID_OFFER = "bbo";

  private Requests() {}

  static String subscribe(long requestId, Topic topic, List<Pair> pairs, Terms terms) {
    return FieldWriter.request(
        "subscribe",
        requestId,
        params -> {
          stream(params, topic, pairs);
          terms(params, topic, terms);
          token(params, topic, terms.token());
        });
  }

  static String unsubscribe(long requestId, Topic topic, List<Pair> pairs, @Nullable Token token) {
    return FieldWriter.request(
        "unsubscribe",
        requestId,
        params -> {
          stream(params, topic, pairs);
          token(params, topic, token);
        });
  }

  static String ping(long requestId) {
    return FieldWriter.request("ping", requestId, null);
  }

  private static void stream(FieldWriter params, Topic topic, List<Pair> pairs) throws IOException {
    if (topic instanceof Topic.SpreadTopic
        || topic instanceof Topic.OrderTopic
        || topic instanceof Topic.FillTopic) {
      throw new IllegalArgumentException(
          "v2 has no channel of " + topic.name() + "; ask for its carrier: ticker or executions");
    }
    params.text("channel", topic.name());
    if (topic.perPair()) {
      params.texts("symbol", pairs.stream().map(Pair::toString).toList());
    }
    selector(params, topic);
  }

  /** What tells streams of one channel apart, so it stands in both requests. */
  private static void selector(FieldWriter params, Topic topic) throws IOException {
    if (topic instanceof Topic.BookTopic book) {
      params.whole("depth", book.depth().levels());
    } else if (topic instanceof Topic.Level3Topic book) {
      params.whole("depth", book.depth().levels());
    } else if (topic instanceof Topic.CandleTopic candle) {
      params.whole("interval", candle.interval().minutes());
    } else if (topic instanceof Topic.TickerTopic ticker) {
      params.text("event_trigger", trigger(ticker.trigger()));
    }
  }

  private static String trigger(TickerTrigger trigger) {
    return switch (trigger) {
      case TRADES -> ON_TRADES;
      case BEST_BID_OFFER -> ON_BEST_BID_OFFER;
    };
  }

  private static void terms(FieldWriter params, Topic topic, Terms terms) throws IOException {
    if (topic instanceof Topic.InstrumentTopic all) {
      params.mark("include_tokenized_assets", all.tokenized());
    }
    if (topic instanceof Topic.ExecutionTopic) {
      executions(params, terms);
    } else if (terms.snapshot() != SnapshotChoice.DEFAULT) {
      params.flag("snapshot", terms.snapshot() == SnapshotChoice.WANTED);
    }
    if (topic instanceof Topic.AccountTopic) {
      account(params, terms.account());
    }
  }

  /** Kraken's pages disagree on the defaults of the two snapshots, so both are always said. */
  private static void executions(FieldWriter params, Terms terms) throws IOException {
    boolean snapshot = terms.snapshot() != SnapshotChoice.UNWANTED;
    params.flag("snap_orders", snapshot);
    params.flag("snap_trades", snapshot);
    if (!terms.account().everyTransition()) {
      params.flag("order_status", false);
    }
    params.mark("ratecounter", terms.account().rateCounter());
  }

  private static void account(FieldWriter params, AccountOptions options) throws IOException {
    if (!options.rebased()) {
      params.flag("rebased", false);
    }
    if (options.allUsers()) {
      params.text("users", "all");
    }
  }

  private static void token(FieldWriter params, Topic topic, @Nullable Token token)
      throws IOException {
    if (topic.host() == Host.MARKET_DATA) {
      return;
    }
    if (token == null) {
      throw new IllegalArgumentException(topic.name() + " needs a token");
    }
    params.text("token", token.text());
  }
}
