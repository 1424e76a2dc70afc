package io.krakenspot.testkit.exchange;

import io.krakenspot.market.BookLevel;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Level3Order;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Tier;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.server.PrivateApi;
import io.krakenspot.testkit.exchange.internal.server.PrivateCall;
import io.krakenspot.testkit.exchange.internal.server.RestAnswer;
import io.krakenspot.testkit.exchange.internal.server.RestApi;
import io.krakenspot.testkit.exchange.internal.session.CommandFaults;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulated exchange that speaks v1 and v2 of one market, without sockets: give it a {@link
 * io.krakenspot.port.VirtualLoop} and a whole day passes in a test.
 *
 * <pre>{@code
 * var loop = new VirtualLoop();
 * var exchange = Exchange.builder(loop).seed(42).open();
 * var connection = exchange.connect(Path.V2_PUBLIC, System.out::println, () -> {});
 * connection.receive("{\"method\":\"ping\"}");
 * loop.advance(Duration.ofSeconds(10));
 * }</pre>
 *
 * <p>Safe for any thread. What is asked of it is done on the loop, in the order it was asked; with
 * a virtual loop that is when the loop next runs.
 */
public final class Exchange implements AutoCloseable {
  private final Loop loop;
  private final TradingFloor floor;
  private final Door door;
  private final Outages outages;

  private Exchange(Builder builder) {
    this.loop = builder.loop;
    this.floor = new TradingFloor(builder.loop, builder.seed, builder.listed);
    this.door = new Door(loop);
    this.outages = new Outages(loop, floor, door);
    builder.accounts.forEach(floor::openAccount);
    floor.pace(builder.eventsPerSecond);
  }

  /**
   * Describes a new exchange.
   *
   * @param loop that everything happens on
   * @return a builder with the defaults of {@link Builder}
   */
  public static Builder builder(Loop loop) {
    return new Builder(loop);
  }

  /**
   * Connects a client that comes to the {@link #door}. The engine's status is the first frame it
   * hears, unless it is not let in: then it hears the end and nothing else.
   *
   * @param path what it wants to speak
   * @param toClient hears each frame, on the loop
   * @param onClose runs when the exchange ends the connection, on the loop
   * @return to send frames and to close
   */
  public ExchangeConnection connect(Path path, Consumer<String> toClient, Runnable onClose) {
    Peer peer =
        new Peer() {
          @Override
          public void text(String text) {
            toClient.accept(text);
          }

          @Override
          public void closed(Ending ending) {
            onClose.run();
          }
        };
    return door.knock(path.text(), null).open()
        ? floor.connect(path, peer)
        : floor.refuse(path, peer);
  }

  /**
   * Connects a client that the {@link #door} has let in. The engine's status is the first frame it
   * hears.
   *
   * @param path what it wants to speak
   * @param peer the client
   * @return to send frames and to close
   */
  public ExchangeConnection connect(Path path, Peer peer) {
    return floor.connect(path, peer);
  }

  /**
   * The open connections.
   *
   * @return a copy, oldest first
   */
  public List<ExchangeConnection> connections() {
    return floor.connections();
  }

