package io.krakenspot.internal.book;

import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;

/**
 * The decimals that a book needs to take a frame, and whether the frame's numbers are such as a
 * market can have at all.
 */
final class FrameDecimals {
  private static final int MOST_DECIMALS = 40;
  private static final int MOST_DIGITS = 60;

  private int price;
  private int quantity;
  private boolean bounded;

  int price() {
    return price;
  }

  int quantity() {
    return quantity;
  }

  /**
   * Reads a frame.
   *
   * @param atLeastPrice decimals of prices that the book has already
   * @param atLeastQuantity decimals of quantities that the book has already
   * @return false if a number is negative or beyond all bounds, or a price does not fit
   */
  boolean read(LevelChanges asks, LevelChanges bids, int atLeastPrice, int atLeastQuantity) {
    price = atLeastPrice;
    quantity = atLeastQuantity;
    bounded = true;
    read(asks);
    read(bids);
    return bounded && pricesFit(asks) && pricesFit(bids);
  }

  private boolean pricesFit(LevelChanges levels) {
    for (int i = 0; i < levels.size(); i++) {
      int shift = price - levels.priceScale(i);
      if (shift != 0 && !PowersOfTen.fits(levels.price(i), shift)) {
        return false;
      }
    }
    return true;
  }

  private void read(LevelChanges levels) {
    for (int i = 0; i < levels.size(); i++) {
      BigDecimal wide = levels.wideQuantity(i);
      int quantityScale = wide == null ? levels.quantityScale(i) : wide.scale();
      price = Math.max(price, levels.priceScale(i));
      quantity = Math.max(quantity, quantityScale);
      bounded &= levels.price(i) >= 0 && Math.abs(levels.priceScale(i)) <= MOST_DECIMALS;
      bounded &= levels.quantity(i) >= 0 && Math.abs(quantityScale) <= MOST_DECIMALS;
      bounded &= wide == null || (wide.signum() >= 0 && wide.precision() <= MOST_DIGITS);
    }
  }
}
