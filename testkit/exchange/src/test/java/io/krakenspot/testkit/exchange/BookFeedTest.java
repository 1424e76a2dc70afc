package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A naive client that follows the updates holds the true book, whatever its depth and version. */
final class BookFeedTest {
  private static final int STEPS = 2000;

  @ParameterizedTest(name = "{0} seed {1} depth {2}")
  @CsvSource({
    "BTC/USD, 1, 10", "BTC/USD, 2, 25", "BTC/USD, 3, 100", "BTC/USD, 4, 1000",
    "RARE/EUR, 5, 10", "RARE/EUR, 6, 25", "DOGE/USD, 7, 10", "ADA/BTC, 8, 25",
    "SHIB/USD, 9, 10", "BONK/USD, 10, 25", "ETH/USD, 11, 10", "TSLAx/USD, 12, 10"
  })
  void checksumsHoldAfterEveryMessageOfBothVersions(String symbol, long seed, int depth) {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).seed(seed).eventsPerSecond(0).open();
    Pair pair = Pair.of(symbol);
    TestClient v1 = new TestClient(exchange, loop, Path.V1_PUBLIC);
    TestClient v2 = new TestClient(exchange, loop, Path.V2_PUBLIC);
    v1.send(
        "{'event':'subscribe','pair':['%s'],'subscription':{'name':'book','depth':%d}}"
            .formatted(symbol, depth));
    v2.send(
        "{'method':'subscribe','params':{'channel':'book','symbol':['%s'],'depth':%d}}"
            .formatted(symbol, depth));
    NaiveBook v1Book = new NaiveBook(depth, seed % 2 == 0);
    NaiveBook v2Book = new NaiveBook(depth, seed % 2 == 1);

    for (int step = 0; step < STEPS; step++) {
      exchange.step(pair);
      loop.run();
      v1.frames().stream().filter(JsonNode::isArray).forEach(frame -> follow(v1Book, frame));
      v2.frames().stream()
          .filter(frame -> frame.path("channel").asText().equals("book"))
          .forEach(frame -> assertThat(v2Book.applyV2(frame)).isEqualTo(v2Book.checksum()));
      if (step % 25 == 0) {
        MarketBook truth = exchange.book(pair, depth);
        assertThat(v1Book.book()).isEqualTo(truth);
        assertThat(v2Book.book()).isEqualTo(truth);
      }
    }

    assertThat(v1Book.twoSided()).isPositive();
    assertThat(v2Book.twoSided()).isPositive();
    if (depth < 100 && !symbol.startsWith("RARE")) {
      assertThat(v1Book.republished()).isPositive();
    }
  }

  private static void follow(NaiveBook book, JsonNode frame) {
    long checksum = book.applyV1(frame);
    assertThat(checksum).isIn(-1L, book.checksum());
  }
}
