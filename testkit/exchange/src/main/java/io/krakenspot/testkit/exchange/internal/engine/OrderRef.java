package io.krakenspot.testkit.exchange.internal.engine;

/**
 * How a client names an order of its own.
 *
 * @param kind which of its names
 * @param value for example {@code OQCLML-BW3P3-BUCMWZ}
 */
public record OrderRef(Kind kind, String value) {
  /** A name of an order. */
  public enum Kind {
    /** The exchange's id. */
    ORDER_ID,
    /** The client's id. */
    CLIENT_ID,
    /** The client's number, which several orders may share. */
    USERREF
  }

  /**
   * By the exchange's id.
   *
   * @param id for example {@code OQCLML-BW3P3-BUCMWZ}
   * @return the reference
   */
  public static OrderRef id(String id) {
    return new OrderRef(Kind.ORDER_ID, id);
  }

  /**
   * By the client's id.
   *
   * @param clientId {@code cl_ord_id}
   * @return the reference
   */
  public static OrderRef client(String clientId) {
    return new OrderRef(Kind.CLIENT_ID, clientId);
  }

  /**
   * By the client's number.
   *
   * @param userref {@code order_userref}
   * @return the reference
   */
  public static OrderRef userref(long userref) {
    return new OrderRef(Kind.USERREF, Long.toString(userref));
  }
}
