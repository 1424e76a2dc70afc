package io.krakenspot.vertx;

import io.krakenspot.port.Loop;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.testkit.contract.RecoveryContract;
import io.krakenspot.v2.KrakenV2;
import io.krakenspot.vertx.policy.AttemptBudget;
import io.krakenspot.vertx.policy.KrakenReconnect;
import java.time.Duration;

/** Version 2 recovers with Kraken's own reconnect rule. */
final class V2RecoveryContractTest extends RecoveryContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }

  @Override
  protected ReconnectPolicy reconnectPolicy(Loop loop) {
    AttemptBudget budget = AttemptBudget.of(24, Duration.ofSeconds(150), loop::nanoTime);
    return KrakenReconnect.builder().budget(budget).seed(7).build();
  }
}
