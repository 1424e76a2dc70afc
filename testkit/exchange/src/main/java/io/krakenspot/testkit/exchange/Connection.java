package io.krakenspot.testkit.exchange;

import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.session.Line;
import io.krakenspot.testkit.exchange.internal.session.Session;
import io.krakenspot.testkit.exchange.internal.session.Tampering;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** A connection: hands frames to its session on the loop and the session's frames to the peer. */
final class Connection implements ExchangeConnection, Line {
  private final Path path;
  private final Loop loop;
  private final Peer peer;
  private final Ledger ledger;
  private final Consumer<Connection> ended;
  private final Session session;
  private final Tampering tampering = new Tampering();
  private final Outbound outbound;
  private boolean open;
  private boolean over;
  private boolean mute;
  private boolean halfOpen;

  Connection(
      Path path,
      Loop loop,
      Peer peer,
      Ledger ledger,
      Consumer<Connection> ended,
      Function<Line, Session> newSession) {
    this.path = path;
    this.loop = loop;
    this.peer = peer;
    this.ledger = ledger;
    this.ended = ended;
    this.outbound = new Outbound(loop);
    this.session = newSession.apply(this);
  }

  void open() {
    open = true;
    session.open();
  }

  /** Whether the session takes part in what happens. */
  boolean live() {
    return open && !over;
  }

  Session session() {
    return session;
  }

  void second() {
    if (live() && !halfOpen) {
      session.second();
    }
  }

  @Override
  public void receive(String text) {
    loop.execute(
        () -> {
          if (live() && !halfOpen) {
            session.receive(text);
          }
        });
  }

  @Override
  public void send(String text) {
    if (talks()) {
      tampering.pass(text).forEach(frame -> write(frame.length(), () -> peer.text(frame)));
    }
  }

  /** Past whatever is done to frames of the exchange. */
  void sendBinary(byte[] bytes) {
    if (talks()) {
      write(bytes.length, () -> peer.binary(bytes));
    }
  }

  private void write(int bytes, Runnable frame) {
    outbound.send(
        bytes,
        () -> {
          if (talks()) {
            ledger.add(Ledger.Entry.FRAMES);
            frame.run();
          }
        });
  }

  private boolean talks() {
    return live() && !mute && !halfOpen;
  }

  Tampering tampering() {
    return tampering;
  }

  Outbound outbound() {
    return outbound;
  }

  void drip(int bytes, Duration interval) {
    boolean bySelf = peer.drip(bytes, interval);
    outbound.drip(bySelf ? 0 : bytes, interval);
  }

  @Override
  public void hangUp() {
    hangUp(Ending.NORMAL);
  }

  void hangUp(Ending ending) {
    end(() -> peer.closed(ending));
  }

  @Override
  public void close() {
    loop.execute(() -> end(() -> {}));
  }

  @Override
  public void drop() {
    loop.execute(this::cut);
  }

  /** In the loop's next turn, so that a socket has written what was sent before. */
  @Override
  public void cut() {
    halfOpen = true;
    loop.execute(() -> hangUp(Ending.CUT));
  }

  private void end(Runnable tell) {
    if (!over) {
      over = true;
      session.close();
      ended.accept(this);
      tell.run();
    }
  }

  @Override
  public void mute(boolean on) {
    loop.execute(() -> mute = on);
  }

  @Override
  public void halfOpen(boolean on) {
    loop.execute(
        () -> {
          halfOpen = on;
          peer.halfOpen(on);
        });
  }

  @Override
  public Path path() {
    return path;
  }
}
