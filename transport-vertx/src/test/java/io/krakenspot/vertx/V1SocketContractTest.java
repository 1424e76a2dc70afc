package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.contract.MarketDataSocketContract;
import io.krakenspot.v1.KrakenV1;
import java.util.Optional;

/** Version 1 over sockets of Vert.x keeps the contract. */
final class V1SocketContractTest extends MarketDataSocketContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }

  @Override
  protected Transport newTransport(Optional<String> certificatePem) {
    VertxTransportBuilder builder = VertxTransport.builder();
    certificatePem.ifPresent(builder::trust);
    return builder.build();
  }
}
