package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.testkit.exchange.FrameFault;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Move;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of orders when something goes wrong: live and right, or not shown. */
abstract class Level3FaultCases extends Level3Case {
  private static final String CHANNEL = "\"level3\"";
  private static final List<Pair> PAIRS = List.of(BTC, ETH, DOGE, RARE);
  private static final List<Level3Depth> DEPTHS = List.of(Level3Depth.values());
  private static final LinkClosed UNAVAILABLE =
      new LinkClosed(LinkClosed.Kind.REFUSED, 503, "503 for now", null);

  @ParameterizedTest(name = "{0}")
  @EnumSource(Level3Depth.class)
  @DisplayName("MD-160 a wrong checksum withholds that pair alone until a new snapshot")
  void wrongChecksum(Level3Depth depth) {
    Level3Probe books = orders(depth, BTC, ETH);

    exchange().corruptNextChecksum(BTC);
    world.step(BTC, Move.SWEEP);

    assertThat(counted(Entry.CORRUPTED_CHECKSUMS)).isOne();
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    assertThat(reason(books)).contains("checksum").containsPattern("[0-9]{6,}");
    assertThat(counters().checksumsMismatched()).isOne();
    assertRecovered(books);
    assertThat(counters().checksumsMismatched()).isOne();
  }

  private static String reason(Level3Probe books) {
    return books.happenings().stream()
        .filter(event -> event.kind() == Kind.RESYNCING)
        .map(SubscriptionEvent::detail)
        .findFirst()
        .orElse("");
  }

  /** Both are live and right, and nothing was told of the other. */
  private void assertRecovered(Level3Probe books) {
    assertThat(books.kindsOf(ETH)).containsExactly(Kind.ACCEPTED);
    assertBothLive(books);
  }

  private void assertBothLive(Level3Probe books) {
    world.advance(ASKING);
    world.step(BTC, 30);
    world.step(ETH, 30);
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(books.shown(ETH)).isGreaterThan(1);
    assertThat(transport().dials()).isOne();
  }

  @Test
  @DisplayName("MD-161 a snapshot with a wrong checksum is not shown, and asked for again")
  void wrongSnapshot() {
    exchange().corruptNextSnapshot(BTC);
    Level3Probe books = new Level3Probe(exchange());
    market().level3(Level3Depth.D10, List.of(BTC, ETH), books);
    world.run();

    assertThat(counted(Entry.CORRUPTED_CHECKSUMS)).isOne();
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    assertThat(books.shown(BTC)).as("only the second snapshot").isOne();
    assertRecovered(books);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Level3Depth.class)
  @DisplayName("MD-162 an update of orders that was lost is noticed with the next one")
  void skippedUpdate(Level3Depth depth) {
    Level3Probe books = orders(depth, BTC, ETH);

    exchange().skipNextUpdate(BTC);
    world.step(BTC, Move.SWEEP);
    assertThat(counted(Entry.SKIPPED_UPDATES)).isOne();
    int shown = books.shown(BTC);
    world.step(BTC, Move.SWEEP);
    world.advance(ASKING);

    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    assertThat(books.shown(BTC)).as("only the new snapshot").isEqualTo(shown + 1);
    assertRecovered(books);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = FrameFault.class,
      names = {"SKIP", "REORDER", "TRUNCATE"})
  @DisplayName("MD-163 a frame that is lost, out of order or cut short withholds that pair alone")
  void frameFaults(FrameFault fault) {
    Level3Probe books = orders(Level3Depth.D10, BTC, ETH);

    exchange().links().next(fault, "level3", BTC);
    world.step(BTC, Move.SWEEP);
    world.step(BTC, Move.SWEEP);

    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    assertRecovered(books);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = FrameFault.class,
      names = {"DUPLICATE", "UNKNOWN_FIELDS"})
  @DisplayName("MD-164 a frame that comes twice, or with more than is known, never shows it wrong")
  void harmlessFaults(FrameFault fault) {
    Level3Probe books = orders(Level3Depth.D10, BTC, ETH);

    exchange().links().next(fault, "level3", BTC);
    world.step(BTC, Move.SWEEP);

    assertRecovered(books);
    assertThat(counters().malformed()).isZero();
  }

