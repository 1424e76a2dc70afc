package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Token;
import io.krakenspot.port.TokenSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches tokens for the private links: one request at a time, whoever asks meanwhile gets the same
 * token, and no more than one request a second. Lives on the loop.
 */
final class Tokens {
  /** Our own choice: twice what a whole HTTP request may take. */
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** Our own choice: a call costs 1 on Kraken's REST counter, which falls by 0.5 or 1 a second. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Loop loop;
  private final TokenSource source;
  private final List<BiConsumer<@Nullable Token, @Nullable Throwable>> waiting = new ArrayList<>();
  private boolean asked;
  private boolean everAsked;
  private long lastAsked;

  Tokens(Loop loop, TokenSource source) {
    this.loop = loop;
    this.source = source;
  }

  /**
   * Fetches a new token.
   *
   * @param answer gets it on the loop, or why there is none
   */
  void fetch(BiConsumer<@Nullable Token, @Nullable Throwable> answer) {
    waiting.add(answer);
    if (!asked) {
      asked = true;
      loop.schedule(pause(), this::ask);
    }
  }

  private Duration pause() {
    long left = lastAsked + PAUSE.toNanos() - loop.nanoTime();
    return everAsked && left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the answer is what counts
  private void ask() {
    everAsked = true;
    lastAsked = loop.nanoTime();
    CompletableFuture<Token> answer = new CompletableFuture<>();
    Loop.Timer deadline =
        loop.schedule(
            DEADLINE,
            () ->
                answer.completeExceptionally(
                    new ConnectionFailedException("no token came within " + DEADLINE, null)));
    fetched().whenComplete((token, failure) -> complete(answer, token, failure));
    answer.whenComplete(
        (token, failure) ->
            loop.execute(
                () -> {
                  deadline.cancel();
                  answered(token, cause(failure));
                }));
  }

  private static void complete(
      CompletableFuture<Token> answer, @Nullable Token token, @Nullable Throwable failure) {
    if (failure != null) {
      answer.completeExceptionally(failure);
    } else {
      answer.complete(token);
    }
  }

  /** A source of the user's own may throw. */
  private CompletionStage<Token> fetched() {
    try {
      return source.fetch();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void answered(@Nullable Token token, @Nullable Throwable failure) {
    asked = false;
    List<BiConsumer<@Nullable Token, @Nullable Throwable>> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(one -> one.accept(token, failure));
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException wrapped && wrapped.getCause() != null
        ? wrapped.getCause()
        : failure;
  }
}
