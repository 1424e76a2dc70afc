package io.krakenspot.client;

/**
 * A dead man's switch at work: the exchange cancels all orders of the account unless it is renewed.
 *
 * <p>Source: Kraken v1 {@code cancelAllOrdersAfter}, v2 {@code cancel_all_orders_after}.
 */
public interface DeadMansSwitch extends AutoCloseable {
  /** Stops to renew and switches it off at the exchange, if there is a link. Idempotent. */
  @Override
  void close();

  /**
   * Something became of the switch.
   *
   * @param kind what
   * @param detail in words
   */
  record Event(Kind kind, String detail) {
    /** What became of it. */
    public enum Kind {
      /** It concerns all orders of the account; told once at the start. */
      ACCOUNT_WIDE,
      /** It is set, or set again. */
      RENEWED,
      /**
       * It could not be renewed this time, or no answer says whether it was. Also the last event
       * where the client is closed while the switch is set: it stays set at the exchange, and the
       * detail tells when it fires at the latest.
       */
      NOT_RENEWED,
      /** It fires in less than a third of its timeout unless it is renewed. */
      ABOUT_TO_FIRE,
      /** Its time has passed without a renewal: the exchange has cancelled all orders. */
      FIRED,
      /**
       * Its time has passed since the last renewal that the exchange confirmed, but a later request
       * was not answered and may have put it off: look at the account's open orders. {@link #FIRED}
       * follows if the exchange then says that it refused that request.
       */
      MAY_HAVE_FIRED,
      /** It was switched off: closed by the user, or for maintenance; or it was never set. */
      OFF
    }
  }
}
