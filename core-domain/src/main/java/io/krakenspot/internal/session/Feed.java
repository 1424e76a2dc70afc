package io.krakenspot.internal.session;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Host;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import io.krakenspot.port.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One host's link and the streams that it carries. Lives on the loop. */
final class Feed implements Supervisor.Owner, Liveness.Owner {
  /** What all feeds of a client share. */
  record Common(
      Protocol protocol,
      Loop loop,
      Transport transport,
      URI rest,
      ReconnectPolicy policy,
      SessionSettings settings,
      AccountOptions accountOptions,
      Tally tally,
      Consumer<Consumer<ConnectionListener>> listeners) {}

  private final Protocol protocol;
  private final Loop loop;
  private final @Nullable Tokens tokens;
  private final Desk desk;
  private final Tally tally;
  private final Consumer<Consumer<ConnectionListener>> listeners;
  private final Streams streams = new Streams();
  private final Map<ActiveSubscription<?>, Set<Pair>> subscriptions = new LinkedHashMap<>();
  private final Supervisor supervisor;
  private final Subscriber subscriber;
  private final Liveness liveness;
  private final SilenceWatch silenceWatch;
  private final InstrumentFeed instrumentFeed;
  private final Pings pings;
  private final Facts facts;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final AskPace tokenPace = new AskPace();
  private Loop.@Nullable Timer tokenRetry;
  private Codec codec;
  private long links;
  private boolean renewing;

  Feed(Common common, Host host, int link, URI uri, @Nullable Tokens tokens, Desk desk) {
    this.protocol = common.protocol();
    this.loop = common.loop();
    this.tokens = tokens;
    this.desk = desk;
    this.tally = common.tally();
    this.listeners = common.listeners();
    this.codec = protocol.newCodec();
    SessionSettings settings = common.settings();
    this.supervisor =
        new Supervisor(
            common.transport(),
            loop,
            host,
            link,
            uri,
            common.policy(),
            settings.stableAfter(),
            this);
    this.subscriber =
        new Subscriber(
            loop,
            streams,
            settings,
            common.accountOptions(),
            protocol::overlap,
            supervisor::send,
            this::renewToken);
    this.liveness = new Liveness(loop, this, settings.silenceLimit(), settings.idlePing());
    this.silenceWatch =
        new SilenceWatch(loop, streams, subscriber, liveness::alive, settings.streamSilence());
    this.instrumentFeed = new InstrumentFeed(common.transport(), loop, common.rest());
    this.pings = new Pings(loop, settings.requestDeadline());
    this.facts = new Facts(loop, streams, subscriber, pings, tally, desk, this::engine, listeners);
  }

  // --- what the session asks for ---

  void dial() {
    supervisor.start();
  }

  ConnectionEvent event() {
    return supervisor.event();
  }

  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  long nextId() {
    return subscriber.nextId();
  }

  /** When something was heard last on the link, or a little before. */
  long heardNanos() {
    return liveness.heardNanos();
  }

  /** The account's stream has a hole: it is asked for anew, snapshot and all. */
  void renew(Topic carrier, String why) {
    Stream stream = streams.find(carrier, null);
    if (stream != null) {
      subscriber.renew(stream, why);
    }
  }

  /** The stream of the account that a frame came on. */
  @Nullable Stream stream(Topic carrier) {
    return streams.find(carrier, null);
  }

  boolean send(String text) {
    return supervisor.send(text);
  }

  void ping(CompletableFuture<Long> answer) {
    long id = nextId();
    if (send(codec.ping(id))) {
      pings.sent(id, answer);
    } else {
      answer.completeExceptionally(new ConnectionFailedException("there is no link", null));
    }
  }

  /** Whether its link will never stand again. */
  boolean closed() {
    return supervisor.closed();
  }

  void close(String why) {
    forgetAll(why).forEach((subscription, pairs) -> subscription.end(why));
    supervisor.close("closed by the user");
    liveness.stop();
    silenceWatch.stop();
    cancelTokenRetry();
    desk.closed(why);
  }

  // --- subscriptions ---

  /**
   * Carries a subscription, or a part of it.
   *
   * @param pairs those of its pairs that this link carries; empty for a stream without pairs
   */
  void add(ActiveSubscription<?> subscription, Set<Pair> pairs) {
    if (supervisor.closed()) {
      subscription.giveUp(pairs, "closed: " + supervisor.event().detail());
      return;
    }
    subscriptions.put(subscription, pairs);
    Topic carrier = protocol.carrier(subscription.wanted());
    if (carrier.perPair()) {
      pairs.forEach(pair -> attach(subscription, carrier, pair));
    } else {
      attach(subscription, carrier, null);
    }
    subscriber.flush();
  }

