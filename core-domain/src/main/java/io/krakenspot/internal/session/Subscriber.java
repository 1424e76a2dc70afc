package io.krakenspot.internal.session;

import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.internal.book.Keeper;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Pair;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the present link carry the streams that are wanted: asks in batches, matches the answers,
 * asks again where none came, and subscribes a book anew that was found wrong. Lives on the loop.
 */
final class Subscriber {
  private static final Duration ENDED_PAUSE = Duration.ofSeconds(1);
  private static final Duration REFUSED_PAUSE = Duration.ofSeconds(1);
  private static final Duration FULL_QUEUE_PAUSE = Duration.ofMillis(100);

  private final Loop loop;
  private final Streams streams;
  private final SessionSettings settings;
  private final AccountOptions accountOptions;
  private final Predicate<String> send;
  private final Runnable tokenRejected;
  private final Requests requests = new Requests();
  private final RequestPace pace;
  private final Leaving leaving;
  private boolean flushing;
  private boolean flushAgain;
  private @Nullable Codec codec;
  private @Nullable Token token;
  private Loop.@Nullable Timer retry;
  private long retryNanos;
  private boolean held;
  private long heldUntilNanos;

  Subscriber(
      Loop loop,
      Streams streams,
      SessionSettings settings,
      AccountOptions accountOptions,
      BiFunction<Topic, Topic, Overlap> overlap,
      Predicate<String> send,
      Runnable tokenRejected) {
    this.loop = loop;
    this.streams = streams;
    this.settings = settings;
    this.accountOptions = accountOptions;
    this.pace = new RequestPace(settings.requestsPerSecond(), settings.level3CountsPerSecond());
    this.leaving = new Leaving(overlap);
    this.send = send;
    this.tokenRejected = tokenRejected;
  }

  long nextId() {
    return requests.nextId();
  }

  /** The link stands, or has got a newer token. */
  void linkUp(Codec newCodec, @Nullable Token newToken) {
    codec = newCodec;
    token = newToken;
    flush();
  }

  /** The text with the token made unreadable, should the exchange echo it. */
  String withoutToken(String text) {
    return token == null ? text : text.replace(token.text(), "[hidden]");
  }