  @Test
  @DisplayName("MD-165 an update before the snapshot changes nothing and is not shown")
  void updateBeforeSnapshot() {
    exchange().delayNextSnapshot(BTC, Duration.ofSeconds(2));
    Level3Probe books = new Level3Probe(exchange());
    market().level3(Level3Depth.D10, List.of(BTC, ETH), books);
    world.run();

    world.step(BTC, 20);
    assertThat(counted(Entry.BOOK_UPDATES)).isPositive();
    assertThat(books.shown(BTC)).isZero();
    world.advance(Duration.ofSeconds(2));

    assertThat(books.shown(BTC)).isOne();
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED);
    assertRecovered(books);
  }

  @Test
  @DisplayName("MD-166 a snapshot of orders that does not come is asked for within ten seconds")
  void lostSnapshot() {
    exchange().loseNextSnapshot(BTC);
    Level3Probe books = new Level3Probe(exchange());
    market().level3(Level3Depth.D10, List.of(BTC, ETH), books);
    world.run();
    world.step(BTC, 5);
    assertThat(books.shown(BTC)).as("updates without a snapshot").isZero();

    world.advance(Duration.ofSeconds(11));

    assertThat(books.kindsOf(BTC)).contains(Kind.RESYNCING);
    assertRecovered(books);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Level3Depth.class)
  @DisplayName("MD-167 an update of orders that is cut short withholds that pair alone at once")
  void truncatedUpdate(Level3Depth depth) {
    assertMalformed(depth, text -> text.substring(0, text.length() * 2 / 3));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Level3Depth.class)
  @DisplayName("MD-168 so does an update that nobody vouches for: it has no checksum")
  void withoutChecksum(Level3Depth depth) {
    assertMalformed(depth, text -> text.replaceFirst("\"checksum\":[0-9]+,", ""));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({"order_id, not_an_id", "limit_price, price", "event, happening", "timestamp, when"})
  @DisplayName("MD-169 so does one whose orders lack what every order has")
  void withoutField(String field, String instead) {
    assertMalformed(
        Level3Depth.D10, text -> text.replace("\"" + field + "\":", "\"" + instead + "\":"));
  }

  private void assertMalformed(Level3Depth depth, UnaryOperator<String> how) {
    Level3Probe books = orders(depth, BTC, ETH);
    exchange().refuseSubscriptions("EService:Unavailable");

    transport().tamperOnce(CHANNEL, how);
    world.step(BTC, Move.SWEEP);

    assertThat(counters().malformed()).isOne();
    assertThat(connection.malformed).singleElement().extracting("channel").isEqualTo("level3");
    assertThat(books.state(BTC)).isEqualTo(BookState.RESYNCING);
    assertThat(books.levelsShown(BTC)).isZero();
    assertThat(books.kindsOf(BTC)).startsWith(Kind.ACCEPTED, Kind.RESYNCING);
    exchange().refuseSubscriptions(null);
    assertRecovered(books);
  }

  @Test
  @DisplayName("MD-170 a snapshot of orders that is cut short is asked for again")
  void truncatedSnapshot() {
    transport().tamperOnce("\"snapshot\",\"data\"", text -> text.substring(0, text.length() / 2));
    Level3Probe books = new Level3Probe(exchange());
    market().level3(Level3Depth.D100, List.of(BTC, ETH), books);
    world.run();
    assertThat(counters().malformed()).isOne();

    world.advance(RECOVERY);

    assertRecovered(books);
  }

  @Test
  @DisplayName("MD-171 while it is withheld it shows no level; it is asked for ten times a minute")
  void wrongForEver() {
    Level3Probe books = orders(Level3Depth.D10, BTC, ETH);
    long before = counted(Entry.SUBSCRIPTIONS);

    for (int second = 0; second < 60; second++) {
      exchange().corruptNextChecksum(BTC);
      world.step(BTC, Move.SWEEP);
      assertThat(books.levelsShown(BTC) == 0).isEqualTo(books.state(BTC) != BookState.LIVE);
      world.step(ETH, 1);
      world.advance(Duration.ofSeconds(1));
    }

    assertThat(counted(Entry.SUBSCRIPTIONS) - before).isBetween(3L, 10L);
    books.assertLive(ETH);
    exchange().step(BTC, Move.SWEEP); // uses up the last wrong one
    world.advance(RECOVERY);
    world.step(BTC, 10);
    world.advance(RECOVERY);
    assertBothLive(books);
  }

  @Test
  @DisplayName("MD-172 while the link is away it is stale; then it is restored, and says so")
  void outage() {
    Level3Probe books = orders(Level3Depth.D100, BTC, ETH);
    transport().refuse(UNAVAILABLE);
    exchange().dropConnections();
    world.run();

    assertThat(books.state(BTC)).isEqualTo(BookState.STALE);
    assertThat(books.levelsShown(BTC)).isZero();
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED);
    world.step(BTC, 30);
    transport().accept();
    world.advance(Duration.ofSeconds(10));

    for (Pair pair : List.of(BTC, ETH)) {
      world.step(pair, 20);
      books.assertLive(pair);
      assertThat(books.kindsOf(pair))
          .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    }
  }

  @ParameterizedTest(name = "before frame {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  @DisplayName("MD-173 a cut at any frame while subscribing to orders ends with all live, once")
  void cutWhileSubscribing(long frame) {
    transport().cutAfter(frame);
    Level3Probe books = new Level3Probe(exchange());
    Subscription subscription = market().level3(Level3Depth.D10, List.of(BTC, ETH, DOGE), books);

    world.advance(Duration.ofSeconds(30));

    soon(subscription.accepted());
    for (Pair pair : List.of(BTC, ETH, DOGE)) {
      world.step(pair, 10);
      books.assertLive(pair);
      assertThat(books.kindsOf(pair)).containsOnlyOnce(Kind.ACCEPTED);
    }
    assertThat(connections()).isOne();
    assertThat(counted(Entry.REFUSALS)).isZero();
  }

  @Test
  @DisplayName("MD-174 a busy book of orders that falls silent is told once and had anew")
  void silentBook() {
    Level3Probe books = orders(Level3Depth.D10, BTC, ETH);
    for (int time = 0; time < 30; time++) {
      world.step(BTC, 2);
      world.step(ETH, 2);
      world.advance(Duration.ofMillis(250));
    }
    exchange().silence(BTC, true);
    for (int time = 0; time < 60; time++) {
      world.step(ETH, 2);
      world.advance(Duration.ofMillis(250));
    }

    assertThat(books.kindsOf(BTC)).contains(Kind.SILENT);
    assertThat(books.levelsShown(BTC)).isZero();
    exchange().silence(BTC, false);
    world.advance(Duration.ofSeconds(30));
    assertThat(books.kindsOf(BTC)).containsOnlyOnce(Kind.SILENT);
    assertBothLive(books);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  @DisplayName("MD-175 whatever goes wrong, no wrong order is shown, and in the end all are live")
  void faultsByChance(long seed) {
    open(seed);
    Random chance = new Random(seed);
    Level3Depth depth = DEPTHS.get(chance.nextInt(DEPTHS.size()));
    Level3Probe books = orders(depth, PAIRS);

    for (int round = 0; round < 300; round++) {
      Pair pair = PAIRS.get(chance.nextInt(PAIRS.size()));
      mayGoWrong(chance, pair, depth);
      world.step(pair, 1 + chance.nextInt(4));
      world.advance(Duration.ofMillis(chance.nextInt(400)));
    }
    heal();

    PAIRS.forEach(pair -> world.step(pair, 20));
    PAIRS.forEach(books::assertLive);
    assertThat(books.kinds()).contains(Kind.RESYNCING);
  }

  /** Frames out of order can be noticed only where the checksum covers every level. */
  private void mayGoWrong(Random chance, Pair pair, Level3Depth depth) {
    switch (chance.nextInt(30)) {
      case 0 -> exchange().corruptNextChecksum(pair);
      case 1 -> exchange().skipNextUpdate(pair);
      case 2 -> transport().tamperOnce(CHANNEL, text -> text.substring(0, text.length() / 2));
      case 3 -> exchange().connections().forEach(one -> one.mute(chance.nextBoolean()));
      case 4 -> transport().cutAfter(chance.nextInt(10));
      case 5 -> exchange().requestLimit(1 + chance.nextInt(5));
      case 6 -> exchange().expireTokens();
      case 7 ->
          exchange()
              .links()
              .next(
                  depth == Level3Depth.D10 ? FrameFault.REORDER : FrameFault.UNKNOWN_FIELDS,
                  "level3",
                  pair);
      case 8 -> exchange().links().next(FrameFault.DUPLICATE, "level3", pair);
      default -> {}
    }
  }

  /** Faults that wait for their chance get it, then nothing goes wrong any more. */
  private void heal() {
    exchange().requestLimit(Integer.MAX_VALUE);
    exchange().connections().forEach(one -> one.mute(false));
    for (int time = 0; time < 6; time++) {
      PAIRS.forEach(pair -> world.step(pair, 20));
      world.advance(RECOVERY);
    }
  }
}
