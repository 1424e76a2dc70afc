package io.krakenspot.v2;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.AccountContract;

/** Version 2 keeps the contract of accounts. */
final class V2AccountContractTest extends AccountContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }
}
