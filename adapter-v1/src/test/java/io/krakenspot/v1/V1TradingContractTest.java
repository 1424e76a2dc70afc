package io.krakenspot.v1;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.TradingContract;

/** Version 1 keeps the contract of trading. */
final class V1TradingContractTest extends TradingContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }
}
