package io.krakenspot.market;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A currency pair, for example {@code BTC/USD}: the base is bought or sold, prices are in the
 * quote.
 *
 * <p>Pairs use the readable codes of v2. {@code XBT} and {@code XDG}, the older codes of v1 and
 * REST for the same two assets, are read as {@code BTC} and {@code DOGE}, so that {@code
 * Pair.of("XBT/USD")} equals {@code Pair.of("BTC/USD")}; the v1 adapter writes the older codes
 * again. Immutable and safe for any thread.
 *
 * <p>Source: Kraken "Spot WebSockets introduction" (symbols), v1 and v2.
 */
public final class Pair implements Comparable<Pair> {
  private final String base;
  private final String quote;
  private final String text;

  private Pair(String base, String quote) {
    this.base = currentCode(base);
    this.quote = currentCode(quote);
    this.text = this.base + "/" + this.quote;
  }

  /**
   * Reads a pair written as {@code BASE/QUOTE}.
   *
   * @param text for example {@code BTC/USD}
   * @return the pair
   * @throws IllegalArgumentException if the text has not exactly one slash between two codes of
   *     letters, digits, dots, dashes or underscores
   */
  public static Pair of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a pair; write BASE/QUOTE, for example BTC/USD");
    }
    return of(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * A pair of two asset codes.
   *
   * @param base the asset that is bought or sold, for example {@code BTC}
   * @param quote the asset that prices are in, for example {@code USD}
   * @return the pair
   * @throws IllegalArgumentException if a code is empty or has a character that no code has
   */
  public static Pair of(String base, String quote) {
    return new Pair(requireCode(base), requireCode(quote));
  }

  /**
   * The asset that is bought or sold, for example {@code BTC}.
   *
   * @return the base asset's code
   */
  public String base() {
    return base;
  }

  /**
   * The asset that prices are in, for example {@code USD}.
   *
   * @return the quote asset's code
   */
  public String quote() {
    return quote;
  }

  @Override
  public int compareTo(Pair other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pair pair && pair.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The form that {@link #of(String)} reads, for example {@code BTC/USD}. */
  @Override
  public String toString() {
    return text;
  }

  private static String currentCode(String code) {
    return switch (code) {
      case "XBT" -> "BTC";
      case "XDG" -> "DOGE";
      default -> code;
    };
  }

  private static String requireCode(String code) {
    Objects.requireNonNull(code, "code");
    if (code.isEmpty() || !code.chars().allMatch(Pair::isCodeCharacter)) {
      throw new IllegalArgumentException(
          "'" + code + "' is not an asset code; write for example BTC/USD");
    }
    return code;
  }

  private static boolean isCodeCharacter(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }
}
