package io.krakenspot.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedOrderIdTest {
  private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final PackedOrderId id = new PackedOrderId();

  @Test
  void holdsEveryIdOfKrakensFormInTwoLongs() {
    long seed = Long.getLong("krakenspot.seed", 20260101);
    Random random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < 17; at++) {
        text.append(at == 6 || at == 11 ? "-" : "").append(SYMBOLS.charAt(random.nextInt(36)));
      }
      id.read(text.toString());

      assertThat(id.foreign()).isNull();
      assertThat(id.high()).isNotNegative();
      assertThat(PackedOrderId.text(id.high(), id.low()))
          .as("seed %s", seed)
          .isEqualTo(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAAA-AAAAA-AAAAAA", "999999-99999-999999", "O7VFZI-CTFWH-FF6EIR"})
  void readsOutOfTheMiddleOfCharacters(String text) {
    id.read(("xx" + text + "yy").toCharArray(), 2, text.length());

    assertThat(id).hasToString(text);
    assertThat(id.foreign()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "order-1",
        "O7VFZI-CTFWH-FF6EI",
        "O7VFZI-CTFWH-FF6EIRX",
        "O7VFZI-CTFWH-FF6EIr",
        "O7VFZI_CTFWH-FF6EIR",
        "O7VFZ-ICTFWH-FF6EIR"
      })
  void keepsTheTextOfAnyOtherId(String text) {
    id.read("O7VFZI-CTFWH-FF6EIR");
    id.read(text);

    assertThat(id.foreign()).isEqualTo(text);
    assertThat(id.high()).isEqualTo(PackedOrderId.FOREIGN);
    assertThat(id).hasToString(text);
  }
}
