package io.krakenspot.testkit.exchange.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A connected client as its session sees it: what it subscribed to, and the way to it. */
public final class Client {
  private final Path path;
  private final BigInteger connectionId;
  private final Venue venue;
  private final Line line;
  private final Subscriptions subscriptions = new Subscriptions();

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
    line.send(Json.write(message));
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
    return venue.faults().refusal();
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
