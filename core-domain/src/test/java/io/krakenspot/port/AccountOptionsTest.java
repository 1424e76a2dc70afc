package io.krakenspot.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a version has to have for the options of an account. */
final class AccountOptionsTest {
  @Test
  void theDefaultsNeedNothing() {
    assertThat(AccountOptions.DEFAULTS.features()).isEmpty();
  }

  @Test
  void eachOptionThatIsNotInEveryVersionNamesItsFeature() {
    assertThat(new AccountOptions(true, false, true, true, true).features())
        .containsExactlyInAnyOrder(
            Feature.TRANSITION_CHOICE, Feature.SUBACCOUNTS, Feature.FILL_CONSOLIDATION);
  }
}
