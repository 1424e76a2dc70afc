package io.krakenspot.internal.session;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import java.util.Set;
import java.util.function.Supplier;

/** Checks what the user asks for of the account. Safe for any thread. */
record AccountWishes(Protocol protocol, AccountDesk desk) {
  Wish<OrderUpdate> orders() {
    return wish(
        new Topic.OrderTopic(), update -> update.order().pair(), () -> new OrderResync(desk));
  }

  Wish<Fill> fills() {
    return wish(new Topic.FillTopic(), Fill::pair, Resync::none);
  }

  Wish<BalanceEvent> balances() {
    return wish(new Topic.BalanceTopic(), any -> null, () -> new BalanceResync(desk));
  }

  private <E> Wish<E> wish(Topic topic, Wish.PairOf<E> pairOf, Supplier<Resync<E>> resync) {
    Feature feature = protocol.featureOf(topic);
    Support support = protocol.support(feature);
    if (!support.available()) {
      throw new NotSupportedException(feature.description(), protocol.name(), support.note());
    }
    return new Wish<>(topic, Set.of(), SnapshotChoice.DEFAULT, pairOf, false, resync);
  }
}
