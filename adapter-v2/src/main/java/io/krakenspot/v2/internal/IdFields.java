package io.krakenspot.v2.internal;

import io.krakenspot.port.CommandAnswer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The ids of an order in an answer. */
final class IdFields {
  private @Nullable String orderId;
  private @Nullable String clientOrderId;
  private @Nullable Integer userReference;
  private @Nullable String originalOrderId;

  void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "order_id" -> orderId = in.filledText();
      case "cl_ord_id" -> clientOrderId = in.filledText();
      case "order_userref" -> userReference = reference(in);
      case "original_order_id" -> originalOrderId = in.filledText();
      default -> in.unknown();
    }
  }

  /** The client's number; null for zero, which Kraken sends if there is none. */
  static @Nullable Integer reference(WireReader in) throws IOException {
    int number = in.smallWhole();
    return number == 0 ? null : number;
  }

  CommandAnswer.Ids ids() {
    return new CommandAnswer.Ids(orderId, clientOrderId, userReference, originalOrderId);
  }
}
