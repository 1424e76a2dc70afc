package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The exchange proves what it published. */
final class BookHistoryTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).seed(3).eventsPerSecond(0).open();
  private final BookHistory history = exchange.history();

  private void sweep() {
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
  }

  @Test
  void everyBookThatAClientFollowsWasPublishedWithItsChecksum() {
    TestClient v2 = new TestClient(exchange, loop, Path.V2_PUBLIC);
    TestClient v1 = new TestClient(exchange, loop, Path.V1_PUBLIC);
    v2.texts();
    v1.texts();
    NaiveBook book = new NaiveBook(10, false);
    book.applyV2(
        Wire.read(
            v2.ask("{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD']}}")
                .get(1)));
    v1.ask("{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}");
    long version = history.find(BITCOIN, book.book()).orElseThrow().version();
    int followed = 0;
    for (int step = 0; step < 300; step++) {
      exchange.step(BITCOIN);
      loop.run();
      List<JsonNode> frames = v2.frames();
      List<JsonNode> older = v1.frames();
      if (frames.isEmpty()) {
        continue;
      }
      long checksum = book.applyV2(frames.get(0));
      PublishedBook published = history.find(BITCOIN, book.book()).orElseThrow();
      assertThat(published.checksum(Version.V2)).isEqualTo(checksum);
      JsonNode v1Frame = older.get(0);
      String v1Checksum = v1Frame.get(v1Frame.size() - 3).get("c").asText();
      assertThat(Long.toString(published.checksum(Version.V1))).isEqualTo(v1Checksum);
      assertThat(published.version()).isEqualTo(++version);
      followed++;
    }
    assertThat(followed).isGreaterThan(30);
  }

  @Test
  void aBookThatWasNeverPublishedIsNotFound() {
    MarketBook real = exchange.book(BITCOIN);
    List<BookLevel> bids = new ArrayList<>(real.bids());
    BookLevel last = bids.get(9);
    bids.set(9, new BookLevel(last.price(), last.quantity().add(new BigDecimal("0.00000001"))));
    assertThat(history.find(BITCOIN, new MarketBook(bids, real.asks()))).isEmpty();
    assertThat(history.find(BITCOIN, new MarketBook(real.asks(), real.bids()))).isEmpty();
    assertThat(history.find(BITCOIN, new MarketBook(List.of(), List.of()))).isEmpty();
    assertThat(history.find(BITCOIN, real)).isPresent();
    assertThat(history.versions(Pair.of("NO/PE"))).isEmpty();
  }

  @Test
  void comparesByValueAndLooksAtTenLevels() {
    MarketBook deeper = exchange.book(BITCOIN, 25);
    List<BookLevel> longer =
        deeper.bids().stream()
            .map(one -> new BookLevel(one.price().setScale(9), one.quantity().setScale(12)))
            .toList();
    assertThat(history.find(BITCOIN, new MarketBook(longer, deeper.asks()))).isPresent();
  }

  @Test
  void keepsTheTruthWhateverFaultsDo() {
    MarketBook before = exchange.book(BITCOIN);
    exchange.silence(BITCOIN, true);
    sweep();
    exchange.silence(BITCOIN, false);
    exchange.skipNextUpdate(BITCOIN);
    sweep();
    assertThat(history.find(BITCOIN, before).orElseThrow().version()).isZero();
    assertThat(history.find(BITCOIN, exchange.book(BITCOIN)).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void forgetsTheOldest() {
    for (int step = 0; step < 10_050; step++) {
      exchange.step(BITCOIN, Move.SWEEP);
    }
    loop.run();
    List<Long> versions = history.versions(BITCOIN).stream().map(PublishedBook::version).toList();
    assertThat(versions)
        .hasSize(10_000)
        .isEqualTo(LongStream.rangeClosed(51, 10_050).boxed().collect(Collectors.toList()));
  }
}
