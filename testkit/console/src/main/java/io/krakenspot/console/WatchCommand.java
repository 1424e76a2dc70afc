package io.krakenspot.console;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.console.internal.event.EventFormat;
import io.krakenspot.console.internal.event.JsonEvents;
import io.krakenspot.console.internal.event.PlainEvents;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Transport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watch}: streams market data and the account's events to standard output. */
@Command(
    name = "watch",
    description =
        "Streams market data, and what happens to one's account, until Ctrl-C, --count or"
            + " --seconds.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WatchCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PAIR", description = "Pairs such as BTC/USD.")
  private List<String> pairs = new ArrayList<>();

  @Mixin private Connecting connecting = new Connecting();

  @Option(
      names = "--channels",
      split = ",",
      description =
          "Any of ${COMPLETION-CANDIDATES} (default: book,trade,ticker). level3, executions (orders"
              + " and fills), orders, fills and balances need an API key.")
  private Set<Channel> channels = EnumSet.of(Channel.BOOK, Channel.TRADE, Channel.TICKER);

  @Option(
      names = "--depth",
      description = "Levels a side of books: 10, 25, 100, 500 or 1000; of level3: 10, 100 or 1000.")
  private Depth depth = Depth.D10;

  @Option(
      names = "--interval",
      description = "Minutes of candles: 1, 5, 15, 30, 60, 240, 1440, 10080 or 21600.")
  private Interval interval = Interval.MINUTES_1;

  @Option(
      names = "--trigger",
      description = "What makes the exchange send a ticker: trades (default) or bbo; v2 only.")
  private Trigger trigger = Trigger.TRADES;

  @Option(
      names = "--snapshot",
      negatable = true,
      description = "Whether to start with what went before (default: all but trades); v2 only.")
  private @Nullable Boolean snapshot;

  @Option(names = "--json", description = "One JSON object a line; see docs/json-events.md.")
  private boolean json;

  @Option(names = "--count", paramLabel = "N", description = "Ends after N events.")
  private long count = Long.MAX_VALUE;

  @Option(names = "--seconds", paramLabel = "N", description = "Ends after N seconds.")
  private long seconds = Long.MAX_VALUE;

  WatchCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() {
    check();
    EventFormat format = json ? new JsonEvents() : new PlainEvents();
    Watch.Wish wish =
        new Watch.Wish(
            channels, pairs(), depth, interval, trigger.trigger, snapshot, count, seconds);
    try (OnInterrupt interrupt = new OnInterrupt();
        Transport transport = connecting.transport();
        KrakenClient client = client(transport);
        Lines lines =
            new Lines(stdio.out(), format::lost, () -> interrupt.end().complete(ExitCode.OK))) {
      return new Watch(client, wish, format, lines, stdio.err(), interrupt.end()).run();
    }
  }

  private void check() {
    requirePositive("--count", count);
    requirePositive("--seconds", seconds);
    if (pairs.isEmpty() && channels.stream().anyMatch(Channel::needsPairs)) {
      throw misuse("name at least one pair, for example BTC/USD");
    }
  }

  private void requirePositive(String option, long value) {
    if (value < 1) {
      throw misuse(option + " must be 1 or more, not " + value);
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Set<Pair> pairs() {
    return pairs.stream().map(Pair::of).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private KrakenClient client(Transport transport) {
    KrakenClientBuilder builder = connecting.client(transport);
    if (channels.stream().anyMatch(Channel::needsCredentials)) {
      builder.credentials(connecting.credentials(stdio.environment()));
    }
    return builder.build();
  }
}