  private void attach(ActiveSubscription<?> subscription, Topic carrier, @Nullable Pair pair) {
    List<Stream> covered = new ArrayList<>();
    for (Stream stream : streams.of(pair)) {
      if (stream.topic().equals(carrier)
          || protocol.overlap(stream.topic(), carrier) == Overlap.COVERS) {
        stream.join(subscription);
        desk.joined(subscription);
        return;
      }
      if (protocol.overlap(stream.topic(), carrier) == Overlap.EXCLUDES) {
        subscription.refusedFor(pair, excluded(stream.topic(), carrier));
        return;
      }
      if (protocol.overlap(carrier, stream.topic()) == Overlap.COVERS) {
        covered.add(stream);
      }
    }
    SnapshotChoice snapshot = subscription.snapshot();
    Stream stream = new Stream(carrier, pair, snapshot, refilled(carrier, snapshot));
    stream.join(subscription);
    for (Stream old : covered) {
      old.subscribers().forEach(stream::join);
      drop(old);
    }
    streams.add(stream);
    start(stream);
  }

  /** Whether a snapshot covers what happened while there was no link. */
  private boolean refilled(Topic carrier, SnapshotChoice snapshot) {
    if (carrier instanceof Topic.TradeTopic || snapshot == SnapshotChoice.UNWANTED) {
      return false;
    }
    return !(carrier instanceof Topic.CandleTopic)
        || protocol.support(Feature.CANDLE_HISTORY).available();
  }

  private String excluded(Topic present, Topic wanted) {
    return "Kraken "
        + protocol.name()
        + " cannot carry "
        + wanted
        + " beside "
        + present
        + " on one connection; unsubscribe from that first, or use another client";
  }

  private void start(Stream stream) {
    if (carriedByLink(stream)) {
      supervisor.start();
      return;
    }
    stream.state(Stream.State.REQUESTED);
    instrumentFeed.ask(
        protocol.instrumentQuery().orElseThrow(),
        answer -> {
          stream.accepted();
          stream.deliver(Topic.InstrumentTopic.class, answer);
        },
        failure -> {
          streams.remove(stream);
          List.copyOf(stream.subscribers()).forEach(waiting -> waiting.refusedFor(null, failure));
        });
  }

  void remove(ActiveSubscription<?> subscription) {
    if (subscriptions.remove(subscription) == null) {
      return;
    }
    for (Stream stream : streams.all()) {
      if (stream.subscribers().remove(subscription) && stream.subscribers().isEmpty()) {
        drop(stream);
      }
    }
  }

  /** Whether any stream of a pair is wanted here. */
  boolean carries(Pair pair) {
    return !streams.of(pair).isEmpty();
  }

  // --- rotation ---

  /** Carries the streams of another link too, which nobody hears yet. */
  void rehearse(Feed old) {
    for (Stream stream : old.streams.all()) {
      if (old.carriedByLink(stream)) {
        streams.add(stream.successor());
      }
    }
    supervisor.start();
  }

  /** Whether every stream of another link has come as far here. */
  boolean canReplace(Feed old) {
    for (Stream stream : old.streams.all()) {
      Stream mine = streams.find(stream.topic(), stream.pair());
      if (old.carriedByLink(stream) && (mine == null || !mine.asFarAs(stream))) {
        return false;
      }
    }
    return supervisor.ready();
  }

  /** Those who heard another link hear this one from now on. */
  void takeOver(Feed old) {
    subscriptions.putAll(old.subscriptions);
    for (Stream stream : old.streams.all()) {
      Stream mine = streams.find(stream.topic(), stream.pair());
      if (mine == null) {
        streams.add(stream);
      } else {
        mine.takeOver(stream);
        stream.closed();
      }
    }
    old.retire("another link has taken over");
  }

  /** The link goes; those who heard it hear nothing of that. */
  void retire(String why) {
    subscriptions.clear();
    streams.clear();
    supervisor.close(why);
    liveness.stop();
    silenceWatch.stop();
  }

  private void drop(Stream stream) {
    subscriber.unsubscribe(stream);
    streams.remove(stream);
    stream.closed();
  }

  /** There will be no link; who was carried has to be told. */
  private Map<ActiveSubscription<?>, Set<Pair>> forgetAll(String why) {
    Map<ActiveSubscription<?>, Set<Pair>> carried = new LinkedHashMap<>(subscriptions);
    for (Stream stream : streams.all()) {
      stream.closed();
    }
    streams.clear();
    subscriptions.clear();
    firstReady.completeExceptionally(new ConnectionFailedException(why, null));
    return carried;
  }

