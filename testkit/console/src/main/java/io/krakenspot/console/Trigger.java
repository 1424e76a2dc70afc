package io.krakenspot.console;

import io.krakenspot.market.TickerTrigger;
import java.util.Locale;

/** What {@code --trigger} can name, in the words of the exchange. */
enum Trigger {
  TRADES(TickerTrigger.TRADES),
  BBO(TickerTrigger.BEST_BID_OFFER);

  final TickerTrigger trigger;

  Trigger(TickerTrigger trigger) {
    this.trigger = trigger;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
