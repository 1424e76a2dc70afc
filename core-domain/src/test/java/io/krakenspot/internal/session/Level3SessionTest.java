package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of level 3 is the session's own; how its books behave is in the market-data contract. */
class Level3SessionTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");

  private final ScriptedTransport transport = new ScriptedTransport();
  private final KrakenClient client =
      KrakenClient.builder()
          .protocol(new WordProtocol())
          .transport(transport)
          .tokenSource(() -> CompletableFuture.completedFuture(new Token("a token")))
          .build();
  private final Heard heard = new Heard();

  private void subscribe(MarketData marketData, Level3Depth depth) {
    marketData.level3(depth, List.of(BTC, ETH), heard);
    transport.loop.run();
    transport.last().open();
    transport.last().say("ack 1 BTC/USD", "ack 1 ETH/USD");
    transport.last().say("orders BTC/USD 11 10", "orders ETH/USD 11 10");
    transport.last().take();
  }

  @Test
  void resynchronisesOnlyTheBookThatWasWrong() {
    subscribe(client.marketData(), Level3Depth.D10);
    transport.last().say("disorder BTC/USD");

    assertThat(transport.last().take())
        .containsExactly("unsub 2 level3 BTC/USD", "sub 3 level3 BTC/USD");
    assertThat(heard.kinds).endsWith(Kind.RESYNCING);
    assertThat(heard.books.get(0).state()).isEqualTo(BookState.RESYNCING);
    transport.last().say("order BTC/USD 12 9", "ack 3 BTC/USD", "orders BTC/USD 12 11");
    assertThat(heard.books).hasSize(3);
    assertThat(heard.books.get(0).state()).isEqualTo(BookState.LIVE);
  }

  @Test
  void aFrameThatCannotBeReadWithholdsWhatItMayHaveBeenAbout() {
    subscribe(client.marketData(), Level3Depth.D100);
    transport.last().say("{bad level3 ETH/USD");
    assertThat(transport.last().take()).contains("sub 3 level3 ETH/USD");
    transport.last().say("ack 3 ETH/USD", "orders ETH/USD 11 10", "{bad");

    assertThat(transport.last().take())
        .filteredOn(frame -> frame.startsWith("sub"))
        .anyMatch(frame -> frame.endsWith("level3 BTC/USD"));
    assertThat(heard.books.get(0).state()).isEqualTo(BookState.RESYNCING);
  }

  @Test
  void aListenerOnAnExecutorHearsTheNewestOfEachPairAsACopy() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    subscribe(client.marketData().on(tasks::add), Level3Depth.D10);
    transport.last().say("order BTC/USD 12 9");
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
    transport.last().say("disorder BTC/USD");

    assertThat(heard.books).extracting(Level3Book::pair).containsExactlyInAnyOrder(BTC, ETH);
    assertThat(heard.books)
        .filteredOn(book -> book.pair().equals(BTC))
        .allSatisfy(book -> assertThat(book.asks().size()).isEqualTo(2));
  }

  @Test
  void opensAnotherLinkForMoreThanTwoHundredPairs() {
    client.marketData().level3(Level3Depth.D10, pairs(0, 150), heard);
    transport.loop.run();
    assertThat(transport.links).hasSize(1);

    client.marketData().level3(Level3Depth.D10, pairs(100, 201), heard);
    transport.loop.run();

    assertThat(transport.links).hasSize(2);
    transport.last().open();
    assertThat(transport.last().take()).containsExactly("sub 1 level3 T200/USD");
  }

  private static List<Pair> pairs(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> Pair.of("T" + number + "/USD")).toList();
  }

  private static final class Heard implements Listener<Level3Book> {
    private final List<Level3Book> books = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    @Override
    public void on(Level3Book book) {
      books.add(book);
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      kinds.add(event.kind());
    }
  }
}
