package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Depth;
import io.krakenspot.port.BookChange;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int PASSES = 40;

  /** The same frames over and over: a snapshot, then updates with checksums. */
  @ParameterizedTest
  @EnumSource(Depth.class)
  void applyingAFrameAllocatesNothing(Depth depth) {
    List<BookChange> frames = frames(depth);
    BookKeeper book = new BookKeeper(BookFrame.PAIR, depth);
    for (int pass = 0; pass < PASSES; pass++) {
      apply(book, frames);
    }

    long least = Long.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      boolean applied = apply(book, frames);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      assertThat(applied).isTrue();
    }
    assertThat(least).as("bytes for %s frames", frames.size()).isZero();
  }

  private static boolean apply(BookKeeper book, List<BookChange> frames) {
    boolean applied = true;
    for (int i = 0; i < frames.size(); i++) {
      applied &= book.apply(frames.get(i), i) == Outcome.APPLIED;
    }
    return applied;
  }

  private static List<BookChange> frames(Depth depth) {
    RandomFrames random = new RandomFrames(RandomFrames.Market.PLAIN, depth.levels(), 1);
    NaiveBook naive = new NaiveBook(depth.levels());
    List<BookChange> frames = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      BookFrame frame = random.next();
      naive.apply(frame);
      frames.add(frame.checksum(naive.checksum(1, 8)).change());
    }
    return frames;
  }
}
