package io.krakenspot.benchmarks;

/**
 * What is measured.
 *
 * @param contender who runs
 * @param depth levels a side
 */
record Case(Contender contender, int depth) {
  /** The library doing the same. */
  Case library() {
    return new Case(contender.library(), depth);
  }

  /** Whether it is the library itself. */
  boolean ours() {
    return contender == contender.library();
  }

  /** How many times the library's time this is asked to take at least; zero if nothing is asked. */
  int target() {
    return switch (contender) {
      case LIBRARY_V1, LIBRARY_V2, LIBRARY_LEVEL3, TEXTBOOK_LEVEL3 -> 0;
      case TEXTBOOK_V1, TEXTBOOK_V2 -> 6;
      case XCHANGE_V1 -> depth == 10 ? 8 : 50;
    };
  }
}
