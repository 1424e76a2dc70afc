package io.krakenspot.v2.internal;

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
import org.jspecify.annotations.Nullable;

/**
 * The codec of version 2, one a link. A frame that begins with {@code channel} or {@code method},
 * as nearly all do, is read in one go; any other is searched for them and then read again.
 */
public final class V2Codec implements Codec {
  private final WireReader in = new WireReader();
  private final List<ChannelMessage> channels =
      List.of(
          new BookDecoder(),
          new Level3Decoder(),
          new HeartbeatDecoder(),
          new TickerDecoder(),
          new TradeDecoder(),
          new CandleDecoder(),
          new StatusDecoder(),
          new InstrumentDecoder(),
          new ExecutionDecoder(),
          new BalanceDecoder());

  /** Makes a codec for a new link. */
  public V2Codec() {}

  @Override
  public void decode(Frame frame, Inbound inbound) {
    Message message = read(frame);
    message.report(inbound, frame);
    if (in.unknownFields() > 0) {
      inbound.unknownFields(in.unknownFields());
    }
  }

  private Message read(Frame frame) {
    try {
      Message message = readAtOnce(frame);
      return message == null ? readAgain(frame, search(frame)) : message;
    } catch (IOException e) {
      throw in.malformed(e);
    }
  }

  /** Null if the first field does not tell the kind of the frame, or a later one tells another. */
  private @Nullable Message readAtOnce(Frame frame) throws IOException {
    in.open(frame);
    Message message = in.nextField() ? announced() : null;
    if (message == null) {
      return null;
    }
    boolean isAnswer = message instanceof AnswerMessage;
    message.begin(in);
    do {
      if (!isAnswer && in.name().equals("method")) {
        return null;
      }
      message.field(in.name(), in);
    } while (in.nextField());
    return complete(message);
  }

  private @Nullable Message announced() throws IOException {
    return switch (in.name()) {
      case "channel" -> channel();
      case "method" -> answer(in.text());
      default -> null;
    };
  }

  private Message search(Frame frame) throws IOException {
    in.open(frame);
    Message message = null;
    while (in.nextField()) {
      if (in.name().equals("method")) {
        return answer(in.text());
      } else if (in.name().equals("channel")) {
        ChannelMessage channel = channel();
        message = channel == null ? new Unrecognised(in.text()) : channel;
      } else {
        in.skip();
      }
    }
    if (message == null) {
      throw in.malformed("neither a channel nor a method");
    }
    in.close();
    return message;
  }

  private Message readAgain(Frame frame, Message message) throws IOException {
    in.open(frame);
    message.begin(in);
    while (in.nextField()) {
      message.field(in.name(), in);
    }
    return complete(message);
  }

  private Message complete(Message message) throws IOException {
    message.end(in);
    in.close();
    return message;
  }

  private @Nullable ChannelMessage channel() throws IOException {
    for (int index = 0; index < channels.size(); index++) {
      ChannelMessage channel = channels.get(index);
      if (in.is(channel.channel())) {
        in.about(channel.channel());
        return channel;
      }
    }
    return null;
  }

  private static Message answer(String method) {
    return switch (method) {
      case "subscribe" -> new AcknowledgementDecoder(false);
      case "unsubscribe" -> new AcknowledgementDecoder(true);
      default -> commandOrOther(method);
    };
  }

  private static Message commandOrOther(String method) {
    Command.Kind kind = Commands.kind(method);
    return kind == null ? new AdminDecoder(method) : new CommandDecoder(kind);
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
    return Commands.write(requestId, command, token, now);
  }

  @Override
  public String ping(long requestId) {
    return Requests.ping(requestId);
  }
}
