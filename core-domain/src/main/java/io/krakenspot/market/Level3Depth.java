package io.krakenspot.market;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How many price levels a side a book of individual orders has, for example {@link #D10}.
 *
 * <p>Source: Kraken {@code level3}, v2.
 */
public enum Level3Depth {
  /** The best ten levels a side: the only depth whose every order the checksum covers. */
  D10(10),
  /** The best 100 levels a side. */
  D100(100),
  /** The best 1000 levels a side. */
  D1000(1000);

  private final int levels;

  Level3Depth(int levels) {
    this.levels = levels;
  }

  /**
   * The depth of so many levels.
   *
   * @param levels one of 10, 100, 1000
   * @return the depth
   * @throws IllegalArgumentException if Kraken has no book of that depth; the message lists those
   *     it has
   */
  public static Level3Depth of(int levels) {
    for (Level3Depth depth : values()) {
      if (depth.levels == levels) {
        return depth;
      }
    }
    throw new IllegalArgumentException(
        "no level3 books of "
            + levels
            + " levels; Kraken has "
            + Arrays.stream(values())
                .map(depth -> Integer.toString(depth.levels))
                .collect(Collectors.joining(", ")));
  }

  /**
   * The smallest depth that holds so many levels, for example {@link #D100} for 11.
   *
   * @param levels a number of levels a side
   * @return the depth, {@link #D1000} if none is large enough
   */
  public static Level3Depth holding(int levels) {
    for (Level3Depth depth : values()) {
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
