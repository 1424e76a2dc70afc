package io.krakenspot.testkit.exchange;

import io.krakenspot.market.BookLevel;
import io.krakenspot.testkit.exchange.BookChecksum.Digits;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The best ten levels of a pair as they were published at one moment. Immutable. */
public final class PublishedBook {
  private final long version;
  private final Instant time;
  private final MarketPair pair;
  private final List<Level> bids;
  private final List<Level> asks;
  private final MarketBook book;

  PublishedBook(long version, Instant time, MarketPair pair, List<Level> bids, List<Level> asks) {
    this.version = version;
    this.time = time;
    this.pair = pair;
    this.bids = List.copyOf(bids);
    this.asks = List.copyOf(asks);
    this.book = new MarketBook(levels(this.bids), levels(this.asks));
  }

  private static List<BookLevel> levels(List<Level> levels) {
    return levels.stream().map(level -> new BookLevel(level.price(), level.quantity())).toList();
  }

  /**
   * Its place in the history of the pair.
   *
   * @return from 0, one more each time the best ten levels change
   */
  public long version() {
    return version;
  }

  /**
   * When it was published.
   *
   * @return by the exchange's clock
   */
  public Instant time() {
    return time;
  }

  /**
   * Its levels.
   *
   * @return at most ten a side
   */
  public MarketBook book() {
    return book;
  }

  /**
   * Its checksum as it stands on the wire, when no fault is in the way.
   *
   * @param wire the digits differ between versions
   * @return CRC-32, unsigned 32 bits
   */
  public long checksum(Version wire) {
    Function<Level, Digits> digits = wire == Version.V1 ? this::v1Digits : PublishedBook::v2Digits;
    return BookChecksum.of(asks.stream().map(digits).toList(), bids.stream().map(digits).toList());
  }

  private Digits v1Digits(Level level) {
    return new Digits(V1Text.price(pair, level.price()), V1Text.quantity(level.quantity()));
  }

  private static Digits v2Digits(Level level) {
    return new Digits(level.price().toPlainString(), level.quantity().toPlainString());
  }

  @Override
  public String toString() {
    return "version " + version + " of " + pair.pair() + " at " + time;
  }
}
