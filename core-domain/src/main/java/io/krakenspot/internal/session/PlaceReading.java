package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Placed;
import io.krakenspot.port.CommandAnswer;
import java.util.List;

/**
 * Reads the answer to an order.
 *
 * @param order as it was sent
 * @param accepted hears of it if it was accepted
 */
record PlaceReading(NewOrder order, Accepted accepted) implements Reading<Placed> {
  /** Hears of an order that was accepted. */
  interface Accepted {
    /** The exchange gave an order an id; the answer took so long. */
    void placed(String orderId, NewOrder asked, Latency latency);
  }

  @Override
  public Fate<Placed> read(List<CommandAnswer> answers, Latency latency) {
    return new AnswerReading<>(answer -> placed(answer, latency)).read(answers, latency);
  }

  private Placed placed(CommandAnswer answer, Latency latency) {
    String id = answer.ids().orderId();
    if (id != null) {
      accepted.placed(id, order, latency);
    }
    return new Placed(id, order.clientOrderId(), order.userReference(), answer.description());
  }
}
