package io.krakenspot.console;

import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.console.internal.screen.Dashboard;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.ExchangeServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: the simulated exchange and a client of it, with an account, in one process. */
@Command(
    name = "demo",
    description =
        "Starts the simulated exchange on this machine, shows a live book, and places, amends and"
            + " cancels orders on an account of its own.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 42;
  private static final double EVENTS_PER_SECOND = 20;

  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--api", description = "v1 or v2 (default: v2).")
  private Api api = Api.V2;

  @Option(names = "--seconds", paramLabel = "N", description = "Ends after N seconds (default 30).")
  private long seconds = 30;

  DemoCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() {
    if (seconds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--seconds must be 1 or more, not " + seconds);
    }
    Protocol protocol = Wiring.protocol(api);
    MadeUpKey key = MadeUpKey.make();
    try (OnInterrupt interrupt = new OnInterrupt();
        ExchangeServer exchange = start(key);
        Transport transport = Wiring.transport(null);
        KrakenClient client =
            Wiring.clientAt(exchange.webSocketUri(), transport)
                .protocol(protocol)
                .credentials(Credentials.of(key.key(), key.secret()))
                .build()) {
      String address = protocol.endpointsAt(exchange.webSocketUri()).marketData().toString();
      Counters counters = show(client, "Kraken Spot " + api + " at " + address, interrupt.end());
      return counters.checksumsVerified() > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private static ExchangeServer start(MadeUpKey key) {
    return ExchangeServer.builder()
        .port(0)
        .tls(false)
        .seed(SEED)
        .eventsPerSecond(EVENTS_PER_SECOND)
        .account(key.key(), key.secret())
        .start();
  }

  private Counters show(KrakenClient client, String title, CompletableFuture<?> end) {
    PrintWriter out = Stdio.printer(stdio.out());
    Demo demo = new Demo(client, new Dashboard(title, stdio.terminal()), out);
    if (stdio.terminal()) {
      return demo.onTerminal(end, seconds);
    }
    out.println(title);
    return demo.onLines(end, seconds);
  }
}
