package io.krakenspot.console;

import io.krakenspot.console.internal.event.JsonLine;
import io.krakenspot.port.Credentials;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.FaultScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: the simulated exchange alone. */
@Command(
    name = "simulate",
    description = {
      "Runs the simulated exchange on this machine until Ctrl-C; prints its URLs.",
      "It has one account, with plenty of everything: that of KRAKEN_KEY and KRAKEN_SECRET, or one"
          + " that is made up and printed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", paramLabel = "P", description = "Port (default: a free one).")
  private int port;

  @Option(names = "--tls", description = "Serves wss and https; prints the certificate's file.")
  private boolean tls;

  @Option(names = "--seed", paramLabel = "S", description = "Where chance begins (default: 42).")
  private long seed = 42;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "What goes wrong, one a line: AT FAULT, for example '10s drop'.")
  private @Nullable Path faults;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  private final MadeUpKey madeUp = MadeUpKey.make();
  private Optional<Credentials> account = Optional.empty();

  SimulateCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    account = ApiKey.of(stdio.environment());
    FaultScript script = script();
    try (OnInterrupt interrupt = new OnInterrupt();
        ExchangeServer server = start()) {
      play(script, server);
      if (tls) {
        runWithCertificate(server, interrupt);
      } else {
        announce(server);
        interrupt.await();
      }
    }
    return ExitCode.OK;
  }

  private FaultScript script() throws IOException {
    try {
      return FaultScript.parse(faults == null ? List.of() : Files.readAllLines(faults));
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    } catch (NoSuchFileException e) {
      throw new ParameterException(spec.commandLine(), "--faults: there is no file " + faults);
    }
  }

  private void play(FaultScript script, ExchangeServer server) {
    try {
      server.exchange().play(script);
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private ParameterException unusable(IllegalArgumentException why) {
    return new ParameterException(
        spec.commandLine(), "--faults " + faults + ": " + why.getMessage());
  }

  private ExchangeServer start() {
    if (port < 0 || port > Kraken.LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to " + Kraken.LAST_PORT + ", not " + port);
    }
    try {
      return ExchangeServer.builder()
          .port(port)
          .tls(tls)
          .seed(seed)
          .account(
              account.map(Credentials::key).orElse(madeUp.key()),
              account.map(SimulateCommand::secret).orElse(madeUp.secret()))
          .start();
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(
          e.getMessage() + "; choose another --port, or leave it out for a free one", e.getCause());
    }
  }

  private void runWithCertificate(ExchangeServer server, OnInterrupt interrupt) throws IOException {
    Path file = Files.createTempFile("kraken-simulate-", ".pem");
    try {
      Files.writeString(file, server.certificatePem().orElseThrow());
      print("certificate", file.toString());
      announce(server);
      interrupt.await();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void announce(ExchangeServer server) {
    server.uris().forEach((label, uri) -> print(label, uri));
    if (account.isEmpty()) {
      Stdio.printer(stdio.out()).println(json ? madeUp.json() : madeUp.text());
    }
  }

  private static String secret(Credentials credentials) {
    return Base64.getEncoder().encodeToString(credentials.secret());
  }

  private void print(String label, Object value) {
    PrintWriter out = Stdio.printer(stdio.out());
    out.println(json ? line(label, value) : label + " " + value);
  }

  private static JsonLine line(String label, Object value) {
    return value instanceof URI uri
        ? JsonLine.event("url").with("name", label).with("url", uri.toString())
        : JsonLine.event(label).with("file", value);
  }
}
