package io.krakenspot.testkit.exchange.internal.v2.trading;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The field names that trading requests may have. */
final class Fields {
  static final Set<String> BATCH_ROW =
      Set.of(
          "order_type",
          "side",
          "order_qty",
          "limit_price",
          "limit_price_type",
          "triggers",
          "time_in_force",
          "margin",
          "post_only",
          "reduce_only",
          "effective_time",
          "expire_time",
          "cl_ord_id",
          "order_userref",
          "conditional",
          "display_qty",
          "fee_preference",
          "no_mpp",
          "stp_type",
          "cash_order_qty",
          "sender_sub_id",
          "stop_price",
          "trigger");

  static final Set<String> ADD = with(BATCH_ROW, "symbol", "deadline", "validate", "token");

  static final Set<String> TRIGGERS = Set.of("reference", "price", "price_type");

  static final Set<String> CONDITIONAL =
      Set.of(
          "order_type",
          "limit_price",
          "limit_price_type",
          "trigger_price",
          "trigger_price_type",
          "stop_price");

  static final Set<String> AMEND =
      Set.of(
          "order_id",
          "cl_ord_id",
          "order_qty",
          "display_qty",
          "limit_price",
          "limit_price_type",
          "post_only",
          "trigger_price",
          "trigger_price_type",
          "deadline",
          "symbol",
          "token");

  static final Set<String> EDIT =
      Set.of(
          "order_id",
          "symbol",
          "order_qty",
          "limit_price",
          "display_qty",
          "order_userref",
          "post_only",
          "reduce_only",
          "validate",
          "fee_preference",
          "triggers",
          "deadline",
          "no_mpp",
          "price",
          "trigger",
          "stop_price",
          "token");

  static final Set<String> CANCEL = Set.of("order_id", "cl_ord_id", "order_userref", "token");
  static final Set<String> CANCEL_ALL = Set.of("token");
  static final Set<String> CANCEL_AFTER = Set.of("timeout", "token");
  static final Set<String> BATCH_ADD = Set.of("symbol", "orders", "deadline", "validate", "token");
  static final Set<String> BATCH_CANCEL = Set.of("orders", "cl_ord_id", "token");

  private Fields() {}

  private static Set<String> with(Set<String> names, String... more) {
    return Stream.concat(names.stream(), Arrays.stream(more))
        .collect(Collectors.toUnmodifiableSet());
  }
}
