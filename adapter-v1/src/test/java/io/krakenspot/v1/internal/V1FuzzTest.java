package io.krakenspot.v1.internal;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.FuzzContract;
import io.krakenspot.v1.KrakenV1;
import java.util.List;

/** Version 1 under mutated frames. */
final class V1FuzzTest extends FuzzContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }

  @Override
  protected List<String> frames() {
    return MalformedFramesTest.frames();
  }
}
