package io.krakenspot.testkit.contract;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.Token;
import io.krakenspot.port.TokenSource;
import io.krakenspot.port.Transport;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.Ending;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.Peer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Links a client to an exchange through somebody who decides what becomes of each frame. */
final class HostileTransport implements Transport {
  /** Who stands between. */
  interface Between {
    void frame(HostileLink link, String text);
  }

  private final VirtualLoop loop;
  private final Exchange exchange;
  private final String key;
  private final Between between;
  private final List<HostileLink> links = new ArrayList<>();

  HostileTransport(VirtualLoop loop, Exchange exchange, String key, Between between) {
    this.loop = loop;
    this.exchange = exchange;
    this.key = key;
    this.between = between;
  }

  /** The links that stand. */
  List<HostileLink> links() {
    return links;
  }

  @Override
  public Loop newLoop() {
    return loop;
  }

  @Override
  public Link connect(Loop on, URI uri, LinkListener listener) {
    HostileLink link = new HostileLink(Path.of(uri.getPath()).orElseThrow(), listener);
    loop.execute(link::open);
    return link;
  }

  @Override
  public CompletionStage<byte[]> get(URI uri) {
    return exchange
        .get(uri.getPath())
        .map(body -> CompletableFuture.completedFuture(body.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(
            () -> CompletableFuture.failedFuture(new ConnectionFailedException("nothing", null)));
  }

  @Override
  public TokenSource tokenSource(URI rest, Credentials credentials) {
    return () -> CompletableFuture.completedFuture(new Token(exchange.token(key)));
  }

  @Override
  public OrderLookup orderLookup(URI rest, Credentials credentials) {
    return order -> CompletableFuture.completedFuture(List.of());
  }

  @Override
  public ReconnectPolicy reconnectPolicy() {
    return new PromptReconnect(Duration.ofSeconds(5));
  }

  @Override
  public void close() {
    List.copyOf(links).forEach(HostileLink::close);
  }

  /** One link. */
  final class HostileLink implements Link, Peer {
    private final Path path;
    private final LinkListener listener;
    private @Nullable ExchangeConnection connection;
    private boolean over;

    private HostileLink(Path path, LinkListener listener) {
      this.path = path;
      this.listener = listener;
    }

    private void open() {
      if (!over) {
        links.add(this);
        connection = exchange.connect(path, this);
        listener.opened();
      }
    }

    /** Whether public market data comes here. */
    boolean marketData() {
      return path.marketData();
    }

    /** Gives the client a frame. */
    void deliver(byte[] frame) {
      if (!over) {
        listener.frame(Frame.of(frame));
      }
    }

    @Override
    public boolean send(String text) {
      if (over || connection == null) {
        return false;
      }
      connection.receive(text);
      return true;
    }

    @Override
    public void text(String text) {
      between.frame(this, text);
    }

    @Override
    public void closed(Ending ending) {
      end(new LinkClosed(LinkClosed.Kind.LOST, ending.code(), "closed by the exchange", null));
    }

    @Override
    public void close() {
      if (!over && connection != null) {
        connection.close();
      }
      loop.execute(() -> end(LinkClosed.byUs("closed")));
    }

    private void end(LinkClosed cause) {
      if (!over) {
        over = true;
        links.remove(this);
        listener.closed(cause);
      }
    }
  }
}
