package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults by name, and when they strike. */
final class FaultScriptTest {
  private static final java.nio.file.Path PAGE =
      java.nio.file.Path.of("../../docs/simulated-exchange.md");

  private final Trader trader = new Trader();

  private void play(String... lines) {
    trader.exchange.play(FaultScript.parse(List.of(lines)));
    trader.loop.run();
  }

  @Test
  void strikesAtItsTimeAndAgain() {
    play("# a comment", "", "10s drop", " every 7s  drop ");
    TestClient client = trader.connect(Path.V2_PUBLIC);
    trader.loop.advance(Duration.ofMillis(6999));
    assertThat(client.closes()).isZero();
    trader.loop.advance(Duration.ofMillis(1));
    assertThat(client.closes()).isOne();
    client = trader.connect(Path.V2_PUBLIC);
    trader.loop.advance(Duration.ofSeconds(3));
    assertThat(client.closes()).isOne();
    client = trader.connect(Path.V2_PUBLIC);
    trader.loop.advance(Duration.ofSeconds(4));
    assertThat(client.closes()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10s drpo | line 2: no fault is called 'drpo'; there are drop, rst, close",
        "soon drop | line 2: 'soon' is not a time such as 800ms, 10s or 2m",
        "10s | line 2: something is missing at the end of '10s'",
        "every 0s drop | line 2: nothing can happen every 0s",
        "10s drop now | line 2: 'now' is too much; it is written: drop",
        "10s delay | line 2: something is missing at the end of 'delay'; it is written: delay TIME",
        "10s close 9 | line 2: 9 is not a close code that can be sent; it is written: close CODE",
        "10s silence BTC/USD maybe | line 2: 'maybe' is neither on nor off",
        "10s status happy | line 2: 'happy' is none of online, post_only",
        "10s skip_update bitcoin | line 2: 'bitcoin' is not a pair such as BTC/USD",
        "10s bad_checksum NO/PE | line 2: NO/PE is not listed here",
        "10s seq_gap nobody | line 2: there is no account nobody here",
        "10s refuse 101 | line 2: 101 is not a status that refuses",
        "10s redirect http://[ | line 2: ",
        "10s oversize 999999999 | line 2: 999999999 is not 1 to 512",
      })
  void namesTheLineThatIsWrong(String line, String message) {
    assertThatThrownBy(() -> play("5s drop", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
    TestClient client = trader.connect(Path.V2_PUBLIC);
    trader.loop.advance(Duration.ofSeconds(20));
    assertThat(client.closes()).isZero();
  }

  /** Every line of the page's examples can be played, and the page has every fault. */
  @Test
  void theDocumentedFaultsAreThoseThereAre() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    Pattern row = Pattern.compile("^\\| `([a-z_]+[^`]*)` \\| `([^`]+)` \\|.*");
    List<String> usages =
        page.stream()
            .map(row::matcher)
            .filter(found -> found.matches())
            .map(found -> found.group(1).replace("\\|", "|"))
            .toList();
    List<String> examples =
        page.stream()
            .map(row::matcher)
            .filter(found -> found.matches())
            .map(found -> found.group(2))
            .toList();
    assertThat(usages).isEqualTo(Fault.usages());
    for (int place = 0; place < usages.size(); place++) {
      String example = examples.get(place);
      assertThat(example.split(" ")[0]).isEqualTo(usages.get(place).split(" ")[0]);
      Fault fault = Fault.parse(example.replace("KEY", Trader.KEY));
      assertThat(fault).hasToString(example.replace("KEY", Trader.KEY));
      trader.exchange.inject(fault);
      trader.loop.run();
    }
  }
}
