package io.krakenspot.v2.internal;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.util.List;

/** {@code balances}. */
final class BalanceDecoder extends AccountMessage<BalanceRow> {
  private List<BalanceEvent> events = List.of();

  BalanceDecoder() {
    super(new Topic.BalanceTopic().name());
  }

  @Override
  BalanceRow row(WireReader in) throws IOException {
    return new BalanceRow().read(in);
  }

  @Override
  public void end(WireReader in) {
    super.end(in);
    events =
        snapshot()
            ? List.of(
                new BalanceEvent.Snapshot(rows().stream().map(row -> row.balance(in)).toList()))
            : rows().stream()
                .<BalanceEvent>map(row -> new BalanceEvent.Change(row.entry(in)))
                .toList();
  }

  @Override
  void report(Inbound inbound, boolean snapshot) {
    inbound.balances(new BalanceFrame(sequence(), events));
  }
}
