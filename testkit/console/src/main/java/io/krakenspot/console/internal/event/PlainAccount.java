package io.krakenspot.console.internal.event;

import static io.krakenspot.console.internal.event.PlainEvents.line;
import static io.krakenspot.console.internal.event.PlainEvents.plain;
import static io.krakenspot.console.internal.event.PlainEvents.word;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.order.Amended;
import io.krakenspot.order.CancelCount;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Latency;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.SwitchTimes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders, fills, balances and fates for people to read. */
final class PlainAccount {
  private PlainAccount() {}

  static String order(OrderUpdate update) {
    Order order = update.order();
    Object pair = order.pair();
    return line("order", pair == null ? "?" : pair, word(update.kind()) + "  " + terms(order))
        + executed(order)
        + ("  " + order.id())
        + suffix("  ", order.get(OrderAttribute.REASON));
  }

  /** For example {@code buy 0.5 limit at 60000}. */
  private static String terms(Order order) {
    OrderPrice limit = order.limitPrice();
    OrderPrice trigger = order.get(OrderAttribute.TRIGGER_PRICE);
    OrderType type = order.type();
    return (order.side() == null ? "?" : word(order.side()))
        + suffix(" ", text(order.quantity()))
        + (type == null ? "" : " " + type.wireName())
        + (trigger == null ? "" : " from " + trigger)
        + (limit == null ? "" : " at " + limit);
  }

  private static String executed(Order order) {
    BigDecimal executed = order.executedQuantity();
    return executed == null || executed.signum() == 0
        ? ""
        : "  executed " + plain(executed) + suffix(" at ", text(order.averagePrice()));
  }

  static String fill(Fill fill) {
    String what = word(fill.side()) + " " + plain(fill.quantity()) + " at " + plain(fill.price());
    StringBuilder line = new StringBuilder(line("fill", fill.pair(), what));
    fill.fees().forEach(fee -> line.append("  fee " + plain(fee.quantity()) + " " + fee.asset()));
    return line.append("  " + fill.orderId() + "  " + fill.timestamp()).toString();
  }

  static List<String> balances(BalanceEvent event) {
    if (event instanceof BalanceEvent.Snapshot all) {
      return all.balances().stream()
          .map(balance -> line("balance", balance.asset(), plain(balance.total())))
          .toList();
    }
    LedgerEntry entry = ((BalanceEvent.Change) event).entry();
    return List.of(
        line("ledger", entry.asset(), plain(entry.amount()))
            + suffix(" ", entry.type())
            + suffix("  fee ", text(entry.fee()))
            + ("  total " + plain(entry.total())));
  }

  static String fate(Outcome outcome) {
    String order = outcome.order() == null ? "" : "  " + outcome.order();
    return line("fate", word(outcome.command()), outcome.settled() ? "settled: " : "")
        + what(outcome.fate())
        + order;
  }

  private static String what(Fate<?> fate) {
    if (fate instanceof Fate.Accepted<?> accepted) {
      String warnings = String.join("; ", accepted.warnings());
      return "accepted"
          + result(accepted.result())
          + (warnings.isEmpty() ? "" : "  warning: " + warnings)
          + latency(accepted.latency());
    } else if (fate instanceof Fate.Rejected<?> rejected) {
      return "rejected: " + rejected.rejection().text() + latency(rejected.latency());
    } else if (fate instanceof Fate.NotSent<?> obstacle) {
      return "not sent: " + obstacle.why();
    }
    return "unknown: " + ((Fate.Unknown<?>) fate).why();
  }

  private static String result(Object result) {
    if (result instanceof Placed placed) {
      return suffix("  ", placed.orderId()) + suffix("  ", placed.description());
    } else if (result instanceof Edited edited) {
      return suffix("  ", edited.orderId()) + " instead of " + edited.originalOrderId();
    } else if (result instanceof Amended amended) {
      return suffix("  ", amended.amendId());
    } else if (result instanceof Cancelled cancelled) {
      return "  " + cancelled.count() + " cancelled" + refused(cancelled.refused());
    } else if (result instanceof CancelCount cancelled) {
      return "  " + cancelled.count() + " cancelled";
    }
    return result instanceof SwitchTimes times && times.triggerTime() != null
        ? "  fires at " + times.triggerTime()
        : "";
  }

  private static String refused(List<Rejection> refused) {
    return refused.isEmpty()
        ? ""
        : refused.stream()
            .map(Rejection::text)
            .distinct()
            .collect(Collectors.joining("; ", ", " + refused.size() + " refused: ", ""));
  }

  private static String latency(@Nullable Latency latency) {
    return latency == null
        ? ""
        : String.format(
            Locale.ROOT,
            "  %.1f ms",
            latency.total().toNanos() / (double) TimeUnit.MILLISECONDS.toNanos(1));
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : plain(number);
  }

  private static String suffix(String before, @Nullable String text) {
    return text == null || text.isEmpty() ? "" : before + text;
  }
}