  /**
   * Does something where the exchange lives, after all that was asked of it before.
   *
   * @param <T> what it gives
   * @param work for example {@code () -> exchange.token(key)}
   * @return what it gives, or throws
   */
  public <T> CompletionStage<T> onLoop(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, loop::execute);
  }

  /** Makes one change happen to a pair taken by chance. */
  public void step() {
    loop.execute(floor::step);
  }

  /**
   * Makes one change happen.
   *
   * @param pair where
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void step(Pair pair) {
    var listed = market().get(pair);
    loop.execute(() -> floor.step(listed));
  }

  /**
   * Makes one change of a kind happen.
   *
   * @param pair where
   * @param move what
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void step(Pair pair, Move move) {
    var listed = market().get(pair);
    loop.execute(() -> floor.step(listed, move));
  }

  /**
   * Changes how much happens by itself.
   *
   * @param rate events per second and pair; zero holds the market still
   */
  public void eventsPerSecond(double rate) {
    loop.execute(() -> floor.pace(rate));
  }

  /**
   * Changes the state of the engine, which every client is told. The market goes on.
   *
   * @param state the new state
   */
  public void systemStatus(SystemStatus.State state) {
    loop.execute(() -> floor.state(state));
  }

  /**
   * Changes what a pair accepts, which subscribers of {@code instrument} are told.
   *
   * @param pair which
   * @param status its new status
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void pairStatus(Pair pair, InstrumentStatus status) {
    var listed = market().get(pair);
    loop.execute(() -> market().status(listed, status));
  }

  /** Cuts every connection without a word. */
  public void dropConnections() {
    floor.links().drop();
  }

  /**
   * Sends wrong checksums with the next event that changes the best ten levels of a pair somebody
   * has subscribed to.
   *
   * @param pair which
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void corruptNextChecksum(Pair pair) {
    var listed = market().get(pair);
    loop.execute(() -> floor.faults().corruptNext(listed));
  }

  /**
   * Keeps back the book updates of the next event that changes the best ten levels of a pair
   * somebody has subscribed to.
   *
   * @param pair which
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void skipNextUpdate(Pair pair) {
    var listed = market().get(pair);
    loop.execute(() -> floor.faults().skipNext(listed));
  }

  /**
   * Acknowledges subscriptions of a pair but sends none of its data.
   *
   * @param pair which
   * @param on whether it is silent
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void silence(Pair pair, boolean on) {
    var listed = market().get(pair);
    loop.execute(() -> floor.faults().silent(listed, on));
  }

  /**
   * Refuses every new subscription of a pair.
   *
   * @param text of the error, for example {@code EService:Unavailable}; null to grant them again
   */
  public void refuseSubscriptions(@Nullable String text) {
    loop.execute(() -> floor.faults().subscriptions().refuse(text));
  }

  /**
   * Refuses requests that come too fast with {@code Exceeded msg rate}.
   *
   * @param perSecond how many a connection may send in a second
   */
  public void requestLimit(int perSecond) {
    loop.execute(() -> floor.faults().limit(perSecond));
  }

  /**
   * Changes how many symbols of {@code level3} a connection may subscribe; the real limit is 200.
   *
   * @param symbols of one connection; more are refused
   */
  public void level3Limit(int symbols) {
    loop.execute(() -> floor.faults().level3Symbols(symbols));
  }

  /**
   * Sends a frame, as it is, to every client of a version.
   *
   * @param version which clients
   * @param text anything
   */
  public void sendRaw(Version version, String text) {
    loop.execute(() -> floor.sendRaw(version, text));
  }

  /**
   * The book as it really is.
   *
   * @param pair which
   * @param levels how many a side at most
   * @return a copy
   * @throws IllegalArgumentException if the pair is not listed
   */
  public MarketBook book(Pair pair, int levels) {
    var listed = market().get(pair);
    synchronized (listed) {
      return new MarketBook(
          levels(listed.top(Side.BUY, levels)), levels(listed.top(Side.SELL, levels)));
    }
  }

  /**
   * The best ten levels as they really are.
   *
   * @param pair which
   * @return a copy
   * @throws IllegalArgumentException if the pair is not listed
   */
  public MarketBook book(Pair pair) {
    return book(pair, 10);
  }

  private static List<BookLevel> levels(List<Level> levels) {
    return levels.stream().map(level -> new BookLevel(level.price(), level.quantity())).toList();
  }

  /**
   * The orders as they really are, without what is hidden of them. To be called where the loop
   * runs.
   *
   * @param pair which
   * @param levels how many prices a side at most
   * @return a copy
   * @throws IllegalArgumentException if the pair is not listed
   */
  public MarketOrders orders(Pair pair, int levels) {
    var listed = market().get(pair);
    return new MarketOrders(
        orders(floor.engine().standing(listed, Side.BUY, levels)),
        orders(floor.engine().standing(listed, Side.SELL, levels)));
  }

  private static List<List<Level3Order>> orders(
      List<List<io.krakenspot.testkit.exchange.internal.market.Level3Order>> levels) {
    return levels.stream()
        .map(
            level ->
                level.stream()
                    .map(one -> new Level3Order(one.id(), one.price(), one.quantity(), one.time()))
                    .toList())
        .toList();
  }

  /**
   * The last trades as they really were.
   *
   * @param pair which
   * @return oldest first, at most 50
   * @throws IllegalArgumentException if the pair is not listed
   */
  public List<Trade> lastTrades(Pair pair) {
    return market().get(pair).trades();
  }

  /**
   * The pairs of the market.
   *
   * @return in the order they are listed
   */
  public List<Pair> pairs() {
    return market().pairs().stream().map(pair -> pair.pair()).toList();
  }

  /**
   * What has happened so far.
   *
   * @return counts that go on
   */
  public Ledger ledger() {
    return floor.ledger();
  }

  /**
   * Answers a public REST call without a socket.
   *
   * @param path for example {@code /0/public/AssetPairs}
   * @return the body; empty if there is no such call
   */
  public Optional<String> get(String path) {
    RestAnswer answer = new RestApi(floor).answer(path, null);
    return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  /**
   * Opens an account with plenty of every asset, which may do everything, in the tier {@code
   * INTERMEDIATE}. An account that is open gets the new secret and keeps the rest.
   *
   * @param key the public part of its API key, which names the account from now on
   * @param secret the private part, base64
   * @throws IllegalArgumentException if the secret is not base64, or empty
   */
  public void openAccount(String key, String secret) {
    String checked = checkedSecret(secret);
    loop.execute(() -> floor.openAccount(key, checked));
  }

  private static String checkedSecret(String secret) {
    boolean base64;
    try {
      base64 = Base64.getDecoder().decode(secret).length > 0;
    } catch (IllegalArgumentException e) {
      base64 = false;
    }
    if (!base64) {
      throw new IllegalArgumentException("an API secret is base64");
    }
    return secret;
  }

  /**
   * Changes what a key may do. What is done already stays done.
   *
   * @param key of the account
   * @param permissions all that it may do
   */
  public void permit(String key, Set<Permission> permissions) {
    Set<Permission> granted = Set.copyOf(permissions);
    loop.execute(() -> floor.permit(key, granted));
  }

  /**
   * Changes how much an account may ask of the engine.
   *
   * @param key of the account
   * @param tier its new tier
   */
  public void tier(String key, AccountTier tier) {
    loop.execute(() -> floor.account(key).tier(Tier.valueOf(tier.name())));
  }

  /**
   * Gives an account money, which its balance feed is told.
   *
   * @param key of the account
   * @param asset readable code, for example {@code USD}
   * @param amount more than zero
   * @throws IllegalArgumentException if the asset is in no pair
   */
  public void fund(String key, String asset, BigDecimal amount) {
    AssetSpec listed =
        market().assets().stream()
            .filter(one -> one.code().equals(asset))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(asset + " is not listed here"));
    loop.execute(() -> floor.fund(key, listed, amount));
  }

  /**
   * The truth about an account, whatever its client was told.
   *
   * @param key of the account
   * @return a copy
   * @throws IllegalArgumentException if there is no such account, or its opening has not run yet
   */
  public AccountAudit audit(String key) {
    AccountAudit audit = floor.audits().of(key);
    if (audit == null) {
      throw new IllegalArgumentException("no account of key " + key);
    }
    return audit;
  }

  /**
   * Answers a private REST call without a socket. To be called where the loop runs.
   *
   * @param path for example {@code /0/private/GetWebSocketsToken}
   * @param key the {@code API-Key} header
   * @param signature the {@code API-Sign} header
   * @param contentType of the body: {@code application/json}, or anything else for a form
   * @param body exactly as it was signed
   * @return the body of the answer
   */
  public String post(
      String path,
      @Nullable String key,
      @Nullable String signature,
      @Nullable String contentType,
      String body) {
    return new PrivateApi(floor)
        .answer(new PrivateCall(path, key, signature, contentType, body))
        .body();
  }

  /**
   * A token for an account, as REST hands it out.
   *
   * @param key of the account
   * @return good for 15 minutes
   * @throws IllegalArgumentException if there is no such account, or its opening has not run yet
   */
  public String token(String key) {
    ApiKey found = floor.keys().find(key);
    if (found == null) {
      throw new IllegalArgumentException("no account of key " + key);
    }
    return floor.tokens().issue(found, floor.nanoTime());
  }

  /** No token that was handed out is good any more; connections stay. */
  public void expireTokens() {
    loop.execute(floor.tokens()::expireAll);
  }

  /**
   * Cuts the connection of an account's next trading request, whichever version it is made in. Any
   * connection of the account can be hit; the last call counts.
   *
   * @param key of the account
   * @param where at which point around the request
   */
  public void cutNext(String key, CommandCut where) {
    commandFaults(faults -> faults.cutNext(key, where));
  }

  /**
   * Refuses an account's next trading request without asking the engine.
   *
   * @param key of the account
   * @param text of the error, for example {@code EService:Unavailable}
   */
  public void refuseNext(String key, String text) {
    commandFaults(faults -> faults.refuseNext(key, text));
  }

  /**
   * Makes answers to trading requests late; the feed is not.
   *
   * @param delay zero for at once
   */
  public void delayAnswers(Duration delay) {
    commandFaults(faults -> faults.delay(delay));
  }

  /**
   * Loses answers to trading requests; the connection stays.
   *
   * @param count how many of the next ones
   */
  public void loseAnswers(int count) {
    commandFaults(faults -> faults.lose(count));
  }

  /**
   * Sends answers to trading requests twice.
   *
   * @param on whether it does
   */
  public void duplicateAnswers(boolean on) {
    commandFaults(faults -> faults.duplicate(on));
  }

  /**
   * Leaves the request's id out of answers to trading requests.
   *
   * @param on whether it does
   */
  public void answersWithoutIds(boolean on) {
    commandFaults(faults -> faults.withoutIds(on));
  }

  /**
   * Sends something else than the next answer to a trading request.
   *
   * @param text anything
   */
  public void answerGarbage(String text) {
    commandFaults(faults -> faults.garbage(text));
  }

  /**
   * Tells the feed what a request did before it is answered; the other way round is usual.
   *
   * @param on whether it does
   */
  public void feedBeforeAnswers(boolean on) {
    commandFaults(faults -> faults.feedFirst(on));
  }

  /**
   * Answers {@code batch_cancel} as in 2024: {@code orders_cancelled} beside the method instead of
   * {@code result.count}.
   *
   * @param on whether it does
   */
  public void olderBatchCancel(boolean on) {
    commandFaults(faults -> faults.olderBatchCancel(on));
  }

  /**
   * Refuses post-only orders that would take with an answer, as usual, or accepts them and cancels
   * them at once with the reason {@code Post only order}; Kraken has been seen to do both.
   *
   * @param inAnswer whether the answer refuses them
   */
  public void refusePostOnlyInAnswer(boolean inAnswer) {
    loop.execute(() -> floor.engine().refusePostOnlyInAnswer(inAnswer));
  }

  /**
   * Leaves numbers out of the sequence of each private subscription of an account, as if messages
   * were lost.
   *
   * @param key of the account
   * @param count how many numbers
   */
  public void gapSequence(String key, int count) {
    loop.execute(() -> floor.sequences(key, sequence -> sequence.skip(count)));
  }

  /**
   * Gives the next message of each private subscription of an account the number of the last.
   *
   * @param key of the account
   */
  public void repeatSequence(String key) {
    loop.execute(() -> floor.sequences(key, sequence -> sequence.skip(-1)));
  }

  /**
   * Loses messages of each private subscription of an account; their sequence numbers are used up.
   *
   * @param key of the account
   * @param count how many of the next messages
   */
  public void loseAccountMessages(String key, int count) {
    loop.execute(() -> floor.sequences(key, sequence -> sequence.lose(count)));
  }

  /**
   * Calls off what was planned for the next messages of the private subscriptions of an account:
   * wrong numbers and lost messages.
   *
   * @param key of the account
   */
  public void steadySequence(String key) {
    loop.execute(() -> floor.sequences(key, Sequence::steady));
  }

  /**
   * Makes an account trade: a market order takes as many orders of others, so that each is a fill.
   * The account gets the money that it needs.
   *
   * @param key of the account
   * @param pair where
   * @param side what the account does
   * @param count how many fills, at most as many as there are orders
   * @throws IllegalArgumentException if the pair is not listed, there is no such account, or its
   *     opening has not run yet
   */
  public void fill(String key, Pair pair, Side side, int count) {
    var listed = market().get(pair);
    AccountAudit unused = audit(key);
    loop.execute(() -> floor.fill(key, listed, side, count));
  }

  /**
   * Sends acknowledgements of subscriptions twice.
   *
   * @param count how many of the next ones
   */
  public void duplicateAcknowledgements(int count) {
    loop.execute(() -> floor.faults().subscriptions().acknowledgeTwice(count));
  }

  /**
   * Leaves requests to subscribe without an answer and without effect.
   *
   * @param count how many of the next ones
   */
  public void ignoreSubscriptions(int count) {
    loop.execute(() -> floor.faults().subscriptions().ignore(count));
  }

  /**
   * Sends a wrong checksum with the next snapshot of a pair's book, of levels or of orders, in v2;
   * v1 has none there.
   *
   * @param pair which
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void corruptNextSnapshot(Pair pair) {
    var listed = market().get(pair);
    loop.execute(() -> floor.faults().subscriptions().corruptSnapshot(listed));
  }

  /**
   * Acknowledges the next subscription of a pair and sends its updates, but no snapshot.
   *
   * @param pair which
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void loseNextSnapshot(Pair pair) {
    var listed = market().get(pair);
    loop.execute(() -> floor.faults().subscriptions().loseSnapshot(listed));
  }

  /**
   * Sends the next snapshot of a pair late; updates come before it.
   *
   * @param pair which
   * @param delay how late
   * @throws IllegalArgumentException if the pair is not listed
   */
  public void delayNextSnapshot(Pair pair, Duration delay) {
    var listed = market().get(pair);
    loop.execute(() -> floor.faults().subscriptions().delaySnapshot(listed, delay));
  }

  /**
   * Fails REST calls, public and private alike. Takes effect at once.
   *
   * @param fault how
   * @param count how many of the next ones
   */
  public void failRest(RestFault fault, int count) {
    floor.faults().rest().fail(fault, count);
  }

  /**
   * What lets clients in.
   *
   * @return to refuse and ban them, and to see who came
   */
  public Door door() {
    return door;
  }

  /**
   * What goes wrong on the way to clients.
   *
   * @return the faults
   */
  public LinkFaults links() {
    return floor.links();
  }

  /**
   * Outages of the whole exchange.
   *
   * @return to begin them
   */
  public Outages outages() {
    return outages;
  }

  /**
   * The books that were published.
   *
   * @return kept up to date
   */
  public BookHistory history() {
    return floor.history();
  }

  /**
   * The keys of all accounts, each to be given to {@link #audit}.
   *
   * @return a copy, sorted
   */
  public List<String> accounts() {
    return floor.audits().names();
  }

  /**
   * Does something wrong that has a name.
   *
   * @param fault what
   * @throws IllegalArgumentException if the fault is of a pair or an account that is not here
   */
  public void inject(Fault fault) {
    fault.strike(this);
  }

  /**
   * Does everything a script says, each line at its time from now on.
   *
   * @param script what, and when
   * @throws IllegalArgumentException if a line is of a pair or an account that is not here; names
   *     the line, and then nothing is done
   */
  public void play(FaultScript script) {
    script.play(this, loop);
  }

  private void commandFaults(Consumer<CommandFaults> change) {
    loop.execute(() -> change.accept(floor.faults().commands()));
  }

  private Market market() {
    return floor.market();
  }

  Venue venue() {
    return floor;
  }

  /** Stops the market and ends every connection. Idempotent. */
  @Override
  public void close() {
    loop.execute(floor::close);
  }

  /** Describes an exchange: seed 1 and two events a second and pair, unless said otherwise. */
  public static final class Builder {
    private final Loop loop;
    private long seed = 1;
    private double eventsPerSecond = 2;
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private Predicate<Pair> listed = pair -> true;

    private Builder(Loop loop) {
      this.loop = loop;
    }

    /**
     * Where chance begins: the same seed, and the same calls, give the same frames.
     *
     * @param newSeed any number
     * @return this
     */
    public Builder seed(long newSeed) {
      this.seed = newSeed;
      return this;
    }

    /**
     * How much happens by itself.
     *
     * @param rate events per second and pair; zero for nothing but {@link Exchange#step()}
     * @return this
     */
    public Builder eventsPerSecond(double rate) {
      this.eventsPerSecond = rate;
      return this;
    }

    /**
     * Lists some pairs alone, which opens faster.
     *
     * @param pairs of those that are listed otherwise; what is listed last changes its status each
     *     30 s
     * @return this
     */
    public Builder pairs(Collection<Pair> pairs) {
      this.listed = Set.copyOf(pairs)::contains;
      return this;
    }

    /**
     * Opens an account, as {@link Exchange#openAccount} does.
     *
     * @param key the public part of its API key
     * @param secret the private part, base64
     * @return this
     * @throws IllegalArgumentException if the secret is not base64, or empty
     */
    public Builder account(String key, String secret) {
      accounts.put(key, checkedSecret(secret));
      return this;
    }

    /**
     * Opens the exchange. To be called on its loop, or before the loop runs.
     *
     * @return an exchange whose market moves
     */
    public Exchange open() {
      return new Exchange(this);
    }
  }
}
