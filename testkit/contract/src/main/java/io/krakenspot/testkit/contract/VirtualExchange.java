package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.testkit.exchange.Path;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A simulated exchange and its clients in one virtual time: nothing happens until the time is moved
 * or {@link #run} is called, and the same calls always give the same events.
 *
 * <pre>{@code
 * var world = VirtualExchange.open(42);
 * var client = world.client(KrakenV2.protocol()).build();
 * client.marketData().books(Depth.D10, List.of(Pair.of("BTC/USD")), book -> ...);
 * world.step(Pair.of("BTC/USD"));
 * world.advance(Duration.ofSeconds(10));
 * }</pre>
 *
 * <p>Not safe for more than one thread.
 */
public final class VirtualExchange implements World {
  /** The key of the account that {@link #trader} trades for. */
  public static final String KEY = "contract";

  /** The key of an account that nobody under test knows of. */
  static final String RIVAL = "rival";

  static final String SECRET = "Y29udHJhY3Q=";

  /** How time passes while something is waited for. */
  private static final Duration TICK = Duration.ofMillis(10);

  /** Longer than anything takes that an exchange was asked for in a case. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final URI ADDRESS = URI.create("ws://exchange.test");

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange;
  private final StringTransport transport;
  private final int timersOfExchange;

  private VirtualExchange(long seed, UnaryOperator<Exchange.Builder> terms) {
    this.exchange =
        terms
            .apply(
                Exchange.builder(loop)
                    .seed(seed)
                    .eventsPerSecond(0)
                    .account(KEY, SECRET)
                    .account(RIVAL, SECRET))
            .open();
    this.transport = new StringTransport(loop, exchange);
    this.timersOfExchange = loop.timers();
  }

  /**
   * Opens an exchange whose market holds still until it is told to move.
   *
   * @param seed where its chance begins
   * @return an exchange without clients
   */
  public static VirtualExchange open(long seed) {
    return new VirtualExchange(seed, terms -> terms);
  }

  /**
   * Opens an exchange of some pairs alone, which is quicker.
   *
   * @param seed where its chance begins
   * @param pairs what is listed; leave the last of them alone, whose status changes
   * @return an exchange without clients
   */
  public static VirtualExchange open(long seed, Collection<Pair> pairs) {
    return new VirtualExchange(seed, terms -> terms.pairs(pairs));
  }

  /**
   * Starts to build a client of this exchange.
   *
   * @param protocol the version it speaks
   * @return a builder with protocol, transport and server set
   */
  public KrakenClientBuilder client(Protocol protocol) {
    return KrakenClient.builder().protocol(protocol).transport(transport).server(ADDRESS);
  }

  /**
   * Starts to build a client that trades for the account {@link #KEY}.
   *
   * @param protocol the version it speaks
   * @return a builder with protocol, transport, server and credentials set
   */
  @Override
  public KrakenClientBuilder trader(Protocol protocol) {
    return client(protocol).credentials(Credentials.of(KEY, SECRET));
  }

  /** Runs what is ready, without moving time. */
  @Override
  public void run() {
    loop.run();
  }

  /**
   * Moves time.
   *
   * @param duration how far
   */
  public void advance(Duration duration) {
    loop.advance(duration);
  }

  /**
   * Makes changes of chance happen to a pair, and all that follows from each.
   *
   * @param pair which
   * @param times how many
   */
  public void step(Pair pair, int times) {
    for (int time = 0; time < times; time++) {
      exchange.step(pair);
      run();
    }
  }

  /**
   * Makes one change of a kind happen to a pair, and all that follows from it.
   *
   * @param pair which
   * @param move what
   */
  public void step(Pair pair, Move move) {
    exchange.step(pair, move);
    run();
  }

  /**
   * The exchange, to look at its truth and to make it misbehave.
   *
   * @return the exchange
   */
  @Override
  public Exchange exchange() {
    return exchange;
  }

  /**
   * What links clients to the exchange, to look at what they send and to cut it.
   *
   * @return the transport
   */
  public StringTransport transport() {
    return transport;
  }

  /**
   * The loop of all of it.
   *
   * @return the loop
   */
  public VirtualLoop loop() {
    return loop;
  }

  /**
   * What completes without time passing.
   *
   * @param <T> what it gives
   * @param stage for example {@code client.account().connect()}
   * @return its value
   */
  @Override
  public <T> T soon(CompletionStage<T> stage) {
    run();
    assertThat(stage.toCompletableFuture()).as("completed").isDone();
    return stage.toCompletableFuture().join();
  }

  /**
   * Moves time until something holds.
   *
   * @param what to be read if it never does
   * @param most how far at most
   * @param holds looked at after each 10 ms
   */
  @Override
  public void await(String what, Duration most, BooleanSupplier holds) {
    Instant end = now().plus(most);
    run();
    while (!holds.getAsBoolean()) {
      assertThat(now()).as("%s, within %s", what, most).isBefore(end);
      advance(TICK);
    }
  }

  /**
   * The time.
   *
   * @return of the loop
   */
  @Override
  public Instant now() {
    return loop.now();
  }

  /**
   * All frames that clients have sent.
   *
   * @return a copy, oldest first
   */
  @Override
  public List<String> sent() {
    return transport.sent();
  }

  /**
   * How many links clients have asked for.
   *
   * @return zero or more
   */
  @Override
  public int dials() {
    return transport.dials();
  }

  /**
   * How many tokens clients have asked for.
   *
   * @return zero or more
   */
  @Override
  public int tokens() {
    return transport.tokens().calls();
  }

  /**
   * Asks something on a connection of its own.
   *
   * @param path where
   * @param key whose token stands in for {@code TOKEN OF THE KEY}
   * @param request text of a frame
   * @return the last frame of the exchange
   */
  @Override
  public String ask(Path path, String key, String request) {
    List<String> heard = new ArrayList<>();
    ExchangeConnection asking = exchange.connect(path, heard::add, () -> {});
    run();
    asking.receive(request.replace(Outsider.TOKEN, exchange.token(key)));
    run();
    asking.close();
    run();
    return heard.get(heard.size() - 1);
  }

  /**
   * Closes a client, lets what the exchange still has to do come to its end, and makes sure that
   * nothing is left.
   *
   * @param client of this exchange
   */
  @Override
  public void end(KrakenClient client) {
    transport.tokens().work();
    transport.lookups().work();
    exchange.eventsPerSecond(0);
    client.close();
    advance(LONGEST);
    assertNothingLeft();
  }

  /** Neither timers nor links but those of the exchange. */
  void assertNothingLeft() {
    assertThat(loop.timers()).as("timers left").isEqualTo(timersOfExchange);
    assertThat(transport.openLinks()).as("links left").isZero();
  }
}
