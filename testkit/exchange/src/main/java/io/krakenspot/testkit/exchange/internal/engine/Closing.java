package io.krakenspot.testkit.exchange.internal.engine;

/** Orders that close what another order opened. */
final class Closing {
  private Closing() {}

  /** The order for each fill of an order with a template. */
  static OrderRequest request(LiveOrder parent) {
    CloseTerms terms = parent.request.close();
    if (terms == null) {
      throw new IllegalArgumentException(parent.id + " has no closing order");
    }
    var request =
        OrderRequest.of(parent.request.pair(), Sides.opposite(parent.side()), terms.type())
            .limitPrice(terms.limitPrice())
            .leverage(parent.request.leverage())
            .userref(parent.request.userref())
            .senderSubId(parent.request.senderSubId());
    OrderPrice trigger = terms.triggerPrice();
    return trigger == null ? request.build() : request.trigger(TriggerTerms.last(trigger)).build();
  }
}
