package io.krakenspot.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Writes lines on a thread of its own, so that whoever prints never waits for a slow reader. Lines
 * beyond a bound are left out and their number is told. Safe for any thread.
 */
final class Lines implements AutoCloseable {
  static final int BOUND = 50_000;
  private static final long CLOSING_SECONDS = 5;

  private final AtomicLong lost = new AtomicLong();
  private final BufferedWriter out;
  private final LongFunction<String> lostLine;
  private final Runnable readerGone;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(BOUND),
          Lines::daemon,
          (line, full) -> lost.incrementAndGet());
  private boolean broken;

  /**
   * Lines to a stream.
   *
   * @param out where to
   * @param lostLine makes the line that tells how many were left out
   * @param readerGone called once if nobody reads any more
   */
  Lines(OutputStream out, LongFunction<String> lostLine, Runnable readerGone) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.lostLine = lostLine;
    this.readerGone = readerGone;
  }

  void print(String line) {
    writer.execute(() -> write(line));
  }

  /** Writes what waits, for some seconds at most. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(String line) {
    if (broken) {
      return;
    }
    try {
      out.write(line);
      out.write('\n');
      if (writer.getQueue().isEmpty()) {
        tellLost();
        out.flush();
      }
    } catch (IOException e) {
      broken = true;
      readerGone.run();
    }
  }

  private void tellLost() throws IOException {
    long lines = lost.getAndSet(0);
    if (lines > 0) {
      out.write(lostLine.apply(lines));
      out.write('\n');
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lines");
    thread.setDaemon(true);
    return thread;
  }
}
