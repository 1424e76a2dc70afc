package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
  @ParameterizedTest
  @CsvSource({
    "1714550000.123456,2024-05-01T07:53:20.123456Z",
    "1714550000.5,2024-05-01T07:53:20.500Z",
    "1714550000,2024-05-01T07:53:20Z",
    "1714550000.123456999,2024-05-01T07:53:20.123456Z",
    "1714550000.12345600000000000001,2024-05-01T07:53:20.123456Z",
    "1.71455e9,2024-05-01T07:53:20Z",
    "0.000000,1970-01-01T00:00:00Z"
  })
  void secondsWithDecimals(String text, Instant instant) throws Exception {
    assertThat(WireTime.instant(micros(text))).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.000001", "999999999999999999", "1e30", "-1e30", "253402300801"})
  void whatIsNoTimeIsRefused(String text) {
    assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> micros(text));
  }

  private static long micros(String text) throws UnreadableException {
    WireNumber number = new WireNumber();
    number.read(text.toCharArray(), 0, text.length());
    return WireTime.micros(number);
  }
}
