package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import java.util.concurrent.CompletableFuture;

/** A fate that nothing will ever decide. */
final class Undecidable {
  private Undecidable() {}

  static <R> Fate<R> of(String why) {
    CompletableFuture<Fate<R>> settled = new CompletableFuture<>();
    Fate<R> fate = new Fate.Unknown<>(why, settled.minimalCompletionStage());
    settled.complete(fate);
    return fate;
  }
}
