package io.krakenspot.console;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.order.TriggerReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A new order, as options of {@code order place} and as the fields of a line of {@code order
 * batch}. They are named as the fields of {@link NewOrder} are.
 */
@Command
final class NewOrderOptions {
  @Option(names = "--pair", required = true, paramLabel = "PAIR", description = "BTC/USD.")
  private Pair pair = Pair.of("BTC/USD");

  @Option(names = "--side", required = true, description = "buy or sell.")
  private Side side = Side.BUY;

  @Option(
      names = "--type",
      required = true,
      description =
          "limit, market, iceberg, stop-loss, stop-loss-limit, take-profit, take-profit-limit,"
              + " trailing-stop, trailing-stop-limit or settle-position.")
  private OrderType type = OrderType.LIMIT;

  @Option(names = "--quantity", description = "How much, base currency.")
  private @Nullable BigDecimal quantity;

  @Option(names = "--cash-quantity", description = "How much, quote currency; to buy at market.")
  private @Nullable BigDecimal cashQuantity;

  @Option(
      names = "--limit",
      paramLabel = "PRICE",
      description = "Limit price, such as 60000; +100 or +2%% away for trailing-stop-limit.")
  private @Nullable OrderPrice limit;

  @Option(
      names = "--trigger",
      paramLabel = "PRICE",
      description = "Trigger price, such as 60000, +100 or -2%%.")
  private @Nullable OrderPrice trigger;

  @Option(names = "--trigger-reference", description = "last (default) or index.")
  private TriggerReference triggerReference = TriggerReference.LAST;

  @Option(names = "--display-quantity", description = "The part of an iceberg that is shown.")
  private @Nullable BigDecimal displayQuantity;

  @Option(names = "--time-in-force", description = "gtc (default), gtd, ioc or fok.")
  private @Nullable TimeInForce timeInForce;

  @Option(names = "--expire-time", description = "Of gtd, such as 2026-03-02T10:00:00Z.")
  private @Nullable Instant expireTime;

  @Option(names = "--effective-time", description = "When it becomes live.")
  private @Nullable Instant effectiveTime;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "After which the engine drops it unplaced, 1s to 60s.")
  private @Nullable Duration deadline;

  @Option(names = "--post-only", description = "Never takes liquidity.")
  private boolean postOnly;

  @Option(names = "--reduce-only", description = "Reduces a margin position alone.")
  private boolean reduceOnly;

  @Option(names = "--margin", description = "Funds it on margin.")
  private boolean margin;

  @Option(names = "--leverage", description = "2 to 5; v1 only.")
  private @Nullable Integer leverage;

  @Option(names = "--client-order-id", paramLabel = "ID", description = "Default: a new UUID.")
  private @Nullable String clientOrderId;

  @Option(names = "--user-reference", paramLabel = "N", description = "A number of one's own.")
  private @Nullable Integer userReference;

  @Option(names = "--close-type", description = "Of the order that closes each fill.")
  private @Nullable OrderType closeType;

  @Option(names = "--close-trigger", paramLabel = "PRICE", description = "Its trigger price.")
  private @Nullable OrderPrice closeTrigger;

  @Option(names = "--close-limit", paramLabel = "PRICE", description = "Its limit price.")
  private @Nullable OrderPrice closeLimit;

  @Option(
      names = "--self-trade-prevention",
      description = "cancel-newest (default), cancel-oldest or cancel-both.")
  private @Nullable SelfTradePrevention selfTradePrevention;

  @Option(names = "--fee-preference", description = "base or quote: what fees are taken in.")
  private @Nullable FeePreference feePreference;

  @Option(names = "--sender-sub-id", paramLabel = "ID", description = "Trader of an institution.")
  private @Nullable String senderSubId;

  @Option(names = "--validate", description = "Has it checked, not placed.")
  private boolean validateOnly;

  /** The order, with an id that its fate can be told by. */
  NewOrder order() {
    NewOrder.Builder order =
        NewOrder.of(pair, side, type)
            .postOnly(postOnly)
            .reduceOnly(reduceOnly)
            .margin(margin)
            .validateOnly(validateOnly);
    given(quantity, order::quantity);
    given(cashQuantity, order::cashQuantity);
    given(limit, order::limit);
    given(trigger, price -> order.trigger(new Trigger(price, triggerReference)));
    given(displayQuantity, order::displayQuantity);
    given(timeInForce, order::timeInForce);
    given(expireTime, order::expireTime);
    given(effectiveTime, order::effectiveTime);
    given(deadline, order::deadline);
    given(leverage, order::leverage);
    given(clientOrderId, order::clientOrderId);
    given(userReference, order::userReference);
    given(
        closeType,
        close -> order.conditionalClose(new ConditionalClose(close, closeTrigger, closeLimit)));
    given(selfTradePrevention, order::selfTradePrevention);
    given(feePreference, order::feePreference);
    given(senderSubId, order::senderSubId);
    return named(order.build());
  }

  static <T> void given(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private static NewOrder named(NewOrder order) {
    boolean nameless = order.clientOrderId() == null && order.userReference() == null;
    return nameless && order.conditionalClose() == null
        ? order.withClientOrderId(UUID.randomUUID().toString())
        : order;
  }

  /** What a fate is told by; null if only the answer names the order. */
  static @Nullable OrderKey key(NewOrder order) {
    String id = order.clientOrderId();
    Integer reference = order.userReference();
    return id != null
        ? OrderKey.clientId(id)
        : reference == null ? null : OrderKey.userReference(reference);
  }
}
