package io.krakenspot.testkit.exchange.internal.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The exchange's side of one connection, from the first status to the end. Lives on the exchange's
 * loop.
 */
public abstract class Session {
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

  private final Client client;
  private long lastRequest;
  private int requestsThisSecond;

  /**
   * Begins a session.
   *
   * @param client whose
   */
  protected Session(Client client) {
    this.client = client;
    this.lastRequest = client.venue().nanoTime();
  }

  /** Greets the client. */
  public abstract void open();

  /** Tells the client the state of the engine, which has changed. */
  public abstract void statusChanged();

  /**
   * Tells the client what its subscriptions cover of an event.
   *
   * @param update the event
   */
  public abstract void changed(PairUpdate update);

  /**
   * Follows an event of a pair that is kept silent.
   *
   * @param update the event, which nobody is told
   */
  public abstract void unheard(PairUpdate update);

  /**
   * Tells the client that a pair accepts something else, if it wants to know.
   *
   * @param pair which
   */
  public abstract void statusChanged(MarketPair pair);

  /**
   * Changes what becomes of the next messages of an account's subscriptions.
   *
   * @param key of the account
   * @param change of each sequence
   */
  public abstract void sequences(String key, Consumer<Sequence> change);

  /** The connection is over. */
  public abstract void close();

  /**
   * Answers a request.
   *
   * @param request any object
   */
  protected abstract void answer(ObjectNode request);

  /** Answers text that is no JSON object. */
  protected abstract void malformed();

  /**
   * Answers a request over the limit.
   *
   * @param request any object
   */
  protected abstract void exceeded(ObjectNode request);

  /** Sends a heartbeat, if one is due at the end of this second. */
  protected abstract void heartbeat();

  /**
   * Whether anything is subscribed.
   *
   * @return true if so
   */
  protected boolean subscribed() {
    return !client.subscriptions().isEmpty();
  }

  /**
   * Handles a frame from the client.
   *
   * @param text the frame
   */
  public final void receive(String text) {
    lastRequest = client.venue().nanoTime();
    client.count(Entry.REQUESTS);
    ObjectNode request = Json.readObject(text);
    if (request == null) {
      malformed();
    } else if (++requestsThisSecond > client.venue().faults().limit()) {
      exceeded(request);
    } else {
      answer(request);
    }
  }

  /** A second has passed: heartbeats, limits and the idle clock. */
  public final void second() {
    requestsThisSecond = 0;
    if (subscribed()) {
      heartbeat();
    } else if (client.venue().nanoTime() - lastRequest >= IDLE_LIMIT.toNanos()) {
      client.count(Entry.IDLE_CLOSES);
      client.hangUp();
    }
  }

  /**
   * Whether an update of a book reaches this client.
   *
   * @param pair of the book
   * @return true if a depth of it is subscribed
   */
  public boolean hasBook(MarketPair pair) {
    return client.subscriptions().find(Channel.BOOK, pair).isPresent();
  }

  /**
   * The engine's state as it is written.
   *
   * @return for example {@code cancel_only}
   */
  protected final String stateText() {
    return client.venue().state().name().toLowerCase(Locale.ROOT);
  }
}
