package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is let in, on virtual time. */
final class DoorTest {
  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = Exchange.builder(loop).eventsPerSecond(0).open();
  private final Door door = exchange.door();

  private DoorAnswer knock() {
    return door.knock("/v2", null);
  }

  @Test
  void recordsWhoCameAndWhen() {
    Instant begin = loop.now();
    knock();
    loop.advance(Duration.ofSeconds(5));
    door.answer(DoorAnswer.status(503));
    knock();
    door.open();
    door.knock("/v3", "ws.kraken.test");
    assertThat(door.attempts())
        .containsExactly(
            new ConnectionAttempt(begin, "/v2", null, 101, Duration.ZERO),
            new ConnectionAttempt(begin.plusSeconds(5), "/v2", null, 503, Duration.ZERO),
            new ConnectionAttempt(
                begin.plusSeconds(5), "/v3", "ws.kraken.test", 404, Duration.ZERO));
  }

  @Test
  void bansWhoComesTooOftenForAWhile() {
    door.limit(150, Duration.ofMinutes(10), Duration.ofMinutes(10));
    for (int attempt = 1; attempt <= 150; attempt++) {
      assertThat(knock().open()).isTrue();
      loop.advance(Duration.ofSeconds(3));
    }
    assertThat(knock()).isEqualTo(new DoorAnswer(429, Map.of("Retry-After", "600"), ""));
    loop.advance(Duration.ofMinutes(10).minusNanos(1));
    assertThat(knock().headers()).containsEntry("Retry-After", "1");
    loop.advance(Duration.ofNanos(1));
    assertThat(knock().open()).isTrue();
  }

  @Test
  void aRollingWindowForgets() {
    door.limit(2, Duration.ofMinutes(1), Duration.ofMinutes(1));
    for (int attempt = 0; attempt < 20; attempt++) {
      assertThat(knock().open()).isTrue();
      loop.advance(Duration.ofSeconds(30));
    }
  }

  @Test
  void aBanCanBeImposedAndLifted() {
    door.ban(Duration.ofMinutes(2));
    assertThat(knock().status()).isEqualTo(429);
    door.open();
    assertThat(knock().open()).isTrue();
  }

  @Test
  void aClientInMemoryThatIsNotLetInHearsTheEndAlone() {
    door.answer(DoorAnswer.status(503));
    TestClient refused = new TestClient(exchange, loop, Path.V2_PUBLIC);
    assertThat(refused.texts()).isEmpty();
    assertThat(refused.closes()).isOne();
    assertThat(exchange.connections()).isEmpty();

    door.open();
    assertThat(new TestClient(exchange, loop, Path.V2_PUBLIC).texts()).hasSize(1);
    assertThat(door.attempts()).extracting(ConnectionAttempt::status).isEqualTo(List.of(503, 101));
  }
}
