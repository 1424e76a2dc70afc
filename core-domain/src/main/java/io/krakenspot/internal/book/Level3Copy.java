package io.krakenspot.internal.book;

import io.krakenspot.market.BookState;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.market.QueuePosition;
import io.krakenspot.market.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A book of orders that no longer changes. */
record Level3Copy(
    Pair pair,
    Level3Depth depth,
    BookState state,
    OrderSides sides,
    List<Level3Event> changedAsks,
    List<Level3Event> changedBids,
    boolean fromSnapshot,
    int priceScale,
    int quantityScale,
    Verification verification,
    long verifiedAtNanos,
    long checksum,
    long epochNanos)
    implements Level3Book {
  @Override
  public Level3Levels asks() {
    return sides.asks();
  }

  @Override
  public Level3Levels bids() {
    return sides.bids();
  }

  @Override
  public List<Level3Event> askEvents() {
    return fromSnapshot ? Level3Events.of(sides.asks()) : changedAsks;
  }

  @Override
  public List<Level3Event> bidEvents() {
    return fromSnapshot ? Level3Events.of(sides.bids()) : changedBids;
  }

  @Override
  public Optional<QueuePosition> queuePosition(String orderId) {
    return sides.position(orderId);
  }

  @Override
  public @Nullable Instant timestamp() {
    return EpochNanos.instant(epochNanos);
  }

  @Override
  public Level3Book copy() {
    return this;
  }
}
