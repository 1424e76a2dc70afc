package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.contract.ReconnectSocketContract;
import io.krakenspot.v1.KrakenV1;

/** Reconnects of version 1 over sockets of Vert.x leave nothing behind. */
final class V1ReconnectSocketContractTest extends ReconnectSocketContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }

  @Override
  protected Transport newTransport() {
    return VertxTransport.create();
  }

  @Override
  protected int timers(Transport transport) {
    return ((VertxTransport) transport).waitingTimers();
  }
}
