package io.krakenspot.console;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.chaos.Chaos;
import io.krakenspot.testkit.chaos.ChaosAccount;
import io.krakenspot.testkit.chaos.ChaosReport;
import io.krakenspot.testkit.chaos.ChaosTime;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.vertx.policy.AttemptBudget;
import io.krakenspot.vertx.policy.KrakenReconnect;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chaos}: random faults under load, over sockets, and whether any invariant breaks. */
@Command(
    name = "chaos",
    description = {
      "Starts the simulated exchange on this machine and lets it misbehave while clients listen and"
          + " trade; whenever it is quiet, compares what they were told with its ledger.",
      "Ends with one line of figures; exit status 0 only if no invariant broke."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ChaosCommand implements Callable<Integer> {
  private static final int SECONDS = 60;

  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--api", paramLabel = "API", description = "v1, v2 or both (default: both).")
  private Apis apis = Apis.BOTH;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Begins no round after N minutes, for example 0.5 (default: 1).")
  private double minutes = 1;

  @Option(names = "--seed", paramLabel = "S", description = "Where chance begins (default: any).")
  private long seed = new Random().nextInt(1_000_000);

  @Option(names = "--verbose", description = "Says each fault and each quiet point.")
  private boolean verbose;

  ChaosCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  /** Which versions have a client. */
  enum Apis {
    V1,
    V2,
    BOTH;

    List<Api> each() {
      return switch (this) {
        case V1 -> List.of(Api.V1);
        case V2 -> List.of(Api.V2);
        case BOTH -> List.of(Api.values());
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    if (!(minutes > 0)) {
      throw new ParameterException(spec.commandLine(), "--minutes must be more than 0");
    }
    PrintWriter out = Stdio.printer(stdio.out());
    Map<Api, MadeUpKey> keys = new LinkedHashMap<>();
    apis.each().forEach(api -> keys.put(api, MadeUpKey.make()));
    int threadsBefore = ClientThreads.count();
    try (OnInterrupt interrupt = new OnInterrupt();
        ExchangeServer server = start(keys)) {
      ChaosReport report;
      try (Transport transport = Wiring.transport(null)) {
        report = run(server, transport, keys, interrupt.end(), out);
      }
      List<String> broken = new ArrayList<>(report.broken());
      ClientThreads.left(threadsBefore).ifPresent(broken::add);
      broken.forEach(out::println);
      out.println(apis + " " + report);
      return broken.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private ExchangeServer start(Map<Api, MadeUpKey> keys) {
    ExchangeServer.Builder server = ExchangeServer.builder().seed(seed).eventsPerSecond(0);
    keys.values().forEach(key -> server.account(key.key(), key.secret()));
    return server.start();
  }

  private ChaosReport run(
      ExchangeServer server,
      Transport transport,
      Map<Api, MadeUpKey> keys,
      CompletableFuture<Integer> end,
      PrintWriter out) {
    Chaos chaos = new Chaos(server.exchange(), realTime(end), seed);
    ReconnectPolicy policy =
        KrakenReconnect.builder()
            .budget(AttemptBudget.of(24, Duration.ofSeconds(150)))
            .seed(seed)
            .build();
    keys.forEach((api, key) -> chaos.join(account(server, transport, api, key, policy)));
    if (verbose) {
      chaos.log(out::println);
    }
    return chaos.run(Duration.ofMillis(Math.round(minutes * SECONDS * 1_000)));
  }

  /** Kraken's own reconnect rule and budget, unlike elsewhere with servers of one's own. */
  private static ChaosAccount account(
      ExchangeServer server, Transport transport, Api api, MadeUpKey key, ReconnectPolicy policy) {
    Protocol protocol = Wiring.protocol(api);
    Credentials credentials = Credentials.of(key.key(), key.secret());
    URI uri = server.webSocketUri();
    return new ChaosAccount(
        api.toString(),
        key.key(),
        key.secret(),
        KrakenClient.builder()
            .protocol(protocol)
            .transport(transport)
            .server(uri)
            .credentials(credentials)
            .reconnectPolicy(policy),
        transport.tokenSource(protocol.endpointsAt(uri).rest(), credentials));
  }

  private static ChaosTime realTime(CompletableFuture<Integer> end) {
    return new ChaosTime() {
      @Override
      public void pass(Duration duration) {
        try {
          end.get(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          // nobody wants the end yet
        } catch (InterruptedException e) {
          end.complete(ExitCode.OK);
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }

      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public boolean exact() {
        return false;
      }

      @Override
      public boolean over() {
        return end.isDone();
      }
    };
  }
}
