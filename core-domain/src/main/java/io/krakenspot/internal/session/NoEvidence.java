package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For a command that leaves no trace in the account's records.
 *
 * @param advice what a user can do
 */
record NoEvidence<R>(String advice) implements Evidence<R> {
  @Override
  public List<OrderKey> lookups() {
    return List.of();
  }

  @Override
  public @Nullable Fate<R> judge(OrderRecords records, Knowledge knowledge) {
    return null;
  }
}
