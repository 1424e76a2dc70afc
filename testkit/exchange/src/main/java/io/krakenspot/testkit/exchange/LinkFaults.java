package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.session.FrameMatch;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between the exchange and its clients. Each fault strikes every connection that is
 * open at that moment; {@link #delay} and {@link #drip} stay, for later connections too. Safe for
 * any thread; done on the loop.
 */
public final class LinkFaults {
  private final Loop loop;
  private final TradingFloor floor;
  private Duration delay = Duration.ZERO;
  private int dripBytes;
  private Duration dripInterval = Duration.ZERO;

  LinkFaults(Loop loop, TradingFloor floor) {
    this.loop = loop;
    this.floor = floor;
  }

  /** Cuts TCP without a word; what was sent before arrives. */
  public void drop() {
    each(Connection::cut);
  }

  /** Resets TCP; what was sent before may be lost. */
  public void reset() {
    end(Ending.RESET);
  }

  /**
   * Closes in good order.
   *
   * @param code of the close frame, for example 1012; 1006 is no close frame, a cut
   */
  public void close(int code) {
    end(new Ending(code, ""));
  }

  private void end(Ending ending) {
    each(connection -> connection.hangUp(ending));
  }

  /** Nothing passes in either direction any more, pings included, and nobody is told. */
  public void halfOpen() {
    each(connection -> connection.halfOpen(true));
  }

  /** The exchange listens and says nothing any more; over sockets it answers WebSocket pings. */
  public void mute() {
    each(connection -> connection.mute(true));
  }

  /**
   * Holds everything back, then sends it in one burst.
   *
   * @param length how long
   */
  public void stall(Duration length) {
    each(connection -> connection.outbound().stall(length));
  }

  /**
   * Makes every frame late, in order.
   *
   * @param length zero for at once
   */
  public void delay(Duration length) {
    loop.execute(
        () -> {
          delay = length;
          floor.open().forEach(connection -> connection.outbound().delay(length));
        });
  }

  /**
   * Lets bytes trickle. Without a socket, whole frames are as late as their last byte.
   *
   * @param bytes at a time; zero for all at once
   * @param interval between two times
   */
  public void drip(int bytes, Duration interval) {
    loop.execute(
        () -> {
          dripBytes = bytes;
          dripInterval = interval;
          floor.open().forEach(connection -> connection.drip(bytes, interval));
        });
  }

  /** A new connection is as slow as the others. */
  void slow(Connection connection) {
    connection.outbound().delay(delay);
    if (dripBytes != 0) {
      connection.drip(dripBytes, dripInterval);
    }
  }

  /**
   * Does something to the next data of a channel, once on each connection. Snapshots are left out.
   *
   * @param fault what
   * @param channel for example {@code book} or {@code executions}; v1 names work where they are
   *     others
   * @param pair of the data; null for any
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void next(FrameFault fault, String channel, @Nullable Pair pair) {
    FrameMatch match = new FrameMatch(channel, names(pair));
    each(connection -> connection.tampering().plan(fault, match));
  }

  /**
   * Calls off what was planned for later frames of a channel.
   *
   * @param channel for example {@code executions}
   */
  public void callOff(String channel) {
    each(connection -> connection.tampering().callOff(channel));
  }

  private List<String> names(@Nullable Pair pair) {
    return pair == null
        ? List.of()
        : List.of(pair.toString(), floor.market().get(pair).spec().v1Name());
  }

  /**
   * Sends a text frame as it is.
   *
   * @param text anything, also no JSON
   */
  public void send(String text) {
    each(connection -> connection.send(text));
  }

  /**
   * Sends a binary frame, which Kraken never does.
   *
   * @param bytes anything
   */
  public void send(byte[] bytes) {
    byte[] copy = bytes.clone();
    each(connection -> connection.sendBinary(copy));
  }

  private void each(Consumer<Connection> action) {
    loop.execute(() -> floor.open().forEach(action));
  }
}
