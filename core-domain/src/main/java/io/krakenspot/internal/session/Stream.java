package io.krakenspot.internal.session;

import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.internal.book.BookKeeper;
import io.krakenspot.internal.book.Keeper;
import io.krakenspot.internal.book.Level3Keeper;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Loop;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wire subscription: a topic and, unless the topic has none, a pair. It outlives links; its
 * state says how far it has come on the present one.
 */
final class Stream {
  /** How far a stream has come on the present link. */
  enum State {
    /** To be asked for. */
    WANTED,
    /** Asked for, not answered. */
    REQUESTED,
    /** Answered. */
    ACCEPTED
  }

  private static final int MOST_BACKLOG = 10_000;

  private final Topic topic;
  private final @Nullable Pair pair;
  private final SnapshotChoice snapshot;
  private final Kind restored;
  private final List<ActiveSubscription<?>> subscribers = new ArrayList<>();
  private final LastSeen lastSeen = new LastSeen();
  private final @Nullable Keeper book;
  private final ResyncPace pace = new ResyncPace();
  private final AskPace askPace = new AskPace();
  private Cadence cadence = new Cadence();
  private State state = State.WANTED;
  private long heard;
  private long heardWhenAsked;
  private int asks;
  private boolean carried;
  private boolean passedOver;
  private boolean askedForFirstData;
  private boolean begun;
  private boolean interrupted;
  private boolean silent;
  private boolean renewing;
  private final Set<Class<? extends Topic>> stillInterrupted = new HashSet<>();
  private Loop.@Nullable Timer timer;
  private @Nullable TradeMark trades;
  private final Deque<Trade> backlog = new ArrayDeque<>();
  private final TradeNumbers numbers = new TradeNumbers();
  private @Nullable TradeMark resumeAfter;

  /**
   * A stream to be asked for.
   *
   * @param refilled whether the exchange sends what a new link missed
   */
  Stream(Topic topic, @Nullable Pair pair, SnapshotChoice snapshot, boolean refilled) {
    this.topic = topic;
    this.pair = pair;
    this.snapshot = snapshot;
    this.restored = refilled ? Kind.RESTORED_WITHOUT_LOSS : Kind.RESTORED_WITH_LOSS;
    this.book = pair == null ? null : keeper(topic, pair);
    this.trades = topic instanceof Topic.TradeTopic ? new TradeMark() : null;
  }

  /** The same stream for another link, without subscribers. */
  Stream successor() {
    return new Stream(topic, pair, snapshot, restored == Kind.RESTORED_WITHOUT_LOSS);
  }

  private static @Nullable Keeper keeper(Topic topic, Pair pair) {
    if (topic instanceof Topic.BookTopic book) {
      return new BookKeeper(pair, book.depth());
    }
    return topic instanceof Topic.Level3Topic orders
        ? new Level3Keeper(pair, orders.depth())
        : null;
  }

  Topic topic() {
    return topic;
  }

  @Nullable Pair pair() {
    return pair;
  }

  SnapshotChoice snapshot() {
    return snapshot;
  }

  State state() {
    return state;
  }

  void state(State newState) {
    state = newState;
  }

  /** It is asked for; what comes from now on may be the answer. */
  void asked() {
    state = State.REQUESTED;
    asks++;
    heardWhenAsked = heard;
    begun = false;
    numbers.forget();
  }

  /** No answer came, so that others go first. */
  void passOver() {
    state = State.WANTED;
    passedOver = true;
  }

  boolean passedOver() {
    return passedOver;
  }

  /** Something came that it carries. */
  void hear() {
    heard++;
  }

  /** How many events it has brought, on all links. */
  long heard() {
    return heard;
  }

  Cadence cadence() {
    return cadence;
  }

  /** Whether the exchange begins it with a snapshot or a first value. */
  boolean startsWithData() {
    return topic instanceof Topic.TradeTopic
        ? snapshot == SnapshotChoice.WANTED
        : snapshot != SnapshotChoice.UNWANTED;
  }

  /** A snapshot of the account came. */
  void begin() {
    begun = true;
  }

  /** Whether it brought what it begins with since it was asked for. */
  boolean dataCame() {
    if (topic instanceof Topic.AccountTopic) {
      return begun;
    }
    return book == null ? somethingCame() : book.state() == BookState.LIVE;
  }

  private boolean somethingCame() {
    return heard != heardWhenAsked;
  }

  /** Whether what came says that it was granted, and is not left of an earlier request. */
  boolean grantedByData() {
    return book == null ? somethingCame() && asks == 1 : dataCame();
  }

  /** Whether the exchange carries it: it says so, or what came does. */
  private boolean granted() {
    return state == State.ACCEPTED || (state == State.REQUESTED && (carried || grantedByData()));
  }

