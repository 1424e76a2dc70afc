package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.port.Level3Change;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Level3AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int PASSES = 40;

  /** The same frames over and over: a snapshot, then updates with checksums. */
  @ParameterizedTest
  @EnumSource(Level3Depth.class)
  void applyingAFrameAllocatesNothing(Level3Depth depth) {
    List<Level3Change> frames = frames(depth);
    Level3Keeper book = new Level3Keeper(Level3Frame.PAIR, depth);
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

  private static boolean apply(Level3Keeper book, List<Level3Change> frames) {
    boolean applied = true;
    for (int i = 0; i < frames.size(); i++) {
      applied &= book.apply(frames.get(i), i) == Outcome.APPLIED;
    }
    return applied;
  }

  private static List<Level3Change> frames(Level3Depth depth) {
    RandomOrders random = new RandomOrders(RandomOrders.Market.PLAIN, depth.levels(), 1);
    NaiveLevel3 naive = new NaiveLevel3(depth.levels());
    List<Level3Change> frames = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Level3Frame frame = random.next();
      naive.apply(frame);
      frames.add(frame.checksum(naive.checksum(1, 8)).change());
    }
    return frames;
  }
}
