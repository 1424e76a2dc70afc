package io.krakenspot.testkit.exchange;

import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients in or not, and keeps a record of who came. Open to everybody until it is told
 * otherwise. Safe for any thread; takes effect at once.
 *
 * <p>Source of the limit: Kraken WebSocket v2 introduction, "approximately 150 attempts per rolling
 * 10 minutes".
 */
public final class Door {
  private static final int TOO_MANY = 429;

  private final Loop loop;
  private final List<ConnectionAttempt> attempts = new ArrayList<>();
  private final Deque<Long> recent = new ArrayDeque<>();
  private DoorAnswer answer = DoorAnswer.OPEN;
  private int limit = Integer.MAX_VALUE;
  private Duration window = Duration.ofMinutes(10);
  private Duration penalty = Duration.ofMinutes(10);
  private boolean banned;
  private long bannedUntil;

  Door(Loop loop) {
    this.loop = loop;
  }

  /**
   * Somebody asks for a WebSocket, which is recorded. Whoever is let in connects with {@link
   * Exchange#connect(Path, Peer)}.
   *
   * @param path for example {@code /v2}
   * @param serverName of the TLS handshake; null without
   * @return what they are told; 404 where nothing listens
   */
  public synchronized DoorAnswer knock(String path, @Nullable String serverName) {
    DoorAnswer told = answer();
    if (told.open() && Path.of(path).isEmpty()) {
      told = DoorAnswer.status(404);
    }
    attempts.add(
        new ConnectionAttempt(loop.now(), path, serverName, told.status(), told.retryAfter()));
    return told;
  }

  private DoorAnswer answer() {
    long now = loop.nanoTime();
    count(now);
    if (banned && now - bannedUntil < 0) {
      return DoorAnswer.retryAfter(TOO_MANY, Duration.ofNanos(bannedUntil - now));
    }
    banned = false;
    return answer;
  }

  /** Everybody is one address here. */
  private void count(long now) {
    while (!recent.isEmpty() && now - recent.getFirst() >= window.toNanos()) {
      recent.removeFirst();
    }
    recent.addLast(now);
    if (recent.size() > limit) {
      ban(penalty);
      recent.clear();
    }
  }

  /**
   * Answers all who come from now on.
   *
   * @param newAnswer for example {@link DoorAnswer#HANG}
   */
  public synchronized void answer(DoorAnswer newAnswer) {
    answer = newAnswer;
  }

  /** Lets everybody in again; a limit stays, a ban ends. */
  public synchronized void open() {
    answer = DoorAnswer.OPEN;
    banned = false;
  }

  /**
   * Answers all who come with 429 and {@code Retry-After}.
   *
   * @param length how long
   */
  public synchronized void ban(Duration length) {
    banned = true;
    bannedUntil = loop.nanoTime() + length.toNanos();
  }

  /**
   * Bans whoever comes too often. There is no limit at first; Kraken's is 150 in 10 minutes, for 10
   * minutes.
   *
   * @param most attempts in a rolling window, those that were refused included
   * @param newWindow how long the window is
   * @param newPenalty how long a ban lasts
   */
  public synchronized void limit(int most, Duration newWindow, Duration newPenalty) {
    limit = most;
    window = newWindow;
    penalty = newPenalty;
  }

  /**
   * Everybody who asked for a WebSocket so far, let in or not.
   *
   * @return a copy, oldest first
   */
  public synchronized List<ConnectionAttempt> attempts() {
    return List.copyOf(attempts);
  }
}
