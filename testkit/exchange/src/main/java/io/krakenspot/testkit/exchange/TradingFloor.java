package io.krakenspot.testkit.exchange;

import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.access.Keyring;
import io.krakenspot.testkit.exchange.internal.access.Tokens;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.Fill;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.Listing;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.MarketEvent;
import io.krakenspot.testkit.exchange.internal.market.MarketListener;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.MarketWalk;
import io.krakenspot.testkit.exchange.internal.market.OrderFlow;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Audits;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Faults;
import io.krakenspot.testkit.exchange.internal.session.Line;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Session;
import io.krakenspot.testkit.exchange.internal.session.Venue;
import io.krakenspot.testkit.exchange.internal.v1.V1Session;
import io.krakenspot.testkit.exchange.internal.v2.V2Session;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where market and clients meet: everything of an exchange that happens on its loop. */
final class TradingFloor implements Venue, MarketListener {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HISTORY = Duration.ofHours(26);
  private static final int PAST_TRADES = 200;
  private static final int SECONDS_BETWEEN_STATUS_CHANGES = 30;

  private final Loop loop;
  private final Engine engine;
  private final OrderFlow flow;
  private final Random pairChance;
  private final Random idChance;
  private final Market market;
  private final List<MarketPair> pairs;
  private final Faults faults = new Faults();
  private final Keyring keys = new Keyring();
  private final Tokens tokens;
  private final Audits audits = new Audits();
  private final Ledger ledger = new Ledger();
  private final BookHistory history = new BookHistory();
  private final LinkFaults links;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final MarketPace pace;
  private Loop.Timer everySecond;
  private Instant lastStamp = Instant.MIN;
  private SystemStatus.State state = SystemStatus.State.ONLINE;
  private long seconds;
  private boolean closed;

  TradingFloor(Loop loop, long seed, Predicate<Pair> listed) {
    this.loop = loop;
    this.links = new LinkFaults(loop, this);
    this.pairChance = new Random(seed + 1);
    this.idChance = new Random(seed + 2);
    this.tokens = new Tokens(new Random(seed + 5));
    this.market =
        new Market(
            Listing.pairs().stream().filter(pair -> listed.test(pair.pair())).toList(), this);
    this.engine = new Engine(loop, market, this::stamp, this::state, seed + 3);
    this.flow = new MarketWalk(engine.anonymous(), seed);
    this.pairs = List.copyOf(market.pairs());
    this.pace = new MarketPace(loop, this::step);
    openMarket();
    this.everySecond = loop.schedule(SECOND, this::second);
  }

  /** Gives every pair a day of trades and a book. */
  private void openMarket() {
    Instant now = loop.now().truncatedTo(ChronoUnit.MICROS);
    Duration between = HISTORY.dividedBy(PAST_TRADES);
    for (MarketPair pair : pairs) {
      for (int ago = PAST_TRADES; ago > 0; ago--) {
        Fill past = flow.past(pair, (double) ago / PAST_TRADES);
        Instant time = now.minus(between.multipliedBy(ago));
        market.prepare(pair, new MarketEvent(List.of(), List.of(past), List.of()), time);
      }
      flow.open(pair);
      history.published(pair, now);
    }
  }

  Connection connect(Path path, Peer peer) {
    Connection connection = connection(path, peer);
    connections.add(connection);
    loop.execute(() -> open(connection));
    return connection;
  }

  /** A connection that never opens. */
  Connection refuse(Path path, Peer peer) {
    Connection connection = connection(path, peer);
    loop.execute(() -> connection.hangUp(Ending.CUT));
    return connection;
  }

  private Connection connection(Path path, Peer peer) {
    return new Connection(
        path, loop, peer, ledger, connections::remove, line -> session(path, line));
  }

  private void open(Connection connection) {
    ledger.add(Entry.CONNECTIONS);
    links.slow(connection);
    connection.open();
    if (closed) {
      connection.hangUp();
    }
  }

  private Session session(Path path, Line line) {
    Client client = new Client(path, new BigInteger(64, idChance), this, line);
    return path.version() == Version.V1 ? new V1Session(client) : new V2Session(client);
  }

  List<ExchangeConnection> connections() {
    return List.copyOf(connections);
  }

  private void second() {
    connections.forEach(Connection::second);
    if (++seconds % SECONDS_BETWEEN_STATUS_CHANGES == 0) {
      flipLast();
    }
    everySecond = loop.schedule(SECOND, this::second);
  }

  /** The last pair goes back and forth, so that reference data changes now and then. */
  private void flipLast() {
    MarketPair last = pairs.get(pairs.size() - 1);
    boolean online = last.status() == InstrumentStatus.ONLINE;
    market.status(last, online ? InstrumentStatus.POST_ONLY : InstrumentStatus.ONLINE);
  }

