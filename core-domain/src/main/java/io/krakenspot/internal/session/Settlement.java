package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides the fate of commands whose answers did not come. What the records show counts at once;
 * what they do not show counts when they are known anew and nothing can be under way any more: the
 * engine drops an order whose deadline has passed, and a link that is gone brings nothing. Lives on
 * the loop.
 */
final class Settlement {
  /** What a request and its report may need on the way. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /**
   * What was written to a link that is gone may arrive for a while, and the engine keeps it for the
   * 5 s of Kraken's own deadline ("add_order", "amend_order").
   */
  private static final Duration AFTER_LINK = Duration.ofSeconds(7);

  /** How long a command without a deadline may be under way while its link stands. */
  private static final Duration ON_LINK = Duration.ofSeconds(62);

  private static final Duration LOOKUP_PAUSE = Duration.ofSeconds(2);
  private static final Duration HEARING = Duration.ofMillis(500);
  private static final int MOST_LOOKUPS = 10;

  private final Loop loop;
  private final OrderRecords orders;
  private final @Nullable OrderLookup lookup;
  private final BiConsumer<Order, @Nullable Order> found;
  private final LongSupplier heardNanos;
  private final Set<PendingCommand<?>> unknown = new LinkedHashSet<>();
  private boolean known = true;
  private @Nullable String hopelessBecause;

  /**
   * Has nothing to decide yet.
   *
   * @param found hears of an order that a look-up tells of, and what was known of it before
   * @param heardNanos when something was heard last on the account's link
   */
  Settlement(
      Loop loop,
      OrderRecords orders,
      @Nullable OrderLookup lookup,
      BiConsumer<Order, @Nullable Order> found,
      LongSupplier heardNanos) {
    this.loop = loop;
    this.orders = orders;
    this.lookup = lookup;
    this.found = found;
    this.heardNanos = heardNanos;
  }

  void add(PendingCommand<?> command) {
    if (command.state() == PendingCommand.State.UNKNOWN && hopelessBecause != null) {
      command.undecidable(hopelessBecause);
    } else if (command.state() == PendingCommand.State.UNKNOWN) {
      unknown.add(command);
      scheduleDecision(command);
    }
  }

  void forget(PendingCommand<?> command) {
    unknown.remove(command);
  }

  void recordsStale() {
    known = false;
  }

  void linkDown() {
    recordsStale();
    unknown.forEach(command -> command.linkLost(loop.nanoTime()));
  }

  void recordsChanged() {
    if (!unknown.isEmpty()) {
      List.copyOf(unknown).forEach(command -> judge(command, Evidence.Knowledge.PARTIAL));
    }
  }

  void recordsKnown() {
    known = true;
    hopelessBecause = null;
    for (PendingCommand<?> command : List.copyOf(unknown)) {
      if (!judge(command, Evidence.Knowledge.PARTIAL)) {
        scheduleDecision(command);
      }
    }
  }

  /** The records will tell nothing more. */
  void giveUp(String why) {
    hopelessBecause = why;
    List.copyOf(unknown).forEach(command -> command.undecidable(why));
    unknown.clear();
  }

  private void scheduleDecision(PendingCommand<?> command) {
    Duration left = Duration.ofNanos(Math.max(0, lastEffect(command) - loop.nanoTime()));
    command.settling(loop.schedule(left, () -> decide(command, 0)));
  }

  /** Until when a command may still take effect. */
  private static long lastEffect(PendingCommand<?> pending) {
    Duration deadline = deadline(pending.command());
    if (deadline != null) {
      return pending.sentNanos() + deadline.plus(MARGIN).toNanos();
    }
    return pending.linkLost()
        ? pending.linkLostNanos() + AFTER_LINK.toNanos()
        : pending.sentNanos() + ON_LINK.toNanos();
  }

  private static @Nullable Duration deadline(Command command) {
    if (command instanceof Command.Place place) {
      return place.order().deadline();
    } else if (command instanceof Command.PlaceBatch place) {
      return place.batch().deadline();
    } else if (command instanceof Command.Amend amend) {
      return amend.change().deadline();
    }
    return command instanceof Command.Edit edit ? edit.change().deadline() : null;
  }

  /**
   * Once the link has been heard since, as one that is silent may hold back what happened, and the
   * records are known; until then the next {@link #recordsKnown} asks again.
   */
  private void decide(PendingCommand<?> command, int lookups) {
    if (!known || !unknown.contains(command)) {
      return;
    }
    if (heardNanos.getAsLong() - lastEffect(command) < 0) {
      command.settling(loop.schedule(HEARING, () -> decide(command, lookups)));
      return;
    }
    List<OrderKey> keys = command.evidence().lookups();
    if (lookup == null) {
      finish(command, Evidence.Knowledge.OPEN_ORDERS);
    } else if (keys.isEmpty()) {
      finish(command, Evidence.Knowledge.ALL_ORDERS);
    } else {
      lookUp(lookup, keys, command, lookups);
    }
  }

  private void lookUp(
      OrderLookup records, List<OrderKey> keys, PendingCommand<?> command, int before) {
    Map<String, Order> asked = new HashMap<>();
    keys.forEach(key -> orders.named(key).forEach(order -> asked.put(order.id(), order)));
    List<CompletableFuture<List<Order>>> answers =
        keys.stream().map(key -> records.find(key).toCompletableFuture()).toList();
    var unused =
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
            .whenComplete(
                (done, failure) ->
                    loop.execute(
                        () -> {
                          if (failure == null) {
                            lookedUp(answers, asked);
                            finish(command, Evidence.Knowledge.ALL_ORDERS);
                          } else if (before + 1 < MOST_LOOKUPS) {
                            command.settling(
                                loop.schedule(LOOKUP_PAUSE, () -> decide(command, before + 1)));
                          } else {
                            finish(command, Evidence.Knowledge.OPEN_ORDERS);
                          }
                        }));
  }

  private void lookedUp(List<CompletableFuture<List<Order>>> answers, Map<String, Order> asked) {
    for (CompletableFuture<List<Order>> answer : answers) {
      answer.join().forEach(order -> found.accept(order, asked.get(order.id())));
    }
  }

  private void finish(PendingCommand<?> command, Evidence.Knowledge knowledge) {
    if (unknown.contains(command) && !judge(command, knowledge)) {
      unknown.remove(command);
      command.undecidable("nothing tells what became of it");
    }
  }

  private <R> boolean judge(PendingCommand<R> command, Evidence.Knowledge knowledge) {
    Fate<R> fate = command.evidence().judge(orders, knowledge);
    if (fate == null) {
      return false;
    }
    unknown.remove(command);
    command.decide(fate);
    return true;
  }
}
