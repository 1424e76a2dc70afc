package io.krakenspot.v1;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.MarketDataContract;

/** Version 1 keeps the contract of market data. */
final class V1MarketDataContractTest extends MarketDataContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }
}
