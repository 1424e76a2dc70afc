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

  /** How many times the library's time this is asked to take at least; zero for the library. */
  int target() {
    return switch (contender) {
      case LIBRARY_V1, LIBRARY_V2 -> 0;
      case TEXTBOOK_V1, TEXTBOOK_V2 -> 6;
      case XCHANGE_V1 -> depth == 10 ? 8 : 50;
    };
  }
}
