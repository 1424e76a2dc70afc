package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Move;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books when something goes wrong: live and right, or not shown. */
abstract class BookFaultCases extends MarketDataCase {
  private static final List<Pair> PAIRS = List.of(BTC, ETH, DOGE, Pair.of("RARE/EUR"));
  private static final List<Depth> DEPTHS = List.of(Depth.values());

  @Test
  @DisplayName("MD-50 a wrong checksum withholds that pair alone until a new snapshot")
  void wrongChecksum() {
    BookProbe books = probe(Depth.D25, List.of(BTC, ETH));

    exchange().corruptNextChecksum(BTC);
    world.step(BTC, Move.SWEEP);

    assertThat(counted(Entry.CORRUPTED_CHECKSUMS)).isOne();
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    assertThat(books.kindsOf(ETH)).containsExactly(Kind.ACCEPTED);
    assertThat(reason(books)).contains("checksum").containsPattern("[0-9]{6,}");
    assertThat(counters().checksumsMismatched()).isOne();
    world.step(BTC, 30);
    world.step(ETH, 30);
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(books.shown(ETH)).isGreaterThan(1);
    assertThat(counters().checksumsMismatched()).isOne();
  }

  private static String reason(BookProbe books) {
    return books.happenings().stream()
        .filter(event -> event.kind() == Kind.RESYNCING)
        .map(SubscriptionEvent::detail)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Depth.class)
  @DisplayName("MD-51 an update that was lost is noticed with the next one")
  void skippedUpdate(Depth depth) {
    BookProbe books = probe(depth, BTC);

    exchange().skipNextUpdate(BTC);
    world.step(BTC, Move.SWEEP);
    assertThat(counted(Entry.SKIPPED_UPDATES)).isOne();
    int shown = books.shown(BTC);
    world.step(BTC, Move.SWEEP);

    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    assertThat(books.shown(BTC)).as("only the new snapshot").isEqualTo(shown + 1);
    world.step(BTC, 30);
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-52 a book that is always wrong is asked for at most ten times a minute")
  void wrongForEver() {
    BookProbe books = probe(Depth.D10, List.of(BTC, ETH));
    long before = counted(Entry.SUBSCRIPTIONS);

    for (int second = 0; second < 60; second++) {
      exchange().corruptNextChecksum(BTC);
      world.step(BTC, Move.SWEEP);
      world.step(ETH, 1);
      world.advance(Duration.ofSeconds(1));
    }

    assertThat(counted(Entry.SUBSCRIPTIONS) - before).isBetween(3L, 10L);
    books.assertLive(ETH);
    assertThat(transport().dials()).isOne();
    exchange().step(BTC, Move.SWEEP); // uses up the last wrong one
    world.advance(RECOVERY);
    world.step(BTC, 10);
    world.advance(RECOVERY);
    world.step(BTC, 10);
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-53 while a book is withheld it shows no level")
  void withheld() {
    BookProbe books = probe(Depth.D10, BTC);
    exchange().refuseSubscriptions("Exceeded msg rate");

    exchange().corruptNextChecksum(BTC);
    world.step(BTC, Move.SWEEP);

    assertThat(books.state(BTC)).isEqualTo(BookState.RESYNCING);
    assertThat(books.levelsShown(BTC)).isZero();
    int shown = books.shown(BTC);
    world.step(BTC, 20);
    assertThat(books.shown(BTC)).isEqualTo(shown);
    exchange().refuseSubscriptions(null);
    world.advance(RECOVERY);
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-54 a snapshot that does not come is asked for again within ten seconds")
  void lostSnapshot() {
    exchange().silence(BTC, true);
    BookProbe books = new BookProbe(exchange());
    market().books(Depth.D10, List.of(BTC, ETH), books);
    world.run();
    world.step(BTC, 5);
    assertThat(books.shown(BTC)).as("acknowledged but silent").isZero();

    exchange().silence(BTC, false);
    world.step(BTC, 5);
    assertThat(books.shown(BTC)).as("updates before any snapshot").isZero();
    world.advance(Duration.ofSeconds(11));

    assertThat(books.kindsOf(BTC)).contains(Kind.RESYNCING);
    books.assertLive(BTC);
    assertThat(books.kindsOf(ETH)).containsExactly(Kind.ACCEPTED);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Depth.class)
  @DisplayName("MD-55 a truncated update withholds the book or is noticed with the next one")
  void truncatedUpdate(Depth depth) {
    BookProbe books = probe(depth, List.of(BTC, ETH));

    transport().tamperOnce("book", text -> text.substring(0, text.length() * 2 / 3));
    world.step(BTC, Move.SWEEP);

    assertThat(counters().malformed()).isOne();
    assertThat(connection.malformed).hasSize(1);
    world.step(BTC, 30);
    world.step(ETH, 30);
    assertThat(books.kindsOf(BTC)).contains(Kind.RESYNCING);
    books.assertLive(BTC);
    books.assertLive(ETH);
  }

  @Test
  @DisplayName("MD-56 a truncated snapshot is asked for again")
  void truncatedSnapshot() {
    soon(client.connect());
    transport().tamperOnce("\"as\"", text -> text.substring(0, text.length() / 2));
    transport().tamperOnce("\"snapshot\",\"data\"", text -> text.substring(0, text.length() / 2));
    BookProbe books = new BookProbe(exchange());
    market().books(Depth.D25, List.of(BTC), books);
    world.run();
    assertThat(counters().malformed()).isOne();

    world.advance(RECOVERY);

    world.step(BTC, 20);
    books.assertLive(BTC);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  @DisplayName("MD-57 whatever goes wrong, no wrong book is shown, and in the end all are live")
  void faultsByChance(long seed) {
    open(seed);
    Random chance = new Random(seed);
    BookProbe books = probe(DEPTHS.get(chance.nextInt(DEPTHS.size())), PAIRS);

    for (int round = 0; round < 300; round++) {
      Pair pair = PAIRS.get(chance.nextInt(PAIRS.size()));
      mayGoWrong(chance, pair);
      world.step(pair, 1 + chance.nextInt(4));
      world.advance(Duration.ofMillis(chance.nextInt(400)));
    }
    heal();

    PAIRS.forEach(pair -> world.step(pair, 20));
    PAIRS.forEach(books::assertLive);
    assertThat(books.kinds()).contains(Kind.RESYNCING);
  }

  private void mayGoWrong(Random chance, Pair pair) {
    switch (chance.nextInt(30)) {
      case 0 -> exchange().corruptNextChecksum(pair);
      case 1 -> exchange().skipNextUpdate(pair);
      case 2 -> transport().tamperOnce("book", text -> text.substring(0, text.length() / 2));
      case 3 -> exchange().connections().forEach(one -> one.mute(chance.nextBoolean()));
      case 4 -> transport().cutAfter(chance.nextInt(10));
      case 5 -> exchange().requestLimit(1 + chance.nextInt(5));
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

  /** What is wrong with one level of a frame, in either version's words. */
  enum WrongLevel {
    CROSSED("(\"(?:b|bs|bids)\":\\[(?:\\{\"price\":|\\[\"))[0-9.]+", "$1900000000"),
    NEGATIVE_QUANTITY("(\"qty\":|\\[\"[0-9.]+\",\")(?=[0-9.]*[1-9])", "$1-");

    private final Pattern good;
    private final String wrong;

    WrongLevel(String good, String wrong) {
      this.good = Pattern.compile(good);
      this.wrong = wrong;
    }

    String in(String frame) {
      Matcher level = good.matcher(frame);
      assertThat(level.find()).as("a level in %s", frame).isTrue();
      return level.replaceFirst(wrong);
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("MD-58 (B7) a snapshot that is crossed, or has a negative quantity, is not shown")
  void impossibleSnapshot(WrongLevel level) {
    soon(client.connect());
    transport().tamperOnce("\"as\"", level::in);
    transport().tamperOnce("\"snapshot\",\"data\"", level::in);
    BookProbe books = new BookProbe(exchange());
    market().books(Depth.D10, List.of(BTC), books);

    world.run();
    assertThat(books.kindsOf(BTC)).as("told").contains(Kind.RESYNCING);
    world.advance(RECOVERY);
    world.step(BTC, 20);

    books.assertLive(BTC);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName(
      "MD-59 (B7) an update that crosses the book, or has a negative quantity, withholds it")
  void impossibleUpdate(WrongLevel level) {
    BookProbe books = probe(Depth.D10, List.of(BTC, ETH));
    transport().tamperOnce("book", level::in);
    world.step(BTC, Move.SWEEP);

    assertThat(books.kindsOf(BTC)).contains(Kind.RESYNCING);
    world.advance(RECOVERY);
    world.step(BTC, 20);

    books.assertLive(BTC);
    assertThat(books.kindsOf(ETH)).containsExactly(Kind.ACCEPTED);
  }
}
