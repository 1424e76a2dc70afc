package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.contract.ReconnectSocketContract;
import io.krakenspot.v2.KrakenV2;

/** Reconnects of version 2 over sockets of Vert.x leave nothing behind. */
final class V2ReconnectSocketContractTest extends ReconnectSocketContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
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
