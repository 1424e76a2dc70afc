package io.krakenspot.console;

import static io.krakenspot.console.NewOrderOptions.given;

import io.krakenspot.market.Pair;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.Trigger;
import io.krakenspot.order.TriggerReference;
import io.krakenspot.port.Command.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code order edit}. */
@Command(
    name = "edit",
    description = "Cancels an order and places another; prefer amend.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EditCommand extends OrderSubcommand {
  @Option(names = "--order-id", required = true, paramLabel = "ID", description = "Kraken's id.")
  private String orderId = "";

  @Option(names = "--pair", required = true, paramLabel = "PAIR", description = "BTC/USD.")
  private Pair pair = Pair.of("BTC/USD");

  @Option(names = "--quantity", description = "How much, base currency.")
  private @Nullable BigDecimal quantity;

  @Option(names = "--limit", paramLabel = "PRICE", description = "Such as 60000.")
  private @Nullable OrderPrice limit;

  @Option(names = "--trigger", paramLabel = "PRICE", description = "Such as 60000 or +2%%.")
  private @Nullable OrderPrice trigger;

  @Option(names = "--trigger-reference", description = "last (default) or index.")
  private TriggerReference triggerReference = TriggerReference.LAST;

  @Option(names = "--display-quantity", description = "The part of an iceberg that is shown.")
  private @Nullable BigDecimal displayQuantity;

  @Option(names = "--user-reference", paramLabel = "N", description = "A number of one's own.")
  private @Nullable Integer userReference;

  @Option(names = "--post-only", description = "Never takes liquidity.")
  private boolean postOnly;

  @Option(names = "--reduce-only", description = "Reduces a margin position alone.")
  private boolean reduceOnly;

  @Option(names = "--fee-preference", description = "base or quote: what fees are taken in.")
  private @Nullable FeePreference feePreference;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "After which the engine drops the edit, 1s to 60s.")
  private @Nullable Duration deadline;

  @Option(names = "--validate", description = "Has it checked, not done.")
  private boolean validateOnly;

  @Mixin private OrderCheckOption check = new OrderCheckOption();

  EditCommand(Stdio stdio) {
    super(stdio);
  }

  @Override
  boolean checked() {
    return check.wanted();
  }

  @Override
  Request request() {
    EditOrder.Builder change =
        EditOrder.of(orderId, pair)
            .postOnly(postOnly)
            .reduceOnly(reduceOnly)
            .validateOnly(validateOnly);
    given(quantity, change::quantity);
    given(limit, change::limit);
    given(trigger, price -> change.trigger(new Trigger(price, triggerReference)));
    given(displayQuantity, change::displayQuantity);
    given(userReference, change::userReference);
    given(feePreference, change::feePreference);
    given(deadline, change::deadline);
    EditOrder edit = change.build();
    return (trading, fates) -> fates.add(Kind.EDIT, OrderKey.id(orderId), trading.edit(edit));
  }
}
