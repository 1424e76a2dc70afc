package io.krakenspot.vertx;

import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import io.krakenspot.port.Loop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of Vert.x. It has a state of its own, since Vert.x says "open" after {@code close},
 * writes into closed sockets and signals an end in up to four ways; the first of them counts.
 *
 * <pre>
 * DIALLING --upgraded--> OPEN --end, error, close()--> OVER
 *     '-----failed, out of time, close()-----------------^
 * </pre>
 */
final class VertxLink implements Link {
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final short NORMAL = 1000;
  private static final short NOT_TEXT = 1003;
  private static final short TOO_BIG = 1009;

  private enum State {
    DIALLING,
    OPEN,
    OVER
  }

  private final Loop loop;
  private final ClientWebSocket socket;
  private final LinkListener listener;
  private final Causes causes;
  private final int maxMessageSize;
  private final boolean compression;
  private final Promise<Void> freed = Promise.promise();
  private final BufferFrame view = new BufferFrame();
  private final Fragments fragments = new Fragments();
  private final Outbound outbound = new Outbound();
  private State state = State.DIALLING;
  private boolean connected;
  private Loop.@Nullable Timer timer;

  VertxLink(
      Loop loop,
      ClientWebSocket socket,
      LinkListener listener,
      URI uri,
      int maxMessageSize,
      boolean compression) {
    this.loop = loop;
    this.socket = socket;
    this.listener = listener;
    this.causes = new Causes(uri, loop);
    this.maxMessageSize = maxMessageSize;
    this.compression = compression;
  }

  /** Completes when the socket is gone. */
  Future<Void> freed() {
    return freed.future();
  }

  /** On the loop, whose context all of the socket's calls then come from. */
  void dial(WebSocketConnectOptions options, Duration within) {
    if (state == State.OVER) {
      freed.tryComplete();
      return;
    }
    socket
        .frameHandler(this::frame)
        .endHandler(none -> lost(null))
        .closeHandler(none -> gone())
        .exceptionHandler(this::lost);
    timer = loop.schedule(within, () -> over(causes.tooLate(within), NORMAL));
    socket.connect(options).onComplete(opened -> upgraded(), this::failed);
  }

  private void upgraded() {
    boolean first = !connected;
    connected = true;
    if (state == State.OVER && first) {
      hangUp(NORMAL); // too late
    }
    stand();
  }

  /** Also called by frames: the first can come a little before the word of the upgrade. */
  private void stand() {
    if (state != State.DIALLING) {
      return;
    }
    connected = true;
    String extensions = socket.headers().get("Sec-WebSocket-Extensions");
    if (extensions != null && !compression) {
      over(causes.notAskedFor(extensions), NORMAL);
    } else {
      state = State.OPEN;
      cancelTimer();
      listener.opened();
    }
  }

  private void failed(Throwable failure) {
    freed.tryComplete();
    over(causes.failed(failure), NORMAL);
  }

  private void frame(WebSocketFrame frame) {
    stand();
    if (state != State.OPEN) {
      return;
    }
    switch (frame.type()) {
      case TEXT, CONTINUATION -> text(frame);
      case BINARY -> violated(NOT_TEXT, "a binary frame arrived");
      default -> {} // Vert.x answers pings and signals the end
    }
  }

  private void text(WebSocketFrame frame) {
    Buffer message = fragments.add(frame);
    int length = message == null ? fragments.length() : message.length();
    if (length > maxMessageSize) {
      violated(TOO_BIG, "a message of more than " + maxMessageSize + " bytes arrived");
    } else if (message != null) {
      deliver(message);
    }
  }

  private void deliver(Buffer message) {
    try {
      listener.frame(view.over(message));
    } finally {
      view.clear();
    }
  }

  private void violated(short code, String what) {
    over(new LinkClosed(LinkClosed.Kind.LOST, code, what, null), code);
  }

  private void lost(@Nullable Throwable failure) {
    if (state != State.OVER) {
      over(causes.lost(socket.closeStatusCode(), socket.closeReason(), failure), NORMAL);
    }
  }

  private void gone() {
    connected = false;
    cancelTimer();
    freed.tryComplete();
    lost(null);
  }

  @Override
  public boolean send(String text) {
    if (state != State.OPEN || !outbound.admit(text.length())) {
      return false;
    }
    socket.writeTextMessage(text).onComplete(done -> outbound.wrote(text.length()));
    return true;
  }

  @Override
  public void close() {
    close("closed by the client");
  }

  void close(String reason) {
    over(LinkClosed.byUs(reason), NORMAL);
  }

  /** Told in a turn of its own, so that nobody is called from within his own call. */
  private void over(LinkClosed cause, short code) {
    if (state == State.OVER) {
      return;
    }
    state = State.OVER;
    cancelTimer();
    fragments.clear();
    if (connected) {
      hangUp(code);
    }
    loop.execute(() -> listener.closed(cause));
  }

  private void hangUp(short code) {
    timer = loop.schedule(LINGER, this::cut);
    socket.close(code);
  }

  /** Once close frames were exchanged Vert.x waits for the peer to end TCP, for ever if need be. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void cut() {
    ((WebSocketInternal) socket).channelHandlerContext().close();
    freed.tryComplete();
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
