package io.krakenspot.console;

import io.krakenspot.port.Command.Kind;
import picocli.CommandLine.Command;

/** {@code order cancel-all}. */
@Command(
    name = "cancel-all",
    description = "Cancels all open orders of the account, whoever placed them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CancelAllCommand extends OrderSubcommand {
  CancelAllCommand(Stdio stdio) {
    super(stdio);
  }

  @Override
  Request request() {
    return (trading, fates) -> fates.add(Kind.CANCEL_ALL, null, trading.cancelAll());
  }
}
