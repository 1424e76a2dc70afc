package io.krakenspot.port;

import io.krakenspot.order.OrderKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchange's answer to a {@link Command}. A cancel by user reference has as many answers as it
 * found orders.
 *
 * <p>Source: Kraken v1 {@code addOrderStatus} and its like, v2 answers to trading requests.
 *
 * @param kind the command it answers
 * @param requestId the id that was sent, or {@link Acknowledgement#NO_REQUEST} if the answer has
 *     none
 * @param success whether the exchange agreed; a batch may hold refused rows all the same
 * @param error Kraken's own text on failure
 * @param ids which order it speaks of
 * @param amendId of the amend
 * @param count how many orders were cancelled
 * @param times of the dead man's switch
 * @param description of the order in Kraken's words; v1 only
 * @param rows one an order of a batch, in the order of the request
 * @param warnings Kraken's own advice, never a failure
 * @param timing when the exchange read the request and answered; v2 only
 */
public record CommandAnswer(
    Command.Kind kind,
    long requestId,
    boolean success,
    @Nullable String error,
    Ids ids,
    @Nullable String amendId,
    @Nullable Integer count,
    @Nullable Times times,
    @Nullable String description,
    List<Row> rows,
    List<String> warnings,
    @Nullable ServerTiming timing) {
  /** Keeps copies. */
  public CommandAnswer {
    rows = List.copyOf(rows);
    warnings = List.copyOf(warnings);
  }

  /**
   * The ids an answer names, as far as it does.
   *
   * @param orderId of the order, the new one after an edit; null also for an empty one, which a
   *     validated order has
   * @param clientOrderId the client's id
   * @param userReference the client's number
   * @param originalOrderId the order that an edit cancelled
   */
  public record Ids(
      @Nullable String orderId,
      @Nullable String clientOrderId,
      @Nullable Integer userReference,
      @Nullable String originalOrderId) {
    /** The answer names no order. */
    public static final Ids NONE = new Ids(null, null, null, null);

    /**
     * Whether the answer may speak of an order.
     *
     * @param key what names the order
     * @return true if one of the ids is the key's
     */
    public boolean name(OrderKey key) {
      if (key instanceof OrderKey.Id id) {
        return id.orderId().equals(orderId);
      } else if (key instanceof OrderKey.ClientId id) {
        return id.clientOrderId().equals(clientOrderId);
      }
      return userReference != null
          && userReference == ((OrderKey.UserReference) key).userReference();
    }
  }

  /**
   * How the dead man's switch is set.
   *
   * @param current the exchange's time
   * @param trigger when it will fire; null if it is off
   */
  public record Times(@Nullable Instant current, @Nullable Instant trigger) {}

  /**
   * What became of one order of a batch.
   *
   * @param ids of the order
   * @param error Kraken's own text; null if it was accepted
   */
  public record Row(Ids ids, @Nullable String error) {}
}
