package io.krakenspot.internal.book;

import java.util.zip.CRC32;

/**
 * CRC-32 over the best ten levels a side, asks first.
 *
 * <p>The digits have the decimals that the exchange writes. Those are the ones on the wire, unless
 * trailing zeros were lost on the way: then they are found by trying, until a checksum has held
 * since the last snapshot.
 *
 * <p>Source: Kraken "book checksum" guides, v1 and v2.
 */
final class BookChecksum {
  private static final int MOST_LOST_ZEROS = 10;

  private final CRC32 crc = new CRC32();
  private final ChecksumText askText = new ChecksumText();
  private final ChecksumText bidText = new ChecksumText();
  private final KeptSide asks;
  private final KeptSide bids;
  private int priceDigits;
  private int quantityDigits;
  private int bookPrice;
  private int bookQuantity;
  private boolean proven;
  private long last;

  BookChecksum(KeptSide asks, KeptSide bids) {
    this.asks = asks;
    this.bids = bids;
  }

  /**
   * A frame brought the book to so many decimals. Zeros once known to be lost stay known, but after
   * a snapshot they have to prove themselves anew.
   */
  void decimals(boolean snapshot, int priceScale, int quantityScale) {
    proven &= !snapshot;
    bookPrice = priceScale;
    bookQuantity = quantityScale;
    if (priceScale > priceDigits || quantityScale > quantityDigits || snapshot) {
      use(Math.max(priceScale, priceDigits), Math.max(quantityScale, quantityDigits));
    }
  }

  /** Whether the book's best ten levels a side have this checksum. */
  boolean holds(long expected) {
    boolean holds = current() == expected || (!proven && holdsWithOtherDecimals(expected));
    proven |= holds && asks.size() + bids.size() > 0;
    return holds;
  }

  long current() {
    if (asks.topChanged() || bids.topChanged()) {
      renderIfChanged(asks, askText);
      renderIfChanged(bids, bidText);
      crc.reset();
      askText.addTo(crc);
      bidText.addTo(crc);
      last = crc.getValue();
    }
    return last;
  }

  private void renderIfChanged(KeptSide side, ChecksumText text) {
    if (side.topChanged()) {
      text.clear();
      side.render(text, priceDigits, quantityDigits);
      side.topSeen();
    }
  }

  private boolean holdsWithOtherDecimals(long expected) {
    int knownPrice = priceDigits;
    int knownQuantity = quantityDigits;
    for (int quantity = 0; quantity <= MOST_LOST_ZEROS; quantity++) {
      for (int price = 0; price <= MOST_LOST_ZEROS; price++) {
        use(bookPrice + price, bookQuantity + quantity);
        if (current() == expected) {
          return true;
        }
      }
    }
    use(knownPrice, knownQuantity);
    return false;
  }

  private void use(int price, int quantity) {
    priceDigits = price;
    quantityDigits = quantity;
    asks.touchTop();
    bids.touchTop();
  }
}
