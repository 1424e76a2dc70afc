package io.krakenspot.console;

import io.krakenspot.failure.KrakenException;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The program, for example {@code java -jar kraken.jar watch BTC/USD}. Exit status 0 is success, 1
 * failure, 2 a request that cannot be met.
 */
@Command(
    name = "kraken",
    description = "Market data of the Kraken Spot WebSocket API, v1 or v2.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Kraken {
  static final int LAST_PORT = 65_535;

  private Kraken() {}

  /**
   * Runs the program. Returns on success, so that it can run inside another JVM; ends the JVM with
   * the exit status otherwise.
   *
   * @param args subcommand and arguments
   */
  public static void main(String[] args) {
    int status = run(Stdio.system(), args);
    if (status != ExitCode.OK) {
      System.exit(status);
    }
  }

  static int run(Stdio stdio, String... args) {
    CommandLine kraken = commandLine(stdio);
    if (args.length == 0) {
      kraken.usage(kraken.getErr());
      return ExitCode.USAGE;
    }
    return kraken.execute(args);
  }

  private static CommandLine commandLine(Stdio stdio) {
    return new CommandLine(new Kraken())
        .addSubcommand(new DemoCommand(stdio))
        .addSubcommand(new WatchCommand(stdio))
        .addSubcommand(new DecodeCommand(stdio))
        .addSubcommand(new SimulateCommand(stdio))
        .addSubcommand(new FeaturesCommand())
        .registerConverter(Api.class, orExplain(text -> named(text, Api.values())))
        .registerConverter(Channel.class, orExplain(text -> named(text, Channel.values())))
        .registerConverter(Trigger.class, orExplain(text -> named(text, Trigger.values())))
        .registerConverter(Depth.class, orExplain(text -> Depth.of(Integer.parseInt(text))))
        .registerConverter(
            Interval.class, orExplain(text -> Interval.ofMinutes(Integer.parseInt(text))))
        .registerConverter(PemFile.class, orExplain(PemFile::of))
        .registerConverter(URI.class, orExplain(Kraken::server))
        .setOut(Stdio.printer(stdio.out()))
        .setErr(stdio.err())
        .setParameterExceptionHandler((e, args) -> misused(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
  }

  private static <T> T named(String text, T[] values) {
    for (T value : values) {
      if (value.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    String known = Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + text + "' is none of " + known);
  }

  private static URI server(String text) {
    try {
      URI uri = new URI(text);
      if (Set.of("ws", "wss").contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getPort() <= LAST_PORT) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // what to write instead is said below
    }
    throw new IllegalArgumentException(
        "write ws://host:port or wss://host:port, such as ws://127.0.0.1:8080");
  }

  /** Lets the message of a refused value reach the user. */
  private static <T> ITypeConverter<T> orExplain(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not a number");
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }

  private static int misused(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(e.getMessage() + " (see '" + name + " --help')");
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof NotSupportedException || e instanceof IllegalArgumentException) {
      err.println(e.getMessage());
      return ExitCode.USAGE;
    }
    boolean clear = e instanceof KrakenException || e instanceof UncheckedIOException;
    err.println(clear ? e.getMessage() : e.toString());
    Arrays.stream(e.getSuppressed()).forEach(err::println);
    return ExitCode.SOFTWARE;
  }
}
