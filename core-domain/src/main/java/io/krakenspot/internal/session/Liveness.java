package io.krakenspot.internal.session;

import io.krakenspot.port.Loop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches a link for silence by looking ten times a limit whether anything was heard: half way it
 * asks for a sign of life, at the end the link counts as dead. TCP is not trusted to notice.
 */
final class Liveness {
  private static final int LOOKS = 10;

  /** What a watch can ask for. */
  interface Owner {
    boolean expectsTraffic();

    void askForSign();

    void dead(String why);
  }

  private final Loop loop;
  private final Owner owner;
  private final Duration look;
  private final Duration limit;
  private final long idleLooks;
  private Loop.@Nullable Timer timer;
  private boolean heard;
  private long heardNanos;
  private long silentLooks;
  private long looksSincePing;

  Liveness(Loop loop, Owner owner, Duration limit, Duration idlePing) {
    this.loop = loop;
    this.owner = owner;
    this.limit = limit;
    this.look = limit.dividedBy(LOOKS);
    this.idleLooks = Math.max(LOOKS, idlePing.toNanos() / look.toNanos());
  }

  void start() {
    heard = false;
    heardNanos = loop.nanoTime();
    silentLooks = 0;
    looksSincePing = 0;
    timer = loop.schedule(look, this::look);
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  void heard() {
    heard = true;
  }

  /** When something was heard last; it was so later by one look at most. */
  long heardNanos() {
    return heardNanos;
  }

  /** Whether something was heard within half the limit. */
  boolean alive() {
    return silentLooks < LOOKS / 2;
  }

  private void look() {
    timer = loop.schedule(look, this::look);
    looksSincePing++;
    if (heard) {
      heard = false;
      heardNanos = loop.nanoTime() - look.toNanos();
      silentLooks = 0;
    } else {
      silentLooks++;
    }
    long patience = owner.expectsTraffic() ? LOOKS : idleLooks + LOOKS;
    if (silentLooks >= patience) {
      owner.dead("nothing was heard for " + limit.multipliedBy(patience).dividedBy(LOOKS));
    } else if (silentLooks == patience - LOOKS / 2 || looksSincePing >= idleLooks) {
      looksSincePing = 0;
      owner.askForSign();
    }
  }
}
