package io.krakenspot.console;

import io.krakenspot.failure.KrakenException;
import io.krakenspot.failure.NotSupportedException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/**
 * The program, for example {@code java -jar kraken.jar watch BTC/USD}. Exit status 0 is success, 1
 * failure, 2 a request that cannot be met; {@code order} knows more.
 */
@Command(
    name = "kraken",
    description = "Market data and trading over the Kraken Spot WebSocket API, v1 or v2.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Kraken {
  static final int LAST_PORT = 65_535;

  /** Held, so that its level stays: what there is to say of connections, the commands say. */
  private static final Logger TRANSPORT_LOG = Logger.getLogger("io.vertx");

  private Kraken() {}

  /**
   * Runs the program. Returns on success, so that it can run inside another JVM; ends the JVM with
   * the exit status otherwise.
   *
   * @param args subcommand and arguments
   */
  public static void main(String[] args) {
    TRANSPORT_LOG.setLevel(Level.SEVERE);
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
    CommandLine kraken =
        new CommandLine(new Kraken())
            .addSubcommand(new DemoCommand(stdio))
            .addSubcommand(new WatchCommand(stdio))
            .addSubcommand(OrderCommand.commandLine(stdio))
            .addSubcommand(new DecodeCommand(stdio))
            .addSubcommand(new SimulateCommand(stdio))
            .addSubcommand(new ChaosCommand(stdio))
            .addSubcommand(new FeaturesCommand());
    return Converters.register(kraken)
        .setOut(Stdio.printer(stdio.out()))
        .setErr(stdio.err())
        .setParameterExceptionHandler((e, args) -> misused(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
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
