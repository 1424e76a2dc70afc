package io.krakenspot.testkit.exchange.internal.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.CommandCut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A trading request from its arrival to its answers: collects the answers and what the feed of the
 * same connection tells meanwhile, and sends both in the order the exchange is set to, as far as no
 * fault is in the way.
 */
final class CommandTurn {
  private static final int NO_FILL = -1;

  private final Venue venue;
  private final Line line;
  private final String key;
  private final List<Supplier<ObjectNode>> answers = new ArrayList<>();
  private final List<String> feed = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private int toldAtFill = NO_FILL;

  CommandTurn(Venue venue, Line line, String key) {
    this.venue = venue;
    this.line = line;
    this.key = key;
  }

  void answer(Supplier<ObjectNode> message) {
    answers.add(message);
  }

  void feed(String text) {
    feed.add(text);
  }

  void filled() {
    if (toldAtFill == NO_FILL) {
      toldAtFill = feed.size();
    }
  }

  void afterEvents(Runnable task) {
    afterwards.add(task);
  }

  /** The engine has done its work. */
  void finish() {
    afterwards.forEach(Runnable::run);
  }

  void deliver() {
    CommandFaults faults = venue.faults().commands();
    if (faults.takeCut(key, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER)) {
      line.cut();
    } else if (faults.takeCut(key, CommandCut.AFTER_ANSWER_BEFORE_FEED)) {
      sendAnswers(faults);
      line.cut();
    } else if (faults.takeCut(key, CommandCut.AFTER_FEED_BEFORE_ANSWER)) {
      feed.forEach(line::send);
      line.cut();
    } else if (toldAtFill != NO_FILL && faults.takeCut(key, CommandCut.AFTER_FILL)) {
      sendUpToFill(faults);
      line.cut();
    } else {
      send(faults);
    }
  }

  private void sendUpToFill(CommandFaults faults) {
    if (!faults.feedFirst()) {
      sendAnswers(faults);
    }
    feed.subList(0, toldAtFill).forEach(line::send);
  }

  private void send(CommandFaults faults) {
    if (faults.feedFirst()) {
      feed.forEach(line::send);
      sendAnswers(faults);
    } else {
      sendAnswers(faults);
      feed.forEach(line::send);
    }
  }

  private void sendAnswers(CommandFaults faults) {
    Duration delay = faults.delay();
    if (delay.isZero()) {
      answers.forEach(this::send);
    } else {
      venue.later(delay, () -> answers.forEach(this::send));
    }
  }

  private void send(Supplier<ObjectNode> answer) {
    CommandFaults faults = venue.faults().commands();
    if (faults.takeLost()) {
      return;
    }
    String text = text(answer.get(), faults);
    line.send(text);
    if (faults.duplicate()) {
      line.send(text);
    }
  }

  private static String text(ObjectNode answer, CommandFaults faults) {
    @Nullable String garbage = faults.takeGarbage();
    if (garbage != null) {
      return garbage;
    }
    if (faults.withoutIds()) {
      answer.remove(List.of("req_id", "reqid"));
    }
    return Json.write(answer);
  }
}
