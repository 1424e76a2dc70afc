package io.krakenspot.console.internal.event;

import io.krakenspot.order.Amended;
import io.krakenspot.order.CancelCount;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.SwitchTimes;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.CommandAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fates of commands, and answers to commands in recordings, as JSON lines. */
final class JsonCommands {
  private JsonCommands() {}

  static JsonLine fate(Outcome outcome) {
    Fate<?> fate = outcome.fate();
    JsonLine line =
        JsonLine.event("fate")
            .with("command", outcome.command())
            .with("fate", word(fate))
            .with("settled", outcome.settled() ? Boolean.TRUE : null);
    named(line, outcome.order());
    if (fate instanceof Fate.Accepted<?> accepted) {
      result(line, accepted.result());
      latency(line.with("warnings", listOrAbsent(accepted.warnings())), accepted.latency());
    } else if (fate instanceof Fate.Rejected<?> rejected) {
      line.with("reason", rejected.rejection().reason());
      latency(line.with("detail", rejected.rejection().text()), rejected.latency());
    } else if (fate instanceof Fate.NotSent<?> obstacle) {
      line.with("reason", obstacle.reason()).with("detail", obstacle.why());
    } else if (fate instanceof Fate.Unknown<?> unknown) {
      line.with("detail", unknown.why());
    }
    return line;
  }

  static String word(Fate<?> fate) {
    if (fate instanceof Fate.Accepted<?>) {
      return "accepted";
    } else if (fate instanceof Fate.Rejected<?>) {
      return "rejected";
    }
    return fate instanceof Fate.NotSent<?> ? "not_sent" : "unknown";
  }

  private static void named(JsonLine line, @Nullable OrderKey order) {
    if (order instanceof OrderKey.Id id) {
      line.with("orderId", id.orderId());
    } else if (order instanceof OrderKey.ClientId id) {
      line.with("clientOrderId", id.clientOrderId());
    } else if (order instanceof OrderKey.UserReference reference) {
      line.with("userReference", reference.userReference());
    }
  }

  private static void result(JsonLine line, Object result) {
    if (result instanceof Placed placed) {
      line.with("orderId", placed.orderId())
          .with("clientOrderId", placed.clientOrderId())
          .with("userReference", placed.userReference())
          .with("description", placed.description());
    } else if (result instanceof Amended amended) {
      line.with("amendId", amended.amendId());
    } else if (result instanceof Edited edited) {
      line.with("orderId", edited.orderId())
          .with("originalOrderId", edited.originalOrderId())
          .with("description", edited.description());
    } else if (result instanceof Cancelled cancelled) {
      line.with("count", cancelled.count())
          .with(
              "refused",
              listOrAbsent(cancelled.refused().stream().map(JsonCommands::refusal).toList()));
    } else if (result instanceof CancelCount cancelled) {
      line.with("count", cancelled.count());
    } else if (result instanceof SwitchTimes times) {
      line.with("currentTime", times.currentTime()).with("triggerTime", times.triggerTime());
    }
  }

  private static JsonLine refusal(Rejection rejection) {
    return JsonLine.empty().with("reason", rejection.reason()).with("detail", rejection.text());
  }

  private static void latency(JsonLine line, @Nullable Latency latency) {
    if (latency != null) {
      line.with("totalMicros", micros(latency.total()))
          .with("exchangeMicros", micros(latency.exchange()));
    }
  }

  private static @Nullable Long micros(@Nullable Duration duration) {
    return duration == null ? null : TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
  }

  static JsonLine answer(CommandAnswer answer) {
    boolean numbered = answer.requestId() != Acknowledgement.NO_REQUEST;
    CommandAnswer.Times times = answer.times();
    JsonLine line =
        JsonLine.event("answer")
            .with("command", answer.kind())
            .with("success", answer.success())
            .with("requestId", numbered ? answer.requestId() : null);
    ids(line, answer.ids());
    return line.with("amendId", answer.amendId())
        .with("count", answer.count())
        .with("currentTime", times == null ? null : times.current())
        .with("triggerTime", times == null ? null : times.trigger())
        .with("description", answer.description())
        .with("orders", listOrAbsent(answer.rows().stream().map(JsonCommands::row).toList()))
        .with("detail", answer.error())
        .with("warnings", listOrAbsent(answer.warnings()));
  }

  private static JsonLine row(CommandAnswer.Row row) {
    JsonLine line = JsonLine.empty();
    ids(line, row.ids());
    return line.with("detail", row.error());
  }

  private static void ids(JsonLine line, CommandAnswer.Ids ids) {
    line.with("orderId", ids.orderId())
        .with("clientOrderId", ids.clientOrderId())
        .with("userReference", ids.userReference())
        .with("originalOrderId", ids.originalOrderId());
  }

  private static @Nullable List<?> listOrAbsent(List<?> list) {
    return list.isEmpty() ? null : list;
  }
}
