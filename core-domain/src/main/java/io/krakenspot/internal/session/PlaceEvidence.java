package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.Placed;
import io.krakenspot.order.PriceType;
import io.krakenspot.order.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an order was placed: it is found by the id that was sent with it. */
final class PlaceEvidence implements Evidence<Placed> {
  /** How far the exchange's clock may be behind ours. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private final NewOrder order;
  private final OrderKey key;
  private Set<String> knownBefore = Set.of();
  private Instant sent = Instant.MAX;

  PlaceEvidence(NewOrder order) {
    this.order = order;
    String clientOrderId = order.clientOrderId();
    this.key =
        clientOrderId == null
            ? OrderKey.userReference(Objects.requireNonNull(order.userReference()))
            : OrderKey.clientId(clientOrderId);
  }

  @Override
  public void before(OrderRecords records, Instant now) {
    sent = now;
    knownBefore = records.named(key).stream().map(Order::id).collect(Collectors.toSet());
  }

  @Override
  public List<OrderKey> lookups() {
    return List.of(key);
  }

  @Override
  public @Nullable Fate<Placed> judge(OrderRecords records, Knowledge knowledge) {
    boolean doubtful = false;
    for (Order found : records.named(key)) {
      if (knownBefore.contains(found.id()) || !likeAsked(found)) {
        continue;
      }
      if (!sinceSent(found) || !pricedAsAsked(found)) {
        doubtful |= records.unclaimed(found.id(), order);
      } else if (records.claim(found.id(), order)) {
        return Evidence.tookEffect(
            new Placed(found.id(), order.clientOrderId(), order.userReference(), null));
      }
    }
    if (order.validateOnly()) {
      return knowledge == Knowledge.PARTIAL
          ? null
          : Evidence.noEffect("the order was only to be checked; check it again");
    }
    return knowledge == Knowledge.ALL_ORDERS && !doubtful
        ? Evidence.noEffect("the exchange has no order of " + key)
        : null;
  }

  /** A user reference may name orders that have nothing to do with this one. */
  private boolean likeAsked(Order found) {
    BigDecimal quantity = found.quantity();
    return order.clientOrderId() != null
        || ((found.pair() == null || order.pair().equals(found.pair()))
            && (found.side() == null || order.side() == found.side())
            && (found.type() == null || order.type() == found.type())
            && (quantity == null
                || order.quantity() == null
                || Boolean.TRUE.equals(found.get(OrderAttribute.AMENDED))
                || quantity.compareTo(order.quantity()) == 0));
  }

  /** The same name may have been given to an order long ago. */
  private boolean sinceSent(Order found) {
    Instant opened = found.get(OrderAttribute.OPENED);
    return opened == null || !opened.isBefore(sent.minus(CLOCKS));
  }

  /** Several orders that differ in price alone may share a user reference. */
  private boolean pricedAsAsked(Order found) {
    Trigger trigger = order.trigger();
    return order.clientOrderId() != null
        || Boolean.TRUE.equals(found.get(OrderAttribute.AMENDED))
        || (fits(order.limit(), found.limitPrice())
            && fits(
                trigger == null ? null : trigger.price(), found.get(OrderAttribute.TRIGGER_PRICE)));
  }

  /** A distance is turned into a price, which cannot be foreseen. */
  private static boolean fits(@Nullable OrderPrice asked, @Nullable OrderPrice found) {
    return asked == null
        || found == null
        || asked.type() != PriceType.STATIC
        || asked.equals(found);
  }

  @Override
  public String advice() {
    return "look for " + key + " in the account's order history before placing it again";
  }
}
