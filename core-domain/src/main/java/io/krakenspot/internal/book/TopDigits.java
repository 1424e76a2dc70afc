package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The checksum digits of the best ten levels of a side, one slot a level. A slot moves with its
 * level and is rendered only when the level changed.
 */
final class TopDigits {
  static final int LEVELS = 10;
  static final int SLOT = 96;

  private static final byte MISSING = -1;

  private final byte[] slots = new byte[LEVELS * SLOT];
  private final byte[] lengths = new byte[LEVELS];
  private final byte[] reversed = new byte[20];

  TopDigits() {
    forget();
  }

  void forget() {
    Arrays.fill(lengths, MISSING);
  }

  void forget(int index) {
    lengths[index] = MISSING;
  }

  boolean missing(int index) {
    return lengths[index] == MISSING;
  }

  void insert(int index) {
    int moved = LEVELS - 1 - index;
    System.arraycopy(lengths, index, lengths, index + 1, moved);
    System.arraycopy(slots, index * SLOT, slots, (index + 1) * SLOT, moved * SLOT);
    lengths[index] = MISSING;
  }

  void remove(int index) {
    int moved = LEVELS - 1 - index;
    System.arraycopy(lengths, index + 1, lengths, index, moved);
    System.arraycopy(slots, (index + 1) * SLOT, slots, index * SLOT, moved * SLOT);
    lengths[LEVELS - 1] = MISSING;
  }

  int append(int index, byte[] target, int at) {
    System.arraycopy(slots, index * SLOT, target, at, lengths[index]);
    return at + lengths[index];
  }

  /**
   * Renders a level: price digits, then quantity digits, each without point and leading zeros.
   * Digits beyond the slot are left out: no market has so many, and no checksum will hold then.
   *
   * @param priceZeros zeros to append to the price
   * @param quantityZeros likewise for the quantity
   * @param wide the quantity if a {@code long} does not hold it
   * @param quantityDigits decimals of a wide quantity
   */
  void render(
      int index,
      long price,
      int priceZeros,
      long quantity,
      int quantityZeros,
      @Nullable BigDecimal wide,
      int quantityDigits) {
    int start = index * SLOT;
    int limit = start + SLOT;
    int end = render(price, priceZeros, start, limit);
    end =
        wide == null
            ? render(quantity, quantityZeros, end, limit)
            : renderWide(wide.setScale(quantityDigits), end, limit);
    lengths[index] = (byte) (end - start);
  }

  private int render(long value, int zeros, int at, int limit) {
    long rest = value;
    int digits = 0;
    while (rest != 0) {
      reversed[digits++] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    int end = at;
    while (digits > 0 && end < limit) {
      slots[end++] = reversed[--digits];
    }
    for (int missing = value == 0 ? 0 : zeros; missing > 0 && end < limit; missing--) {
      slots[end++] = '0';
    }
    return end;
  }

  private int renderWide(BigDecimal value, int at, int limit) {
    byte[] digits = value.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII);
    int fitting = Math.min(digits.length, limit - at);
    System.arraycopy(digits, 0, slots, at, fitting);
    return at + fitting;
  }
}
