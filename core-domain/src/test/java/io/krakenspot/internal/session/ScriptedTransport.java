package io.krakenspot.internal.session;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.TokenSource;
import io.krakenspot.port.Transport;
import io.krakenspot.port.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A transport whose links are moved by hand; dials again at once, gives up on HTTP 401. */
final class ScriptedTransport implements Transport {
  final VirtualLoop loop = new VirtualLoop();
  final List<ScriptedLink> links = new ArrayList<>();
  private boolean closed;

  @Override
  public Loop newLoop() {
    return loop;
  }

  @Override
  public Link connect(Loop on, URI uri, LinkListener listener) {
    if (closed) {
      throw new IllegalStateException("the transport is closed");
    }
    ScriptedLink link = new ScriptedLink(listener);
    links.add(link);
    return link;
  }

  @Override
  public CompletionStage<byte[]> get(URI uri) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public TokenSource tokenSource(URI rest, Credentials credentials) {
    throw new UnsupportedOperationException("no HTTP here");
  }

  @Override
  public OrderLookup orderLookup(URI rest, Credentials credentials) {
    throw new UnsupportedOperationException("no HTTP here");
  }

  @Override
  public ReconnectPolicy reconnectPolicy() {
    return (on, uri) ->
        new ReconnectPolicy.Attempts() {
          @Override
          public ReconnectPolicy.Decision next(
              @Nullable LinkClosed cause, SystemStatus.State lastState) {
            return cause != null && cause.code() == 401
                ? ReconnectPolicy.Decision.giveUp("401: check the address")
                : ReconnectPolicy.Decision.dialIn(
                    cause == null ? 0 : Duration.ofSeconds(1).toNanos(), "dial");
          }

          @Override
          public void stable() {}
        };
  }

  @Override
  public void close() {
    closed = true;
  }

  ScriptedLink last() {
    return links.get(links.size() - 1);
  }

  /** A link that records what is sent. */
  final class ScriptedLink implements Link {
    final List<String> sent = new ArrayList<>();
    private final List<String> atOnce = new ArrayList<>();
    private final LinkListener listener;
    private boolean full;
    private boolean closed;

    ScriptedLink(LinkListener listener) {
      this.listener = listener;
    }

    @Override
    public boolean send(String text) {
      boolean taken = !full && !closed && sent.add(text);
      List<String> answers = List.copyOf(atOnce);
      atOnce.clear();
      answers.forEach(frame -> listener.frame(Frame.of(frame)));
      return taken;
    }

    /** What the exchange says to the next frame, before its sender knows that it was sent. */
    void answerAtOnce(String... frames) {
      atOnce.addAll(List.of(frames));
    }

    @Override
    public void close() {
      closed = true;
    }

    boolean closed() {
      return closed;
    }

    void full(boolean isFull) {
      full = isFull;
    }

    void open() {
      listener.opened();
      loop.run();
    }

    void say(String... frames) {
      for (String frame : frames) {
        listener.frame(Frame.of(frame));
        loop.run();
      }
    }

    void lose(int code) {
      closed = true;
      listener.closed(new LinkClosed(LinkClosed.Kind.LOST, code, "cut", null));
      loop.run();
    }

    /** What was sent since the last call. */
    List<String> take() {
      List<String> taken = List.copyOf(sent);
      sent.clear();
      return taken;
    }
  }
}
