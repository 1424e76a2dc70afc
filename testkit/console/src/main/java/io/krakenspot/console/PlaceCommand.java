package io.krakenspot.console;

import io.krakenspot.order.NewOrder;
import io.krakenspot.port.Command.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code order place}. */
@Command(
    name = "place",
    description = "Places an order.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PlaceCommand extends OrderSubcommand {
  @Mixin private NewOrderOptions options = new NewOrderOptions();

  @Mixin private OrderCheckOption check = new OrderCheckOption();

  PlaceCommand(Stdio stdio) {
    super(stdio);
  }

  @Override
  boolean checked() {
    return check.wanted();
  }

  @Override
  Request request() {
    NewOrder order = options.order();
    return (trading, fates) ->
        fates.add(Kind.PLACE, NewOrderOptions.key(order), trading.place(order));
  }
}
