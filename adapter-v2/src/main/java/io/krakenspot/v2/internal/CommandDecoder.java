package io.krakenspot.v2.internal;

import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a trading request. */
final class CommandDecoder extends AnswerMessage {
  private final Command.Kind kind;
  private final IdFields ids = new IdFields();
  private final List<String> warnings = new ArrayList<>();
  private final List<CommandAnswer.Row> rows = new ArrayList<>();
  private @Nullable String amendId;
  private @Nullable Integer count;
  private @Nullable Instant currentTime;
  private @Nullable Instant triggerTime;

  CommandDecoder(Command.Kind kind) {
    this.kind = kind;
  }

  @Override
  void detail(String name, WireReader in) throws IOException {
    if (!name.equals("result")) {
      value(name, in);
    } else if (in.atArray()) {
      rows(in);
    } else {
      in.object();
      while (in.nextField()) {
        value(in.name(), in);
      }
    }
  }

  /** A count of cancelled orders has been seen in the result and beside it, by two names. */
  private void value(String name, WireReader in) throws IOException {
    switch (name) {
      case "amend_id" -> amendId = in.filledText();
      case "count", "orders_cancelled" -> count = in.smallWhole();
      case "currentTime" -> currentTime = in.instant();
      case "triggerTime" -> triggerTime = triggerTime(in);
      case "orders" -> rows(in);
      case "warnings" -> warnings.addAll(in.texts());
      case "validation" -> in.skip();
      default -> ids.field(name, in);
    }
  }

  private static @Nullable Instant triggerTime(WireReader in) throws IOException {
    String text = in.literal();
    return text.equals("0") || text.isEmpty() ? null : in.instant();
  }

  private void rows(WireReader in) throws IOException {
    in.array();
    while (in.nextElement()) {
      rows.add(row(in));
    }
  }

  private CommandAnswer.Row row(WireReader in) throws IOException {
    IdFields order = new IdFields();
    boolean refused = false;
    String error = null;
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "error" -> error = in.text();
        case "success" -> {
          refused = !in.isTrue();
          in.skip();
        }
        case "warnings" -> warnings.addAll(in.texts());
        case "validation" -> in.skip();
        default -> order.field(in.name(), in);
      }
    }
    return new CommandAnswer.Row(
        order.ids(), error == null && refused ? "error without a text" : error);
  }

  @Override
  void answer(Inbound inbound, Frame frame) {
    boolean switched = success() && kind == Command.Kind.CANCEL_ALL_AFTER;
    inbound.answered(
        new CommandAnswer(
            kind,
            requestId(),
            success(),
            success() ? null : error(),
            ids.ids(),
            amendId,
            count,
            switched ? new CommandAnswer.Times(currentTime, triggerTime) : null,
            null,
            rows,
            warnings,
            timing()));
  }
}
