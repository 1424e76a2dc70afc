package io.krakenspot.v2.internal;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code subscribe} or {@code unsubscribe}, for one pair. */
final class AcknowledgementDecoder extends AnswerMessage {
  private final boolean unsubscribed;
  private @Nullable String channel;
  private @Nullable Pair pair;
  private long depth;
  private @Nullable Interval interval;
  private @Nullable TickerTrigger trigger;
  private @Nullable Boolean tokenized;
  private @Nullable Integer maxRateCount;
  private List<String> warnings = List.of();

  AcknowledgementDecoder(boolean unsubscribed) {
    this.unsubscribed = unsubscribed;
  }

  @Override
  void detail(String name, WireReader in) throws IOException {
    switch (name) {
      case "result" -> result(in);
      case "channel" -> channel = in.text();
      case "symbol" -> pair = pairOrNull(in.text());
      default -> in.unknown();
    }
  }

  private void result(WireReader in) throws IOException {
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "channel" -> channel = in.text();
        case "symbol" -> pair = pairOrNull(in.text());
        case "depth" -> depth = in.whole();
        case "interval" -> interval = intervalOrNull(in.whole());
        case "event_trigger" -> trigger = triggerOrNull(in.text());
        case "include_tokenized_assets" -> tokenized = in.flag();
        case "warnings" -> warnings = in.texts();
        case "maxratecount" -> maxRateCount = in.smallWhole();
        case "snapshot", "snap_orders", "snap_trades" -> in.skip();
        default -> in.unknown();
      }
    }
  }

  /** A refusal names whatever was asked for, be it a pair or not. */
  private static @Nullable Pair pairOrNull(String text) {
    try {
      return Pair.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Topic.@Nullable BookTopic bookOrNull() {
    for (Depth each : Depth.values()) {
      if (each.levels() == depth) {
        return new Topic.BookTopic(each);
      }
    }
    return null;
  }

  private Topic.@Nullable Level3Topic level3OrNull() {
    for (Level3Depth each : Level3Depth.values()) {
      if (each.levels() == depth) {
        return new Topic.Level3Topic(each);
      }
    }
    return null;
  }

  private static @Nullable Interval intervalOrNull(long minutes) {
    for (Interval interval : Interval.values()) {
      if (interval.minutes() == minutes) {
        return interval;
      }
    }
    return null;
  }

  private static @Nullable TickerTrigger triggerOrNull(String text) {
    return switch (text) {
      case Requests.ON_TRADES -> TickerTrigger.TRADES;
      case Requests.ON_BEST_BID_OFFER -> TickerTrigger.BEST_BID_OFFER;
      default -> null;
    };
  }

  @Override
  void answer(Inbound inbound, Frame frame) {
    inbound.acknowledged(
        new Acknowledgement(
            requestId(),
            success(),
            unsubscribed,
            topic(),
            pair,
            success() ? null : error(),
            warnings,
            maxRateCount,
            timing()));
  }

  /** Null unless the answer names the stream with all that tells it from others. */
  private @Nullable Topic topic() {
    if (channel == null) {
      return null;
    }
    return switch (channel) {
      case "trade" -> new Topic.TradeTopic();
      case "book" -> bookOrNull();
      case "level3" -> level3OrNull();
      case "executions" -> new Topic.ExecutionTopic();
      case "balances" -> new Topic.BalanceTopic();
      case "ohlc" -> interval == null ? null : new Topic.CandleTopic(interval);
      case "ticker" -> trigger == null ? null : new Topic.TickerTopic(trigger);
      case "instrument" -> tokenized == null ? null : new Topic.InstrumentTopic(tokenized);
      default -> null;
    };
  }
}
