package io.krakenspot.internal.session;

import io.krakenspot.client.LatencySummary;
import io.krakenspot.client.TradingRate;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.order.Fate.NotSent.Reason;
import io.krakenspot.order.Latency;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.port.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands, once each, and finds out what became of them: by their answers, or by the
 * account's records. Lives on the loop.
 */
final class CommandDesk {
  private static final int SETTLED_KEPT = 1_000;

  private final Loop loop;
  private final AccountAccess access;
  private final OrderRecords orders;
  private final RateCounters rate;
  private final Consumer<String> warn;
  private final Supplier<@Nullable Feed> feed;
  private final LatencyTally latencies = new LatencyTally();
  private final Map<Long, PendingCommand<?>> sent = new LinkedHashMap<>();
  private final Set<PendingCommand<?>> waiting = new LinkedHashSet<>();
  private final Settlement settlement;
  private @Nullable Codec codec;
  private @Nullable Token token;
  private @Nullable String noTokenBecause;
  private @Nullable String closedBecause;
  private Reason closedReason = Reason.CLOSED;
  private @Nullable String recordsRefusedBecause;
  private boolean everKnown;
  private SystemStatus.State engine = SystemStatus.State.UNKNOWN;

  CommandDesk(
      Loop loop,
      AccountAccess access,
      OrderRecords orders,
      RateCounters rate,
      @Nullable OrderLookup lookup,
      BiConsumer<Order, @Nullable Order> found,
      Consumer<String> warn,
      Supplier<@Nullable Feed> feed) {
    this.loop = loop;
    this.access = access;
    this.orders = orders;
    this.rate = rate;
    this.warn = warn;
    this.feed = feed;
    this.settlement = new Settlement(loop, orders, lookup, found, this::heardNanos);
  }

  /** When something was heard last on the account's link. */
  private long heardNanos() {
    Feed link = feed.get();
    return link == null ? loop.nanoTime() : link.heardNanos();
  }

  LatencySummary latency() {
    return latencies.summary();
  }

  /** Whether the link stands and has its token. */
  boolean linked() {
    return token != null;
  }

  // --- the way out ---

  void submit(PendingCommand<?> command) {
    if (closedBecause != null) {
      command.notSent(noTokenBecause == null ? closedReason : Reason.NO_TOKEN, closedBecause);
      return;
    }
    command.deadline(loop.schedule(access.commandDeadline(), () -> deadlinePassed(command)));
    if (!everKnown && noTokenBecause == null && recordsRefusedBecause == null) {
      waiting.add(command);
    } else {
      sendIfAllowed(command);
    }
  }

  private void sendIfAllowed(PendingCommand<?> command) {
    withdrawWaiting(new Withdrawal(command.command(), orders));
    String obstacle = engineObstacle(command.command());
    Duration wait = rate.wait(command.command());
    if (noTokenBecause != null) {
      command.notSent(Reason.NO_TOKEN, noTokenBecause);
    } else if (recordsRefusedBecause != null) {
      command.notSent(
          Reason.NO_CONNECTION,
          "the account's orders cannot be followed: " + recordsRefusedBecause);
    } else if (codec == null || token == null) {
      command.notSent(
          Reason.NO_CONNECTION, "there is no link to the account's host now; it will come back");
    } else if (obstacle != null) {
      command.notSent(Reason.ENGINE_STATE, obstacle);
    } else if (wait.isZero() || access.rate().policy() == TradingRate.Policy.WARN) {
      send(command, codec, token);
    } else if (access.rate().policy() == TradingRate.Policy.REFUSE) {
      command.notSent(
          Reason.RATE, "the trading-rate counter is too high for " + wait.toMillis() + " ms more");
    } else {
      waiting.add(command);
      command.settling(loop.schedule(wait, () -> sendWhenDecayed(command)));
    }
  }

  private void withdrawWaiting(Withdrawal withdrawal) {
    for (PendingCommand<?> command : List.copyOf(waiting)) {
      if (withdrawal.withdraws(command.command())) {
        waiting.remove(command);
        command.notSent(
            Reason.WITHDRAWN, "it was waiting when a cancel of what it is about was asked for");
      }
    }
  }

  private void sendWhenDecayed(PendingCommand<?> command) {
    if (waiting.remove(command)) {
      sendIfAllowed(command);
    }
  }

