package io.krakenspot.console;

import io.krakenspot.client.Trading;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code order cancel}. */
@Command(
    name = "cancel",
    description = "Cancels orders, each by a request of its own.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CancelCommand extends OrderSubcommand {
  @ArgGroup(exclusive = false, multiplicity = "1")
  private Names names = new Names();

  @Option(
      names = "--one-request",
      description = "Cancels 2 to 50 orders with one request, which has one fate; v2 only.")
  private boolean oneRequest;

  CancelCommand(Stdio stdio) {
    super(stdio);
  }

  /** Which orders. */
  static final class Names {
    @Option(names = "--order-id", split = ",", paramLabel = "ID", description = "Kraken's ids.")
    List<String> orderIds = new ArrayList<>();

    @Option(
        names = "--client-order-id",
        split = ",",
        paramLabel = "ID",
        description = "One's own ids.")
    List<String> clientOrderIds = new ArrayList<>();

    @Option(
        names = "--user-reference",
        split = ",",
        paramLabel = "N",
        description = "One's own numbers; each cancels all orders that have it.")
    List<Integer> userReferences = new ArrayList<>();

    List<OrderKey> keys() {
      return Stream.of(
              orderIds.stream().map(OrderKey::id),
              clientOrderIds.stream().map(OrderKey::clientId),
              userReferences.stream().map(OrderKey::userReference))
          .flatMap(keys -> keys)
          .distinct()
          .toList();
    }
  }

  @Override
  Request request() {
    List<OrderKey> keys = names.keys();
    return oneRequest
        ? (trading, fates) -> fates.add(Kind.CANCEL_BATCH, null, trading.cancelBatch(keys))
        : (trading, fates) -> each(keys, trading, fates);
  }

  private static void each(List<OrderKey> keys, Trading trading, Fates fates) {
    CompletionStage<Map<OrderKey, Fate<Cancelled>>> all = trading.cancel(keys);
    for (OrderKey key : keys) {
      fates.add(Kind.CANCEL, key, all.thenApply(answers -> answers.get(key)));
    }
  }
}
