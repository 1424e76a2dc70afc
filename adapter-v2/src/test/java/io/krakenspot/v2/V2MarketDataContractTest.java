package io.krakenspot.v2;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.MarketDataContract;

/** Version 2 keeps the contract of market data. */
final class V2MarketDataContractTest extends MarketDataContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }
}
