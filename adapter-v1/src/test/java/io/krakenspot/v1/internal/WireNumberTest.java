package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireNumberTest {
  private final WireNumber number = new WireNumber();

  @ParameterizedTest
  @CsvSource({
    "30120.50000,3012050000,5",
    "0.00000304,304,8",
    "0.00000000,0,8",
    "-1.5,-15,1",
    "7,7,0",
    "999999999999999999,999999999999999999,0",
    "0.999999999999999999,999999999999999999,18",
    "000000000000000000000001.5,15,1",
    "5.1e-05,51,6",
    "1E3,1000,0",
    "1e-18,1,18",
    "0e40,0,0",
    "0.00000000000000000000000000000,0,18"
  })
  void keepsTheDigitsOfTheWire(String text, long unscaled, int scale) throws Exception {
    read(text);
    assertThat(number.wide()).isNull();
    assertThat(number.unscaled()).isEqualTo(unscaled);
    assertThat(number.scale()).isEqualTo(scale);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000000",
        "1200000000000.00000001",
        "-1200000000000.00000001",
        "0.0000000000000000001",
        "9223372036854775808",
        "1e-19",
        "1e40",
        "123456789012345678901234567890.123456789012345678901234567890"
      })
  void whatHasMoreThanEighteenDigitsIsExact(String text) throws Exception {
    read(text);
    assertThat(number.wide()).isEqualByComparingTo(text);
    assertThat(number.decimal()).isEqualByComparingTo(text);
    assertThat(number.signum()).isEqualTo(new BigDecimal(text).signum());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        ".5",
        "5.",
        "-.5",
        "+5",
        "1.2.3",
        "1-2",
        "--1",
        "e5",
        "1e",
        "1e+",
        "1e41",
        "1e-41",
        "1e99999999999",
        "1e1.5",
        " 1",
        "1 ",
        "1,000",
        "0x1",
        "NaN",
        "Infinity",
        "\u0661"
      })
  void whatIsNoDecimalIsRefused(String text) {
    assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(text));
  }

  @Test
  void lengthIsBounded() {
    String text = "0".repeat(1_000_000) + "e0";
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void bothDoorsAgreeOnEveryDecimal() throws Exception {
    long seed = 20260103L;
    Random random = new Random(seed);
    for (int round = 0; round < 100_000; round++) {
      BigDecimal value =
          new BigDecimal(new BigInteger(random.nextInt(64), random), random.nextInt(19));
      String text = (random.nextBoolean() ? "" : "-") + value.toPlainString();
      read(text);
      BigDecimal fast = number.decimal();
      assertThat(fast).as("seed %d: %s", seed, text).isEqualTo(new BigDecimal(text));
      read(text + "e0");
      assertThat(number.decimal()).as("seed %d: %s", seed, text).isEqualTo(fast);
      read(shifted(value, random.nextInt(20)));
      assertThat(number.decimal()).as("seed %d: %s", seed, text).isEqualByComparingTo(value);
    }
  }

  @Test
  void readsAmidstOtherText() throws Exception {
    char[] text = "xx12.5yy".toCharArray();
    number.read(text, 2, 4);
    assertThat(number.decimal()).isEqualTo(new BigDecimal("12.5"));
  }

  private static String shifted(BigDecimal value, int places) {
    return value.movePointLeft(places).toPlainString() + "E+" + places;
  }

  private void read(String text) throws UnreadableException {
    number.read(text.toCharArray(), 0, text.length());
  }
}
