package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Placed;
import io.krakenspot.port.CommandAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the answer to a batch: a row an order, in the order of the request, or one refusal of all.
 *
 * @param orders as they were sent
 * @param validateOnly whether they were only checked
 * @param placed hears of each order that was accepted
 */
record BatchReading(List<NewOrder> orders, boolean validateOnly, PlaceReading.Accepted placed)
    implements Reading<List<Fate<Placed>>> {
  @Override
  public Fate<List<Fate<Placed>>> read(List<CommandAnswer> answers, Latency latency) {
    CommandAnswer answer = answers.get(0);
    if (answer.rows().isEmpty()) {
      return answer.success()
          ? allValid(answer, latency)
          : new Fate.Rejected<>(AnswerReading.rejection(answer.error()), latency);
    }
    List<Fate<Placed>> fates = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      fates.add(row(answer.rows().get(i), orders.get(i), latency));
    }
    return new Fate.Accepted<>(fates, answer.warnings(), latency);
  }

  @Override
  public boolean isToldBy(CommandAnswer answer) {
    return answer.rows().isEmpty()
        ? answer.success() ? validateOnly : answer.error() != null
        : answer.rows().size() == orders.size();
  }

  private Fate<List<Fate<Placed>>> allValid(CommandAnswer answer, Latency latency) {
    List<Fate<Placed>> fates = new ArrayList<>();
    for (NewOrder order : orders) {
      fates.add(row(new CommandAnswer.Row(CommandAnswer.Ids.NONE, null), order, latency));
    }
    return new Fate.Accepted<>(fates, answer.warnings(), latency);
  }

  private Fate<Placed> row(CommandAnswer.Row row, NewOrder order, Latency latency) {
    if (row.error() != null) {
      return new Fate.Rejected<>(AnswerReading.rejection(row.error()), latency);
    }
    String id = row.ids().orderId();
    if (id != null) {
      placed.placed(id, order, latency);
    }
    return new Fate.Accepted<>(
        new Placed(id, order.clientOrderId(), order.userReference(), null), List.of(), latency);
  }

  /** The fate of each order of a batch, given that of the request. */
  static List<Fate<Placed>> each(Fate<List<Fate<Placed>>> fate, int orders) {
    if (fate instanceof Fate.Accepted<List<Fate<Placed>>> accepted) {
      return accepted.result();
    } else if (fate instanceof Fate.Rejected<List<Fate<Placed>>> rejected) {
      return all(orders, new Fate.Rejected<>(rejected.rejection(), rejected.latency()));
    } else if (fate instanceof Fate.NotSent<List<Fate<Placed>>> notSent) {
      return all(orders, new Fate.NotSent<>(notSent.reason(), notSent.why()));
    }
    Fate.Unknown<List<Fate<Placed>>> unknown = (Fate.Unknown<List<Fate<Placed>>>) fate;
    List<Fate<Placed>> each = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      int place = i;
      each.add(
          new Fate.Unknown<>(
              unknown.why(),
              unknown.settled().thenApply(settled -> settled(settled, orders).get(place))));
    }
    return each;
  }

  /** What is unknown for good stays so, without waiting for anything more. */
  private static List<Fate<Placed>> settled(Fate<List<Fate<Placed>>> fate, int orders) {
    if (fate instanceof Fate.Unknown<List<Fate<Placed>>> unknown) {
      return all(orders, Undecidable.of(unknown.why()));
    }
    return each(fate, orders);
  }

  private static List<Fate<Placed>> all(int orders, Fate<Placed> fate) {
    return Collections.nCopies(orders, fate);
  }
}
