package io.krakenspot.order;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command. Every command has exactly one fate within its deadline: it was {@link
 * Accepted}, {@link Rejected}, {@link NotSent}, or nobody can say yet and it is {@link Unknown}.
 * Nothing is ever sent a second time, and nothing is cancelled behind the user's back.
 *
 * <pre>{@code
 * client.trading().place(order).thenAccept(fate -> {
 *   if (fate instanceof Fate.Accepted<Placed> accepted) {
 *     System.out.println("placed " + accepted.result().orderId());
 *   } else if (fate instanceof Fate.Unknown<Placed> unknown) {
 *     unknown.settled().thenAccept(later -> ...);   // decided by the account's own records
 *   }
 * });
 * }</pre>
 *
 * @param <R> what an accepted command results in
 */
public sealed interface Fate<R> {
  /**
   * The exchange accepted it. What happens to the order afterwards comes as order updates.
   *
   * @param result what the exchange said
   * @param warnings Kraken's own advice; may be empty
   * @param latency how long it took; null if the account's records decided, not an answer
   * @param <R> the result's type
   */
  record Accepted<R>(R result, List<String> warnings, @Nullable Latency latency)
      implements Fate<R> {
    /** Keeps a copy of the warnings. */
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The exchange refused it, or the account's records show that it took no effect.
   *
   * @param rejection why, with Kraken's own words
   * @param latency how long it took; null if the account's records decided, not an answer
   * @param <R> the result's type
   */
  record Rejected<R>(Rejection rejection, @Nullable Latency latency) implements Fate<R> {}

  /**
   * It never left the client: it certainly has no effect and will have none.
   *
   * @param reason the kind of obstacle
   * @param why in words, with what to do
   * @param <R> the result's type
   */
  record NotSent<R>(Reason reason, String why) implements Fate<R> {
    /** What kept a command from being sent. */
    public enum Reason {
      /** There is no connection now. */
      NO_CONNECTION,
      /** There is no token. */
      NO_TOKEN,
      /** The model of the trading-rate counter says that the exchange would refuse it. */
      RATE,
      /**
       * It waited for the trading-rate counter when a cancel of its order, or of all, was asked
       * for; sent after that it would have undone the cancel.
       */
      WITHDRAWN,
      /** The engine's state would make the exchange refuse it. */
      ENGINE_STATE,
      /** It cannot be written in the version's form; a fault of this library, please report it. */
      UNWRITABLE,
      /** The client was closed. */
      CLOSED
    }
  }

  /**
   * It was sent and no answer came: the link was lost or the deadline passed. It may have taken
   * effect, or may do so later.
   *
   * @param why in words
   * @param settled completes when an answer or the account's records decide. It never fails. That a
   *     command took effect is seen at once; that it did not, once it can be under way no longer: 2
   *     s after a deadline that the order names, 7 s after the link was lost, or 62 s after it was
   *     sent on a link that still stands. If nothing can decide, it completes with an {@code
   *     Unknown} that says what to look at, and whose own {@code settled} is complete with itself
   * @param <R> the result's type
   */
  record Unknown<R>(String why, CompletionStage<Fate<R>> settled) implements Fate<R> {
    @Override
    public String toString() {
      return "Unknown[" + why + "]";
    }
  }
}
