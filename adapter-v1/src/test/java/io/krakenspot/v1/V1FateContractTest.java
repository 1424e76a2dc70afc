package io.krakenspot.v1;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.FateContract;

/** Version 1 tells the fate of every command. */
final class V1FateContractTest extends FateContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }
}
