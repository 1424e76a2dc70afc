package io.krakenspot.console;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Subscription;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.Instruments;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reference data as it stands, to check orders against. */
final class ReferenceData {
  private ReferenceData() {}

  /**
   * Asks for it and waits.
   *
   * @param end gives up early
   * @throws ConnectionFailedException if it does not come in time
   */
  static Instruments of(KrakenClient client, Duration longest, CompletableFuture<?> end) {
    CompletableFuture<Instruments> first = new CompletableFuture<>();
    CompletionStage<Subscription> unused =
        client
            .marketData()
            .instruments(first::complete)
            .accepted()
            .whenComplete((accepted, failure) -> fail(first, failure));
    try {
      CompletableFuture.anyOf(first, end).get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw missing(reason(e), e);
    } catch (TimeoutException e) {
      throw missing("nothing came within " + longest.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Instruments known = first.getNow(null);
    if (known == null) {
      throw missing("interrupted", null);
    }
    return known;
  }

  private static void fail(CompletableFuture<?> first, @Nullable Throwable failure) {
    if (failure != null) {
      first.completeExceptionally(failure);
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static ConnectionFailedException missing(String why, @Nullable Throwable cause) {
    return new ConnectionFailedException(
        "not sent: no reference data to check against, " + why, cause);
  }
}
