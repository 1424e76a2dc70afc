package io.krakenspot.testkit.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.DoorAnswer;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Fault;
import io.krakenspot.testkit.exchange.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which faults strike by chance, and that they end. */
final class ChaosFaultsTest {
  /** These end others. */
  private static final List<String> NOT_FAULTS = List.of("accept", "sub_accept");

  private static final List<Pair> PAIRS = List.of(Pair.of("BTC/USD"), Pair.of("ETH/USD"));

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange =
      Exchange.builder(loop)
          .seed(1)
          .eventsPerSecond(0)
          .pairs(PAIRS)
          .account("key", "c2VjcmV0")
          .open();
  private final ChaosFaults faults =
      new ChaosFaults(exchange, PAIRS, List.of("key"), 1, new Random(1));

  private void strike(int times) {
    for (int strike = 0; strike < times; strike++) {
      faults.strike();
      loop.run();
    }
  }

  private void heal() {
    loop.advance(ChaosFaults.MAINTENANCE);
    faults.heal();
    loop.run();
  }

  @Test
  void everyKindOfFaultStrikes() {
    for (int round = 0; round < 300; round++) {
      strike(10);
      heal();
    }

    assertThat(faults.counts().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Fault.usages().stream()
                .map(usage -> usage.split(" ", 2)[0])
                .filter(name -> !NOT_FAULTS.contains(name))
                .toList());
  }

  @Test
  void whatWasDoneWrongIsOver() {
    for (int round = 0; round < 50; round++) {
      strike(20);
      heal();

      assertThat(exchange.door().knock("/v2", null)).isEqualTo(DoorAnswer.OPEN);
      assertThat(exchange.door().knock("/v2", null)).isEqualTo(DoorAnswer.OPEN);
      List<String> heard = new ArrayList<>();
      ExchangeConnection newcomer = exchange.connect(Path.V2_PUBLIC, heard::add, () -> {});
      loop.run();
      for (int request = 0; request < 10; request++) {
        newcomer.receive("{\"method\":\"ping\"}");
      }
      newcomer.receive(
          "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\"]}}");
      loop.run();
      assertThat(heard.toString())
          .as("round %s", round)
          .contains("\"system\":\"online\"", "\"success\":true", "\"snapshot\"")
          .doesNotContain("Exceeded msg rate");
      newcomer.close();
      loop.advance(Duration.ofSeconds(1));
    }
  }
}
