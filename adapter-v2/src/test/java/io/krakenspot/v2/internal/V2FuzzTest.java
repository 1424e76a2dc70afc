package io.krakenspot.v2.internal;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.FuzzContract;
import io.krakenspot.v2.KrakenV2;
import java.util.List;

/** Version 2 under mutated frames. */
final class V2FuzzTest extends FuzzContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }

  @Override
  protected List<String> frames() {
    return List.of(Frames.all());
  }
}
