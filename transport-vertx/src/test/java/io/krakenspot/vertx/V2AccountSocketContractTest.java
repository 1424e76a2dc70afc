package io.krakenspot.vertx;

import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.contract.AccountSocketContract;
import io.krakenspot.v2.KrakenV2;
import java.util.Optional;

/** Accounts and trading of version 2 over sockets of Vert.x keep the contract. */
final class V2AccountSocketContractTest extends AccountSocketContract {
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
