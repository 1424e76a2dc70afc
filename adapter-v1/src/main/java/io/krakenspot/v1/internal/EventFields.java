package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of an event object, which come in any order: all that any event may have. */
final class EventFields {
  @Nullable String event;
  @Nullable String status;
  @Nullable String version;
  @Nullable String connectionId;
  @Nullable String channelName;
  @Nullable String pair;
  @Nullable String errorMessage;
  @Nullable String subscribedName;
  @Nullable Integer subscribedSize;
  @Nullable Integer maxRateCount;
  @Nullable String orderId;
  @Nullable String originalOrderId;
  @Nullable String clientOrderId;
  @Nullable Integer userReference;
  @Nullable String description;
  @Nullable String amendId;
  @Nullable Integer count;
  @Nullable String currentTime;
  @Nullable String triggerTime;
  private @Nullable UnreadableException list;
  long channelId = FrameReader.NO_ID;
  long requestId = FrameReader.NO_ID;

  static EventFields read(FrameReader in) throws IOException {
    EventFields fields = new EventFields();
    in.expectNext(JsonToken.START_OBJECT, "an object");
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      fields.field(name, in);
    }
    return fields;
  }

  private void field(String name, FrameReader in) throws IOException {
    switch (name) {
      case "event" -> event = in.nextScalar("the event's name");
      case "status" -> status = in.nextScalar("a status");
      case "version" -> version = in.nextScalar("a version");
      case "connectionID" -> connectionId = in.nextScalar("a connection id");
      case "channelName" -> channelName = in.nextScalar("a channel's name");
      case "channelID" -> channelId = in.nextOptionalId("a channel id");
      case "reqid", "reqID" -> requestId = in.nextOptionalId("a request id");
      case "pair" -> pair = name(in, "a pair");
      case "errorMessage" -> errorMessage = in.nextScalar("an error message");
      case "Error", "error" -> error(in);
      case "subscription" -> subscription(in);
      case "upcoming_maintenance", "emergency" -> in.skipField();
      default -> answerField(name, in);
    }
  }

  private void answerField(String name, FrameReader in) throws IOException {
    ItemValues values = new ItemValues(in);
    switch (name) {
      case "txid" -> orderId = textOrNull(name(in, "an order id"));
      case "originaltxid" -> originalOrderId = values.text("an order id");
      case "cl_ord_id" -> clientOrderId = textOrNull(name(in, "a client order id"));
      case "userref" -> userReference = values.userReference();
      case "descr" -> description = values.text("a description");
      case "amend_id" -> amendId = values.text("an amend id");
      case "count" -> count = size(in, name);
      case "currentTime" -> currentTime = values.text("a time");
      case "triggerTime" -> triggerTime = values.text("a time");
      default -> in.skipUnknownField();
    }
  }

  /** A list is kept for {@link #requireNoList}. */
  private @Nullable String name(FrameReader in, String what) throws IOException {
    if (in.next() == JsonToken.START_ARRAY) {
      list = in.unexpected(what);
      in.skip();
      return null;
    }
    return in.scalar(what);
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Only a request, as a recording may have it, names several pairs or orders in a list. */
  void requireNoList() throws UnreadableException {
    if (list != null) {
      throw list;
    }
  }

  /** Errors of the connection as such: a text, or an object with message, hint and name. */
  private void error(FrameReader in) throws IOException {
    if (in.next() != JsonToken.START_OBJECT) {
      errorMessage = in.scalar("an error");
      return;
    }
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      switch (name) {
        case "message" -> errorMessage = in.nextScalar("a message");
        case "hint", "name" -> in.skipField();
        default -> in.skipUnknownField();
      }
    }
  }

  private void subscription(FrameReader in) throws IOException {
    if (in.next() == JsonToken.VALUE_NULL) {
      return;
    }
    in.expect(JsonToken.START_OBJECT, "a subscription");
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      switch (name) {
        case "name" -> subscribedName = in.nextScalar("a name");
        case "depth", "interval" -> subscribedSize = size(in, name);
        case "maxratecount" -> maxRateCount = size(in, name);
        case "token", "ratecounter", "snapshot", "consolidate_taker", "rebased" -> in.skipField();
        default -> in.skipUnknownField();
      }
    }
  }

  private static Integer size(FrameReader in, String name) throws IOException {
    long size = in.nextWhole("a whole " + name);
    return (int) Math.max(-1, Math.min(size, Integer.MAX_VALUE));
  }
}
