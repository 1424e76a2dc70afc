package io.krakenspot.market;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How many price levels a side of a book has, for example {@link #D10}.
 *
 * <p>Source: Kraken {@code book}, v1 and v2.
 */
public enum Depth {
  /** The best ten levels a side: the only depth whose every level the checksum covers. */
  D10(10),
  /** The best 25 levels a side. */
  D25(25),
  /** The best 100 levels a side. */
  D100(100),
  /** The best 500 levels a side. */
  D500(500),
  /** The best 1000 levels a side. */
  D1000(1000);

  private final int levels;

  Depth(int levels) {
    this.levels = levels;
  }

  /**
   * The depth of so many levels.
   *
   * @param levels one of 10, 25, 100, 500, 1000
   * @return the depth
   * @throws IllegalArgumentException if Kraken has no book of that depth; the message lists those
   *     it has
   */
  public static Depth of(int levels) {
    for (Depth depth : values()) {
      if (depth.levels == levels) {
        return depth;
      }
    }
    throw new IllegalArgumentException(
        "no books of "
            + levels
            + " levels; Kraken has "
            + Arrays.stream(values())
                .map(depth -> Integer.toString(depth.levels))
                .collect(Collectors.joining(", ")));
  }

  /**
   * The smallest depth that holds so many levels, for example {@link #D25} for 11.
   *
   * @param levels a number of levels a side
   * @return the depth, {@link #D1000} if none is large enough
   */
  public static Depth holding(int levels) {
    for (Depth depth : values()) {
      if (depth.levels >= levels) {
        return depth;
      }
    }
    return D1000;
  }

  /**
   * Levels a side, for example 10.
   *
   * @return the number of levels
   */
  public int levels() {
    return levels;
  }
}
