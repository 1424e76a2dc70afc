package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.testkit.exchange.BookChecksum.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples that Kraken's own guides work out. */
final class BookChecksumTest {
  private static List<Digits> levels(String... levels) {
    return Arrays.stream(levels)
        .map(level -> level.split(" x "))
        .map(parts -> new Digits(parts[0], parts[1]))
        .toList();
  }

  private static List<Digits> guideAsks() {
    return levels(
        "45285.2 x 0.00100000",
        "45286.4 x 1.54571953",
        "45286.6 x 1.54571109",
        "45289.6 x 1.54560911",
        "45290.2 x 0.15890660",
        "45291.8 x 1.54553491",
        "45294.7 x 0.04454749",
        "45296.1 x 0.35380000",
        "45297.5 x 0.09945542",
        "45299.5 x 0.18772827");
  }

  private static List<Digits> guideBids() {
    return levels(
        "45283.5 x 0.10000000",
        "45283.4 x 1.54582015",
        "45282.1 x 0.10000000",
        "45281.0 x 0.10000000",
        "45280.3 x 1.54592586",
        "45279.0 x 0.07990000",
        "45277.6 x 0.03310103",
        "45277.5 x 0.30000000",
        "45277.3 x 1.54602737",
        "45276.6 x 0.15445238");
  }

  @Test
  void agreesWithTheGuideOfV1() {
    List<Digits> asks =
        levels(
            "0.05005 x 0.00000500",
            "0.05010 x 0.00000500",
            "0.05015 x 0.00000500",
            "0.05020 x 0.00000500",
            "0.05025 x 0.00000500",
            "0.05030 x 0.00000500",
            "0.05035 x 0.00000500",
            "0.05040 x 0.00000500",
            "0.05045 x 0.00000500",
            "0.05050 x 0.00000500");
    List<Digits> bids =
        levels(
            "0.05000 x 0.00000500",
            "0.04995 x 0.00000500",
            "0.04990 x 0.00000500",
            "0.04980 x 0.00000500",
            "0.04975 x 0.00000500",
            "0.04970 x 0.00000500",
            "0.04965 x 0.00000500",
            "0.04960 x 0.00000500",
            "0.04955 x 0.00000500",
            "0.04950 x 0.00000500");
    assertThat(BookChecksum.of(asks, bids)).isEqualTo(974947235L);
  }

  @Test
  void agreesWithTheGuideOfV2() {
    assertThat(BookChecksum.text(guideAsks(), List.of()))
        .isEqualTo(
            "45285210000045286415457195345286615457110945289615456091145290215890660"
                + "452918154553491452947445474945296135380000452975994554245299518772827");
    assertThat(BookChecksum.of(guideAsks(), guideBids())).isEqualTo(3310070434L);
  }

  @Test
  void asksComeBeforeBids() {
    assertThat(BookChecksum.of(guideBids(), guideAsks())).isEqualTo(2704419326L);
  }

  @Test
  void levelsAfterTheTenthDoNotCount() {
    List<Digits> eleven =
        Stream.concat(guideAsks().stream(), levels("45300.0 x 1.00000000").stream()).toList();
    assertThat(BookChecksum.of(eleven, guideBids())).isEqualTo(3310070434L);
  }

  @Test
  void shortBooksUseWhatIsThere() {
    List<Digits> asks =
        levels("62710.5 x 0.93111634", "62710.6 x 0.50000000", "62711.0 x 1.20000000");
    List<Digits> bids = levels("62710.4 x 0.01000000", "62709.1 x 2.00000000");
    assertThat(BookChecksum.of(asks, bids)).isEqualTo(1396696505L);
    assertThat(BookChecksum.of(List.of(), List.of())).isZero();
  }
}
