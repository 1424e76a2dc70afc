package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Old links and their successors: the successors subscribe to the same streams in silence, and take
 * over, all at once, when every stream has come as far as it was. Until then the old links serve.
 * Lives on the loop.
 */
final class Rotation {
  private static final Duration LOOK = Duration.ofMillis(50);

  /**
   * How a rotation goes.
   *
   * @param loop that it lives on
   * @param limit how long the successors may take
   */
  record Terms(Loop loop, Duration limit) {}

  private final Terms terms;
  private final Map<Feed, Feed> successors;
  private final Consumer<Map<Feed, Feed>> takenOver;
  private final CompletableFuture<Void> done;
  private final long begun;
  private Loop.@Nullable Timer look;

  Rotation(
      Terms terms,
      Map<Feed, Feed> successors,
      Consumer<Map<Feed, Feed>> takenOver,
      CompletableFuture<Void> done) {
    this.terms = terms;
    this.successors = successors;
    this.takenOver = takenOver;
    this.done = done;
    this.begun = terms.loop().nanoTime();
  }

  void start() {
    successors.forEach((old, next) -> next.rehearse(old));
    look();
  }

  private void look() {
    boolean ready =
        successors.entrySet().stream().allMatch(pair -> pair.getValue().canReplace(pair.getKey()));
    if (ready) {
      successors.forEach((old, next) -> next.takeOver(old));
      takenOver.accept(successors);
      done.complete(null);
    } else if (terms.loop().nanoTime() - begun >= terms.limit().toNanos()) {
      takenOver.accept(Map.of());
      breakOff("the new links did not carry every stream within " + terms.limit());
    } else {
      look = terms.loop().schedule(LOOK, this::look);
    }
  }

  /** The old links go on. */
  void breakOff(String why) {
    if (look != null) {
      look.cancel();
    }
    successors.values().forEach(next -> next.retire("the rotation was broken off"));
    done.completeExceptionally(
        new ConnectionFailedException("not rotated, the links in use go on: " + why, null));
  }
}
