package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.ParityContract;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;

/** Changing from v1 to v2 changes no event that both have. */
final class V1V2ParityTest extends ParityContract {
  @Override
  protected Protocol one() {
    return KrakenV1.protocol();
  }

  @Override
  protected Protocol other() {
    return KrakenV2.protocol();
  }
}
