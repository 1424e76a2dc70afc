package io.krakenspot.internal.session;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Frame;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import io.krakenspot.port.Transport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client at work: facts come in from the codec, events go out to subscribers. All state lives on
 * one loop; the methods of {@link KrakenClient} hop onto it.
 */
public final class Session
    implements KrakenClient, Supervisor.Owner, Liveness.Owner, Outlet.ListenerFailures {
  private final Protocol protocol;
  private final Loop loop;
  private final Streams streams = new Streams();
  private final Supervisor supervisor;
  private final Subscriber subscriber;
  private final Liveness liveness;
  private final InstrumentFeed instrumentFeed;
  private final MarketData marketData;
  private final Tally tally = new Tally();
  private final List<ConnectionListener> connectionListeners = new ArrayList<>();
  private final Set<ActiveSubscription<?>> subscriptions = new HashSet<>();
  private final Pings pings;
  private final Facts facts;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private Codec codec;

  /**
   * A session that has not dialled.
   *
   * @param protocol the version
   * @param transport what connects; not closed by the session
   * @param endpoints where to
   * @param policy when to dial
   * @param settings the numbers to run by
   */
  public Session(
      Protocol protocol,
      Transport transport,
      Endpoints endpoints,
      ReconnectPolicy policy,
      SessionSettings settings) {
    this.protocol = protocol;
    this.loop = transport.newLoop();
    this.codec = protocol.newCodec();
    this.supervisor =
        new Supervisor(
            transport, loop, endpoints.marketData(), policy, settings.stableAfter(), this);
    this.subscriber = new Subscriber(loop, streams, settings, protocol::overlap, supervisor::send);
    this.liveness = new Liveness(loop, this, settings.silenceLimit(), settings.idlePing());
    this.instrumentFeed = new InstrumentFeed(transport, loop, endpoints.rest());
    this.pings = new Pings(loop, settings.requestDeadline());
    this.facts =
        new Facts(
            loop, streams, subscriber, pings, tally, supervisor::engine, this::tellConnection);
    this.marketData =
        new SessionMarketData(this, protocol, settings.queueLimit(), null, SnapshotChoice.DEFAULT);
  }

  // --- what users call, from any thread ---

  @Override
  public MarketData marketData() {
    return marketData;
  }

  @Override
  public CompletionStage<Void> connect() {
    loop.execute(supervisor::start);
    return firstReady.minimalCompletionStage();
  }

  @Override
  public void onConnection(ConnectionListener listener) {
    loop.execute(
        () -> {
          connectionListeners.add(listener);
          guarded(() -> listener.onConnection(supervisor.event()));
        });
  }

  @Override
  public Support support(Feature feature) {
    return protocol.support(feature);
  }

  @Override
  public CompletionStage<Long> ping() {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    loop.execute(
        () -> {
          long id = subscriber.nextId();
          if (supervisor.send(codec.ping(id))) {
            pings.sent(id, answer);
          } else {
            answer.completeExceptionally(new ConnectionFailedException("there is no link", null));
          }
        });
    return answer.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Counters> counters() {
    CompletableFuture<Counters> answer = new CompletableFuture<>();
    loop.execute(() -> answer.complete(tally.counters(supervisor.dialled())));
    return answer.minimalCompletionStage();
  }

  @Override
  public void close() {
    loop.execute(
        () -> {
          endAll("the client was closed", null);
          supervisor.close("closed by the user");
        });
  }

  void subscribe(ActiveSubscription<?> subscription) {
    loop.execute(() -> add(subscription));
  }

  void unsubscribe(ActiveSubscription<?> subscription) {
    loop.execute(() -> remove(subscription));
  }

  // --- subscriptions ---

  private void add(ActiveSubscription<?> subscription) {
    if (supervisor.closed()) {
      subscription.fail(
          new ConnectionFailedException("closed: " + supervisor.event().detail(), null));
      subscription.end(supervisor.event().detail());
      return;
    }
    subscriptions.add(subscription);
    Topic carrier = protocol.carrier(subscription.wanted());
    if (carrier.perPair()) {
      subscription.pairs().forEach(pair -> attach(subscription, carrier, pair));
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
    if (carrier instanceof Topic.CandleTopic) {
      return snapshot != SnapshotChoice.UNWANTED
          && protocol.support(Feature.CANDLE_HISTORY).available();
    }
    return !(carrier instanceof Topic.TradeTopic);
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

  private void remove(ActiveSubscription<?> subscription) {
    if (!subscriptions.remove(subscription)) {
      return;
    }
    for (Stream stream : streams.all()) {
      if (stream.subscribers().remove(subscription) && stream.subscribers().isEmpty()) {
        drop(stream);
      }
    }
    subscription.end("unsubscribed");
  }

  private void drop(Stream stream) {
    subscriber.unsubscribe(stream);
    streams.remove(stream);
    stream.closed();
  }

  private void endAll(String why, @Nullable ConnectionFailedException failure) {
    for (Stream stream : streams.all()) {
      stream.closed();
    }
    streams.clear();
    for (ActiveSubscription<?> subscription : List.copyOf(subscriptions)) {
      if (failure != null) {
        subscription.fail(failure);
      }
      subscription.end(why);
    }
    subscriptions.clear();
    firstReady.completeExceptionally(new ConnectionFailedException(why, null));
  }

  // --- the link ---

  @Override
  public void linkUp() {
    codec = protocol.newCodec();
    liveness.start();
    subscriber.linkUp(codec);
    firstReady.complete(null);
  }

  @Override
  public void linkDown(LinkClosed cause) {
    liveness.stop();
    subscriber.linkDown();
    pings.linkLost();
    for (Stream stream : streams.all()) {
      if (carriedByLink(stream)) {
        stream.linkLost(cause.reason());
      }
    }
  }

  @Override
  public void frame(Frame frame) {
    liveness.heard();
    tally.frame();
    try {
      codec.decode(frame, facts);
    } catch (MalformedFrameException failure) {
      malformed(frame, failure);
    }
  }

  @Override
  public void connection(ConnectionEvent event) {
    tellConnection(listener -> listener.onConnection(event));
  }

  @Override
  public void gaveUp(String why) {
    endAll(why, new ConnectionFailedException(why, null));
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
    tellConnection(listener -> listener.onMalformed(failure));
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
    } else if (stream.state() != Stream.State.WANTED) {
      stream.tell(Kind.GAP, why);
    }
  }

  /** Unlike reference data that is asked for elsewhere. */
  private boolean carriedByLink(Stream stream) {
    return stream.topic().perPair() || protocol.instrumentQuery().isEmpty();
  }

  private void tellConnection(Consumer<ConnectionListener> call) {
    for (ConnectionListener listener : List.copyOf(connectionListeners)) {
      guarded(() -> call.accept(listener));
    }
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (Throwable failure) {
      report(failure);
    }
  }

  @Override
  public void report(Throwable failure) {
    for (ConnectionListener listener : List.copyOf(connectionListeners)) {
      try {
        listener.onListenerFailure(failure);
      } catch (Throwable again) {
        failure.addSuppressed(again);
      }
    }
  }
}
