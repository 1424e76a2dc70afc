package io.krakenspot.internal.session;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.order.Fate.NotSent.Reason;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Latency;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.Codec;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account's side of its feed: follows orders, fills and balances across links, and hands
 * answers to the commands. It always carries orders and fills, whether or not the user listens:
 * they keep the link open and decide the fate of commands. Lives on the loop.
 */
final class AccountDesk implements Desk {
  private static final long FIRST = 1;
  private static final int MOST_DOUBTS = 2;
  private static final Topic ORDERS = new Topic.OrderTopic();
  private static final Topic FILLS = new Topic.FillTopic();
  private static final Topic BALANCES = new Topic.BalanceTopic();
  private static final int MOST_STRANGERS = 1_000;

  private final Loop loop;
  private final Topic orderCarrier;
  private final Topic fillCarrier;
  private final Topic balanceCarrier;
  private final boolean withoutSnapshots;
  private final UnheardEnds ends;
  private final Outlet.ListenerFailures failures;
  private final OrderRecords orders = new OrderRecords();
  private final FillRecords fills = new FillRecords();
  private final BalanceRecords balances = new BalanceRecords();

  /** Fills of orders that were not heard of, by order, until they are. */
  private final Map<String, Fill> strangers = new LinkedHashMap<>();

  private final Map<Topic, Sequence> sequences = new HashMap<>();
  private final Map<Topic, AccountFrame> lastFrames = new HashMap<>();
  private final Map<Topic, Integer> doubts = new HashMap<>();
  private @Nullable BalanceFrame lastBalances;
  private final Set<Topic> awaited = new LinkedHashSet<>();
  private final CommandDesk commands;
  private final RateCounters rate;
  private CompletableFuture<Void> firstKnown = new CompletableFuture<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private long snapshotNanos;
  private boolean closed;
  private boolean healthTold;
  private @Nullable Feed feed;

  AccountDesk(
      Loop loop,
      Protocol protocol,
      AccountAccess access,
      Consumer<Consumer<ConnectionListener>> listeners,
      Outlet.ListenerFailures failures) {
    this.loop = loop;
    this.orderCarrier = protocol.carrier(ORDERS);
    this.fillCarrier = protocol.carrier(FILLS);
    this.balanceCarrier = protocol.carrier(BALANCES);
    this.withoutSnapshots = access.options().allUsers();
    OrderLookup records = access.lookup();
    OrderLookup lookup = records == null ? null : new BoundedLookup(loop, records);
    this.ends = new UnheardEnds(loop, lookup, orders, awaited::isEmpty, this::tellEnded);
    this.failures = failures;
    Consumer<String> warn = text -> listeners.accept(listener -> listener.onWarning(text));
    this.rate = new RateCounters(loop, access.rate(), orders, warn);
    this.commands =
        new CommandDesk(loop, access, orders, rate, lookup, this::found, warn, this::feed);
    awaited.add(orderCarrier);
    awaited.add(fillCarrier);
  }

  /** Takes up the account's feed, which dials; another, if the one before was given up. */
  void attach(Feed accountFeed) {
    feed = accountFeed;
    if (!closed) {
      if (firstKnown.isDone()) {
        firstKnown = new CompletableFuture<>();
      }
      commands.reopened();
      accountFeed.add(own(ORDERS, orderCarrier), Set.of());
      accountFeed.add(own(FILLS, fillCarrier), Set.of());
    }
  }

  private <E> ActiveSubscription<E> own(Topic topic, Topic carrier) {
    return new ActiveSubscription<>(
        topic,
        Set.of(),
        SnapshotChoice.DEFAULT,
        Outlet.<E>direct(new OwnListener<E>(topic, carrier), failures),
        true,
        any -> {});
  }

  /** Notices what becomes of the streams that the records are made from. */
  private final class OwnListener<E> implements Listener<E> {
    private final Topic topic;
    private final Topic carrier;

    private OwnListener(Topic topic, Topic carrier) {
      this.topic = topic;
      this.carrier = carrier;
    }

    @Override
    public void on(E event) {}

