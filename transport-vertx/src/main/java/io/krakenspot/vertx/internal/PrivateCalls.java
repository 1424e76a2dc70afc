package io.krakenspot.vertx.internal;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Loop;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Signed REST calls with one API key, one at a time. After {@code EAPI:Invalid nonce} a call is
 * made again with a nonce further ahead, and after a temporary lockout nothing is sent until it is
 * over. Safe for threads.
 *
 * <p>Source: Kraken REST authentication.
 */
public final class PrivateCalls {
  /** Some thousand open orders, which come in one page. */
  private static final int MAX_SIZE = 4 << 20;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The last step is for a clock that is an hour slow. */
  private static final List<Duration> STEPS =
      List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));

  private static final Duration LOCKOUT = Duration.ofMinutes(15);

  private final URI rest;
  private final Credentials credentials;
  private final Loop loop;
  private final Duration within;
  private final Post post;
  private final Nonces nonces;
  private volatile @Nullable Long lockedUntil;

  /**
   * Calls with one key.
   *
   * @param rest root of REST calls, for example {@code https://api.kraken.com}
   * @param credentials the key; its secret is asked for at each call
   * @param loop its clocks
   * @param within how long a call may take, with waiting for its turn and being made again
   * @param post sends them
   * @throws IllegalArgumentException if the key has characters that no key has
   */
  public PrivateCalls(URI rest, Credentials credentials, Loop loop, Duration within, Post post) {
    if (!credentials.key().matches("[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException(
          "the API key has characters that no key has; copy it as Kraken shows it");
    }
    this.rest = rest;
    this.credentials = credentials;
    this.loop = loop;
    this.within = within;
    this.post = post;
    this.nonces = Nonces.of(credentials.key());
  }

  /** When calls that belong together have to be over, by {@link Loop#nanoTime()}. */
  long deadline() {
    return loop.nanoTime() + within.toNanos();
  }

  /** Makes a call; parameters follow the nonce, each as {@code &name=value}. */
  CompletionStage<Answer> call(String method, String parameters, long deadline) {
    return nonces.inTurn(() -> attempt(method, parameters, deadline, 0));
  }

  /** One more parameter. */
  static String parameter(String name, Object value) {
    return "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }

  private CompletionStage<Answer> attempt(
      String method, String parameters, long deadline, int repeated) {
    long left = deadline - loop.nanoTime();
    if (left <= 0) {
      return CompletableFuture.failedFuture(tooLate(method, repeated));
    }
    Long locked = lockedUntil;
    if (locked != null && locked - loop.nanoTime() > 0) {
      return CompletableFuture.failedFuture(locked(method, locked - loop.nanoTime()));
    }
    return send(
            method, parameters, Duration.ofMillis((left + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI))
        .thenCompose(answer -> judge(answer, parameters, deadline, repeated));
  }

  private CompletionStage<Answer> send(String method, String parameters, Duration left) {
    long nonce = nonces.next(loop.now());
    String form = "nonce=" + nonce + parameters;
    URI uri = rest.resolve("/0/private/" + method);
    String sign = Signature.of(credentials.secret(), uri.getPath(), nonce, form);
    Map<String, String> headers = Map.of("API-Key", credentials.key(), "API-Sign", sign);
    return post.send(uri, headers, form, left, MAX_SIZE)
        .thenApply(body -> Answer.read(method, body).hiding(credentials.key()).hiding(sign));
  }

  private CompletionStage<Answer> judge(
      Answer answer, String parameters, long deadline, int repeated) {
    if (Refusal.NONCE.in(answer) && repeated < STEPS.size()) {
      nonces.skip(STEPS.get(repeated));
      return attempt(answer.method(), parameters, deadline, repeated + 1);
    }
    if (Refusal.LOCKOUT.in(answer)) {
      lockedUntil = loop.nanoTime() + LOCKOUT.toNanos();
    }
    return CompletableFuture.completedFuture(answer);
  }

  private ConnectionFailedException tooLate(String method, int repeated) {
    String why =
        repeated == 0
            ? ", so long did other calls with the same API key take; nothing was sent"
            : ", although asked " + repeated + " times, for Kraken refused the nonces";
    return new ConnectionFailedException(
        method + ": no answer within " + within.toMillis() + " ms" + why, null);
  }

  private static TokenRefusedException locked(String method, long nanos) {
    long minutes = TimeUnit.NANOSECONDS.toMinutes(nanos) + 1;
    return new TokenRefusedException(
        method
            + " not sent: Kraken answered EGeneral:Temporary lockout before; try again in "
            + minutes
            + " min",
        true);
  }

  /** Fails with the failure itself, without the wrapping that stages in between put around it. */
  static <T> CompletionStage<T> unwrapped(CompletionStage<T> stage) {
    CompletableFuture<T> told = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            told.complete(value);
          } else {
            told.completeExceptionally(
                failure instanceof CompletionException && failure.getCause() != null
                    ? failure.getCause()
                    : failure);
          }
        });
    return told;
  }
}
