package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outages of the whole exchange. */
final class OutagesTest {
  private final Trader trader = new Trader();
  private final Exchange exchange = trader.exchange;

  private static String state(List<JsonNode> frames) {
    assertThat(frames).hasSize(1);
    return frames.get(0).at("/data/0/system").asText();
  }

  @Test
  void aMaintenanceWindowPassesThroughAllItsStates() {
    TestClient client = trader.connect(Path.V2_PUBLIC);
    exchange.outages().maintenance(Duration.ofMinutes(3), Duration.ofSeconds(10));
    trader.loop.run();
    assertThat(state(client.frames())).isEqualTo("maintenance");
    assertThat(exchange.door().knock("/v2", null).open()).isTrue();

    trader.loop.advance(Duration.ofSeconds(10));
    assertThat(client.closes()).isOne();
    assertThat(exchange.door().knock("/v2", null).status()).isEqualTo(503);
    trader.loop.advance(Duration.ofMinutes(3).minusNanos(1));
    assertThat(exchange.door().knock("/v2", null).status()).isEqualTo(503);

    trader.loop.advance(Duration.ofNanos(1));
    TestClient back = new TestClient(exchange, trader.loop, Path.V2_PUBLIC);
    assertThat(state(back.frames())).isEqualTo("cancel_only");
    trader.loop.advance(Duration.ofSeconds(10));
    assertThat(state(back.frames())).isEqualTo("post_only");
    trader.loop.advance(Duration.ofSeconds(10));
    assertThat(state(back.frames())).isEqualTo("online");
  }

  @Test
  void aRestartEndsConnectionsAndTokensAndNothingElse() {
    TestClient client = trader.connect(Path.V2_PRIVATE);
    client.send(
        trader.v2(
            "add_order",
            "'order_type':'limit','side':'buy','symbol':'BTC/USD','order_qty':1,'limit_price':10"));
    AccountAudit before = trader.audit();
    assertThat(before.orders()).hasSize(1);

    exchange.outages().restart();
    trader.loop.run();
    assertThat(client.closes()).isOne();
    assertThat(trader.audit()).isEqualTo(before);
    TestClient back = trader.connect(Path.V2_PRIVATE);
    String subscribe = trader.v2("subscribe", "'channel':'executions'");
    assertThat(back.ask(subscribe)).singleElement().asString().contains("ESession:Invalid session");
    String renewed = subscribe.replace(trader.token, exchange.token(Trader.KEY));
    assertThat(back.ask(renewed)).hasSize(2);
  }
}