  /** Whether it is accepted, and begun if it has a beginning. */
  boolean settled() {
    return state == State.ACCEPTED && (dataCame() || !startsWithData());
  }

  /**
   * Whether to subscribe anew because nothing came to begin with; once a link where that may be
   * right, because nothing was ever traded, unless it used to be busy.
   */
  boolean missesFirstData() {
    boolean mayBeEmpty = topic instanceof Topic.TradeTopic || topic instanceof Topic.CandleTopic;
    boolean misses = !dataCame() && !(mayBeEmpty && askedForFirstData && !silent);
    askedForFirstData |= misses;
    return misses;
  }

  /** The book of levels or of orders that the stream carries, if it carries one. */
  @Nullable Keeper book() {
    return book;
  }

  ResyncPace pace() {
    return pace;
  }

  AskPace askPace() {
    return askPace;
  }

  List<ActiveSubscription<?>> subscribers() {
    return subscribers;
  }

  void join(ActiveSubscription<?> subscription) {
    subscribers.add(subscription);
    if (state == State.ACCEPTED) {
      subscription.acceptedFor(pair);
      lastSeen.replay(subscription);
      if (book != null && book.state() == BookState.LIVE) {
        deliverBook(book, List.of(subscription));
      }
    }
  }

  /** Whether it has come as far on its link as another on its own. */
  boolean asFarAs(Stream other) {
    boolean wanting =
        (other.state == State.ACCEPTED && state != State.ACCEPTED) || (other.carried && !carried);
    Keeper mine = book;
    Keeper others = other.book;
    boolean behind =
        mine != null
            && others != null
            && others.state() == BookState.LIVE
            && mine.state() != BookState.LIVE;
    return !wanting && !behind;
  }

  /** The subscribers of another link's stream hear this one from now on. */
  void takeOver(Stream old) {
    subscribers.addAll(old.subscribers);
    trades = old.trades;
    resumeAfter = trades;
    interrupted = old.interrupted;
    silent = old.silent;
    cadence = old.cadence;
    heard += old.heard;
    heardWhenAsked += old.heard;
    for (ActiveSubscription<?> subscription : List.copyOf(old.subscribers)) {
      if (state == State.ACCEPTED) {
        subscription.acceptedFor(pair);
      }
    }
    for (ActiveSubscription<?> subscription : List.copyOf(old.subscribers)) {
      lastSeen.replay(subscription);
    }
    Keeper mine = book;
    if (mine != null && mine.state() == BookState.LIVE) {
      deliverBook(mine);
    }
    if (interrupted) {
      boolean answered = carried;
      carried = old.carried;
      if (answered) {
        carriedAgain();
      }
    }
    while (!backlog.isEmpty()) {
      deliverTrade(backlog.removeFirst());
    }
  }

  /** The exchange accepted it on this link. */
  void accepted() {
    state = State.ACCEPTED;
    askPace.accepted();
    passedOver = false;
    carriedAgain();
    for (ActiveSubscription<?> subscription : List.copyOf(subscribers)) {
      subscription.acceptedFor(pair);
    }
  }

  /** Unless the answer alone does not say that it is back. */
  private void carriedAgain() {
    if (interrupted && !restoredByAccount()) {
      if (restoredByData() && !dataCame()) {
        return;
      }
      back(restored, "");
    }
    carried = true;
  }

  private void back(Kind kind, String detail) {
    interrupted = false;
    carried = true;
    if (silent) {
      silent = false;
      cancelTimer();
    }
    tell(kind, detail);
  }

  /**
   * Something came that it carries. A loss is told where it lies, before what came; that there was
   * none only once all of the frame is told.
   */
  private void arrived() {
    heard++;
    if (granted() && !restoredByWholeFrame()) {
      carriedAgain();
    }
  }

  /** Whether a frame that is being read brings what makes good for an interruption. */
  boolean returning() {
    return restoredByWholeFrame() && granted() && dataCame();
  }

  /** The frame that makes good for an interruption is told. */
  void returned() {
    if (returning()) {
      carriedAgain();
    }
  }

  /** It begins with nothing, which may be right, and then nothing makes good for anything. */
  void begunEmpty() {
    if (interrupted && !dataCame()) {
      back(Kind.RESTORED_WITH_LOSS, "nothing came to begin with");
    }
  }

  private boolean restoredByData() {
    return silent || restored == Kind.RESTORED_WITHOUT_LOSS;
  }

  private boolean restoredByWholeFrame() {
    return interrupted && restored == Kind.RESTORED_WITHOUT_LOSS && !restoredByAccount();
  }

