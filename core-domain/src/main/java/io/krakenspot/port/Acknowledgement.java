package io.krakenspot.port;

import io.krakenspot.market.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchange's answer to a subscribe or unsubscribe request, for one pair. A request for many
 * pairs has as many answers.
 *
 * <p>Source: Kraken v1 {@code subscriptionStatus}, v2 answers to subscribe and unsubscribe.
 *
 * @param requestId the id that was sent, or {@link #NO_REQUEST} if the answer has none
 * @param success whether the exchange agreed
 * @param unsubscribed whether the answer speaks of an unsubscription; with a failure it may lie, so
 *     go by the request
 * @param topic the stream as far as the answer names it; null if it does not
 * @param pair the pair; null if the answer names none
 * @param error Kraken's own text on failure
 * @param warnings Kraken's own advice, never a failure
 * @param maxRateCount threshold of the account's trading-rate counter; account feeds only
 * @param timing when the exchange read the request and answered; v2 only
 */
public record Acknowledgement(
    long requestId,
    boolean success,
    boolean unsubscribed,
    @Nullable Topic topic,
    @Nullable Pair pair,
    @Nullable String error,
    List<String> warnings,
    @Nullable Integer maxRateCount,
    @Nullable ServerTiming timing) {
  /** The request id of an answer that has none. */
  public static final long NO_REQUEST = -1;

  /** Keeps a copy of the warnings. */
  public Acknowledgement {
    warnings = List.copyOf(warnings);
  }
}
