package io.krakenspot.testkit.contract;

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
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what goes through another transport, frames once their listener is done with them. */
final class CountingTransport implements Transport {
  private static final long LOOK_AGAIN_MILLIS = 5;

  private final Transport real;
  private final List<Loop> loops = new CopyOnWriteArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AtomicLong heard = new AtomicLong();
  private final AtomicInteger dials = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();
  private final Semaphore arrivals = new Semaphore(0);

  CountingTransport(Transport real) {
    this.real = real;
  }

  List<String> sent() {
    return List.copyOf(sent);
  }

  long heard() {
    return heard.get();
  }

  int dials() {
    return dials.get();
  }

  int tokens() {
    return tokens.get();
  }

  /** Waits for the next frame, a moment at most. */
  void awaitFrame() {
    arrivals.drainPermits();
    try {
      boolean unused = arrivals.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a frame", e);
    }
  }

  /** What every loop was given so far is done. */
  CompletableFuture<Void> idle() {
    return CompletableFuture.allOf(
        loops.stream()
            .map(loop -> CompletableFuture.runAsync(() -> {}, loop::execute))
            .toArray(CompletableFuture<?>[]::new));
  }

  @Override
  public Loop newLoop() {
    Loop loop = real.newLoop();
    loops.add(loop);
    return loop;
  }

  @Override
  public Link connect(Loop loop, URI uri, LinkListener listener) {
    dials.incrementAndGet();
    Link link = real.connect(loop, uri, new Counted(listener));
    return new Link() {
      @Override
      public boolean send(String text) {
        boolean taken = link.send(text);
        if (taken) {
          sent.add(text);
        }
        return taken;
      }

      @Override
      public void close() {
        link.close();
      }
    };
  }

  private final class Counted implements LinkListener {
    private final LinkListener listener;

    private Counted(LinkListener listener) {
      this.listener = listener;
    }

    @Override
    public void opened() {
      listener.opened();
    }

    @Override
    public void frame(Frame frame) {
      listener.frame(frame);
      heard.incrementAndGet();
      arrivals.release();
    }

    @Override
    public void closed(LinkClosed cause) {
      listener.closed(cause);
    }
  }

  @Override
  public CompletionStage<byte[]> get(URI uri) {
    return real.get(uri);
  }

  @Override
  public TokenSource tokenSource(URI rest, Credentials credentials) {
    TokenSource source = real.tokenSource(rest, credentials);
    return () -> source.fetch().whenComplete((token, failure) -> tokens.incrementAndGet());
  }

  @Override
  public OrderLookup orderLookup(URI rest, Credentials credentials) {
    return real.orderLookup(rest, credentials);
  }

  @Override
  public ReconnectPolicy reconnectPolicy() {
    return real.reconnectPolicy();
  }

  @Override
  public void close() {
    real.close();
  }
}