  /** Whether the account's snapshot decides if anything was lost. */
  private boolean restoredByAccount() {
    return topic instanceof Topic.AccountTopic;
  }

  /** The snapshot after an interruption has come, for those who want this topic of the stream. */
  void restored(Class<? extends Topic> carrying, Kind kind, String detail) {
    if (!interrupted) {
      return;
    }
    for (ActiveSubscription<?> subscription : List.copyOf(subscribers)) {
      if (carrying.isInstance(subscription.wanted())) {
        subscription.tell(kind, null, detail);
      }
    }
    stillInterrupted.remove(carrying);
    interrupted = !stillInterrupted.isEmpty();
  }

  /** What it carries has a hole that its next snapshot will fill. */
  void holed(String why) {
    tell(Kind.GAP, why);
    interrupt();
  }

  /**
   * It is silent and subscribed anew: what it should have brought may be missing. Told once, until
   * something comes.
   */
  void silent(String why) {
    if (!silent) {
      silent = true;
      tell(Kind.SILENT, why);
      interrupt();
    }
  }

  private void interrupt() {
    interrupted = true;
    for (ActiveSubscription<?> subscription : subscribers) {
      stillInterrupted.add(subscription.wanted().getClass());
    }
  }

  /** Something it should have brought is missing, and will not come again. */
  void missed(String why) {
    tell(Kind.GAP, why);
    numbers.forget();
  }

  void linkLost(String why) {
    cancelTimer();
    askPace.newLink();
    passedOver = false;
    askedForFirstData = false;
    asks = 0;
    if (book != null) {
      book.withhold(BookState.STALE);
    }
    if (carried) {
      carried = false;
      interrupt();
      tell(Kind.INTERRUPTED, why);
    }
    state = State.WANTED;
  }

  void closed() {
    cancelTimer();
    if (book != null) {
      book.withhold(BookState.CLOSED);
    }
  }

  void tell(Kind kind, String detail) {
    for (ActiveSubscription<?> subscription : List.copyOf(subscribers)) {
      subscription.tell(kind, pair, detail);
    }
  }

  /** Delivers an event to those subscribers whose topic carries it. */
  void deliver(Class<? extends Topic> carrying, Object event) {
    lastSeen.remember(carrying, event);
    if (carrying.isInstance(topic)) {
      arrived();
    }
    if (trades != null && event instanceof Trade trade) {
      deliverTrade(trade);
    } else {
      toSubscribers(carrying, event);
    }
  }

  private void deliverTrade(Trade trade) {
    if (subscribers.isEmpty()) {
      keepForLater(trade);
      return;
    }
    TradeMark mark = resumeAfter;
    if (mark != null && !mark.before(trade)) {
      return;
    }
    if (mark != null && mark.passedBy(trade)) {
      resumeAfter = null;
    }
    Long before = numbers.last();
    switch (numbers.step(trade)) {
      case REPEATED -> {
        return;
      }
      case HOLE -> tell(Kind.GAP, "trade " + trade.id() + " came after trade " + before);
      case NEXT -> {}
    }
    Objects.requireNonNull(trades).delivered(trade);
    toSubscribers(Topic.TradeTopic.class, trade);
  }

  /** While another link's stream is heard, so that none between the two is lost. */
  private void keepForLater(Trade trade) {
    if (backlog.size() == MOST_BACKLOG) {
      backlog.removeFirst();
    }
    backlog.addLast(trade);
  }

  private void toSubscribers(Class<? extends Topic> carrying, Object event) {
    for (int i = 0; i < subscribers.size(); i++) {
      ActiveSubscription<?> subscription = subscribers.get(i);
      if (carrying.isInstance(subscription.wanted())) {
        subscription.deliver(event);
      }
    }
  }

  void deliverBook(Keeper keeper) {
    arrived();
    deliverBook(keeper, subscribers);
  }

  private static void deliverBook(Keeper keeper, List<ActiveSubscription<?>> to) {
    Object copy = null;
    for (int i = 0; i < to.size(); i++) {
      ActiveSubscription<?> subscription = to.get(i);
      if (subscription.keepsEvents()) {
        copy = copy == null ? keeper.copy() : copy;
        subscription.deliver(copy);
      } else {
        subscription.deliver(keeper);
      }
    }
  }

  /** Replaces the stream's one timer. */
  void timer(Loop.Timer newTimer) {
    cancelTimer();
    timer = newTimer;
  }

  /** Whether it waits for its turn to be subscribed to anew. */
  boolean renewing() {
    return renewing;
  }

  /** Replaces the stream's one timer by the one that subscribes it anew. */
  void renewalTimer(Loop.Timer newTimer) {
    timer(newTimer);
    renewing = true;
  }

  void cancelTimer() {
    renewing = false;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
