package io.krakenspot.testkit.contract;

import io.krakenspot.port.Frame;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import io.krakenspot.testkit.exchange.DoorAnswer;
import io.krakenspot.testkit.exchange.Ending;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.Peer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One link between a client and the exchange. */
final class StringLink implements Link, Peer {
  private static final int ABNORMAL = 1006;
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);
  private static final LinkClosed NO_ANSWER =
      new LinkClosed(LinkClosed.Kind.UNREACHABLE, 0, "no answer within 10 s", null);

  private final StringTransport transport;
  private final LinkListener listener;
  private @Nullable ExchangeConnection connection;
  private boolean over;

  StringLink(StringTransport transport, LinkListener listener) {
    this.transport = transport;
    this.listener = listener;
  }

  void open(Exchange exchange, Path path) {
    if (over) {
      return;
    }
    DoorAnswer told = exchange.door().knock(path.text(), null);
    if (told.open()) {
      connection = exchange.connect(path, this);
      listener.opened();
    } else if (told.equals(DoorAnswer.HANG)) {
      transport.later(HANDSHAKE, () -> end(NO_ANSWER));
    } else {
      end(refused(told));
    }
  }

  private static LinkClosed refused(DoorAnswer told) {
    Duration wait = told.retryAfter();
    return new LinkClosed(
        LinkClosed.Kind.REFUSED,
        told.status(),
        "refused with status " + told.status(),
        wait.isZero() ? null : wait);
  }

  @Override
  public boolean send(String text) {
    if (over || connection == null) {
      return false;
    }
    transport.sent(text);
    connection.receive(text);
    return true;
  }

  @Override
  public void text(String text) {
    if (over) {
      return;
    }
    if (transport.takeCut()) {
      cut();
    } else {
      transport.onTheWay(text).ifPresent(arrived -> listener.frame(Frame.of(arrived)));
    }
  }

  @Override
  public void closed(Ending ending) {
    String reason = ending.abrupt() ? ending.reason() : "closed by the exchange";
    end(new LinkClosed(LinkClosed.Kind.LOST, ending.code(), reason, null));
  }

  @Override
  public void close() {
    if (!over) {
      hangUp();
      transport.later(() -> end(LinkClosed.byUs("closed")));
    }
  }

  void cut() {
    if (!over) {
      hangUp();
      end(new LinkClosed(LinkClosed.Kind.LOST, ABNORMAL, "cut", null));
    }
  }

  private void hangUp() {
    if (connection != null) {
      connection.close();
    }
  }

  void end(LinkClosed cause) {
    if (!over) {
      over = true;
      transport.ended(this);
      listener.closed(cause);
    }
  }
}
