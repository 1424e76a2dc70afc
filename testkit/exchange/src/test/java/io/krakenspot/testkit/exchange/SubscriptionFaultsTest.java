package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong when somebody subscribes. */
final class SubscriptionFaultsTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).seed(3).eventsPerSecond(0).open();

  private TestClient client(Version version) {
    TestClient client =
        new TestClient(exchange, loop, version == Version.V1 ? Path.V1_PUBLIC : Path.V2_PUBLIC);
    client.texts();
    return client;
  }

  private static String book(Version version) {
    return version == Version.V1
        ? "{'event':'subscribe','pair':['XBT/USD'],'subscription':{'name':'book'}}"
        : "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD']}}";
  }

  private int sweep(TestClient client) {
    exchange.step(BITCOIN, Move.SWEEP);
    loop.run();
    return client.texts().size();
  }

  @ParameterizedTest
  @EnumSource
  void acknowledgesTwice(Version version) {
    exchange.duplicateAcknowledgements(1);
    loop.run();
    List<String> answers = client(version).ask(book(version));
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    assertThat(client(version).ask(book(version))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void ignoresRequests(Version version) {
    exchange.ignoreSubscriptions(1);
    loop.run();
    TestClient client = client(version);
    assertThat(client.ask(book(version))).isEmpty();
    assertThat(sweep(client)).isZero();
    assertThat(client.ask(book(version))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void losesASnapshotAndNotTheUpdates(Version version) {
    exchange.loseNextSnapshot(BITCOIN);
    loop.run();
    TestClient client = client(version);
    assertThat(client.ask(book(version))).hasSize(1);
    assertThat(sweep(client)).isOne();
    assertThat(client(version).ask(book(version))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void sendsASnapshotAfterUpdates(Version version) {
    exchange.delayNextSnapshot(BITCOIN, Duration.ofMillis(900));
    loop.run();
    TestClient client = client(version);
    assertThat(client.ask(book(version))).hasSize(1);
    assertThat(sweep(client)).isOne();
    loop.advance(Duration.ofMillis(899));
    assertThat(client.texts()).isEmpty();
    loop.advance(Duration.ofMillis(1));
    JsonNode snapshot = client.frames().get(0);
    NaiveBook book = new NaiveBook(10, false);
    if (version == Version.V1) {
      assertThat(snapshot.get(1).has("as")).isTrue();
    } else {
      assertThat(book.applyV2(snapshot)).isEqualTo(book.checksum());
      assertThat(book.book()).isEqualTo(exchange.book(BITCOIN));
    }
  }

  @Test
  void sendsASnapshotWhoseChecksumIsWrongOnce() {
    exchange.corruptNextSnapshot(BITCOIN);
    loop.run();
    for (boolean holds : new boolean[] {false, true}) {
      NaiveBook book = new NaiveBook(10, false);
      long told = book.applyV2(Wire.read(client(Version.V2).ask(book(Version.V2)).get(1)));
      assertThat(told == book.checksum()).isEqualTo(holds);
      assertThat(book.book()).isEqualTo(exchange.book(BITCOIN));
    }
  }
}
