package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.CommandCut;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done wrong around trading requests. Lives on the exchange's loop. */
public final class CommandFaults {
  private final Map<String, CommandCut> cuts = new HashMap<>();
  private final Map<String, String> refusals = new HashMap<>();
  private Duration delay = Duration.ZERO;
  private int lost;
  private boolean duplicate;
  private boolean withoutIds;
  private boolean feedFirst;
  private boolean olderBatchCancel;
  private @Nullable String garbage;

  CommandFaults() {}

  /**
   * Cuts the connection of the next request.
   *
   * @param key of the account
   * @param where at which point
   */
  public void cutNext(String key, CommandCut where) {
    cuts.put(key, where);
  }

  /** Asks, once, whether to cut there. */
  boolean takeCut(String key, CommandCut where) {
    return cuts.remove(key, where);
  }

  /**
   * Refuses the next request.
   *
   * @param key of the account
   * @param text of the error
   */
  public void refuseNext(String key, String text) {
    refusals.put(key, text);
  }

  /**
   * Asks, once, why a request is refused.
   *
   * @param key of the account
   * @return null if it is not
   */
  public @Nullable String takeRefusal(String key) {
    return refusals.remove(key);
  }

  /**
   * Makes answers late; the feed is not.
   *
   * @param newDelay zero for at once
   */
  public void delay(Duration newDelay) {
    delay = newDelay;
  }

  Duration delay() {
    return delay;
  }

  /**
   * Loses answers.
   *
   * @param count how many of the next ones
   */
  public void lose(int count) {
    lost = count;
  }

  boolean takeLost() {
    return lost > 0 && lost-- > 0;
  }

  /**
   * Sends answers twice.
   *
   * @param on whether it does
   */
  public void duplicate(boolean on) {
    duplicate = on;
  }

  boolean duplicate() {
    return duplicate;
  }

  /**
   * Leaves the ids of requests out of answers.
   *
   * @param on whether it does
   */
  public void withoutIds(boolean on) {
    withoutIds = on;
  }

  boolean withoutIds() {
    return withoutIds;
  }

  /**
   * Tells the feed before the answer.
   *
   * @param on whether it does
   */
  public void feedFirst(boolean on) {
    feedFirst = on;
  }

  boolean feedFirst() {
    return feedFirst;
  }

  /**
   * Answers {@code batch_cancel} in the shape of 2024.
   *
   * @param on whether it does
   */
  public void olderBatchCancel(boolean on) {
    olderBatchCancel = on;
  }

  /**
   * Whether {@code batch_cancel} is answered in the shape of 2024.
   *
   * @return true for {@code orders_cancelled} beside the method
   */
  public boolean olderBatchCancel() {
    return olderBatchCancel;
  }

  /**
   * Sends something else than the next answer.
   *
   * @param text anything
   */
  public void garbage(String text) {
    garbage = text;
  }

  @Nullable String takeGarbage() {
    String text = garbage;
    garbage = null;
    return text;
  }
}
