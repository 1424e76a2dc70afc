package io.krakenspot.v1.internal;

import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events, {@code {"event":"heartbeat"}}: admin messages, answers and errors. */
final class EventDecoder {
  private final FrameReader in;
  private final ChannelTable channels;
  private final AccountDecoder account;

  EventDecoder(FrameReader in, ChannelTable channels, AccountDecoder account) {
    this.in = in;
    this.channels = channels;
    this.account = account;
  }

  /** What the frame has to report. */
  Consumer<Inbound> decode(Frame frame) throws IOException {
    in.open(frame);
    EventFields fields = EventFields.read(in);
    in.end();
    String event = fields.event;
    if (event == null) {
      return fields.errorMessage == null ? unrecognised("object", frame) : error(fields);
    }
    return switch (event) {
      case "heartbeat" -> Inbound::heartbeat;
      case "pong" -> inbound -> inbound.pong(fields.requestId, null);
      case "systemStatus" -> status(fields);
      case "subscriptionStatus" -> subscription(fields, frame);
      case "error" -> error(fields);
      default -> answer(event, fields, frame);
    };
  }

  private Consumer<Inbound> answer(String event, EventFields fields, Frame frame)
      throws IOException {
    Command.Kind kind = CommandAnswers.kind(fields, event);
    if (kind == null) {
      return unrecognised(event, frame);
    }
    fields.requireNoList();
    String status = required(fields.status, "status");
    return switch (status) {
      case "ok" -> answered(CommandAnswers.answer(kind, fields, null));
      case "error" -> answered(CommandAnswers.answer(kind, fields, reason(fields)));
      default -> unrecognised(event + " " + status, frame);
    };
  }

  private static Consumer<Inbound> answered(CommandAnswer answer) {
    return inbound -> inbound.answered(answer);
  }

  private Consumer<Inbound> unrecognised(String kind, Frame frame) {
    in.forgetUnknownFields();
    return inbound -> inbound.unrecognised(kind, frame);
  }

  private static Consumer<Inbound> error(EventFields fields) {
    String text = reason(fields);
    return inbound -> inbound.error(fields.requestId, text);
  }

  private static Consumer<Inbound> status(EventFields fields) throws IOException {
    SystemStatus.State state = state(required(fields.status, "status"));
    SystemStatus status = new SystemStatus(state, fields.version, fields.connectionId);
    return inbound -> inbound.status(status);
  }

  private static SystemStatus.State state(String status) {
    return switch (status) {
      case "online" -> SystemStatus.State.ONLINE;
      case "post_only" -> SystemStatus.State.POST_ONLY;
      case "limit_only" -> SystemStatus.State.LIMIT_ONLY;
      case "cancel_only" -> SystemStatus.State.CANCEL_ONLY;
      case "maintenance" -> SystemStatus.State.MAINTENANCE;
      default -> SystemStatus.State.UNKNOWN;
    };
  }

  private Consumer<Inbound> subscription(EventFields fields, Frame frame) throws IOException {
    fields.requireNoList();
    String status = required(fields.status, "status");
    return switch (status) {
      case "subscribed", "ok" -> agreed(fields, false);
      case "unsubscribed" -> agreed(fields, true);
      case "error" -> refused(fields);
      default -> unrecognised("subscriptionStatus " + status, frame);
    };
  }

  private Consumer<Inbound> agreed(EventFields fields, boolean unsubscribed) throws IOException {
    Pair pair = Names.pair(fields.pair);
    if (pair == null && fields.pair != null) {
      throw new UnreadableException("'" + fields.pair + "' is not a pair");
    }
    Topic topic = topic(fields);
    if (pair != null && topic != null) {
      channels.learn(fields.channelId, new Label(topic.name(), topic, pair));
    }
    account.agreed(topic, unsubscribed);
    return acknowledged(fields, true, unsubscribed, topic, pair, null);
  }

  /** A refusal that does not say of what is an error like any other. */
  private static Consumer<Inbound> refused(EventFields fields) {
    return fields.requestId == FrameReader.NO_ID
            && fields.subscribedName == null
            && fields.pair == null
        ? error(fields)
        : acknowledged(
            fields, false, false, topic(fields), Names.pair(fields.pair), reason(fields));
  }

  private static Consumer<Inbound> acknowledged(
      EventFields fields,
      boolean success,
      boolean unsubscribed,
      @Nullable Topic topic,
      @Nullable Pair pair,
      @Nullable String error) {
    var acknowledgement =
        new Acknowledgement(
            fields.requestId,
            success,
            unsubscribed,
            topic,
            pair,
            error,
            List.of(),
            fields.maxRateCount,
            null);
    return inbound -> inbound.acknowledged(acknowledgement);
  }

  private static @Nullable Topic topic(EventFields fields) {
    Topic topic = fields.channelName == null ? null : Names.topic(fields.channelName);
    return topic == null && fields.subscribedName != null
        ? Names.topic(fields.subscribedName, fields.subscribedSize)
        : topic;
  }

  private static String reason(EventFields fields) {
    return fields.errorMessage == null ? "no reason given" : fields.errorMessage;
  }

  private static String required(@Nullable String value, String name) throws IOException {
    if (value == null) {
      throw new UnreadableException("an event without " + name);
    }
    return value;
  }
}
