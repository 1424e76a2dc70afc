package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the exchange does wrong when it is told to. */
final class FaultsTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final String BOOK =
      "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD']}}";
  private static final String V1_BOOK =
      "{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}";

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).seed(3).eventsPerSecond(0).open();
  private final TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);

  private NaiveBook follow() {
    NaiveBook book = new NaiveBook(10, false);
    List<String> answers = client.ask(BOOK);
    book.applyV2(Wire.read(answers.get(1)));
    return book;
  }

  private JsonNode sweep() {
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    return client.frames().get(0);
  }

  @Test
  void aWrongChecksumIsWrongOnceForBothVersions() {
    NaiveBook book = follow();
    TestClient v1 = new TestClient(exchange, loop, Path.V1_PUBLIC);
    NaiveBook v1Book = new NaiveBook(10, false);
    v1Book.applyV1(Wire.read(v1.ask(V1_BOOK).get(1)));

    exchange.corruptNextChecksum(BITCOIN);
    assertThat(book.applyV2(sweep())).isNotEqualTo(book.checksum());
    assertThat(v1Book.applyV1(v1.frames().get(0))).isNotEqualTo(v1Book.checksum());
    assertThat(book.applyV2(sweep())).isEqualTo(book.checksum());
    assertThat(v1Book.applyV1(v1.frames().get(0))).isEqualTo(v1Book.checksum());
    assertThat(exchange.ledger().count(Entry.CORRUPTED_CHECKSUMS)).isOne();
  }

  @Test
  void aSkippedUpdateShowsInTheNextChecksum() {
    NaiveBook book = follow();
    exchange.skipNextUpdate(BITCOIN);
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    assertThat(client.texts()).isEmpty();
    assertThat(exchange.ledger().count(Entry.SKIPPED_UPDATES)).isOne();

    assertThat(book.applyV2(sweep())).isNotEqualTo(book.checksum());

    client.send(BOOK.replace("subscribe", "unsubscribe"));
    NaiveBook again = follow();
    assertThat(again.applyV2(sweep())).isEqualTo(again.checksum());
  }

  @Test
  void aFaultWaitsUntilSomebodyWouldSeeIt() {
    exchange.corruptNextChecksum(BITCOIN);
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    NaiveBook book = follow();
    assertThat(book.applyV2(sweep())).isNotEqualTo(book.checksum());
  }

  @Test
  void aSilentPairIsAcknowledgedAndNothingElse() {
    exchange.silence(BITCOIN, true);
    loop.run();
    assertThat(client.ask(BOOK)).hasSize(1);
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    assertThat(client.texts()).isEmpty();
    exchange.silence(BITCOIN, false);
    assertThat(sweep().get("channel").asText()).isEqualTo("book");
  }

  @Test
  void aMuteConnectionStillListens() {
    client.connection().mute(true);
    assertThat(client.ask(BOOK)).isEmpty();
    assertThat(exchange.ledger().count(Entry.SUBSCRIPTIONS)).isOne();
    client.connection().mute(false);
    assertThat(sweep().get("channel").asText()).isEqualTo("book");
  }

  @Test
  void aHalfOpenConnectionPassesNothingAndStays() {
    client.send(BOOK);
    client.connection().halfOpen(true);
    assertThat(client.ask("{'method':'ping'}")).isEmpty();
    loop.advance(Duration.ofMinutes(3));
    assertThat(client.texts()).isEmpty();
    assertThat(client.closes()).isZero();
    assertThat(exchange.connections()).hasSize(1);
  }

  @Test
  void droppedConnectionsHearNothingMore() {
    client.send(BOOK);
    client.texts();
    exchange.dropConnections();
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    assertThat(client.closes()).isOne();
    assertThat(client.texts()).isEmpty();
    assertThat(exchange.connections()).isEmpty();
  }

  @Test
  void saysRawTextToOneVersion() {
    TestClient v1 = new TestClient(exchange, loop, Path.V1_PUBLIC);
    v1.texts();
    client.texts();
    exchange.sendRaw(Version.V2, "CloudFlare WebSocket proxy restarting");
    loop.run();
    assertThat(client.texts()).containsExactly("CloudFlare WebSocket proxy restarting");
    assertThat(v1.texts()).isEmpty();
  }

  @Test
  void refusesSubscriptionsWithAGivenText() {
    TestClient v1 = new TestClient(exchange, loop, Path.V1_PUBLIC);
    exchange.refuseSubscriptions("EService:Unavailable");
    loop.run();
    assertThat(client.ask(BOOK))
        .singleElement()
        .asString()
        .contains(json("'error':'EService:Unavailable','symbol':'BTC/USD'"));
    assertThat(v1.ask(V1_BOOK))
        .singleElement()
        .asString()
        .contains(json("'errorMessage':'EService:Unavailable'"))
        .contains(json("'pair':'XBT/USD'"));
    exchange.refuseSubscriptions(null);
    assertThat(client.ask(BOOK)).hasSize(2);
  }

  @Test
  void refusesRequestsOverTheLimitUntilTheNextSecond() {
    exchange.requestLimit(2);
    loop.run();
    client.send("{'method':'ping'}").send("{'method':'ping'}");
    assertThat(client.ask("{'method':'ping','req_id':3}"))
        .singleElement()
        .asString()
        .contains("Exceeded msg rate")
        .contains("\"req_id\":3");
    loop.advance(Duration.ofSeconds(1));
    assertThat(client.ask("{'method':'ping'}")).singleElement().asString().contains("pong");
  }
}
