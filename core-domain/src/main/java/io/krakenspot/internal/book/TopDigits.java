package io.krakenspot.internal.book;

import java.math.BigDecimal;
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
  private final ChecksumText scratch = new ChecksumText();

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

  void append(int index, ChecksumText text) {
    text.append(slots, index * SLOT, lengths[index]);
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
    scratch.clear();
    scratch.number(price, priceZeros);
    if (wide == null) {
      scratch.number(quantity, quantityZeros);
    } else {
      scratch.number(wide, quantityDigits);
    }
    lengths[index] = (byte) scratch.copy(slots, index * SLOT, SLOT);
  }
}