  private @Nullable String engineObstacle(Command command) {
    if (!access.failEarly() || command.kind() == Command.Kind.CANCEL_ALL_AFTER) {
      return null;
    }
    boolean cancel =
        switch (command.kind()) {
          case CANCEL, CANCEL_BATCH, CANCEL_ALL -> true;
          default -> false;
        };
    List<NewOrder> placed = newOrders(command);
    boolean postOnly =
        command instanceof Command.Edit edit
            ? edit.change().postOnly()
            : !placed.isEmpty() && placed.stream().allMatch(NewOrder::postOnly);
    boolean possible =
        switch (engine) {
          case MAINTENANCE -> false;
          case CANCEL_ONLY -> cancel;
          case POST_ONLY -> cancel || postOnly || command.kind() == Command.Kind.AMEND;
          case LIMIT_ONLY -> placed.stream().allMatch(order -> order.type().limited());
          default -> true;
        };
    return possible ? null : "the trading engine is in " + engine + " and would refuse it";
  }

  private static List<NewOrder> newOrders(Command command) {
    if (command instanceof Command.Place place) {
      return List.of(place.order());
    }
    return command instanceof Command.PlaceBatch batch ? batch.batch().orders() : List.of();
  }

  private void send(PendingCommand<?> command, Codec present, Token presentToken) {
    Feed link = feed.get();
    if (link == null) {
      command.notSent(Reason.NO_CONNECTION, "there is no link to the account's host yet");
      return;
    }
    long id = link.nextId();
    command.evidence().before(orders, loop.now());
    String frame;
    try {
      frame = present.command(id, asKnown(command.command()), presentToken, loop.now());
    } catch (RuntimeException failure) {
      command.notSent(Reason.UNWRITABLE, "the command cannot be written: " + failure.getMessage());
      return;
    }
    forgetSettled();
    command.sent(loop.nanoTime(), answersTo(command.command()));
    sent.put(id, command);
    if (link.send(frame)) {
      rate.charge(command.command());
    } else {
      sent.remove(id);
      command.notSent(Reason.NO_CONNECTION, "the outbound queue of the link is full or closed");
    }
  }

  /** With what the records know of its order. */
  private Command asKnown(Command command) {
    if (command instanceof Command.Amend amend) {
      Order order = orders.find(amend.change().order());
      return order == null ? amend : new Command.Amend(amend.change(), order.type());
    }
    return command;
  }

  /** Their late answers are waited for, but not for ever. */
  private void forgetSettled() {
    if (sent.size() >= SETTLED_KEPT) {
      sent.values().removeIf(command -> command.state() == PendingCommand.State.DECIDED);
    }
  }

  /** A user reference may name several orders, each with an answer of its own. */
  private int answersTo(Command command) {
    return command instanceof Command.Cancel cancel
        ? Math.max(
            1,
            (int)
                orders.named(cancel.order()).stream()
                    .filter(order -> !order.status().ended())
                    .count())
        : 1;
  }

  // --- the way back ---

  void answered(CommandAnswer answer) {
    long id = answer.requestId() == Acknowledgement.NO_REQUEST ? guess(answer) : answer.requestId();
    PendingCommand<?> command = sent.get(id);
    if (command == null) {
      warn.accept("an answer to " + answer.kind() + " belongs to no command that waits for one");
      return;
    }
    if (!command.isToldBy(answer)) {
      warn.accept("the answer to " + answer.kind() + " does not tell what became of it");
      return;
    }
    String error = answer.error();
    if (error != null && Refusal.ofToken(error)) {
      renewToken();
    }
    if (command.deniedBy(answer)) {
      warn.accept(
          "the answer to "
              + answer.kind()
              + " came too late: it took effect after all, "
              + command.evidence().advice());
    }
    if (command.answered(answer)) {
      sent.remove(id);
      settlement.forget(command);
      Latency latency = latency(command, answer.timing());
      latencies.add(latency);
      command.decideByAnswers(latency);
    }
  }

  /** How long an answer took that was read just now. */
  private Latency latency(PendingCommand<?> command, @Nullable ServerTiming timing) {
    return new Latency(
        Duration.ofNanos(loop.nanoTime() - command.sentNanos()),
        timing == null ? null : Duration.between(timing.in(), timing.out()));
  }

