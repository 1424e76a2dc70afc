package io.krakenspot.order;

import io.krakenspot.market.ByNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order: some attributes and their values. Immutable; numbers compare by value.
 */
public final class OrderAttributes {
  /** Nothing is known. */
  public static final OrderAttributes NONE = new OrderAttributes(Map.of());

  private final Map<OrderAttribute<?>, Object> values;

  private OrderAttributes(Map<OrderAttribute<?>, Object> values) {
    this.values = values;
  }

  /**
   * Starts to collect attributes.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * An attribute's value.
   *
   * @param attribute which
   * @param <T> its type
   * @return null if it is not known
   */
  public <T> @Nullable T get(OrderAttribute<T> attribute) {
    return attribute.type().cast(values.get(attribute));
  }

  /**
   * Which attributes are known.
   *
   * @return in no particular order
   */
  public Set<OrderAttribute<?>> known() {
    return values.keySet();
  }

  /**
   * These attributes, changed by others: what the others do not know stays.
   *
   * @param changes newer values
   * @return all that is known now
   */
  public OrderAttributes with(OrderAttributes changes) {
    if (changes.values.isEmpty()) {
      return this;
    }
    Map<OrderAttribute<?>, Object> all = new LinkedHashMap<>(values);
    all.putAll(changes.values);
    return new OrderAttributes(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OrderAttributes attributes
        && attributes.values.keySet().equals(values.keySet())
        && values.entrySet().stream()
            .allMatch(
                entry -> ByNumber.same(entry.getValue(), attributes.values.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return values.entrySet().stream()
        .mapToInt(entry -> entry.getKey().hashCode() ^ ByNumber.hashOf(entry.getValue()))
        .sum();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Collects attributes. */
  public static final class Builder {
    private final Map<OrderAttribute<?>, Object> values = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets an attribute.
     *
     * @param attribute which
     * @param value null for what is not known, which changes nothing
     * @param <T> its type
     * @return this
     */
    public <T> Builder put(OrderAttribute<T> attribute, @Nullable T value) {
      if (value != null) {
        values.put(attribute, value);
      }
      return this;
    }

    /**
     * The attributes so far.
     *
     * @return a copy
     */
    public OrderAttributes build() {
      return values.isEmpty() ? NONE : new OrderAttributes(new LinkedHashMap<>(values));
    }
  }
}
