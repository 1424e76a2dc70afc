package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import java.util.List;

/**
 * What a subscription of {@code executions} asks for.
 *
 * @param orders whether the snapshot has the open orders
 * @param trades whether the snapshot has the last fills
 * @param everyStep whether every change of an order is told
 * @param rateCounter whether the rate counter is told
 * @param subaccounts whether other accounts are told of, which takes the snapshot away
 */
record ExecutionsTerms(
    boolean orders, boolean trades, boolean everyStep, boolean rateCounter, boolean subaccounts) {
  private static final List<String> WARNINGS =
      List.of(
          "cancel_reason is deprecated, use reason",
          "stop_price is deprecated, use triggers.price",
          "trigger is deprecated use triggers.reference",
          "triggered_price is deprecated use triggers.last_price");

  static ExecutionsTerms of(V2Params params) {
    params.flag("rebased", true);
    boolean snapshot = params.flag("snapshot", true);
    boolean snapshotTrades = params.flag("snapshot_trades", false);
    return new ExecutionsTerms(
        params.flag("snap_orders", snapshot),
        params.flag("snap_trades", snapshotTrades),
        params.flag("order_status", true),
        params.flag("ratecounter", false),
        params.choice("users", List.of("all")) != null);
  }

  boolean hasSnapshot() {
    return !subaccounts && (orders || trades);
  }

  ObjectNode acknowledgement(int maxRateCount) {
    ObjectNode result =
        Json.object()
            .put("channel", ExecutionsFeed.CHANNEL)
            .put("maxratecount", maxRateCount)
            .put("snap_orders", orders)
            .put("snap_trades", trades)
            .put("snapshot", orders);
    WARNINGS.forEach(result.putArray("warnings")::add);
    return result;
  }
}
