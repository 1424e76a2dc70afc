package io.krakenspot.console.internal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LadderTest {
  @Test
  void showsBestPricesFirstWithABarForEachQuantity() {
    assertThat(new Ladder(4).lines(BookFrames.unverified()))
        .containsExactly(
            "                   quantity          bid | ask          quantity",
            "##########      12.50000000      62710.4 | 62710.5      3.00000000       ##",
            "     #####       6.30000000      62709.0 |",
            "         #       0.00000001      62708.0 |",
            "                                         |");
  }

  @Test
  void showsTheTopOfADeeperBook() {
    assertThat(new Ladder(1).lines(BookFrames.verified()))
        .containsExactly(
            "                   quantity          bid | ask          quantity",
            "##########       2.00000000      62710.4 | 62710.5      0.50000000       ###");
  }

  @Test
  void isAsTallWithoutABook() {
    assertThat(new Ladder(4).without("resyncing"))
        .containsExactly("", "", "    no book: resyncing", "", "");
  }
}