  /**
   * The request that an answer without an id must belong to: the only one that it names, or if it
   * names none, the only one of its kind. It may also be one that the records have decided.
   */
  private long guess(CommandAnswer answer) {
    boolean nameless = answer.ids().equals(CommandAnswer.Ids.NONE);
    List<Long> fitting = new ArrayList<>();
    for (Map.Entry<Long, PendingCommand<?>> entry : sent.entrySet()) {
      Command command = entry.getValue().command();
      if (command.kind() == answer.kind()
          && entry.getValue().mayBeAnsweredBy(answer)
          && (nameless || names(answer, command))) {
        fitting.add(entry.getKey());
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : Acknowledgement.NO_REQUEST;
  }

  private static boolean names(CommandAnswer answer, Command command) {
    CommandAnswer.Ids ids = answer.ids();
    if (command instanceof Command.Place place) {
      String clientId = place.order().clientOrderId();
      Integer reference = place.order().userReference();
      return (clientId != null && clientId.equals(ids.clientOrderId()))
          || (reference != null && reference.equals(ids.userReference()));
    } else if (command instanceof Command.Amend amend) {
      return ids.name(amend.change().order());
    } else if (command instanceof Command.Cancel cancel) {
      return ids.name(cancel.order());
    }
    return command instanceof Command.Edit edit
        && edit.change().orderId().equals(ids.originalOrderId());
  }

  boolean failed(long requestId, String text) {
    PendingCommand<?> command = sent.get(requestId);
    if (command == null) {
      return false;
    }
    answered(
        new CommandAnswer(
            command.command().kind(),
            requestId,
            false,
            text,
            CommandAnswer.Ids.NONE,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null));
    return true;
  }

  private void renewToken() {
    Feed link = feed.get();
    if (link != null) {
      link.renewToken();
    }
  }

  private void deadlinePassed(PendingCommand<?> command) {
    if (waiting.remove(command)) {
      command.notSent(
          everKnown ? Reason.RATE : Reason.NO_CONNECTION,
          everKnown
              ? "the trading-rate counter did not decay within the deadline"
              : "the account's orders were not known within the deadline; wait for"
                  + " account().connect()");
    } else if (command.state() == PendingCommand.State.SENT && command.hasAnswer()) {
      sent.values().remove(command);
      command.decideByAnswers(latency(command, null));
    } else if (command.state() == PendingCommand.State.SENT) {
      unanswered(command, "no answer within " + access.commandDeadline().toMillis() + " ms");
    }
  }

  // --- the link ---

  void tokenArrived(Codec newCodec, Token newToken) {
    codec = newCodec;
    token = newToken;
    noTokenBecause = null;
  }

  void tokenRefused(String why) {
    noTokenBecause = why;
    token = null;
    releaseWaiting();
  }

  /** The account's orders cannot be followed: no command is sent whose fate could not be found. */
  void recordsRefused(String why) {
    recordsRefusedBecause = why;
    settlement.giveUp("the account's orders cannot be followed: " + why);
    releaseWaiting();
  }

  /** The account's records have a hole. */
  void recordsStale() {
    settlement.recordsStale();
  }

  void linkDown(String why) {
    codec = null;
    engine = SystemStatus.State.UNKNOWN;
    token = null;
    settlement.linkDown();
    List<PendingCommand<?>> lost = List.copyOf(sent.values());
    sent.clear();
    for (PendingCommand<?> command : lost) {
      command.linkLost(loop.nanoTime());
      if (command.state() == PendingCommand.State.SENT) {
        unanswered(command, "the link was lost before an answer came: " + why);
      }
    }
    if (everKnown) {
      releaseWaiting();
    }
  }

  /** No command is sent any more. */
  void closed(Reason reason, String why) {
    closedReason = reason;
    closedBecause = why;
    token = null;
    List.copyOf(waiting).forEach(command -> command.notSent(reason, why));
    waiting.clear();
    settlement.giveUp(why);
    for (PendingCommand<?> command : List.copyOf(sent.values())) {
      if (command.state() == PendingCommand.State.SENT) {
        unanswered(command, why);
      }
    }
    sent.clear();
  }

  private void unanswered(PendingCommand<?> command, String why) {
    command.unknown(why);
    settlement.add(command);
  }

  /** Another feed was taken up. */
  void reopened() {
    closedBecause = null;
    noTokenBecause = null;
    recordsRefusedBecause = null;
  }

  void engine(SystemStatus.State state) {
    engine = state;
  }

  /** Orders and fills are known as they stand. */
  void recordsKnown() {
    everKnown = true;
    recordsRefusedBecause = null;
    settlement.recordsKnown();
    releaseWaiting();
  }

  void recordsChanged() {
    for (PendingCommand<?> command : sent.values()) {
      if (command.state() == PendingCommand.State.SENT) {
        command.witness(orders);
      }
    }
    settlement.recordsChanged();
  }

  private void releaseWaiting() {
    List<PendingCommand<?>> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(this::sendIfAllowed);
  }
}