  void pace(double eventsPerSecond) {
    pace.perSecond(closed ? 0 : eventsPerSecond * pairs.size());
  }

  void step() {
    step(pairs.get(pairChance.nextInt(pairs.size())));
  }

  void step(MarketPair pair) {
    flow.next(pair);
  }

  void step(MarketPair pair, Move move) {
    flow.next(pair, move);
  }

  @Override
  public void changed(PairUpdate update) {
    ledger.add(Entry.EVENTS);
    update.trades().forEach(trade -> ledger.add(Entry.TRADES));
    if (update.touchesTopTen()) {
      history.published(update.pair(), update.time());
    }
    if (faults.silent(update.pair())) {
      live().forEach(session -> session.unheard(update));
      return;
    }
    PairUpdate told = withFaults(update);
    live().forEach(session -> session.changed(told));
  }

  private PairUpdate withFaults(PairUpdate update) {
    MarketPair pair = update.pair();
    if (!update.touchesTopTen() || live().stream().noneMatch(one -> one.hasBook(pair))) {
      return update;
    }
    if (faults.takeSkip(pair)) {
      ledger.add(Entry.SKIPPED_UPDATES);
      return update.withoutBooks();
    }
    if (faults.takeCorrupt(pair)) {
      ledger.add(Entry.CORRUPTED_CHECKSUMS);
      return update.withWrongChecksums();
    }
    return update;
  }

  @Override
  public void statusChanged(MarketPair pair) {
    live().forEach(session -> session.statusChanged(pair));
  }

  private List<Session> live() {
    return connections.stream().filter(Connection::live).map(Connection::session).toList();
  }

  /** Opens an account with enough of everything. */
  void openAccount(String key, String secret) {
    ApiKey unused = keys.add(key, secret);
    if (engine.accounts().find(key) == null) {
      Account account = engine.accounts().open(key);
      audits.follow(account);
      market.assets().forEach(asset -> engine.deposit(account, asset, StartBalance.of(asset)));
    }
  }

  void fund(String key, AssetSpec asset, BigDecimal amount) {
    engine.deposit(account(key), asset, amount);
  }

  Account account(String key) {
    Account account = engine.accounts().find(key);
    if (account == null) {
      throw new IllegalArgumentException("no account of key " + key);
    }
    return account;
  }

  void permit(String key, Set<Permission> permissions) {
    ApiKey found = keys.find(key);
    if (found != null) {
      found.permit(permissions);
    }
  }

  void sequences(String key, Consumer<Sequence> change) {
    live().forEach(session -> session.sequences(key, change));
  }

  void state(SystemStatus.State newState) {
    state = newState;
    live().forEach(Session::statusChanged);
  }

  void sendRaw(Version version, String text) {
    connections.stream()
        .filter(connection -> connection.path().version() == version)
        .forEach(connection -> connection.send(text));
  }

  List<Connection> open() {
    return connections.stream().filter(Connection::live).toList();
  }

  BookHistory history() {
    return history;
  }

  LinkFaults links() {
    return links;
  }

  /** Makes an order of an account take as many orders of others. */
  void fill(String key, MarketPair pair, Side side, int count) {
    List<Level3Order> taken =
        engine.standing(pair, side == Side.BUY ? Side.SELL : Side.BUY, Integer.MAX_VALUE).stream()
            .flatMap(List::stream)
            .limit(count)
            .toList();
    BigDecimal quantity =
        taken.stream().map(Level3Order::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    Account account = account(key);
    BigDecimal worst = taken.get(taken.size() - 1).price().max(BigDecimal.ONE);
    engine.deposit(account, pair.spec().base(), quantity);
    engine.deposit(account, pair.spec().quote(), quantity.multiply(worst).add(worst));
    OrderRequest order =
        OrderRequest.of(pair.pair(), side, OrderType.MARKET).quantity(quantity).build();
    Outcome<String> unused = engine.add(account, order);
  }

  void close() {
    closed = true;
    pace.stop();
    everySecond.cancel();
    engine.close();
    connections.forEach(Connection::hangUp);
  }

  @Override
  public Market market() {
    return market;
  }

  @Override
  public SystemStatus.State state() {
    return state;
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Instant stamp() {
    Instant now = loop.now().truncatedTo(ChronoUnit.MICROS);
    if (now.isAfter(lastStamp)) {
      lastStamp = now;
    }
    return lastStamp;
  }

  @Override
  public void later(Duration delay, Runnable task) {
    Loop.Timer unused = loop.schedule(delay, task);
  }

  @Override
  public Keyring keys() {
    return keys;
  }

  @Override
  public Tokens tokens() {
    return tokens;
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Audits audits() {
    return audits;
  }

  @Override
  public long nanoTime() {
    return loop.nanoTime();
  }
}
