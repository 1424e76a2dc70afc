package io.krakenspot.market;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Equality of records by number: {@code 1.0} equals {@code 1.00}, everything else as records do.
 */
final class ByNumber {
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

  static boolean equal(Record one, @Nullable Object other) {
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

  static int hash(Record one) {
    int hash = 0;
    for (Method accessor : ACCESSORS.get(one.getClass())) {
      hash = (31 * hash) + hashOf(read(accessor, one));
    }
    return hash;
  }

  private static int hashOf(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().hashCode()
        : Objects.hashCode(value);
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
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
