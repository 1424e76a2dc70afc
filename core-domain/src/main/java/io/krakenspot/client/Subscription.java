package io.krakenspot.client;

import io.krakenspot.market.Pair;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A standing wish for a stream: it outlives links and is restored on each new one. */
public interface Subscription {
  /**
   * The stream's name.
   *
   * @return for example {@code book}
   */
  String topic();

  /**
   * The pairs it was made for.
   *
   * @return empty for a stream without pairs
   */
  Set<Pair> pairs();

  /**
   * Completes when the exchange has answered for every pair.
   *
   * @return fails with {@link io.krakenspot.failure.SubscriptionRefusedException} if any pair was
   *     refused, or with {@link io.krakenspot.failure.ConnectionFailedException} if no connection
   *     will come for any pair; those accepted are live all the same. Completes on the loop
   */
  CompletionStage<Subscription> accepted();

  /** Ends it. Idempotent; no event follows {@link SubscriptionEvent.Kind#ENDED}. */
  void unsubscribe();
}
