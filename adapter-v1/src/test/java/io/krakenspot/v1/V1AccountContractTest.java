package io.krakenspot.v1;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.AccountContract;

/** Version 1 keeps the contract of accounts. */
final class V1AccountContractTest extends AccountContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }
}
