package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboundTest {
  private final Outbound outbound = new Outbound();

  @Test
  void admitsSoManyWritesAtATime() {
    for (int write = 0; write < 1024; write++) {
      assertThat(outbound.admit(1)).isTrue();
    }
    assertThat(outbound.admit(1)).isFalse();

    outbound.wrote(1);

    assertThat(outbound.admit(1)).isTrue();
    assertThat(outbound.admit(1)).isFalse();
  }

  @Test
  void admitsSoManyCharactersAtATime() {
    int half = 2 << 20;
    assertThat(outbound.admit(half)).isTrue();
    assertThat(outbound.admit(half + 1)).isFalse();
    assertThat(outbound.admit(half)).isTrue();
    assertThat(outbound.admit(1)).isFalse();

    outbound.wrote(half);

    assertThat(outbound.admit(half)).isTrue();
  }
}
