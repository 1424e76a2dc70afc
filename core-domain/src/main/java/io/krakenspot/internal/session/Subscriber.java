package io.krakenspot.internal.session;

import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.internal.book.BookKeeper;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Leaving leaving;
  private @Nullable Codec codec;
  private @Nullable Token token;
  private Loop.@Nullable Timer retry;
  private long retryNanos;

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

  void linkDown() {
    codec = null;
    token = null;
    requests.clear(request -> {});
    leaving.clear();
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  /** Asks for every stream that is wanted and not asked for, as soon as it may be. */
  void flush() {
    if (codec == null) {
      return;
    }
    Map<Ask, List<Stream>> byAsk = new LinkedHashMap<>();
    for (Stream stream : streams.all()) {
      if (stream.state() != Stream.State.WANTED || heldBack(stream)) {
        continue;
      }
      Duration left = stream.askPace().left(loop.nanoTime());
      if (!left.isZero()) {
        flushAfter(left);
      } else {
        byAsk
            .computeIfAbsent(new Ask(stream.topic(), stream.snapshot()), any -> new ArrayList<>())
            .add(stream);
      }
    }
    byAsk.forEach(this::askInBatches);
  }

  private void askInBatches(Ask ask, List<Stream> wanted) {
    for (int from = 0; from < wanted.size(); from += settings.batch()) {
      ask(ask, wanted.subList(from, Math.min(wanted.size(), from + settings.batch())));
    }
  }

  private void ask(Ask ask, List<Stream> batch) {
    Codec present = codec;
    if (present == null) {
      return;
    }
    long id = requests.nextId();
    List<Pair> pairs = pairsOf(batch);
    Terms terms = new Terms(ask.snapshot(), token, accountOptions);
    if (!sendAll(present.subscribe(id, ask.topic(), pairs, terms))) {
      flushAfter(FULL_QUEUE_PAUSE);
      return;
    }
    batch.forEach(stream -> stream.state(Stream.State.REQUESTED));
    Loop.Timer deadline = loop.schedule(settings.requestDeadline(), () -> noAnswer(id));
    requests.add(id, new PendingRequest(ask.topic(), pairs, deadline));
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
    boolean sent =
        sendAll(present.unsubscribe(id, stream.topic(), pairsOf(List.of(stream)), token));
    leaving.add(
        id,
        stream,
        sent
            ? loop.schedule(settings.requestDeadline(), () -> left(id))
            : loop.schedule(FULL_QUEUE_PAUSE, () -> leaveAgain(id)));
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
      long id = requests.nextId();
      leaving.add(id, stream, loop.schedule(REFUSED_PAUSE, () -> leaveAgain(id)));
    } else {
      flush();
    }
  }

  private boolean sendAll(List<String> frames) {
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
    if (request.complete()) {
      requests.settle(request);
    }
    settle(request.topic(), answer.pair(), answer);
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
    if (stream.book() != null && stream.book().state() != BookState.LIVE) {
      stream.timer(
          loop.schedule(
              settings.requestDeadline(),
              () -> resync(stream, "no snapshot came after the subscription was accepted")));
    }
  }

  private void refused(Stream stream, String error) {
    if (token != null && Refusal.ofToken(error)) {
      askWithNewToken(stream, error);
    } else if (Refusal.passes(error)) {
      stream.state(Stream.State.WANTED);
      stream.askPace().refused(loop.nanoTime());
      Duration left = stream.askPace().left(loop.nanoTime());
      stream.tell(Kind.WARNING, error + "; asking again in " + left.toSeconds() + " s");
      flushAfter(left);
    } else if (error.equals("Already subscribed") && stream.book() == null) {
      accepted(stream);
    } else if (error.equals("Already subscribed")) {
      stream.state(Stream.State.ACCEPTED);
      resync(stream, error);
    } else {
      streams.remove(stream);
      stream.closed();
      stream.subscribers().forEach(subscriber -> subscriber.refusedFor(stream.pair(), error));
    }
  }

  private void askWithNewToken(Stream stream, String error) {
    stream.state(Stream.State.WANTED);
    stream.askPace().refused(loop.nanoTime());
    stream.tell(Kind.WARNING, error + "; asking again with a new token");
    tokenRejected.run();
  }

  /** Subscribes a stream of the account anew, because of a hole in it. */
  void renew(Stream stream, String why) {
    if (stream.state() != Stream.State.ACCEPTED) {
      return;
    }
    stream.holed(why);
    if (stream.resyncDue()) {
      return;
    }
    Duration delay = stream.pace().next(loop.nanoTime());
    stream.resyncTimer(loop.schedule(delay, () -> subscribeAnew(stream)));
  }

  /** Subscribes a book anew: its levels are withheld until the new snapshot. */
  void resync(Stream stream, String why) {
    BookKeeper book = stream.book();
    if (book == null || stream.state() == Stream.State.WANTED) {
      return;
    }
    book.withhold(BookState.RESYNCING);
    if (stream.resyncDue()) {
      return; // what goes wrong meanwhile must not put it off
    }
    stream.tell(Kind.RESYNCING, why);
    Duration delay = stream.pace().next(loop.nanoTime());
    if (delay.isZero()) {
      subscribeAnew(stream);
    } else {
      stream.resyncTimer(loop.schedule(delay, () -> subscribeAnew(stream)));
    }
  }

  private void subscribeAnew(Stream stream) {
    stream.cancelTimer();
    unsubscribe(stream);
    stream.state(Stream.State.WANTED);
    ask(new Ask(stream.topic(), SnapshotChoice.DEFAULT), List.of(stream));
  }

  private void noAnswer(long id) {
    PendingRequest request = requests.remove(id);
    if (request == null) {
      return;
    }
    String error = request.firstNamelessError();
    if (error != null) {
      refuseAll(request, error);
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

  private void askAgain(@Nullable Stream stream) {
    if (stream != null && stream.state() == Stream.State.REQUESTED) {
      stream.tell(
          Kind.WARNING,
          "no answer within " + settings.requestDeadline().toMillis() + " ms; asking again");
      stream.state(Stream.State.WANTED);
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
  private record Ask(Topic topic, SnapshotChoice snapshot) {}
}
