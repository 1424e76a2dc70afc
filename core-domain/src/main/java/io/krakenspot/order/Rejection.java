package io.krakenspot.order;

import java.util.List;

/**
 * Why the exchange refused a command, with its own words.
 *
 * <p>Source: Kraken v1 and v2 error texts ("Spot errors" guide), which both versions share.
 *
 * @param reason the kind of refusal
 * @param text Kraken's own, for example {@code EOrder:Insufficient funds}
 */
public record Rejection(Reason reason, String text) {
  /** The kind of refusal. */
  public enum Reason {
    /** Not enough of the asset to be spent. */
    INSUFFICIENT_FUNDS("EOrder:Insufficient funds"),
    /** Margin limits, positions, or not eligible for margin. */
    MARGIN(
        "EOrder:Insufficient margin",
        "EOrder:Margin",
        "EOrder:Cannot open",
        "EOrder:Unknown position",
        "EOrder:Positions limit exceeded"),
    /** Too many requests or orders for now. */
    RATE_LIMIT(
        "EOrder:Rate limit exceeded",
        "EOrder:Domain rate limit exceeded",
        "EAPI:Rate limit exceeded",
        "EAuth:Rate limit exceeded",
        "EAuth:Too many requests",
        "EGeneral:Too many requests",
        "EService:Throttled",
        "EService: Throttled",
        "Exceeded msg rate"),
    /** Too many open or scheduled orders. */
    ORDERS_LIMIT("EOrder:Orders limit exceeded", "EOrder:Scheduled orders limit exceeded"),
    /** No such open order: unknown, filled, cancelled or expired. */
    UNKNOWN_ORDER("EOrder:Unknown order", "EOrder:Invalid order"),
    /** It would have taken liquidity. */
    POST_ONLY("EOrder:Post only order"),
    /** It would not have reduced a position. */
    REDUCE_ONLY("EOrder:Reduce only"),
    /** Below the smallest quantity or cost. */
    TOO_SMALL(
        "EOrder:Order minimum not met",
        "EOrder:Cost minimum not met",
        "EGeneral:Invalid arguments:volume minimum not met"),
    /** Not a multiple of the price step, or no possible price. */
    PRICE("EOrder:Tick size check failed", "EOrder:Invalid price"),
    /** The amend would have changed nothing. */
    NO_CHANGE,
    /** The deadline passed before the engine got to it. */
    DEADLINE("EService:Deadline elapsed"),
    /** The engine takes only some commands, or none, for now. */
    ENGINE_STATE("EService:Market in", "EService:Unavailable", "EService:Busy"),
    /** The key or the account lacks the right. */
    PERMISSION(
        "EGeneral:Permission denied",
        "EAPI:Permission denied",
        "EAccount:Invalid permissions",
        "EAuth:Account",
        "EBM:limit exceeded"),
    /** The token is not valid any more; the session fetches a new one. */
    SESSION(
        "ESession:Invalid session",
        "EAPI:Invalid token",
        "EAPI:Invalid session",
        "Token(s) not found"),
    /** The request was not understood; the text names the field. */
    INVALID_ARGUMENTS(
        "EGeneral:Invalid arguments",
        "Unsupported field",
        "Malformed request",
        "Unsupported event",
        "Currency pair not",
        "ETrade:Invalid request"),
    /** The exchange failed. */
    INTERNAL("EGeneral:Internal error"),
    /** The account's own records show that the command took no effect. */
    NO_EFFECT("no effect:"),
    /** A refusal that this version of the library does not know; see the text. */
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // a list that is made immutable
    private final List<String> beginnings;

    Reason(String... beginnings) {
      this.beginnings = List.of(beginnings);
    }

    private boolean fits(String text) {
      return beginnings.stream().anyMatch(text::startsWith)
          || (this == NO_CHANGE && text.contains("No amendable parameters"))
          || (this == INVALID_ARGUMENTS && text.contains(" field must be "));
    }
  }

  /**
   * Finds the kind of a refusal by the beginning of its text.
   *
   * @param text Kraken's own
   * @return the refusal; {@link Reason#OTHER} if the text is not known
   */
  public static Rejection of(String text) {
    for (Reason reason : Reason.values()) {
      if (reason.fits(text)) {
        return new Rejection(reason, text);
      }
    }
    return new Rejection(Reason.OTHER, text);
  }
}
