package io.krakenspot.v2;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.FateContract;

/** Version 2 tells the fate of every command. */
final class V2FateContractTest extends FateContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }
}
