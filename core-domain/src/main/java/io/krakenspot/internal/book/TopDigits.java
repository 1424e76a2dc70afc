package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
   *
   * @param priceShift decimals to append to the price, or to take away where they are zeros
   * @param quantityShift likewise for the quantity
   * @param wide the quantity if a {@code long} does not hold it
   * @param quantityDigits decimals of a wide quantity
   */
  void render(
      int index,
      long price,
      int priceShift,
      long quantity,
      int quantityShift,
      @Nullable BigDecimal wide,
      int quantityDigits) {
    int start = index * SLOT;
    int end = render(price, priceShift, start);
    end =
        wide == null ? render(quantity, quantityShift, end) : renderWide(wide, quantityDigits, end);
    lengths[index] = (byte) (end - start);
  }

  private int render(long value, int shift, int at) {
    long rest = value;
    int missing = shift;
    while (missing < 0 && rest % 10 == 0 && rest != 0) {
      rest /= 10;
      missing++;
    }
    if (rest == 0) {
      return at;
    }
    int digits = 0;
    while (rest != 0) {
      reversed[digits++] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    int end = at;
    while (digits > 0) {
      slots[end++] = reversed[--digits];
    }
    for (; missing > 0; missing--) {
      slots[end++] = '0';
    }
    return end;
  }

  private int renderWide(BigDecimal value, int decimals, int at) {
    BigDecimal scaled =
        value.scale() < decimals ? value.setScale(decimals, RoundingMode.UNNECESSARY) : value;
    byte[] digits = scaled.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII);
    int fitting = Math.min(digits.length, SLOT - (at % SLOT));
    System.arraycopy(digits, 0, slots, at, fitting);
    return at + fitting;
  }
}
