package io.krakenspot.v2.internal;

import io.krakenspot.order.FeePreference;
import io.krakenspot.order.Liquidity;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.TriggerReference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the words in {@code executions} mean. New ones may come at any time. */
final class ExecutionWords {
  private ExecutionWords() {}

  static OrderUpdate.Kind kind(String type) {
    return switch (type) {
      case "pending_new" -> OrderUpdate.Kind.PENDING;
      case "new" -> OrderUpdate.Kind.OPENED;
      case "trade" -> OrderUpdate.Kind.TRADED;
      case "filled" -> OrderUpdate.Kind.FILLED;
      case "canceled" -> OrderUpdate.Kind.CANCELED;
      case "expired" -> OrderUpdate.Kind.EXPIRED;
      case "amended" -> OrderUpdate.Kind.AMENDED;
      case "restated" -> OrderUpdate.Kind.RESTATED;
      case "iceberg_refill" -> OrderUpdate.Kind.REFILLED;
      default -> OrderUpdate.Kind.CHANGED;
    };
  }

  static OrderStatus status(String status) {
    return switch (status) {
      case "pending_new" -> OrderStatus.PENDING;
      case "new" -> OrderStatus.NEW;
      case "partially_filled" -> OrderStatus.PARTIALLY_FILLED;
      case "filled" -> OrderStatus.FILLED;
      case "canceled" -> OrderStatus.CANCELED;
      case "expired" -> OrderStatus.EXPIRED;
      default -> OrderStatus.UNKNOWN;
    };
  }

  /** In upper case so far, while requests are in lower case. */
  static TimeInForce timeInForce(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "gtc" -> TimeInForce.GTC;
      case "gtd" -> TimeInForce.GTD;
      case "ioc" -> TimeInForce.IOC;
      case "fok" -> TimeInForce.FOK;
      default -> TimeInForce.UNKNOWN;
    };
  }

  static Liquidity liquidity(String letter) {
    return switch (letter) {
      case "m" -> Liquidity.MAKER;
      case "t" -> Liquidity.TAKER;
      default -> Liquidity.UNKNOWN;
    };
  }

  static @Nullable FeePreference feePreference(String word) {
    return switch (word) {
      case "fcib" -> FeePreference.BASE;
      case "fciq" -> FeePreference.QUOTE;
      default -> null;
    };
  }

  static @Nullable TriggerReference reference(String word) {
    return switch (word) {
      case "last" -> TriggerReference.LAST;
      case "index" -> TriggerReference.INDEX;
      default -> null;
    };
  }

  static @Nullable Boolean triggered(String word) {
    return switch (word) {
      case "triggered" -> true;
      case "untriggered" -> false;
      default -> null;
    };
  }
}
