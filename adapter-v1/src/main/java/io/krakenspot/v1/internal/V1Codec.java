package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Command;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Kraken WebSocket v1. A frame is read to its end before any of it is reported. */
public final class V1Codec implements Codec {
  private final FrameReader in = new FrameReader();
  private final ChannelTable channels = new ChannelTable();
  private final AccountDecoder account = new AccountDecoder(in);
  private final DataDecoder data = new DataDecoder(in, channels, account);
  private final EventDecoder events = new EventDecoder(in, channels, account);

  /** Makes a codec for a new link. */
  public V1Codec() {}

  @Override
  public void decode(Frame frame, Inbound inbound) {
    int first = firstCharacter(frame);
    if (first == '[') {
      decodeData(frame);
      data.report(frame, inbound);
    } else if (first == '{') {
      decodeEvent(frame).accept(inbound);
    } else {
      throw new MalformedFrameException("the frame is neither an object nor an array");
    }
    if (in.unknownFields() > 0) {
      inbound.unknownFields(in.unknownFields());
    }
  }

  @Override
  public List<String> subscribe(long requestId, Topic topic, List<Pair> pairs, Terms terms) {
    return List.of(Requests.subscribe(requestId, topic, pairs, terms));
  }

  @Override
  public List<String> unsubscribe(
      long requestId, Topic topic, List<Pair> pairs, @Nullable Token token) {
    return List.of(Requests.unsubscribe(requestId, topic, pairs, token));
  }

  @Override
  public String command(long requestId, Command command, Token token, Instant now) {
    return CommandRequests.write(requestId, command, token, now);
  }

  @Override
  public String ping(long requestId) {
    return Requests.ping(requestId);
  }

  private void decodeData(Frame frame) {
    boolean read = false;
    try {
      data.decode(frame);
      read = true;
    } catch (IOException e) {
      throw malformedData(e, frame);
    } finally {
      restartUnless(read);
    }
  }

  private Consumer<Inbound> decodeEvent(Frame frame) {
    boolean read = false;
    try {
      Consumer<Inbound> report = events.decode(frame);
      read = true;
      return report;
    } catch (IOException e) {
      throw malformedEvent(e, frame);
    } finally {
      restartUnless(read);
    }
  }

  private void restartUnless(boolean read) {
    if (!read) {
      in.restart();
    }
  }

  private MalformedFrameException malformedData(IOException e, Frame frame) {
    IOException cause = e instanceof UnreadableException ? null : e;
    Label label = data.label();
    Topic feed = data.feed();
    String what =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    String text = what + where(frame);
    if (label != null) {
      return new MalformedFrameException(
          label.channel() + " " + label.pair() + ": " + text,
          label.neutralChannel(),
          label.pair().toString(),
          cause);
    }
    return feed == null
        ? new MalformedFrameException(text, null, null, cause)
        : new MalformedFrameException(feed.name() + ": " + text, feed.name(), null, cause);
  }

  /** Events may echo a token: what the parser says of them may quote it, so nobody hears that. */
  private MalformedFrameException malformedEvent(IOException e, Frame frame) {
    String what = e instanceof UnreadableException ? e.getMessage() : "the event is not valid JSON";
    return new MalformedFrameException(what + where(frame));
  }

  private String where(Frame frame) {
    return " at byte " + in.position() + " of " + frame.length();
  }

  private static int firstCharacter(Frame frame) {
    int at = 0;
    while (at < frame.length() && LabelTable.isSpace(frame.at(at))) {
      at++;
    }
    return at < frame.length() ? frame.at(at) : -1;
  }
}
