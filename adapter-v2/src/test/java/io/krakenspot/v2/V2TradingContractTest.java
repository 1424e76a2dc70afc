package io.krakenspot.v2;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.TradingContract;

/** Version 2 keeps the contract of trading. */
final class V2TradingContractTest extends TradingContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }
}
