package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between the exchange and its clients, on virtual time. */
final class LinkFaultsTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final Pair ETHER = Pair.of("ETH/USD");
  private static final String PING = "{'method':'ping'}";

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).seed(3).eventsPerSecond(0).open();
  private final LinkFaults links = exchange.links();

  /** A client that follows a book of one version. */
  private final class Follower {
    final TestClient client;
    final boolean v1;

    Follower(Version version) {
      v1 = version == Version.V1;
      client = new TestClient(exchange, loop, v1 ? Path.V1_PUBLIC : Path.V2_PUBLIC);
      client.send(
          v1
              ? "{'event':'subscribe','pair':['XBT/USD','ETH/USD'],'subscription':{'name':'book'}}"
              : "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD','ETH/USD']}}");
      client.texts();
    }

    List<String> sweep(Pair pair) {
      exchange.step(pair, Move.SWEEP);
      loop.run();
      return client.texts();
    }

    boolean isOf(String frame, Pair pair) {
      return frame.contains(v1 && pair.equals(BITCOIN) ? "XBT/USD" : pair.toString());
    }
  }

  private Ending endingOf(Runnable fault) {
    List<Ending> endings = new ArrayList<>();
    exchange.connect(
        Path.V2_PUBLIC,
        new Peer() {
          @Override
          public void text(String text) {}

          @Override
          public void closed(Ending ending) {
            endings.add(ending);
          }
        });
    loop.run();
    fault.run();
    loop.run();
    assertThat(exchange.connections()).isEmpty();
    return endings.get(0);
  }

  @Test
  void endsConnectionsAsItIsTold() {
    assertThat(endingOf(links::drop)).isEqualTo(Ending.CUT);
    assertThat(endingOf(links::reset)).isEqualTo(Ending.RESET);
    assertThat(endingOf(() -> links.close(1013))).isEqualTo(new Ending(1013, ""));
    assertThat(endingOf(() -> links.close(1006)).abrupt()).isTrue();
    assertThat(endingOf(exchange::close)).isEqualTo(Ending.NORMAL);
  }

  @Test
  void strikesOnlyWhoIsConnectedNow() {
    TestClient struck = new TestClient(exchange, loop, Path.V2_PUBLIC);
    TestClient muted = new TestClient(exchange, loop, Path.V1_PUBLIC);
    links.halfOpen();
    links.mute();
    loop.run();
    assertThat(struck.ask(PING)).isEmpty();
    assertThat(muted.ask("{'event':'ping'}")).isEmpty();
    TestClient later = new TestClient(exchange, loop, Path.V2_PUBLIC);
    assertThat(later.ask(PING)).hasSize(1);
    assertThat(exchange.connections()).hasSize(3);
  }

  @Test
  void aStallEndsInABurstInOrder() {
    Follower follower = new Follower(Version.V2);
    NaiveBook book = new NaiveBook(10, false);
    TestClient fresh = new TestClient(exchange, loop, Path.V2_PUBLIC);
    fresh.texts();
    List<String> answers =
        fresh.ask("{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD']}}");
    book.applyV2(Wire.read(answers.get(1)));

    links.stall(Duration.ofSeconds(8));
    for (int time = 0; time < 5; time++) {
      assertThat(follower.sweep(BITCOIN)).isEmpty();
      loop.advance(Duration.ofSeconds(1));
    }
    assertThat(fresh.texts()).isEmpty();
    loop.advance(Duration.ofSeconds(3));

    List<JsonNode> burst =
        fresh.frames().stream()
            .filter(frame -> frame.path("channel").asText().equals("book"))
            .toList();
    assertThat(burst).hasSize(5);
    assertThat(book.applyV2(burst.get(0))).isNotZero();
    burst.subList(1, 5).forEach(book::applyV2);
    assertThat(book.book()).isEqualTo(exchange.book(BITCOIN));
    assertThat(fresh.ask(PING)).hasSize(1);
  }

  @Test
  void lateFramesKeepTheirOrderAlsoWhenTheDelayShrinks() {
    links.delay(Duration.ofMillis(800));
    loop.run();
    TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);
    loop.advance(Duration.ofMillis(799));
    assertThat(client.texts()).isEmpty();
    loop.advance(Duration.ofMillis(1));
    assertThat(client.texts()).hasSize(1);

    client.send("{'method':'ping','req_id':1}");
    links.delay(Duration.ZERO);
    loop.run();
    client.send("{'method':'ping','req_id':2}");
    assertThat(client.texts()).isEmpty();
    loop.advance(Duration.ofMillis(800));
    assertThat(client.frames())
        .extracting(frame -> frame.get("req_id").asInt())
        .containsExactly(1, 2);
    assertThat(client.ask(PING)).hasSize(1);
  }

  @Test
  void withoutASocketADrippingFrameIsAsLateAsItsLastByte() {
    TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);
    int bytes = client.ask(PING).get(0).length();
    links.drip(7, Duration.ofMillis(20));
    loop.run();
    Duration whole = Duration.ofMillis(20L * ((bytes + 6) / 7));

    assertThat(client.ask(PING)).isEmpty();
    loop.advance(whole.minusMillis(1));
    assertThat(client.texts()).isEmpty();
    loop.advance(Duration.ofMillis(1));
    assertThat(client.texts()).hasSize(1);
    links.drip(0, Duration.ZERO);
    loop.run();
    assertThat(client.ask(PING)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void losesOneFrameOfOnePair(Version version) {
    Follower follower = new Follower(version);
    links.next(FrameFault.SKIP, "book", BITCOIN);
    loop.run();
    assertThat(follower.sweep(ETHER)).hasSize(1);
    assertThat(follower.sweep(BITCOIN)).isEmpty();
    assertThat(follower.sweep(BITCOIN)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void sendsAFrameTwice(Version version) {
    Follower follower = new Follower(version);
    links.next(FrameFault.DUPLICATE, "book", null);
    loop.run();
    List<String> frames = follower.sweep(ETHER);
    assertThat(frames).hasSize(2);
    assertThat(frames.get(0)).isEqualTo(frames.get(1));
    assertThat(follower.sweep(ETHER)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void swapsTwoFramesOfOnePair(Version version) {
    Follower follower = new Follower(version);
    Follower untouched = new Follower(version == Version.V1 ? Version.V2 : Version.V1);
    links.next(FrameFault.REORDER, "book", BITCOIN);
    loop.run();
    assertThat(follower.sweep(BITCOIN)).isEmpty();
    List<String> other = follower.sweep(ETHER);
    assertThat(other).singleElement().matches(frame -> follower.isOf(frame, ETHER));
    List<String> swapped = follower.sweep(BITCOIN);
    assertThat(swapped).hasSize(2).allMatch(frame -> follower.isOf(frame, BITCOIN));
    assertThat(swapped.get(0)).isNotEqualTo(swapped.get(1));
    assertThat(follower.sweep(BITCOIN)).hasSize(1);
    assertThat(untouched.client.texts()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void cutsAFrameShort(Version version) {
    Follower follower = new Follower(version);
    links.next(FrameFault.TRUNCATE, "book", BITCOIN);
    loop.run();
    String half = follower.sweep(BITCOIN).get(0);
    assertThatThrownBy(() -> Wire.read(half)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @EnumSource
  void addsWhatNobodyKnows(Version version) {
    Follower follower = new Follower(version);
    links.next(FrameFault.UNKNOWN_FIELDS, "book", BITCOIN);
    loop.run();
    JsonNode more = Wire.read(follower.sweep(BITCOIN).get(0));
    assertThat(follower.v1 ? more.get(more.size() - 1).has("made_up") : more.has("made_up"))
        .isTrue();
  }

  @Test
  void sendsWhatIsNoFrameOfKrakens() {
    TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);
    client.texts();
    links.send("<html>");
    links.send(new byte[] {'h', 'i'});
    loop.run();
    assertThat(client.texts()).containsExactly("<html>", "hi");
  }

  @Test
  void knowsNoFaultsOfPairsThatAreNotListed() {
    assertThatThrownBy(() -> links.next(FrameFault.SKIP, "book", Pair.of("NO/PE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NO/PE is not listed");
  }
}
