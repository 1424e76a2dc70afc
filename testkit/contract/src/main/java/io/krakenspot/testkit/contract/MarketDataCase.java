package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.market.Pair;
import org.junit.jupiter.api.AfterEach;

/**
 * One client of one exchange, in virtual time. After each case the client is closed, and must leave
 * no timer and no link, and no listener may have thrown.
 */
abstract class MarketDataCase extends ClientCase<VirtualExchange> {
  static final Pair UNLISTED = Pair.of("NOPE/USD");

  @Override
  VirtualExchange newWorld(long seed) {
    return VirtualExchange.open(seed);
  }

  @Override
  KrakenClientBuilder builder() {
    return world.client(protocol());
  }

  @AfterEach
  void leavesNothingBehind() {
    exchange().eventsPerSecond(0);
    client.close();
    world.run();
    assertThat(connection.failures).as("thrown by listeners").isEmpty();
    world.assertNothingLeft();
  }

  final StringTransport transport() {
    return world.transport();
  }
}
