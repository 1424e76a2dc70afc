package io.krakenspot.internal.session;

import io.krakenspot.client.DeadMansSwitch;
import io.krakenspot.client.LatencySummary;
import io.krakenspot.client.Trading;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.market.Instruments;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Amended;
import io.krakenspot.order.CancelCount;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderCheck;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Placed;
import io.krakenspot.order.SwitchTimes;
import io.krakenspot.port.Command;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks commands and hands them to the account's desk. Safe for any thread. */
final class SessionTrading implements Trading {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration SHORTEST_SWITCH = Duration.ofSeconds(10);
  private static final Duration LONGEST_SWITCH = Duration.ofHours(1);
  private static final int MOST_CANCELS = 50;

  private final Session session;
  private final Protocol protocol;
  private final AccountAccess access;
  private final @Nullable OrderCheck check;

  SessionTrading(
      Session session, Protocol protocol, AccountAccess access, @Nullable OrderCheck check) {
    this.session = session;
    this.protocol = protocol;
    this.access = access;
    this.check = check;
  }

  @Override
  public Trading checkedAgainst(Instruments instruments) {
    return new SessionTrading(session, protocol, access, OrderCheck.against(instruments));
  }

  @Override
  public CompletionStage<Fate<Placed>> place(NewOrder order) {
    NewOrder named = named(order);
    check(present -> present.require(named));
    return submit(
        new Command.Place(named),
        new PlaceReading(named, session.accountDesk()::placed),
        new PlaceEvidence(named));
  }

  @Override
  public CompletionStage<List<Fate<Placed>>> place(OrderBatch batch) {
    List<NewOrder> orders = batch.orders().stream().map(this::named).toList();
    check(present -> orders.forEach(present::require));
    return submit(
            new Command.PlaceBatch(new OrderBatch(orders, batch.deadline(), batch.validateOnly())),
            new BatchReading(orders, batch.validateOnly(), session.accountDesk()::placed),
            new BatchEvidence(orders.stream().map(PlaceEvidence::new).toList()))
        .thenApply(fate -> BatchReading.each(fate, orders.size()));
  }

  /** An order must have a name by which it can be found. */
  private NewOrder named(NewOrder order) {
    if (order.clientOrderId() != null || order.userReference() != null) {
      return order;
    }
    return order.conditionalClose() == null
        ? order.withClientOrderId(access.clientOrderIds().get())
        : order.withUserReference(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
  }

  private void check(Consumer<OrderCheck> requirement) {
    if (check != null) {
      requirement.accept(check);
    }
  }

  @Override
  public CompletionStage<Fate<Amended>> amend(AmendOrder change) {
    check(present -> present.require(change));
    return submit(
        new Command.Amend(change),
        new AnswerReading<>(answer -> new Amended(change.order(), answer.amendId())),
        new AmendEvidence(change));
  }

  @Override
  public CompletionStage<Fate<Edited>> edit(EditOrder change) {
    check(present -> present.require(change));
    return submit(
        new Command.Edit(change),
        new AnswerReading<>(
            answer -> new Edited(answer.ids().orderId(), change.orderId(), answer.description())),
        new EditEvidence(change));
  }

  @Override
  public CompletionStage<Fate<Cancelled>> cancel(OrderKey order) {
    return submit(
        new Command.Cancel(order),
        new CancelReading(order),
        CancelEvidence.of(List.of(order), count -> new Cancelled(order, count)));
  }

  @Override
  public CompletionStage<Map<OrderKey, Fate<Cancelled>>> cancel(Collection<OrderKey> orders) {
    if (orders.isEmpty()) {
      throw new IllegalArgumentException("name at least one order to cancel");
    }
    Map<OrderKey, CompletableFuture<Fate<Cancelled>>> fates = new LinkedHashMap<>();
    for (OrderKey order : new LinkedHashSet<>(orders)) {
      fates.put(order, cancel(order).toCompletableFuture());
    }
    return CompletableFuture.allOf(fates.values().toArray(CompletableFuture[]::new))
        .thenApply(
            done -> {
              Map<OrderKey, Fate<Cancelled>> all = new LinkedHashMap<>();
              fates.forEach((order, fate) -> all.put(order, fate.join()));
              return all;
            });
  }

  @Override
  public CompletionStage<Fate<CancelCount>> cancelBatch(Collection<OrderKey> orders) {
    List<OrderKey> keys = new ArrayList<>(new LinkedHashSet<>(orders));
    if (keys.size() < 2 || keys.size() > MOST_CANCELS) {
      throw new IllegalArgumentException(
          "a batch cancels 2 to 50 orders, not " + keys.size() + "; use cancel or cancelAll");
    }
    return submit(
        new Command.CancelBatch(keys), countReading(), CancelEvidence.of(keys, CancelCount::new));
  }

  @Override
  public CompletionStage<Fate<CancelCount>> cancelAll() {
    return submit(new Command.CancelAll(), countReading(), CancelEvidence.ofAll(CancelCount::new));
  }

  private AnswerReading<CancelCount> countReading() {
    return new AnswerReading<>(
        answer -> {
          Integer count = answer.count();
          return new CancelCount(count == null ? 0 : count);
        });
  }

  @Override
  public CompletionStage<Fate<SwitchTimes>> cancelAllAfter(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(A_DAY) >= 0 || timeout.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "timeout must be whole seconds from 0 to below a day, not " + timeout);
    }
    return submit(
        new Command.CancelAllAfter(timeout),
        new AnswerReading<>(
            answer -> {
              var times = answer.times();
              return times == null
                  ? new SwitchTimes(null, null)
                  : new SwitchTimes(times.current(), times.trigger());
            }),
        new NoEvidence<>("set the dead man's switch again"));
  }

  @Override
  public DeadMansSwitch deadMansSwitch(
      Duration timeout, Consumer<? super DeadMansSwitch.Event> listener) {
    if (timeout.compareTo(SHORTEST_SWITCH) < 0
        || timeout.compareTo(LONGEST_SWITCH) > 0
        || timeout.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "timeout must be whole seconds from 10 s to an hour, not " + timeout);
    }
    require(protocol.featuresOf(new Command.CancelAllAfter(timeout)));
    RenewedSwitch renewed =
        new RenewedSwitch(session.loop(), session.accountDesk(), this, timeout, listener, session);
    session.loop().execute(session::openAccount);
    session.loop().execute(renewed::start);
    return renewed;
  }

  @Override
  public CompletionStage<LatencySummary> latency() {
    CompletableFuture<LatencySummary> answer = new CompletableFuture<>();
    session.loop().execute(() -> answer.complete(session.accountDesk().commands().latency()));
    return answer.minimalCompletionStage();
  }

  private <R> CompletionStage<Fate<R>> submit(
      Command command, Reading<R> reading, Evidence<R> evidence) {
    require(protocol.featuresOf(command));
    PendingCommand<R> pending = new PendingCommand<>(command, reading, evidence);
    session
        .loop()
        .execute(
            () -> {
              session.openAccount();
              session.accountDesk().commands().submit(pending);
            });
    return pending.fate().minimalCompletionStage();
  }

  private void require(Collection<Feature> features) {
    for (Feature feature : features) {
      Support support = protocol.support(feature);
      if (!support.available()) {
        throw new NotSupportedException(feature.description(), protocol.name(), support.note());
      }
    }
  }
}
