package io.krakenspot.console;

import static io.krakenspot.console.NewOrderOptions.given;

import io.krakenspot.market.Pair;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.port.Command.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code order amend}. */
@Command(
    name = "amend",
    description = "Changes an open order in place.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AmendCommand extends OrderSubcommand {
  @ArgGroup(multiplicity = "1")
  private Name name = new Name();

  @Option(names = "--quantity", description = "How much, what has traded included.")
  private @Nullable BigDecimal quantity;

  @Option(names = "--display-quantity", description = "The part of an iceberg that is shown.")
  private @Nullable BigDecimal displayQuantity;

  @Option(names = "--limit", paramLabel = "PRICE", description = "Such as 60000.")
  private @Nullable OrderPrice limit;

  @Option(names = "--trigger", paramLabel = "PRICE", description = "Such as 60000 or +2%%.")
  private @Nullable OrderPrice trigger;

  @Option(names = "--post-only", description = "Drops the change rather than take liquidity.")
  private boolean postOnly;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "After which the engine drops the change, 1s to 60s.")
  private @Nullable Duration deadline;

  @Option(
      names = "--pair",
      paramLabel = "PAIR",
      description = "For pairs that demand it, and for --check.")
  private @Nullable Pair pair;

  @Mixin private OrderCheckOption check = new OrderCheckOption();

  AmendCommand(Stdio stdio) {
    super(stdio);
  }

  /** Which order. */
  static final class Name {
    @Option(names = "--order-id", paramLabel = "ID", description = "Kraken's id.")
    @Nullable String orderId;

    @Option(names = "--client-order-id", paramLabel = "ID", description = "One's own id.")
    @Nullable String clientOrderId;

    OrderKey key() {
      String own = clientOrderId;
      return own == null ? OrderKey.id(String.valueOf(orderId)) : OrderKey.clientId(own);
    }
  }

  @Override
  boolean checked() {
    return check.wanted();
  }

  @Override
  Request request() {
    if (check.wanted() && pair == null) {
      throw new IllegalArgumentException("--check needs --pair, whose reference data it asks for");
    }
    OrderKey order = name.key();
    AmendOrder.Builder change = AmendOrder.of(order).postOnly(postOnly);
    given(quantity, change::quantity);
    given(displayQuantity, change::displayQuantity);
    given(limit, change::limit);
    given(trigger, change::trigger);
    given(deadline, change::deadline);
    given(pair, change::pair);
    AmendOrder amend = change.build();
    return (trading, fates) -> fates.add(Kind.AMEND, order, trading.amend(amend));
  }
}
