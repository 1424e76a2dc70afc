package io.krakenspot.console;

import io.krakenspot.port.Command.Kind;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code order cancel-after}. */
@Command(
    name = "cancel-after",
    description =
        "Sets the dead man's switch: all orders of the account, whoever placed them, are cancelled"
            + " after a while unless it is set again.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CancelAfterCommand extends OrderSubcommand {
  @Parameters(paramLabel = "TIME", description = "Such as 60s; 0s switches it off.")
  private Duration timeout = Duration.ZERO;

  CancelAfterCommand(Stdio stdio) {
    super(stdio);
  }

  @Override
  Request request() {
    return (trading, fates) ->
        fates.add(Kind.CANCEL_ALL_AFTER, null, trading.cancelAllAfter(timeout));
  }
}
