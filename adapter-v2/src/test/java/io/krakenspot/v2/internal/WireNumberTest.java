package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireNumberTest {
  private static final long SEED = 18;

  @Test
  void bothDoorsAgreeOnPlainNumbers() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200_000; round++) {
      assertDoorsAgree(plain(random));
    }
  }

  @Test
  void bothDoorsAgreeOnExponents() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50_000; round++) {
      String sign = random.nextBoolean() ? "" : random.nextBoolean() ? "-" : "+";
      String e = random.nextBoolean() ? "e" : "E";
      assertDoorsAgree(plain(random) + e + sign + random.nextInt(41));
    }
  }

  private static void assertDoorsAgree(String text) {
    WireNumber fast = new WireNumber();
    fast.read(("x" + text + "1").toCharArray(), 1, text.length());
    WireNumber slow = new WireNumber();
    slow.readExactly(text.toCharArray(), 0, text.length());
    BigDecimal exact = new BigDecimal(text);
    BigDecimal expected = exact.scale() < 0 ? exact.setScale(0) : exact;
    assertThat(fast.decimal()).as("seed %s: %s", SEED, text).isEqualTo(expected);
    assertThat(slow.decimal()).as("seed %s: %s", SEED, text).isEqualTo(expected);
    assertThat(fast.unscaled()).as(text).isEqualTo(slow.unscaled());
    assertThat(fast.scale()).as(text).isEqualTo(slow.scale()).isEqualTo(expected.scale());
    assertThat(fast.wide() == null).as(text).isEqualTo(expected.precision() <= 18);
    assertThat(fast.signum()).as(text).isEqualTo(expected.signum());
  }

  private static String plain(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
    digits(text, 1 + random.nextInt(12), random);
    if (random.nextInt(5) > 0) {
      digits(text.append('.'), 1 + random.nextInt(12), random);
    }
    return text.toString();
  }

  private static void digits(StringBuilder text, int count, Random random) {
    boolean manyZeros = random.nextBoolean();
    for (int digit = 0; digit < count; digit++) {
      text.append(manyZeros && random.nextInt(4) > 0 ? 0 : random.nextInt(10));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "1.",
        "-.",
        "1.2.3",
        "--1",
        "1-",
        "e5",
        "1e",
        "1e5e5",
        "0x10",
        "1_000",
        "١",
        "1e41",
        "1e-41",
        "1E2147483648",
        "1,5",
        "Infinity"
      })
  void isNoNumber(String text) {
    WireNumber number = new WireNumber();
    assertThatThrownBy(() -> number.read(text.toCharArray(), 0, text.length()))
        .isInstanceOf(NumberFormatException.class);
    assertThat(number.isPresent()).isFalse();
  }

  @Test
  void wholeNumbersMayBeWrittenWithAFraction() {
    assertThat(read("500.0").whole()).isEqualTo(500);
    assertThat(read("9223372036854775807").whole()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> read("500.5").whole()).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> read("9223372036854775808").whole())
        .isInstanceOf(ArithmeticException.class);
  }

  private static WireNumber read(String text) {
    WireNumber number = new WireNumber();
    number.read(text.toCharArray(), 0, text.length());
    return number;
  }
}
