package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.FrameFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to the frames of one connection. Lives on the exchange's loop. */
public final class Tampering {
  private final List<Plan> plans = new ArrayList<>();
  private @Nullable Held held;

  private record Plan(FrameFault fault, FrameMatch match) {}

  private record Held(String frame, FrameMatch match) {}

  /** Makes one that lets everything pass. */
  public Tampering() {}

  /**
   * Does something to the next frame of a kind.
   *
   * @param fault what
   * @param match which kind
   */
  public void plan(FrameFault fault, FrameMatch match) {
    plans.add(new Plan(fault, match));
  }

  /**
   * Does nothing to later frames of a channel after all.
   *
   * @param channel for example {@code executions}
   */
  public void callOff(String channel) {
    plans.removeIf(plan -> plan.match().channel().equals(channel));
  }

  /**
   * What becomes of a frame.
   *
   * @param frame that is to be sent
   * @return what is sent instead, in order
   */
  public List<String> pass(String frame) {
    Held before = held;
    if (before != null && before.match().test(frame)) {
      held = null;
      return List.of(frame, before.frame());
    }
    for (Iterator<Plan> left = plans.iterator(); left.hasNext(); ) {
      Plan plan = left.next();
      boolean waits = plan.fault() == FrameFault.REORDER && held != null;
      if (!waits && plan.match().test(frame)) {
        left.remove();
        return apply(plan, frame);
      }
    }
    return List.of(frame);
  }

  private List<String> apply(Plan plan, String frame) {
    return switch (plan.fault()) {
      case SKIP -> List.of();
      case DUPLICATE -> List.of(frame, frame);
      case TRUNCATE -> List.of(frame.substring(0, frame.length() / 2));
      case UNKNOWN_FIELDS -> List.of(withMore(frame));
      case REORDER -> {
        held = new Held(frame, plan.match());
        yield List.of();
      }
    };
  }

  private static String withMore(String frame) {
    String body = frame.substring(0, frame.length() - 1);
    return frame.startsWith("[")
        ? body + ",{\"made_up\":[1,null]}]"
        : body + ",\"made_up\":{\"a\":[1,null]}}";
  }
}
