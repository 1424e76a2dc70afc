package io.krakenspot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.krakenspot.client.TradingRate.Policy;
import io.krakenspot.client.TradingRate.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final KrakenClientBuilder builder = KrakenClient.builder();

  @Test
  void theReserveIsBelowTheThreshold() {
    assertThat(new TradingRate(Policy.WAIT, Tier.STARTER, 59).reserve()).isEqualTo(59);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TradingRate(Policy.WAIT, Tier.STARTER, 60))
        .withMessageContaining("reserve")
        .withMessageContaining("60");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TradingRate(Policy.WAIT, Tier.PRO, -1))
        .withMessageContaining("reserve");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessageContaining("protocol(KrakenV2.protocol())");
  }

  @Test
  void refusesSettingsThatCannotWork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.silenceLimit(Duration.ofMillis(99)))
        .withMessageContaining("100 ms");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.requestDeadline(Duration.ZERO))
        .withMessageContaining("request deadline");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.commandDeadline(Duration.ofSeconds(-1)))
        .withMessageContaining("command deadline");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.queueLimit(0))
        .withMessageContaining("at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.idlePing(Duration.ofSeconds(51)))
        .withMessageContaining("1 s to 50 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.idlePing(Duration.ofMillis(999)))
        .withMessageContaining("1 s to 50 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.stableAfter(Duration.ofMillis(999)))
        .withMessageContaining("1 s or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.subscribeBatch(0, 4))
        .withMessageContaining("at least 1 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.subscribeBatch(50, 0))
        .withMessageContaining("at least 1 and 1");
  }
}
