package io.krakenspot.testkit.exchange.internal.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What subscribers of one depth are told, when an event changes many levels of a side. */
final class BookViewTest {
  private static final int DEPTH = 5;
  private static final Instant TIME = Instant.EPOCH;

  private final BookModel book = new BookModel();

  private static BookChange ask(long price, long quantity) {
    return new BookChange(Side.SELL, BigDecimal.valueOf(price), BigDecimal.valueOf(quantity));
  }

  private List<BookEntry> tell(BookView view, BookChange... changes) {
    for (BookChange change : changes) {
      view.changed(change.side(), book.set(change, TIME));
    }
    return view.take().asks();
  }

  private BookView viewOfAsks(int count) {
    for (int price = 1; price <= count; price++) {
      book.set(ask(price * 10L, price), TIME);
    }
    return new BookView(book, DEPTH);
  }

  private static List<String> texts(List<BookEntry> entries) {
    return entries.stream()
        .map(
            entry ->
                entry.level().price()
                    + "x"
                    + entry.level().quantity()
                    + (entry.republished() ? "r" : ""))
        .toList();
  }

  @Test
  void republishesRightAfterARemoval() {
    BookView view = viewOfAsks(8);
    assertThat(texts(tell(view, ask(20, 0), ask(30, 9)))).containsExactly("20x0", "60x6r", "30x9");
  }

  @Test
  void saysNothingOfLevelsPushedOut() {
    BookView view = viewOfAsks(8);
    assertThat(texts(tell(view, ask(15, 1)))).containsExactly("15x1");
    assertThat(texts(tell(view, ask(50, 3)))).isEmpty();
    assertThat(texts(tell(view, ask(15, 0)))).containsExactly("15x0", "50x3r");
  }

  @Test
  void tellsOfAChangeToWhatTheSameEventPushedOut() {
    BookView view = viewOfAsks(8);
    assertThat(texts(tell(view, ask(15, 1), ask(50, 0), ask(15, 0))))
        .containsExactly("15x1", "50x0", "15x0", "60x6r");
  }

  @Test
  void publishesEverythingWhileTheBookIsThin() {
    BookView view = viewOfAsks(2);
    assertThat(texts(tell(view, ask(90, 1), ask(10, 0)))).containsExactly("90x1", "10x0");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void clientsThatCutEarlyOrLateHoldTheBestLevels(long seed) {
    Random random = new Random(seed);
    BookView view = viewOfAsks(8);
    Follower early = new Follower(view.asks(), true);
    Follower late = new Follower(view.asks(), false);
    for (int event = 0; event < 5000; event++) {
      List<BookChange> changes = new ArrayList<>();
      for (int change = random.nextInt(6); change >= 0; change--) {
        changes.add(ask(1 + random.nextInt(14), Math.max(0, random.nextInt(9) - 4)));
      }
      List<BookEntry> entries = tell(view, changes.toArray(BookChange[]::new));
      assertThat(early.follow(entries)).isEqualTo(best());
      assertThat(late.follow(entries)).isEqualTo(best());
    }
  }

  private List<String> best() {
    return book.top(Side.SELL, DEPTH).stream()
        .map(level -> level.price() + "x" + level.quantity())
        .toList();
  }

  /** A client that cuts to the depth after each level, or after each message. */
  private static final class Follower {
    private final TreeMap<BigDecimal, BigDecimal> levels = new TreeMap<>();
    private final boolean early;

    Follower(List<Level> snapshot, boolean early) {
      snapshot.forEach(level -> levels.put(level.price(), level.quantity()));
      this.early = early;
    }

    List<String> follow(List<BookEntry> entries) {
      for (BookEntry entry : entries) {
        if (entry.level().gone()) {
          levels.remove(entry.level().price());
        } else {
          levels.put(entry.level().price(), entry.level().quantity());
        }
        cut(early);
      }
      cut(true);
      return levels.entrySet().stream().map(one -> one.getKey() + "x" + one.getValue()).toList();
    }

    private void cut(boolean now) {
      while (now && levels.size() > DEPTH) {
        levels.pollLastEntry();
      }
    }
  }
}
