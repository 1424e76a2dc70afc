package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the orders of a batch were placed, each for itself. */
final class BatchEvidence implements Evidence<List<Fate<Placed>>> {
  private final List<PlaceEvidence> orders;

  BatchEvidence(List<PlaceEvidence> orders) {
    this.orders = orders;
  }

  @Override
  public void before(OrderRecords records, Instant now) {
    orders.forEach(order -> order.before(records, now));
  }

  @Override
  public List<OrderKey> lookups() {
    return orders.stream().flatMap(order -> order.lookups().stream()).toList();
  }

  @Override
  public @Nullable Fate<List<Fate<Placed>>> judge(OrderRecords records, Knowledge knowledge) {
    List<Fate<Placed>> fates = new ArrayList<>();
    for (PlaceEvidence order : orders) {
      Fate<Placed> fate = order.judge(records, knowledge);
      if (fate == null) {
        return null;
      }
      fates.add(fate);
    }
    return Evidence.tookEffect(fates);
  }

  @Override
  public String advice() {
    return "look for the batch's orders in the account's order history before placing them again";
  }
}
