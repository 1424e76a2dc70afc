package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.contract.MarketDataSocketContract;
import io.krakenspot.v2.KrakenV2;
import java.util.Optional;

/** Version 2 over sockets of Vert.x keeps the contract. */
final class V2SocketContractTest extends MarketDataSocketContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }

  @Override
  protected Transport newTransport(Optional<String> certificatePem) {
    VertxTransportBuilder builder = VertxTransport.builder();
    certificatePem.ifPresent(builder::trust);
    return builder.build();
  }
}
