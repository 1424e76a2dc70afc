package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
  private static final long SEED = 1970;

  @Test
  void readsWhatInstantWrites() {
    Random random = new Random(SEED);
    long span = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int round = 0; round < 100_000; round++) {
      long second = Math.floorMod(random.nextLong(), span) - span / 5;
      int step = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
      Instant instant =
          Instant.ofEpochSecond(second, (long) random.nextInt(1_000_000_000) / step * step);
      assertThat(read(instant.toString()).instant()).as("seed %s", SEED).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:03.000417Z, 2026-03-02T10:00:03.000417Z",
    "2026-03-02T10:00:03.1Z, 2026-03-02T10:00:03.100Z",
    "2026-03-02T10:00:03Z, 2026-03-02T10:00:03Z",
    "2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999999999Z",
    "2026-03-02T11:00:03+01:00, 2026-03-02T10:00:03Z",
    "2026-03-02t10:00:03z, 2026-03-02T10:00:03Z",
  })
  void readsEveryFormOfATime(String text, String instant) {
    assertThat(read(text).instant()).isEqualTo(Instant.parse(instant));
  }

  @Test
  void cutsNanosecondsToMicroseconds() {
    assertThat(read("1970-01-01T00:00:01.204518772Z").epochMicros()).isEqualTo(1_204_518);
    assertThat(read("1969-12-31T23:59:59.000001Z").epochMicros()).isEqualTo(-999_999);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-03-02",
        "2026-03-02T10:00:03",
        "2026-13-02T10:00:03Z",
        "2026-00-02T10:00:03Z",
        "2026-02-29T10:00:03Z",
        "2026-04-31T10:00:03Z",
        "2026-03-00T10:00:03Z",
        "2026-03-02T25:00:03Z",
        "2026-03-02T10:60:03Z",
        "2026-03-02T10:00:61Z",
        "2026-03-02T10:00:03.1234567890Z",
        "2026-03-02T10:00:03.12345a789Z",
        "2026-03-02T10:00:0xZ",
        "2026-03-02 10:00:03Z",
        "+026-03-02T10:00:03Z",
      })
  void isNoTime(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DateTimeException.class);
  }

  private static WireTime read(String text) {
    WireTime time = new WireTime();
    time.read(("__" + text + "__").toCharArray(), 2, text.length());
    return time;
  }
}
