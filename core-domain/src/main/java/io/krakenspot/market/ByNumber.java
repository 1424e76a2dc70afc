package io.krakenspot.market;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Equality by number for the records of this library: {@code 1.0} equals {@code 1.00}, everything
 * else as records do.
 */
public final class ByNumber {
  private static final ClassValue<Method[]> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .toArray(Method[]::new);
        }
      };

  private ByNumber() {}

  /**
   * Whether two records are equal.
   *
   * @param one a record
   * @param other anything
   * @return true if it is the same kind of record with equal components
   */
  public static boolean equal(Record one, @Nullable Object other) {
    if (one == other) {
      return true;
    }
    if (other == null || one.getClass() != other.getClass()) {
      return false;
    }
    for (Method accessor : ACCESSORS.get(one.getClass())) {
      if (!same(read(accessor, one), read(accessor, other))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A hash that agrees with {@link #equal}.
   *
   * @param one a record
   * @return the hash
   */
  public static int hash(Record one) {
    int hash = 0;
    for (Method accessor : ACCESSORS.get(one.getClass())) {
      hash = (31 * hash) + hashOf(read(accessor, one));
    }
    return hash;
  }

  /**
   * A hash that agrees with {@link #same}.
   *
   * @param value anything
   * @return the hash
   */
  public static int hashOf(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().hashCode()
        : Objects.hashCode(value);
  }

  /**
   * Whether two values are equal, numbers by their value.
   *
   * @param one anything
   * @param other anything
   * @return true if so
   */
  public static boolean same(@Nullable Object one, @Nullable Object other) {
    return (one instanceof BigDecimal left && other instanceof BigDecimal right)
        ? left.compareTo(right) == 0
        : Objects.equals(one, other);
  }

  private static @Nullable Object read(Method accessor, Object record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
  }
}
