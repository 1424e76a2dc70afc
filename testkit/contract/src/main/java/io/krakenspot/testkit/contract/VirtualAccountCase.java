package io.krakenspot.testkit.contract;

import io.krakenspot.port.LinkClosed;
import java.time.Duration;

/** An account in virtual time, over a link that can be made to fail. */
abstract class VirtualAccountCase extends AccountCase<VirtualExchange> {
  static final LinkClosed UNAVAILABLE =
      new LinkClosed(LinkClosed.Kind.REFUSED, 503, "503 for now", null);

  /** Longer than a command without an answer takes to be settled. */
  static final Duration SETTLEMENT = Duration.ofSeconds(30);

  @Override
  final VirtualExchange newWorld(long seed) {
    return VirtualExchange.open(seed, PAIRS);
  }

  final StringTransport transport() {
    return world.transport();
  }
}