    @Override
    public void onSubscription(SubscriptionEvent event) {
      switch (event.kind()) {
        case GAP, INTERRUPTED -> stale(carrier);
        case REFUSED -> refused(topic, event.detail());
        default -> {}
      }
    }
  }

  /** What is known of a stream may be old until its next snapshot. */
  private void stale(Topic carrier) {
    awaited.add(carrier);
    sequences.computeIfAbsent(carrier, any -> new Sequence()).forget();
    commands.recordsStale();
    tellHealth(false);
  }

  private void refused(Topic topic, String why) {
    firstKnown.completeExceptionally(new SubscriptionRefusedException(topic.name(), why));
    commands.recordsRefused(why);
  }

  private @Nullable Feed feed() {
    return feed;
  }

  /**
   * The exchange accepted an order: the feed may leave out what was asked for. One that was sent
   * before the last snapshot may have ended before it.
   */
  void placed(String orderId, NewOrder asked, Latency latency) {
    boolean unheard = orders.find(orderId) == null;
    orders.placed(orderId, asked);
    long sentNanos = loop.nanoTime() - latency.total().toNanos();
    if (unheard && sentNanos - snapshotNanos <= 0) {
      ends.unlessHeardOf(orderId);
    }
  }

  CommandDesk commands() {
    return commands;
  }

  CompletableFuture<Void> firstKnown() {
    return firstKnown;
  }

  List<Order> openOrders() {
    return orders.open();
  }

  /** What is known of an order; null if it was not heard of, or ended long ago. */
  @Nullable Order order(String id) {
    return orders.find(id);
  }

  /** All balances, if they are known. */
  Optional<BalanceEvent> allBalances() {
    return balances.known() ? Optional.of(balances.snapshot()) : Optional.empty();
  }

  /** Whether the link stands and orders and fills are known. */
  boolean healthy() {
    return awaited.isEmpty() && commands.linked();
  }

  /** Hears, on the loop, how the account does. */
  interface Watcher {
    /** Its feed has become healthy, or has stopped to be. */
    void health(boolean healthy);

    /** What the trading engine does now. */
    void engine(SystemStatus.State state);

    /** The client is closed; nothing more is told. */
    void closed();
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  void forget(Watcher watcher) {
    watchers.remove(watcher);
  }

  // --- the link ---

  @Override
  public void tokenArrived(Codec codec, Token token) {
    commands.tokenArrived(codec, token);
  }

  @Override
  public void tokenRefused(String why) {
    commands.tokenRefused(why);
    firstKnown.completeExceptionally(new ConnectionFailedException(why, null));
  }

  @Override
  public void linkDown(String why) {
    awaited.add(orderCarrier);
    awaited.add(fillCarrier);
    sequences.values().forEach(Sequence::forget);
    doubts.clear();
    balances.stale();
    ends.stop();
    commands.linkDown(why);
    tellHealth(false);
  }

  @Override
  public void gaveUp(String why) {
    noMoreLinks(Reason.NO_CONNECTION, why);
  }

  private void noMoreLinks(Reason reason, String why) {
    ends.stop();
    commands.closed(reason, why);
    ConnectionFailedException failure = new ConnectionFailedException(why, null);
    firstKnown.completeExceptionally(failure);
    firstKnown = CompletableFuture.failedFuture(failure);
    tellHealth(false);
  }

  @Override
  public void closed(String why) {
    closed = true;
    List.copyOf(watchers).forEach(Watcher::closed);
    watchers.clear();
    noMoreLinks(Reason.CLOSED, why);
  }

  @Override
  public void engine(SystemStatus.State state) {
    commands.engine(state);
    List.copyOf(watchers).forEach(watcher -> watcher.engine(state));
  }

  @Override
  public void acknowledged(Acknowledgement acknowledgement) {
    Integer threshold = acknowledgement.maxRateCount();
    if (threshold != null) {
      rate.threshold(threshold);
    }
    Topic topic = acknowledgement.topic();
    if (withoutSnapshots
        && acknowledgement.success()
        && !acknowledgement.unsubscribed()
        && topic != null) {
      for (Topic each : List.of(ORDERS, FILLS, BALANCES)) {
        restoredWithoutSnapshot(topic, each);
      }
      known(topic);
    }
  }