  void linkDown() {
    codec = null;
    token = null;
    requests.clear(request -> {});
    leaving.clear();
    pace.clear();
    held = false;
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  /**
   * Asks for every stream that is wanted and not asked for, as soon as it may be: in the order of
   * {@link RestoreOrder}, with no more requests unanswered than the settings allow.
   */
  void flush() {
    flushAgain = true;
    if (flushing) {
      return;
    }
    flushing = true;
    try {
      while (flushAgain) {
        flushAgain = false;
        flushOnce();
      }
    } finally {
      flushing = false;
    }
  }

  private void flushOnce() {
    if (codec == null) {
      return;
    }
    if (held && heldUntilNanos - loop.nanoTime() > 0) {
      flushAfter(Duration.ofNanos(heldUntilNanos - loop.nanoTime()));
      return;
    }
    held = false;
    for (Map.Entry<Ask, List<Stream>> wanted : wanted().entrySet()) {
      if (!askInBatches(wanted.getKey(), wanted.getValue())) {
        return;
      }
    }
  }

  /** What may be asked for now, first things first. */
  private Map<Ask, List<Stream>> wanted() {
    Map<Ask, List<Stream>> byAsk = new TreeMap<>(Ask.ORDER);
    for (Stream stream : streams.all()) {
      if (stream.state() != Stream.State.WANTED || heldBack(stream)) {
        continue;
      }
      Duration left = stream.askPace().left(loop.nanoTime());
      if (!left.isZero()) {
        flushAfter(left);
      } else {
        byAsk.computeIfAbsent(Ask.of(stream), any -> new ArrayList<>()).add(stream);
      }
    }
    return byAsk;
  }

  /** Whether more may be asked for. */
  private boolean askInBatches(Ask ask, List<Stream> wanted) {
    int batch = pace.pairs(ask.topic(), settings.batch());
    for (int from = 0; from < wanted.size(); from += batch) {
      if (requests.size() >= settings.outstanding()
          || !ask(ask, wanted.subList(from, Math.min(wanted.size(), from + batch)))) {
        return false;
      }
    }
    return true;
  }

  /** Notes the request first: the answer may come before it is sent in full. */
  private boolean ask(Ask ask, List<Stream> batch) {
    Codec present = codec;
    if (present == null) {
      return false;
    }
    List<Pair> pairs = pairsOf(batch);
    Duration left = pace.left(loop.nanoTime(), 1, ask.topic(), pairs.size());
    if (!left.isZero()) {
      flushAfter(left);
      return false;
    }
    long id = requests.nextId();
    Terms terms = new Terms(ask.snapshot(), token, accountOptions);
    batch.forEach(Stream::asked);
    Loop.Timer deadline = loop.schedule(settings.requestDeadline(), () -> noAnswer(id));
    PendingRequest request = new PendingRequest(ask.topic(), pairs, deadline);
    requests.add(id, request);
    if (sendAll(present.subscribe(id, ask.topic(), pairs, terms), ask.topic(), pairs.size())) {
      return true;
    }
    requests.settle(request);
    batch.stream()
        .filter(stream -> stream.state() == Stream.State.REQUESTED)
        .forEach(stream -> stream.state(Stream.State.WANTED));
    flushAfter(FULL_QUEUE_PAUSE);
    return false;
  }

  /** Whether a stream waits for another to leave, whose frames could be taken for its own. */
  boolean heldBack(Stream stream) {
    return leaving.holdsBack(stream);
  }

  void unsubscribe(Stream stream) {
    if (stream.state() != Stream.State.WANTED) {
      leave(stream);
    }
  }

  private void leave(Stream stream) {
    Codec present = codec;
    if (present == null) {
      return;
    }
    long id = requests.nextId();
    Duration left = pace.left(loop.nanoTime(), 1, stream.topic(), 0);
    if (!left.isZero()) {
      leaving.unsent(id, stream, loop.schedule(left, () -> leaveAgain(id)));
      return;
    }
    List<Pair> pair = pairsOf(List.of(stream));
    boolean sent = sendAll(present.unsubscribe(id, stream.topic(), pair, token), stream.topic(), 0);
    if (sent) {
      leaving.sent(id, stream, loop.schedule(settings.requestDeadline(), () -> left(id)));
    } else {
      leaving.unsent(id, stream, loop.schedule(FULL_QUEUE_PAUSE, () -> leaveAgain(id)));
    }
  }

  private void left(long id) {
    leaving.settle(id);
    flush();
  }

  /** Unless somebody wants the stream again. */
  private void leaveAgain(long id) {
    Stream stream = leaving.settle(id);
    if (stream != null && streams.find(stream.topic(), stream.pair()) == null) {
      leave(stream);
    } else {
      flush();
    }
  }

  private void answeredLeaving(Stream stream, @Nullable String error) {
    if (error != null && Refusal.passes(error)) {
      if (Refusal.tooFast(error)) {
        slower();
      }
      long id = requests.nextId();
      leaving.unsent(id, stream, loop.schedule(REFUSED_PAUSE, () -> leaveAgain(id)));
    } else {
      flush();
    }
  }

  private boolean sendAll(List<String> frames, Topic topic, int pairs) {
    pace.sent(loop.nanoTime(), frames.size(), topic, pairs);
    for (String frame : frames) {
      if (!send.test(frame)) {
        return false;
      }
    }
    return true;
  }

  void answered(Acknowledgement answer) {
    Stream left = leaving.answered(answer);
    if (left != null) {
      answeredLeaving(left, answer.error());
      return;
    }
    PendingRequest request = requests.match(answer);
    if (request == null) {
      unasked(answer);
      return;
    }
    if (answer.pair() == null && request.topic().perPair()) {
      nameless(request, answer);
      return;
    }
    request.answered(answer.pair());
    settle(request.topic(), answer.pair(), answer);
    if (request.complete()) {
      requests.settle(request);
      flush();
    }
  }

  /** An error that answers a whole request. */
  boolean failed(long requestId, String text) {
    Stream left = leaving.settle(requestId);
    if (left != null) {
      answeredLeaving(left, text);
      return true;
    }
    PendingRequest request = requests.get(requestId);
    if (request == null) {
      return false;
    }
    requests.settle(request);
    refuseAll(request, text);
    flush();
    return true;
  }

  private void settle(Topic topic, @Nullable Pair pair, Acknowledgement answer) {
    Stream stream = streams.find(topic, pair);
    if (stream == null) {
      return;
    }
    answer.warnings().forEach(warning -> stream.tell(Kind.WARNING, warning));
    String error = answer.error();
    if (answer.success()) {
      accepted(stream);
    } else {
      refused(stream, error == null ? "refused without a reason" : error);
    }
  }

  private void nameless(PendingRequest request, Acknowledgement answer) {
    String error = answer.error() == null ? "refused without a reason" : answer.error();
    if (Refusal.passes(error) || request.namelessError(error)) {
      requests.settle(request);
      refuseAll(request, error);
      flush();
    }
  }

  private void refuseAll(PendingRequest request, String error) {
    if (!request.topic().perPair()) {
      refuse(streams.find(request.topic(), null), error);
    }
    request.unanswered().forEach(pair -> refuse(streams.find(request.topic(), pair), error));
  }

  private void refuse(@Nullable Stream stream, String error) {
    if (stream != null) {
      refused(stream, error);
    }
  }

  /** The exchange ended a subscription by itself. */
  private void unasked(Acknowledgement answer) {
    Topic topic = answer.topic();
    if (topic == null
        || !answer.unsubscribed()
        || answer.requestId() != Acknowledgement.NO_REQUEST) {
      return;
    }
    Stream stream = streams.find(topic, answer.pair());
    if (stream != null && stream.state() == Stream.State.ACCEPTED) {
      stream.linkLost("the exchange ended the subscription");
      flushAfter(ENDED_PAUSE);
    }
  }

  private void accepted(Stream stream) {
    stream.accepted();
    if (!stream.dataCame() && startsWithData(stream) && !stream.renewing()) {
      stream.timer(loop.schedule(settings.requestDeadline(), () -> expectData(stream)));
    }
  }

  private boolean startsWithData(Stream stream) {
    boolean withoutSnapshot =
        stream.topic() instanceof Topic.AccountTopic && accountOptions.allUsers();
    return stream.startsWithData() && !withoutSnapshot;
  }

  private void expectData(Stream stream) {
    if (!stream.missesFirstData()) {
      stream.begunEmpty();
      return;
    }
    String why = "no snapshot came after the subscription was accepted";
    if (stream.book() != null) {
      resync(stream, why);
    } else {
      stream.tell(Kind.WARNING, why + "; subscribing anew");
      anewInTime(stream);
    }
  }

  private void refused(Stream stream, String error) {
    if (token != null && Refusal.ofToken(error)) {
      askWithNewToken(stream, error);
    } else if (Refusal.tooFast(error)) {
      stream.state(Stream.State.WANTED);
      slower();
      stream.tell(
          Kind.WARNING, error + "; asking again, slower, in " + REFUSED_PAUSE.toSeconds() + " s");
    } else if (Refusal.passes(error)) {
      stream.state(Stream.State.WANTED);
      AskPace own = stream.askPace();
      own.refused(loop.nanoTime());
      stream.tell(
          Kind.WARNING, error + "; asking again in " + own.secondsLeft(loop.nanoTime()) + " s");
      flushAfter(own.left(loop.nanoTime()));
    } else if (error.equals("Already subscribed")) {
      alreadySubscribed(stream, error);
    } else {
      streams.remove(stream);
      stream.closed();
      stream.subscribers().forEach(subscriber -> subscriber.refusedFor(stream.pair(), error));
    }
  }

  /** No snapshot comes, so what begins with one has to be left first. */
  private void alreadySubscribed(Stream stream, String error) {
    if (stream.book() != null) {
      stream.state(Stream.State.ACCEPTED);
      resync(stream, error);
    } else if (stream.topic() instanceof Topic.AccountTopic) {
      stream.state(Stream.State.ACCEPTED);
      renew(stream, error);
    } else {
      accepted(stream);
    }
  }

  /** Asking faster than the link allows would only get more refusals; no stream is to blame. */
  private void slower() {
    pace.slower(loop.nanoTime());
    held = true;
    heldUntilNanos = loop.nanoTime() + REFUSED_PAUSE.toNanos();
    flushAfter(REFUSED_PAUSE);
  }

  private void askWithNewToken(Stream stream, String error) {
    stream.state(Stream.State.WANTED);
    stream.askPace().refused(loop.nanoTime());
    stream.tell(Kind.WARNING, error + "; asking again with a new token");
    tokenRejected.run();
  }

  /** Subscribes a stream of the account anew, because of a hole in it. */
  void renew(Stream stream, String why) {
    if (stream.state() == Stream.State.WANTED) {
      return;
    }
    stream.holed(why);
    if (!stream.renewing()) {
      Duration delay = stream.pace().next(loop.nanoTime());
      stream.renewalTimer(loop.schedule(delay, () -> subscribeAnew(stream)));
    }
  }

  /** Subscribes a book anew: its levels are withheld until the new snapshot. */
  void resync(Stream stream, String why) {
    Keeper book = stream.book();
    if (book == null || stream.state() == Stream.State.WANTED) {
      return;
    }
    book.withhold(BookState.RESYNCING);
    if (stream.renewing()) {
      return; // what goes wrong meanwhile must not put it off
    }
    stream.tell(Kind.RESYNCING, why);
    anewInTime(stream);
  }

  /** Subscribes a stream anew that is silent. */
  void silent(Stream stream, String why) {
    Keeper book = stream.book();
    if (book != null) {
      book.withhold(BookState.RESYNCING);
    }
    stream.silent(why);
    anewInTime(stream);
  }

  private void anewInTime(Stream stream) {
    Duration delay = stream.pace().next(loop.nanoTime());
    if (delay.isZero()) {
      subscribeAnew(stream);
    } else {
      stream.renewalTimer(loop.schedule(delay, () -> subscribeAnew(stream)));
    }
  }

  private void subscribeAnew(Stream stream) {
    stream.cancelTimer();
    Duration left = pace.left(loop.nanoTime(), 2, stream.topic(), 1);
    if (!left.isZero()) {
      stream.renewalTimer(loop.schedule(left, () -> subscribeAnew(stream)));
      return;
    }
    unsubscribe(stream);
    stream.state(Stream.State.WANTED);
    flush();
  }

  private void noAnswer(long id) {
    PendingRequest request = requests.remove(id);
    if (request == null) {
      return;
    }
    String error = request.firstNamelessError();
    if (error != null) {
      refuseAll(request, error);
      flush();
      return;
    }
    for (Pair pair : request.unanswered()) {
      askAgain(streams.find(request.topic(), pair));
    }
    if (!request.topic().perPair()) {
      askAgain(streams.find(request.topic(), null));
    }
    flush();
  }

  /** Data that came says that the request was granted, though its answer did not come. */
  private void askAgain(@Nullable Stream stream) {
    if (stream == null || stream.state() != Stream.State.REQUESTED) {
      return;
    }
    String why = "no answer within " + settings.requestDeadline().toMillis() + " ms; ";
    if (stream.grantedByData()) {
      stream.tell(Kind.WARNING, why + "data came, so it was accepted");
      accepted(stream);
    } else {
      stream.tell(Kind.WARNING, why + "asking again");
      stream.passOver();
    }
  }

  private void flushAfter(Duration pause) {
    long due = loop.nanoTime() + pause.toNanos();
    if (retry != null) {
      if (retryNanos - due <= 0) {
        return;
      }
      retry.cancel();
    }
    retryNanos = due;
    retry =
        loop.schedule(
            pause,
            () -> {
              retry = null;
              flush();
            });
  }

  private static List<Pair> pairsOf(List<Stream> batch) {
    List<Pair> pairs = new ArrayList<>(batch.size());
    for (Stream stream : batch) {
      Pair pair = stream.pair();
      if (pair != null) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /** What streams must share to be asked for in one frame. */
  private record Ask(boolean passedOver, Topic topic, SnapshotChoice snapshot) {
    /** Those that got no answer last time come last, so that they do not hold up the others. */
    private static final Comparator<Ask> ORDER =
        Comparator.comparing(Ask::passedOver)
            .thenComparingInt(ask -> RestoreOrder.rank(ask.topic()))
            .thenComparing(ask -> ask.topic().toString())
            .thenComparing(Ask::snapshot);

    private static Ask of(Stream stream) {
      return new Ask(stream.passedOver(), stream.topic(), stream.snapshot());
    }
  }
}
