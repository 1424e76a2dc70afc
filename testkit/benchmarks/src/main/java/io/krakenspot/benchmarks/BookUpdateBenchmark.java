package io.krakenspot.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One update frame of a book, from its bytes through decoding, book and checksum to the listener.
 * Many short iterations, so that on a busy machine some are undisturbed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 12, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class BookUpdateBenchmark {
  static final long SEED = 20_261_101;

  /** Who runs. */
  @Param public Contender contender = Contender.LIBRARY_V2;

  /** Levels a side. */
  @Param({"10", "1000"})
  public int depth;

  private BookFeed feed = contender.feed(10);
  private byte[][] updates = {};
  private int next;
  private long played;

  /** Makes the benchmark; JMH sets its parameters. */
  public BookUpdateBenchmark() {}

  /** Subscribes and plays the snapshot. */
  @Setup(Level.Trial)
  public void subscribe() {
    FrameCycle cycle = contender.cycle(depth, SEED);
    feed = contender.feed(depth);
    updates = cycle.updates().toArray(byte[][]::new);
    next = 0;
    feed.frame(cycle.snapshot());
    played = 1;
  }

  /**
   * Plays the next update.
   *
   * @param cpu counts it
   * @return how often the listener was called
   */
  @Benchmark
  public long update(CpuTime cpu) {
    byte[] frame = updates[next];
    next = next + 1 == updates.length ? 0 : next + 1;
    played++;
    cpu.updates++;
    feed.frame(frame);
    return feed.events();
  }

  /** Makes sure that every frame reached the listener, or the time is that of other work. */
  @TearDown(Level.Trial)
  public void everyFrameWasHeard() {
    if (feed.events() != played) {
      throw new IllegalStateException(
          contender + " heard " + feed.events() + " of " + played + " frames");
    }
  }
}
