package io.krakenspot.v2.internal;

import io.krakenspot.market.Pair;
import org.jspecify.annotations.Nullable;

/** The pairs met on a link, found by their characters without making a string of them. */
final class PairTable {
  private static final int MOST_PAIRS = 16_384;

  private @Nullable String[] texts = new String[64];
  private @Nullable Pair[] pairs = new Pair[64];
  private int size;

  /**
   * The pair that some characters name.
   *
   * @throws IllegalArgumentException if they name none
   */
  Pair pair(char[] text, int offset, int length) {
    int slot = slotOf(text, offset, length);
    Pair known = pairs[slot];
    return known != null ? known : add(slot, new String(text, offset, length));
  }

  private Pair add(int slot, String text) {
    Pair pair = Pair.of(text);
    if (size < MOST_PAIRS) {
      texts[slot] = text;
      pairs[slot] = pair;
      size++;
      growIfHalfFull();
    }
    return pair;
  }

  private void growIfHalfFull() {
    if (size * 2 < texts.length) {
      return;
    }
    @Nullable String[] oldTexts = texts;
    @Nullable Pair[] oldPairs = pairs;
    texts = new String[oldTexts.length * 2];
    pairs = new Pair[oldTexts.length * 2];
    for (int old = 0; old < oldTexts.length; old++) {
      String text = oldTexts[old];
      if (text != null) {
        int slot = slotOf(text.toCharArray(), 0, text.length());
        texts[slot] = text;
        pairs[slot] = oldPairs[old];
      }
    }
  }

  /** Where the characters stand, or the free place where they would. */
  private int slotOf(char[] text, int offset, int length) {
    int hash = 0;
    for (int at = offset; at < offset + length; at++) {
      hash = 31 * hash + text[at];
    }
    int slot = (hash ^ (hash >>> 16)) & (texts.length - 1);
    for (String known = texts[slot]; known != null; known = texts[slot]) {
      if (Characters.equal(known, text, offset, length)) {
        return slot;
      }
      slot = (slot + 1) & (texts.length - 1);
    }
    return slot;
  }
}
