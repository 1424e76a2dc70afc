package io.krakenspot.benchmarks;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A transport with one link, which answers each request from a function. No socket, no thread. */
final class MemoryTransport implements Transport {
  private final VirtualLoop loop = new VirtualLoop();
  private final UnaryOperator<String> answers;
  private @Nullable LinkListener listener;

  MemoryTransport(UnaryOperator<String> answers) {
    this.answers = answers;
  }

  /** Dials, opens and answers the requests made so far. */
  void open() {
    loop.run();
    link().opened();
    loop.run();
  }

  void deliver(Frame frame) {
    link().frame(frame);
  }

  private LinkListener link() {
    if (listener == null) {
      throw new IllegalStateException("nobody dialled");
    }
    return listener;
  }

  @Override
  public Loop newLoop() {
    return loop;
  }

  @Override
  public Link connect(Loop on, URI uri, LinkListener heard) {
    listener = heard;
    return new Link() {
      @Override
      public boolean send(String text) {
        loop.execute(() -> heard.frame(Frame.of(answers.apply(text))));
        return true;
      }

      @Override
      public void close() {
        heard.closed(LinkClosed.byUs("closed"));
      }
    };
  }

  @Override
  public CompletionStage<byte[]> get(URI uri) {
    return CompletableFuture.failedStage(new UnsupportedOperationException("no HTTP in memory"));
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
    return (on, uri) -> new OneAttempt();
  }

  @Override
  public void close() {}

  private static final class OneAttempt implements ReconnectPolicy.Attempts {
    @Override
    public ReconnectPolicy.Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
      return cause == null
          ? ReconnectPolicy.Decision.dialIn(0, "at once")
          : ReconnectPolicy.Decision.giveUp(cause.reason());
    }

    @Override
    public void stable() {}
  }
}
