package io.krakenspot.testkit.chaos;

import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.ConnectionAttempt;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A run of chance. Rounds follow each other: for some seconds faults strike while clients listen
 * and trade; then all faults end, and once the clients have recovered, and 5 s of quiet have
 * passed, everything they told is compared with the exchange's ledger.
 *
 * <p>Invariants: I1 every order is known as it is; I2 no ghosts; I3 no order is placed twice; I4
 * every fill is told once; I5 every book that is shown was published; I6 trades rise by one, or a
 * gap was told; I7 attempts to connect stay within Kraken's rule; I8 every command has one fate,
 * which the ledger confirms; I9 no secret is told; I11 what is owned is told, where the version
 * tells of it. I10, that nothing is left behind, is for the caller to see.
 *
 * <pre>{@code
 * var chaos = new Chaos(exchange, time, 7);
 * chaos.join(new ChaosAccount("v2", key, secret, builder, tokens));
 * System.out.println(chaos.run(Duration.ofMinutes(2)));
 * }</pre>
 *
 * <p>For one thread.
 */
public final class Chaos {
  /** What is listened to and traded. */
  public static final List<Pair> PAIRS =
      List.of(Pair.of("BTC/USD"), Pair.of("ETH/USD"), Pair.of("DOGE/USD"), Pair.of("XRP/USD"));

  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Who was refused with 429 again and again may wait for ten minutes, as a ban lasts. */
  private static final Duration BAN_PATIENCE = Duration.ofMinutes(12);

  private static final int TOO_MANY = 429;
  private static final int MOST_BROKEN = 100;
  private static final int MORE_THAN_A_LINK_TAKES = 17;
  private static final double EVENTS_PER_SECOND = 5;
  private static final List<Move> MOVES = List.of(Move.RESIZE, Move.TAKE);

  private final Exchange exchange;
  private final ChaosTime time;
  private final long seed;
  private final Random random;
  private final List<ChaosClient> clients = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private Consumer<String> log = line -> {};
  private int quietPoints;
  private int links;
  private long longestRecovery;

  /**
   * Prepares a run.
   *
   * @param exchange that misbehaves; its market moves only as the run says
   * @param time of the run
   * @param seed where chance begins
   */
  public Chaos(Exchange exchange, ChaosTime time, long seed) {
    this.exchange = exchange;
    this.time = time;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /**
   * Adds a client.
   *
   * @param account who it trades for
   */
  public void join(ChaosAccount account) {
    keys.add(account.key());
    clients.add(new ChaosClient(exchange, PAIRS, account, new Random(random.nextLong())));
  }

  /**
   * Tells of each fault and each quiet point.
   *
   * @param line hears a line for people
   */
  public void log(Consumer<String> line) {
    log = line;
  }

  /**
   * Runs, and closes the clients.
   *
   * @param length the last round begins before it is over
   * @return what happened
   */
  public ChaosReport run(Duration length) {
    int oversize = time.exact() ? 1 : MORE_THAN_A_LINK_TAKES;
    ChaosFaults faults = new ChaosFaults(exchange, PAIRS, keys, oversize, random);
    long begin = time.nanoTime();
    clients.forEach(ChaosClient::open);
    quiet(begin);
    links = ready();
    while (!time.over() && broken.isEmpty() && time.nanoTime() - begin < length.toNanos()) {
      storm(faults);
      quiet(time.nanoTime());
    }
    clients.forEach(ChaosClient::close);
    time.pass(TICK);
    List<ConnectionAttempt> attempts = exchange.door().attempts();
    broken.addAll(ConnectRule.of(time).broken(attempts));
    clients.forEach(client -> broken.addAll(client.journal().broken()));
    return report(faults.counts(), Duration.ofNanos(time.nanoTime() - begin));
  }

  private void storm(ChaosFaults faults) {
    exchange.eventsPerSecond(EVENTS_PER_SECOND);
    long settled = 0;
    for (int strikes = 2 + random.nextInt(5); strikes > 0 && !time.over(); strikes--) {
      String fault = faults.strike();
      log.accept(fault);
      if (fault.startsWith("maintenance")) {
        settled = time.nanoTime() + ChaosFaults.MAINTENANCE.toNanos();
      }
      trade(1 + random.nextInt(16));
    }
    while (time.nanoTime() < settled && !time.over()) {
      trade(1);
    }
    faults.heal();
  }

  private void trade(int ticks) {
    for (int tick = 0; tick < ticks && !time.over(); tick++) {
      for (ChaosClient client : clients) {
        if (random.nextInt(3) == 0) {
          client.trader().trade();
        }
      }
      time.pass(TICK);
    }
  }

  /** Waits until all is as it should be, with a little going on so that what is lost is missed. */
  private void quiet(long from) {
    exchange.eventsPerSecond(0);
    List<String> differences = differences();
    for (int poll = 0; !differences.isEmpty() && !time.over(); poll++) {
      if (time.nanoTime() - from > patience().toNanos()) {
        breaks(differences);
        return;
      }
      if (poll % 8 == 0) {
        clients.forEach(client -> client.trader().take());
      }
      PAIRS.forEach(pair -> MOVES.forEach(move -> exchange.step(pair, move)));
      time.pass(POLL);
      differences = differences();
    }
    if (time.over()) {
      return;
    }
    longestRecovery = Math.max(longestRecovery, time.nanoTime() - from);
    time.pass(QUIET);
    breaks(differences());
    quietPoints++;
    log.accept("quiet point " + quietPoints);
    for (ChaosClient client : clients) {
      client.trader().forget().forEach(client.journal()::text);
    }
  }

  private Duration patience() {
    boolean banned =
        exchange.door().attempts().stream().anyMatch(attempt -> attempt.status() == TOO_MANY);
    return banned ? BAN_PATIENCE : PATIENCE;
  }

  private List<String> differences() {
    clients.forEach(ChaosClient::ask);
    time.pass(TICK);
    return clients.stream().flatMap(client -> client.differences().stream()).toList();
  }

  private void breaks(List<String> what) {
    what.stream().limit(Math.max(0, MOST_BROKEN - broken.size())).forEach(broken::add);
  }

  private int ready() {
    return clients.stream().mapToInt(client -> client.journal().ready()).sum();
  }

  private ChaosReport report(Map<String, Integer> faults, Duration length) {
    Map<String, Integer> fates = new TreeMap<>();
    clients.forEach(
        client -> client.trader().fates().forEach((fate, n) -> fates.merge(fate, n, Integer::sum)));
    return new ChaosReport(
        seed,
        length,
        quietPoints,
        ready() - links,
        faults,
        clients.stream().mapToInt(client -> client.trader().commands()).sum(),
        fates,
        journals().mapToInt(journal -> journal.fills().size()).sum(),
        journals().mapToLong(ChaosJournal::booksShown).sum(),
        journals().mapToLong(ChaosJournal::trades).sum(),
        ConnectRule.most(exchange.door().attempts()),
        Duration.ofNanos(longestRecovery),
        broken);
  }

  private Stream<ChaosJournal> journals() {
    return clients.stream().map(ChaosClient::journal);
  }
}
