package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static io.krakenspot.testkit.contract.VirtualExchange.RIVAL;
import static io.krakenspot.testkit.contract.VirtualExchange.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A simulated exchange on loopback and its clients, in everybody's time. What is under way has
 * arrived once clients have heard as many frames as the exchange has sent, and the other way round.
 */
final class SocketExchange implements World {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ExchangeServer server;
  private final CountingTransport transport;
  private final AtomicLong heardByOthers = new AtomicLong();
  private final AtomicLong sentByOthers = new AtomicLong();

  private SocketExchange(ExchangeServer server, CountingTransport transport) {
    this.server = server;
    this.transport = transport;
  }

  static SocketExchange open(
      long seed, Collection<Pair> pairs, Function<Optional<String>, Transport> transports) {
    ExchangeServer server =
        ExchangeServer.builder()
            .seed(seed)
            .eventsPerSecond(0)
            .pairs(pairs)
            .account(KEY, SECRET)
            .account(RIVAL, SECRET)
            .start();
    return new SocketExchange(
        server, new CountingTransport(transports.apply(server.certificatePem())));
  }

  @Override
  public Exchange exchange() {
    return server.exchange();
  }

  @Override
  public KrakenClientBuilder trader(Protocol protocol) {
    return KrakenClient.builder()
        .protocol(protocol)
        .transport(transport)
        .reconnectPolicy(new PromptReconnect(PAUSE))
        .server(server.webSocketUri())
        .credentials(Credentials.of(KEY, SECRET));
  }

  @Override
  public void run() {
    await("all has arrived", PATIENCE, this::quiet);
  }

  private boolean quiet() {
    join(transport.idle());
    long requests = transport.sent().size() + sentByOthers.get();
    onExchange(() -> requests);
    long frames = count(Entry.FRAMES);
    if (count(Entry.REQUESTS) != requests || heard() != frames) {
      return false;
    }
    join(transport.idle());
    return transport.sent().size() + sentByOthers.get() == requests
        && count(Entry.FRAMES) == frames;
  }

  private long count(Entry entry) {
    return exchange().ledger().count(entry);
  }

  private long heard() {
    return transport.heard() + heardByOthers.get();
  }

  private <T> T onExchange(Supplier<T> work) {
    return join(exchange().onLoop(work));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** With whatever follows from it. */
  @Override
  public <T> T soon(CompletionStage<T> stage) {
    T value = join(stage);
    run();
    return value;
  }

  @Override
  public void await(String what, Duration most, BooleanSupplier holds) {
    long began = System.nanoTime();
    while (!holds.getAsBoolean()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      assertThat(waited).as("%s, within %s", what, most).isLessThan(most);
      transport.awaitFrame();
    }
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public List<String> sent() {
    return transport.sent();
  }

  @Override
  public int dials() {
    return transport.dials();
  }

  @Override
  public int tokens() {
    return transport.tokens();
  }

  @Override
  public String ask(Path path, String key, String request) {
    List<String> heard = new CopyOnWriteArrayList<>();
    ExchangeConnection asking = exchange().connect(path, heard::add, () -> {});
    sentByOthers.incrementAndGet();
    asking.receive(request.replace(Outsider.TOKEN, onExchange(() -> exchange().token(key))));
    asking.close();
    onExchange(() -> asking);
    heardByOthers.addAndGet(heard.size());
    run();
    return heard.get(heard.size() - 1);
  }

  @Override
  public void end(KrakenClient client) {
    client.close();
    transport.close();
    server.close();
  }
}
