package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.contract.AccountSocketContract;
import io.krakenspot.v1.KrakenV1;
import java.util.Optional;

/** Accounts and trading of version 1 over sockets of Vert.x keep the contract. */
final class V1AccountSocketContractTest extends AccountSocketContract {
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
