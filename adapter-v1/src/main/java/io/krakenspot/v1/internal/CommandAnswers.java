package io.krakenspot.v1.internal;

import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to trading requests, {@code {"event":"addOrderStatus",..}}. */
final class CommandAnswers {
  private CommandAnswers() {}

  /** The command that an event answers; null if it answers none. */
  static Command.@Nullable Kind kind(EventFields fields, String event) {
    return switch (event) {
      case "addOrderStatus" -> Command.Kind.PLACE;
      case "editOrderStatus" -> Command.Kind.EDIT;
      case "amendOrderStatus" -> Command.Kind.AMEND;
      case "cancelOrderStatus" -> Command.Kind.CANCEL;
      case "cancelAllStatus" -> cancelKind(fields);
      case "cancelAllOrdersAfterStatus" -> Command.Kind.CANCEL_ALL_AFTER;
      default -> null;
    };
  }

  static CommandAnswer answer(Command.Kind kind, EventFields fields, @Nullable String error)
      throws UnreadableException {
    return new CommandAnswer(
        kind,
        fields.requestId,
        error == null,
        error,
        new CommandAnswer.Ids(
            fields.orderId, fields.clientOrderId, fields.userReference, fields.originalOrderId),
        fields.amendId,
        fields.count,
        kind == Command.Kind.CANCEL_ALL_AFTER ? times(fields) : null,
        fields.description,
        List.of(),
        List.of(),
        null);
  }

  /** The documentation prints this event for a cancelled order too, which has no count. */
  private static Command.Kind cancelKind(EventFields fields) {
    return fields.count == null && fields.errorMessage == null
        ? Command.Kind.CANCEL
        : Command.Kind.CANCEL_ALL;
  }

  private static CommandAnswer.@Nullable Times times(EventFields fields)
      throws UnreadableException {
    return fields.currentTime == null && fields.triggerTime == null
        ? null
        : new CommandAnswer.Times(
            WireTime.ofAnswer(fields.currentTime), WireTime.ofAnswer(fields.triggerTime));
  }
}
