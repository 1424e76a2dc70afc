package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenTest {
  @Test
  void withoutACommandShowsTheCommands() {
    Run run = Run.of();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("demo", "watch", "decode", "simulate", "features");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysItsVersion() {
    Run run = Run.of("--version");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("kraken ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "watch", "decode", "simulate", "features"})
  void everyCommandHasHelp(String command) {
    Run run = Run.of(command, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: kraken " + command);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "watch BTC/USD --depth 11        | no books of 11 levels; Kraken has 10, 25, 100, 500, 1000",
        "watch BTC/USD --depth ten       | 'ten' is not a number",
        "watch BTC/USD --interval 7      | no candles of 7 minutes; Kraken has 1, 5, 15",
        "watch BTC/USD --api v3          | 'v3' is none of v1, v2",
        "watch BTC/USD --channels a      | 'a' is none of book, trade, ticker, ohlc, spread",
        "watch BTC/USD --trigger x       | 'x' is none of trades, bbo",
        "watch BTC/USD --count 0         | --count must be 1 or more, not 0",
        "watch BTC/USD --seconds -1      | --seconds must be 1 or more, not -1",
        "watch BTC/USD --trust /no/file  | cannot read the certificate /no/file",
        "watch BTC/USD --url ws://h --beta | mutually exclusive",
        "watch BTC/USD --trust pom.xml   | no good certificate in pom.xml; name a PEM file",
        "watch BTC/USD --trust .         | cannot read the certificate .; name a PEM file",
        "watch BTC/USD --url http://h    | write ws://host:port or wss://host:port, such as",
        "watch BTC/USD --url h:80        | write ws://host:port or wss://host:port, such as",
        "watch BTC/USD --url ws://       | write ws://host:port or wss://host:port, such as",
        "watch BTC/USD --url ws://h:x    | write ws://host:port or wss://host:port, such as",
        "watch BTC/USD --url ws://h:99999 | write ws://host:port or wss://host:port, such as",
        "watch BTC/USD --url ws://h/v3   | write ws://host:port or wss://host:port, alone or with",
        "watch BTC/USD --api v1 --url ws://h/v2 | for v1 write ws://h",
        "simulate --port 65536           | --port must be 0 to 65535, not 65536",
        "simulate --port -1              | --port must be 0 to 65535, not -1",
        "watch                           | name at least one pair, for example BTC/USD",
        "watch BTCUSD                    | 'BTCUSD' is not a pair; write BASE/QUOTE",
        "demo --seconds 0                | --seconds must be 1 or more, not 0",
        "decode                          | Missing required option: '--api=<api>'",
        "decode --api v2 /no/file        | no such file: /no/file"
      })
  void refusesBadArgumentsWithAReason(String arguments, String reason) {
    Run run = Run.of(arguments.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(reason).doesNotContain("Exception").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesACertificateThatIsCutOff(@TempDir Path folder) throws IOException {
    String pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    Path file = Files.writeString(folder.resolve("cut.pem"), pem);

    Run run = Run.of("watch", "BTC/USD", "--trust", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no good certificate in " + file).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "wach BTC/USD, Did you mean: kraken watch",
    "features --dif, Possible solutions: --diff"
  })
  void suggestsWhatWasMeant(String arguments, String suggestion) {
    Run run = Run.of(arguments.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(suggestion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "watch BTC/USD --api v1 --channels ticker --trigger bbo | Kraken v1 has no ticker on changes"
            + " of the best bid or offer; instead: subscribe to spread",
        "watch BTC/USD --api v1 --channels trade --snapshot | Kraken v1 has no last 50 trades on"
            + " subscribing; instead: ask REST Trades",
      })
  void refusesWhatTheVersionLacksBeforeItDials(String arguments, String reason) {
    Run run = Run.of((arguments + " --url ws://127.0.0.1:1").split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(reason);
  }
}
