package io.krakenspot.internal.book;

/** What a side of a book is to the keeper and to the checksum, of levels and of orders alike. */
interface KeptSide {
  int size();

  long priceUnscaled(int index);

  void clear(int newPriceScale, int newQuantityScale);

  boolean canWidenPrices(int newScale);

  /** Brings all prices to more decimals; they must fit. */
  void widenPrices(int newScale);

  /** Brings all quantities to more decimals; one that no longer fits becomes wide. */
  void widenQuantities(int newScale);

  /** Whether the best ten levels may have another checksum than when they were last seen. */
  boolean topChanged();

  void topSeen();

  /** The digits of the best ten levels change their scale: render them anew. */
  void touchTop();

  /** Appends the checksum digits of the best ten levels. */
  void render(ChecksumText text, int priceDigits, int quantityDigits);
}
