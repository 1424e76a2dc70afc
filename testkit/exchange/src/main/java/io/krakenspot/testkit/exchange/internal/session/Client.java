package io.krakenspot.testkit.exchange.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.CommandCut;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connected client as its session sees it: what it subscribed to, and the way to it. */
public final class Client {
  private final Path path;
  private final BigInteger connectionId;
  private final Venue venue;
  private final Line line;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Set<String> heldTokens = new HashSet<>();
  private @Nullable CommandTurn turn;

  /**
   * Makes a client without subscriptions.
   *
   * @param path where it connected
   * @param connectionId unsigned 64 bits
   * @param venue what it is served by
   * @param line the way to it
   */
  public Client(Path path, BigInteger connectionId, Venue venue, Line line) {
    this.path = path;
    this.connectionId = connectionId;
    this.venue = venue;
    this.line = line;
  }

  /**
   * Sends a message.
   *
   * @param message written without losing a digit
   */
  public void send(JsonNode message) {
    String text = Json.write(message);
    if (turn == null) {
      line.send(text);
    } else {
      turn.feed(text);
    }
  }

  /**
   * Sends the answer to a request, at its place among what the feed tells of the same request.
   *
   * @param message made when it is sent
   */
  public void answer(Supplier<ObjectNode> message) {
    if (turn == null) {
      line.send(Json.write(message.get()));
    } else {
      turn.answer(message);
    }
  }

  /**
   * Acknowledges a subscription, twice if it is told to.
   *
   * @param message made when it is sent
   */
  public void acknowledge(Supplier<ObjectNode> message) {
    answer(message);
    if (venue.faults().subscriptions().takeSecondAcknowledgement()) {
      answer(message);
    }
  }

  /**
   * Asks, once for each request, whether a subscription is left without an answer.
   *
   * @return true if so
   */
  public boolean ignoresSubscription() {
    return venue.faults().subscriptions().takeIgnored();
  }

  /**
   * Begins a subscription with the present state, unless that is lost or late.
   *
   * @param pair of which
   * @param snapshot sends it
   */
  public void begin(MarketPair pair, Runnable snapshot) {
    SubscriptionFaults faults = venue.faults().subscriptions();
    if (silent(pair) || faults.takeLostSnapshot(pair)) {
      return;
    }
    Duration delay = faults.takeSnapshotDelay(pair);
    if (delay == null) {
      snapshot.run();
    } else {
      venue.later(delay, snapshot);
    }
  }

  /**
   * Asks, once, for the bits to flip in the checksum of a snapshot that is sent now.
   *
   * @param pair of which
   * @return zero for none
   */
  public long takeSnapshotError(MarketPair pair) {
    long error = venue.faults().subscriptions().takeSnapshotError(pair);
    if (error != 0) {
      count(Entry.CORRUPTED_CHECKSUMS);
    }
    return error;
  }

  /**
   * Carries out a trading request, unless the connection is cut before it arrives.
   *
   * @param owner of the account
   * @param work which answers at least once
   */
  public void command(ApiKey owner, Runnable work) {
    if (venue.faults().commands().takeCut(owner.key(), CommandCut.BEFORE_ARRIVAL)) {
      line.cut();
      return;
    }
    CommandTurn now = new CommandTurn(venue, line, owner.key());
    turn = now;
    try {
      work.run();
      now.finish();
    } finally {
      turn = null;
    }
    now.deliver();
  }

  /**
   * The feed has just told this client of a fill.
   *
   * @param owner of the account
   */
  public void toldFill(ApiKey owner) {
    if (turn != null) {
      turn.filled();
    } else if (venue.faults().commands().takeCut(owner.key(), CommandCut.AFTER_FILL)) {
      line.cut();
    }
  }

  /**
   * Does something when the engine has told all it did at this moment.
   *
   * @param task what
   */
  public void afterEvents(Runnable task) {
    if (turn == null) {
      venue.later(Duration.ZERO, task);
    } else {
      turn.afterEvents(task);
    }
  }

  /**
   * Whose token a request carries.
   *
   * @param token as it stands in the request
   * @return null if it is not good here
   */
  public @Nullable ApiKey owner(String token) {
    return venue.tokens().owner(token, heldTokens.contains(token), venue.nanoTime());
  }

  /**
   * Keeps a token good for as long as the connection lasts.
   *
   * @param token that a subscription was made with
   */
  public void hold(String token) {
    heldTokens.add(token);
  }

  /** Ends the connection in good order. */
  void hangUp() {
    line.hangUp();
  }

  /**
   * Counts something.
   *
   * @param entry of what
   */
  public void count(Entry entry) {
    venue.ledger().add(entry);
  }

  /**
   * Whether data of a pair is kept back.
   *
   * @param pair which
   * @return true if so
   */
  public boolean silent(MarketPair pair) {
    return venue.faults().silent(pair);
  }

  /**
   * Why every subscription is refused.
   *
   * @return null if they are granted
   */
  public @Nullable String refusal() {
    return venue.faults().subscriptions().refusal();
  }

  /**
   * Where the client connected.
   *
   * @return the path
   */
  public Path path() {
    return path;
  }

  /**
   * The number of the connection.
   *
   * @return unsigned 64 bits
   */
  public BigInteger connectionId() {
    return connectionId;
  }

  /**
   * The exchange.
   *
   * @return what the client is served by
   */
  public Venue venue() {
    return venue;
  }

  /**
   * What the client subscribed to.
   *
   * @return kept up to date by the session
   */
  public Subscriptions subscriptions() {
    return subscriptions;
  }
}
