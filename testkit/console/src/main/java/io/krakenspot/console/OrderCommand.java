package io.krakenspot.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code order}: sends one command of the account and tells what became of it. */
@Command(
    name = "order",
    description = {
      "Sends one command for the account's orders and prints its fate.",
      "",
      "Exit status 0 if it was accepted, 1 rejected, be it for one of the orders that it names, 2"
          + " makes no sense or the version lacks it, 3 not sent, 4 still unknown.",
      "The API key is taken from KRAKEN_KEY and KRAKEN_SECRET, or from --credentials FILE."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class OrderCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private OrderCommand() {}

  static CommandLine commandLine(Stdio stdio) {
    return new CommandLine(new OrderCommand())
        .addSubcommand(new PlaceCommand(stdio))
        .addSubcommand(new AmendCommand(stdio))
        .addSubcommand(new EditCommand(stdio))
        .addSubcommand(new CancelCommand(stdio))
        .addSubcommand(new CancelAllCommand(stdio))
        .addSubcommand(new CancelAfterCommand(stdio))
        .addSubcommand(new BatchCommand(stdio));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say which: " + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }
}