  private void restoredWithoutSnapshot(Topic carrier, Topic topic) {
    Stream stream = stream(carrier);
    if (stream != null) {
      stream.restored(
          topic.getClass(), Kind.RESTORED_WITH_LOSS, "no snapshot tells what happened meanwhile");
    }
  }

  private void tellHealth(boolean healthy) {
    if (healthy == healthTold) {
      return;
    }
    healthTold = healthy;
    List.copyOf(watchers).forEach(watcher -> watcher.health(healthy));
  }

  // --- orders and fills ---

  @Override
  public void account(AccountFrame frame) {
    Sequence sequence = sequences.computeIfAbsent(frame.carrier(), any -> new Sequence());
    if (frame.snapshot()) {
      sequence.restart(frame.sequence());
      begun(frame);
    } else {
      long before = sequence.last();
      switch (sequence.step(frame.sequence())) {
        case REPEATED -> {
          if (!frame.equals(lastFrames.get(frame.carrier()))) {
            hole(frame.carrier(), "another frame " + frame.sequence() + " came");
          }
          return;
        }
        case BROKEN ->
            hole(frame.carrier(), "frame " + frame.sequence() + " came after frame " + before);
        case NEXT -> {}
      }
      frame.reports().forEach(report -> news(frame.carrier(), report));
    }
    lastFrames.put(frame.carrier(), frame);
    frame.rateCounts().forEach(rate::told);
    commands.recordsChanged();
  }

  /**
   * A feed that begins with another number than 1 may have lost its snapshot. It is asked for again
   * before that is believed, as some feeds were seen to begin so.
   */
  private void begun(AccountFrame frame) {
    if (frame.sequence() <= FIRST || doubts.merge(frame.carrier(), 1, Integer::sum) > MOST_DOUBTS) {
      snapshot(frame);
    } else {
      frame.reports().forEach(report -> news(frame.carrier(), report));
      hole(frame.carrier(), "it began with frame " + frame.sequence());
    }
  }

  /** Asks for a snapshot; told as a gap, which makes the records {@link #stale}. */
  private void hole(Topic carrier, String why) {
    Feed present = feed;
    if (present != null) {
      present.renew(carrier, why);
    }
  }

  private void news(Topic carrier, AccountReport report) {
    OrderReport order = report.order();
    if (order != null) {
      OrderUpdate update = orders.apply(order);
      if (update != null) {
        rate.touched(update);
        deliver(carrier, Topic.OrderTopic.class, update);
      }
    }
    Fill fill = report.fill();
    if (fill != null && fills.news(fill)) {
      deliver(carrier, Topic.FillTopic.class, fill);
      if (awaited.contains(orderCarrier)) {
        stranger(fill);
      }
    }
  }

  private void snapshot(AccountFrame frame) {
    List<Fill> past = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>();
    for (AccountReport report : frame.reports()) {
      OrderReport order = report.order();
      if (order != null) {
        open.add(order.orderId());
        news(frame.carrier(), new AccountReport(order, null));
      }
      Fill fill = report.fill();
      if (fill != null) {
        past.add(fill);
      }
    }
    if (frame.carrier().equals(fillCarrier)) {
      missedFills(past);
    }
    if (frame.carrier().equals(orderCarrier)) {
      snapshotNanos = loop.nanoTime();
      endedUnheard(open);
    }
    begin(frame.carrier());
    known(frame.carrier());
  }

  private void begin(Topic carrier) {
    Stream stream = stream(carrier);
    if (stream != null) {
      stream.begin();
    }
  }

  /** Remembers a fill of an order that was not heard of; whether it is the first of it. */
  private boolean stranger(Fill fill) {
    return orders.find(fill.orderId()) == null
        && strangers.size() < MOST_STRANGERS
        && strangers.putIfAbsent(fill.orderId(), fill) == null;
  }

