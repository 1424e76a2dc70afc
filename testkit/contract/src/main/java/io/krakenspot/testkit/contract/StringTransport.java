package io.krakenspot.testkit.contract;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.port.Credentials;
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
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.Path;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A transport without sockets: links clients to an {@link Exchange} by strings, on one virtual
 * loop. A frame of the exchange reaches its client within the exchange's own event, so what a
 * listener hears can be compared with the exchange as it is at that moment.
 *
 * <p>Tokens and records of orders come straight from the exchange, as REST would tell them.
 *
 * <p>Dials at once after the first loss and each 5 s after that. Deterministic; not safe for more
 * than one thread.
 */
public final class StringTransport implements Transport {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final VirtualLoop loop;
  private final Exchange exchange;
  private final List<StringLink> links = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final Queue<Tampering> tamperings = new ArrayDeque<>();
  private final CallSwitch tokens = new CallSwitch();
  private final CallSwitch lookups = new CallSwitch();
  private @Nullable LinkClosed refusal;
  private int dials;
  private long cutAfter = Long.MAX_VALUE;

  private record Tampering(String containing, Function<String, Optional<String>> how) {}

  /**
   * A transport to one exchange.
   *
   * @param loop that the exchange and all clients share
   * @param exchange behind every address
   */
  public StringTransport(VirtualLoop loop, Exchange exchange) {
    this.loop = loop;
    this.exchange = exchange;
  }

  @Override
  public Loop newLoop() {
    return loop;
  }

  @Override
  public Link connect(Loop on, URI uri, LinkListener listener) {
    dials++;
    StringLink link = new StringLink(this, listener);
    LinkClosed refused = refusal == null ? unlessServed(uri) : refusal;
    if (refused == null) {
      links.add(link);
      loop.execute(() -> link.open(exchange, path(uri).orElseThrow()));
    } else {
      loop.execute(() -> link.end(refused));
    }
    return link;
  }

  private static @Nullable LinkClosed unlessServed(URI uri) {
    return path(uri).isPresent()
        ? null
        : new LinkClosed(LinkClosed.Kind.REFUSED, 404, "nothing listens at " + uri, null);
  }

  private static Optional<Path> path(URI uri) {
    return Path.of(uri.getPath());
  }

  @Override
  public CompletionStage<byte[]> get(URI uri) {
    if (refusal != null) {
      return CompletableFuture.failedFuture(new ConnectionFailedException(refusal.reason(), null));
    }
    return exchange
        .get(uri.getPath())
        .map(body -> CompletableFuture.completedFuture(body.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new ConnectionFailedException("nothing is served at " + uri, null)));
  }

  @Override
  public TokenSource tokenSource(URI rest, Credentials credentials) {
    return () -> tokens.call(() -> token(credentials.key()));
  }

  private Token token(String key) {
    try {
      return new Token(exchange.token(key));
    } catch (IllegalArgumentException unknown) {
      throw new TokenRefusedException("EAPI:Invalid key", false);
    }
  }

  @Override
  public OrderLookup orderLookup(URI rest, Credentials credentials) {
    return order ->
        lookups.call(() -> AuditedOrders.find(exchange.audit(credentials.key()), order));
  }

  /**
   * The calls for tokens.
   *
   * @return to make them fail or hang
   */
  public CallSwitch tokens() {
    return tokens;
  }

  /**
   * The calls for records of orders.
   *
   * @return to make them fail or hang
   */
  public CallSwitch lookups() {
    return lookups;
  }

  @Override
  public ReconnectPolicy reconnectPolicy() {
    return new PromptReconnect(PAUSE);
  }

  @Override
  public void close() {
    List.copyOf(links).forEach(StringLink::close);
  }

  /**
   * Refuses every dial and every GET from now on.
   *
   * @param cause that clients are told
   */
  public void refuse(LinkClosed cause) {
    refusal = cause;
  }

  /** Accepts dials again. */
  public void accept() {
    refusal = null;
  }

  /**
   * Changes one frame on its way to a client.
   *
   * @param containing the next frame with this text in it
   * @param how what becomes of it
   */
  public void tamperOnce(String containing, UnaryOperator<String> how) {
    tamperings.add(new Tampering(containing, how.andThen(Optional::of)));
  }

  /**
   * Loses one frame on its way to a client.
   *
   * @param containing the next frame with this text in it
   */
  public void loseOnce(String containing) {
    tamperings.add(new Tampering(containing, text -> Optional.empty()));
  }

  /**
   * Cuts the link, once, when so many more frames have reached their client.
   *
   * @param frames zero to cut it instead of the next frame
   */
  public void cutAfter(long frames) {
    cutAfter = frames;
  }

  /** Cuts every link: clients hear that it was lost. */
  public void cut() {
    List.copyOf(links).forEach(StringLink::cut);
  }

  /**
   * All frames that clients have sent.
   *
   * @return a copy, oldest first
   */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  /**
   * How many dials there were, refused ones included.
   *
   * @return zero or more
   */
  public int dials() {
    return dials;
  }

  /**
   * How many links stand.
   *
   * @return zero or more
   */
  public int openLinks() {
    return links.size();
  }

  void sent(String text) {
    sent.add(text);
  }

  void ended(StringLink link) {
    links.remove(link);
  }

  /** A task for the loop. */
  void later(Runnable task) {
    loop.execute(task);
  }

  /** A task for the loop when some time has passed. */
  void later(Duration delay, Runnable task) {
    Loop.Timer unused = loop.schedule(delay, task);
  }

  /** What reaches the client of a frame. */
  Optional<String> onTheWay(String text) {
    for (Tampering tampering : tamperings) {
      if (text.contains(tampering.containing)) {
        tamperings.remove(tampering);
        return tampering.how.apply(text);
      }
    }
    return Optional.of(text);
  }

  /** Whether this is the frame to cut the link at. */
  boolean takeCut() {
    if (cutAfter == Long.MAX_VALUE || cutAfter-- > 0) {
      return false;
    }
    cutAfter = Long.MAX_VALUE;
    return true;
  }
}
