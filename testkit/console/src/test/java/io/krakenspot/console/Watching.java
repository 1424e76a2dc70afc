package io.krakenspot.console;

import io.krakenspot.testkit.exchange.ExchangeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code watch} against a simulated exchange, for half a minute at most. */
final class Watching {
  private Watching() {}

  static Run run(ExchangeServer exchange, Path folder, String arguments) {
    List<String> all = new ArrayList<>(List.of(("watch " + arguments).split(" ")));
    all.addAll(List.of("--seconds", "30"));
    all.addAll(List.of("--url", exchange.webSocketUri().toString()));
    exchange
        .certificatePem()
        .ifPresent(pem -> all.addAll(List.of("--trust", written(pem, folder).toString())));
    return Run.of(all.toArray(String[]::new));
  }

  private static Path written(String pem, Path folder) {
    try {
      return Files.writeString(folder.resolve("certificate.pem"), pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
