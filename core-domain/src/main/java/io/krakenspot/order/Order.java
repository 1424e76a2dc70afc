package io.krakenspot.order;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands, put together from all that was heard of it, for example a limit order to
 * buy {@code 1.5 ETH} of which {@code 0.4} have traded.
 *
 * <p>Anything may be unknown, for example while the feed of an order placed elsewhere has not come
 * yet; the accessors return null then. {@link #attributes()} has all the rest.
 *
 * <p>Source: Kraken v2 {@code executions}, v1 {@code openOrders}.
 *
 * @param id Kraken's own id, for example {@code OQCLML-BW3P3-BUCMWZ}
 * @param status how far it has come
 * @param attributes what is known of it
 */
public record Order(String id, OrderStatus status, OrderAttributes attributes) {
  /**
   * Something that may be known of it.
   *
   * @param attribute for example {@link OrderAttribute#REASON}
   * @param <T> its type
   * @return null if it is not known
   */
  public <T> @Nullable T get(OrderAttribute<T> attribute) {
    return attributes.get(attribute);
  }

  /**
   * The pair.
   *
   * @return for example {@code ETH/USD}
   */
  public @Nullable Pair pair() {
    return get(OrderAttribute.PAIR);
  }

  /**
   * Buy or sell.
   *
   * @return the side
   */
  public @Nullable Side side() {
    return get(OrderAttribute.SIDE);
  }

  /**
   * The kind of order.
   *
   * @return for example {@code LIMIT}
   */
  public @Nullable OrderType type() {
    return get(OrderAttribute.TYPE);
  }

  /**
   * How much was ordered.
   *
   * @return base currency
   */
  public @Nullable BigDecimal quantity() {
    return get(OrderAttribute.QUANTITY);
  }

  /**
   * How much has traded so far.
   *
   * @return base currency
   */
  public @Nullable BigDecimal executedQuantity() {
    return get(OrderAttribute.EXECUTED_QUANTITY);
  }

  /**
   * The limit price.
   *
   * @return quote currency, or a distance
   */
  public @Nullable OrderPrice limitPrice() {
    return get(OrderAttribute.LIMIT_PRICE);
  }

  /**
   * The average price of what has traded.
   *
   * @return quote currency
   */
  public @Nullable BigDecimal averagePrice() {
    return get(OrderAttribute.AVERAGE_PRICE);
  }

  /**
   * The id that the client chose.
   *
   * @return null if it chose none
   */
  public @Nullable String clientOrderId() {
    return get(OrderAttribute.CLIENT_ORDER_ID);
  }

  /**
   * The number that the client chose.
   *
   * @return null if it chose none
   */
  public @Nullable Integer userReference() {
    return get(OrderAttribute.USER_REFERENCE);
  }

  /**
   * Whether a key names it.
   *
   * @param key any
   * @return true if it does
   */
  public boolean named(OrderKey key) {
    if (key instanceof OrderKey.Id byId) {
      return id.equals(byId.orderId());
    } else if (key instanceof OrderKey.ClientId byClient) {
      return byClient.clientOrderId().equals(clientOrderId());
    }
    Integer reference = userReference();
    return reference != null && reference == ((OrderKey.UserReference) key).userReference();
  }
}
