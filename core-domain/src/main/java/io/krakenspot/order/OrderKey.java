package io.krakenspot.order;

/**
 * What names an order, for example Kraken's own id {@code OQCLML-BW3P3-BUCMWZ}.
 *
 * <p>Source: Kraken v1 {@code cancelOrder}, v2 {@code cancel_order}.
 */
public sealed interface OrderKey {
  /**
   * Kraken's own id.
   *
   * @param orderId for example {@code OQCLML-BW3P3-BUCMWZ}
   * @return the key
   */
  static OrderKey id(String orderId) {
    return new Id(orderId);
  }

  /**
   * The id that the client chose.
   *
   * @param clientOrderId unique among the account's open orders
   * @return the key
   */
  static OrderKey clientId(String clientOrderId) {
    return new ClientId(clientOrderId);
  }

  /**
   * The number that the client chose; it may name several orders.
   *
   * @param userReference any number
   * @return the key
   */
  static OrderKey userReference(int userReference) {
    return new UserReference(userReference);
  }

  /**
   * Kraken's own id.
   *
   * @param orderId for example {@code OQCLML-BW3P3-BUCMWZ}
   */
  record Id(String orderId) implements OrderKey {
    /** Checks that it is not empty. */
    public Id {
      Fields.require(
          !orderId.isBlank(), "order id is empty; write for example OQCLML-BW3P3-BUCMWZ");
    }

    @Override
    public String toString() {
      return orderId;
    }
  }

  /**
   * The id that the client chose.
   *
   * @param clientOrderId unique among the account's open orders
   */
  record ClientId(String clientOrderId) implements OrderKey {
    /** Checks the format. */
    public ClientId {
      Fields.clientId("client order id", clientOrderId);
    }

    @Override
    public String toString() {
      return "client id " + clientOrderId;
    }
  }

  /**
   * The number that the client chose.
   *
   * @param userReference may name several orders
   */
  record UserReference(int userReference) implements OrderKey {
    @Override
    public String toString() {
      return "user reference " + userReference;
    }
  }
}
