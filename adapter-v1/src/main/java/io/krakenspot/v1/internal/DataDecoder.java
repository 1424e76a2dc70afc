package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Data: public, {@code [channel id, payload.., channel, pair]}, or the account's. Each frame is one
 * of two things afterwards: decoded, to be reported, or of an unknown kind.
 */
final class DataDecoder {
  private final FrameReader in;
  private final ChannelTable channels;
  private final AccountDecoder account;
  private final LabelTable labels = new LabelTable();
  private final BookDecoder books = new BookDecoder();
  private final TickerDecoder tickers = new TickerDecoder();
  private final SpreadDecoder spreads = new SpreadDecoder();
  private final TradeDecoder trades = new TradeDecoder();
  private final CandleDecoder candles = new CandleDecoder();

  private @Nullable Label label;
  private @Nullable Topic feed;
  private @Nullable PayloadDecoder decoder;
  private String kind = "";
  private long channelId;

  DataDecoder(FrameReader in, ChannelTable channels, AccountDecoder account) {
    this.in = in;
    this.channels = channels;
    this.account = account;
  }

  void decode(Frame frame) throws IOException {
    channelId = FrameReader.NO_ID;
    decoder = null;
    feed = null;
    label = labels.find(frame);
    if (label == null) {
      survey(frame);
    }
    if (label != null) {
      read(frame, label);
    } else if (feed != null) {
      account.decode(frame, feed);
    }
  }

  void report(Frame frame, Inbound inbound) {
    if (feed != null) {
      account.report(inbound);
    } else if (decoder == null) {
      inbound.unrecognised(kind, frame);
    } else {
      decoder.report(inbound);
    }
  }

  /** Whose frame the last one was, as far as it tells. */
  @Nullable Label label() {
    return label == null ? channels.find(channelId) : label;
  }

  /** Whose frame the last one was, if it was the account's. */
  @Nullable Topic feed() {
    return feed;
  }

  /** Reads all of a frame whose end does not look like one of public data. */
  private void survey(Frame frame) throws IOException {
    in.open(frame);
    in.next();
    if (in.next() == JsonToken.START_ARRAY) {
      kind = privateChannel();
      feed = Names.feed(kind);
    } else {
      channelId = in.id("a channel id");
      label = lastTwo();
    }
    in.end();
  }

  /** Private data is {@code [items, channel, {"sequence":1}]}. */
  private String privateChannel() throws IOException {
    String name = "array";
    in.skip();
    while (in.next() != JsonToken.END_ARRAY) {
      name = in.isText() ? in.text() : name;
      in.skip();
    }
    return name;
  }

  private Label lastTwo() throws IOException {
    String last = "";
    String beforeLast = "";
    while (in.next() != JsonToken.END_ARRAY) {
      beforeLast = last;
      last = in.isText() ? in.text() : "";
      in.skip();
    }
    Label found = Label.of(beforeLast, last);
    if (found == null) {
      throw new UnreadableException("no channel and pair at the end");
    }
    return found;
  }

  private void read(Frame frame, Label known) throws IOException {
    in.open(frame);
    in.next();
    channelId = in.nextId("a channel id");
    decoder = decoder(known.topic());
    if (decoder == null) {
      kind = known.channel();
      in.skipElements();
    } else {
      payloads(decoder, known);
    }
    in.end();
    channels.learn(channelId, known);
  }

  private void payloads(PayloadDecoder payloads, Label known) throws IOException {
    payloads.begin();
    int count = 0;
    while (in.next().isStructStart() && count < payloads.mostPayloads()) {
      payloads.payload(in, known);
      count++;
    }
    if (count == 0) {
      throw in.unexpected("a payload");
    }
    payloads.end();
    in.expect(JsonToken.VALUE_STRING, "the channel's name");
    in.expectNext(JsonToken.VALUE_STRING, "the pair");
    in.expectNext(JsonToken.END_ARRAY, "the end of the frame");
  }

  private @Nullable PayloadDecoder decoder(@Nullable Topic topic) {
    if (topic instanceof Topic.BookTopic) {
      return books;
    } else if (topic instanceof Topic.TickerTopic) {
      return tickers;
    } else if (topic instanceof Topic.SpreadTopic) {
      return spreads;
    } else if (topic instanceof Topic.TradeTopic) {
      return trades;
    }
    return topic instanceof Topic.CandleTopic ? candles : null;
  }
}
