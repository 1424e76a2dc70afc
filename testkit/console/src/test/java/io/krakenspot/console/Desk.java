package io.krakenspot.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulated exchange that stands still, and an account of it that the program uses. */
final class Desk implements AutoCloseable {
  static final String KEY = "desk-key";
  static final String SECRET = "ZGVzay1zZWNyZXQtMTIzNDU2Nzg5";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExchangeServer server =
      ExchangeServer.builder().seed(42).eventsPerSecond(0).account(KEY, SECRET).start();
  private final StringBuffer written = new StringBuffer();

  Exchange exchange() {
    return server.exchange();
  }

  AccountAudit audit() {
    return exchange().audit(KEY);
  }

  /** Runs the program with JSON lines. */
  Run run(String arguments) {
    return fed("", arguments);
  }

  Run fed(String in, String arguments) {
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.addAll(List.of("--json", "--url", server.webSocketUri().toString()));
    Run run =
        Run.with(
            Map.of("KRAKEN_KEY", KEY, "KRAKEN_SECRET", SECRET), in, all.toArray(String[]::new));
    written.append(run.out()).append(run.err());
    return run;
  }

  String url() {
    return server.webSocketUri().toString();
  }

  /** All that was written so far. */
  String written() {
    return written.toString();
  }

  static List<JsonNode> events(Run run) {
    return run.lines().stream().map(Desk::parsed).toList();
  }

  static JsonNode last(Run run) {
    return parsed(run.lines().get(run.lines().size() - 1));
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
