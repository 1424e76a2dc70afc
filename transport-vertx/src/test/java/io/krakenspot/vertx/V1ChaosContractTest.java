package io.krakenspot.vertx;

import io.krakenspot.port.Loop;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.testkit.contract.ChaosContract;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.vertx.policy.AttemptBudget;
import io.krakenspot.vertx.policy.KrakenReconnect;
import java.time.Duration;

/** Version 1 with Kraken's own reconnect rule tells the truth, whatever goes wrong. */
final class V1ChaosContractTest extends ChaosContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }

  @Override
  protected ReconnectPolicy reconnectPolicy(Loop loop, long seed) {
    AttemptBudget budget = AttemptBudget.of(24, Duration.ofSeconds(150), loop::nanoTime);
    return KrakenReconnect.builder().budget(budget).seed(seed).build();
  }
}