  private void missedFills(List<Fill> past) {
    FillRecords.Missed missed = fills.missed(past);
    for (Fill fill : missed.fills()) {
      deliver(fillCarrier, Topic.FillTopic.class, fill);
      if (stranger(fill) && !awaited.contains(orderCarrier)) {
        ends.of(fill);
      }
    }
    Stream stream = stream(fillCarrier);
    if (stream != null) {
      boolean whole = missed.holeBefore() == null;
      stream.restored(
          Topic.FillTopic.class,
          whole ? Kind.RESTORED_WITHOUT_LOSS : Kind.RESTORED_WITH_LOSS,
          whole ? "" : "fills before " + missed.holeBefore() + " may be missing");
    }
  }

  /**
   * Orders that were open and are so no longer, also those that were accepted on this link before
   * its feed began.
   */
  private void endedUnheard(Set<String> open) {
    for (Order order : orders.open()) {
      if (!open.contains(order.id())) {
        ends.of(order);
      }
    }
    strangers.keySet().removeIf(id -> orders.find(id) != null);
    strangers.values().forEach(ends::of);
    Stream stream = stream(orderCarrier);
    if (stream != null) {
      stream.restored(Topic.OrderTopic.class, Kind.RESTORED_WITHOUT_LOSS, "");
    }
  }

  /** A look-up for a command found an order, of whose end the feed may have told nothing. */
  private void found(Order record, @Nullable Order asked) {
    Order present = orders.find(record.id());
    boolean endKnown =
        present != null && present.status().ended() && present.status() != OrderStatus.GONE;
    if (record.status().ended() && !endKnown) {
      tellEnded(record);
      return;
    }
    boolean missed = !endKnown && orders.missedAnAmend(record, asked);
    orders.found(record, asked);
    if (missed) {
      hole(orderCarrier, "a look-up shows an amend of " + record.id() + " that it has not told of");
    }
  }

  private void tellEnded(Order ended) {
    deliver(orderCarrier, Topic.OrderTopic.class, orders.endedUnheard(ended));
    commands.recordsChanged();
  }

  private void known(Topic carrier) {
    awaited.remove(carrier);
    if (awaited.isEmpty()) {
      firstKnown.complete(null);
      commands.recordsKnown();
      tellHealth(true);
    }
  }

  private void deliver(Topic carrier, Class<? extends Topic> topic, Object event) {
    Stream stream = stream(carrier);
    if (stream != null) {
      stream.deliver(topic, event);
    }
  }

  private @Nullable Stream stream(Topic carrier) {
    Feed present = feed;
    return present == null ? null : present.stream(carrier);
  }

  @Override
  public void joined(ActiveSubscription<?> subscription) {
    if (subscription.wanted() instanceof Topic.OrderTopic && !awaited.contains(orderCarrier)) {
      for (Order order : orders.open()) {
        subscription.deliver(new OrderUpdate(OrderUpdate.Kind.SNAPSHOT, order));
      }
    } else if (subscription.wanted() instanceof Topic.BalanceTopic && balances.known()) {
      subscription.deliver(balances.snapshot());
    }
  }

  // --- balances ---

  @Override
  public void balances(BalanceFrame frame) {
    Sequence sequence = sequences.computeIfAbsent(balanceCarrier, any -> new Sequence());
    if (balances.take(frame)) {
      sequence.restart(frame.sequence());
      begin(balanceCarrier);
      Stream stream = stream(balanceCarrier);
      if (stream != null) {
        stream.restored(Topic.BalanceTopic.class, Kind.RESTORED_WITHOUT_LOSS, "");
      }
    } else {
      long before = sequence.last();
      switch (sequence.step(frame.sequence())) {
        case REPEATED -> {
          if (!frame.equals(lastBalances)) {
            balanceHole("another frame " + frame.sequence() + " came");
          }
          return;
        }
        case BROKEN -> balanceHole("frame " + frame.sequence() + " came after frame " + before);
        case NEXT -> {}
      }
    }
    lastBalances = frame;
    frame.events().forEach(event -> deliver(balanceCarrier, Topic.BalanceTopic.class, event));
  }

  private void balanceHole(String why) {
    balances.stale();
    hole(balanceCarrier, why);
  }

  // --- answers ---

  @Override
  public void answered(CommandAnswer answer) {
    commands.answered(answer);
  }

  @Override
  public boolean failed(long requestId, String text) {
    return commands.failed(requestId, text);
  }
}