  // --- the link ---

  @Override
  public void linkUp() {
    links++;
    codec = protocol.newCodec();
    liveness.start();
    silenceWatch.start();
    if (tokens == null) {
      subscriber.linkUp(codec, null);
    } else {
      askForToken();
    }
    firstReady.complete(null);
  }

  private void askForToken() {
    cancelTokenRetry();
    renewing = true;
    long link = links;
    Objects.requireNonNull(tokens)
        .fetch(
            (token, failure) -> {
              if (link == links && supervisor.ready()) {
                renewing = false;
                tokenAnswered(token, failure);
              }
            });
  }

  private void tokenAnswered(@Nullable Token token, @Nullable Throwable failure) {
    if (token != null) {
      tokenPace.accepted();
      subscriber.linkUp(codec, token);
      desk.tokenArrived(codec, token);
      return;
    }
    String why = String.valueOf(failure == null ? "no token" : failure.getMessage());
    if (failure instanceof TokenRefusedException refused && !refused.passing()) {
      desk.tokenRefused(why);
      supervisor.close(why);
      gaveUp(why);
    } else {
      tokenPace.refused(loop.nanoTime());
      Duration left = tokenPace.left(loop.nanoTime());
      long seconds = tokenPace.secondsLeft(loop.nanoTime());
      String detail = "no token: " + why + "; asking again in " + seconds + " s";
      streams.all().forEach(stream -> stream.tell(Kind.WARNING, detail));
      tokenRetry = loop.schedule(left, this::askForToken);
    }
  }

  /** The token was rejected: subscriptions are asked for again with a new one. */
  void renewToken() {
    if (tokens != null && !renewing && supervisor.ready()) {
      askForToken();
    }
  }

  private void cancelTokenRetry() {
    if (tokenRetry != null) {
      tokenRetry.cancel();
      tokenRetry = null;
    }
  }

  @Override
  public void linkDown(LinkClosed cause) {
    liveness.stop();
    silenceWatch.stop();
    cancelTokenRetry();
    renewing = false;
    subscriber.linkDown();
    pings.linkLost();
    for (Stream stream : streams.all()) {
      if (carriedByLink(stream)) {
        stream.linkLost(cause.reason());
      }
    }
    desk.linkDown(cause.reason());
  }

  @Override
  public void frame(Frame frame) {
    liveness.heard();
    tally.frame();
    try {
      codec.decode(frame, facts);
      facts.frameRead();
    } catch (MalformedFrameException failure) {
      malformed(frame, failure);
    }
  }

  @Override
  public void connection(ConnectionEvent event) {
    if (event.state() == ConnectionState.CONNECTING) {
      tally.attempt();
    }
    listeners.accept(listener -> listener.onConnection(event));
  }

  @Override
  public void gaveUp(String why) {
    forgetAll(why).forEach((subscription, pairs) -> subscription.giveUp(pairs, why));
    desk.gaveUp(why);
  }

  private void engine(SystemStatus.State state) {
    supervisor.engine(state);
    silenceWatch.engine(state);
    desk.engine(state);
  }

  @Override
  public boolean expectsTraffic() {
    return !streams.isEmpty();
  }

  @Override
  public void askForSign() {
    supervisor.send(codec.ping(subscriber.nextId()));
  }

  @Override
  public void dead(String why) {
    supervisor.abandon(why);
  }

  private void malformed(Frame frame, MalformedFrameException failure) {
    tally.malformed();
    listeners.accept(listener -> listener.onMalformed(failure));
    String why = "a frame could not be read: " + failure.getMessage();
    Unreadable unreadable = Unreadable.of(frame, failure);
    for (Stream stream : streams.all()) {
      if (carriedByLink(stream) && unreadable.concerns(stream.topic(), stream.pair())) {
        missed(stream, unreadable, why);
      }
    }
  }

  private void missed(Stream stream, Unreadable unreadable, String why) {
    Pair pair = stream.pair();
    if (pair != null && stream.book() != null && unreadable.spoils(stream.topic(), pair)) {
      subscriber.resync(stream, why);
    } else if (stream.topic() instanceof Topic.AccountTopic) {
      subscriber.renew(stream, why);
    } else if (stream.state() != Stream.State.WANTED) {
      stream.missed(why);
    }
  }

  /** Unlike reference data that is asked for elsewhere. */
  private boolean carriedByLink(Stream stream) {
    return !(stream.topic() instanceof Topic.InstrumentTopic)
        || protocol.instrumentQuery().isEmpty();
  }
}
