package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinesTest {
  @Test
  void writesInOrderAndAllBeforeItIsClosed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    try (Lines lines = new Lines(out, lost -> "lost " + lost, () -> {})) {
      for (int i = 0; i < 1000; i++) {
        lines.print("line " + i);
      }
    }

    List<String> written = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(written).hasSize(1000);
    assertThat(written.get(0)).isEqualTo("line 0");
    assertThat(written.get(999)).isEqualTo("line 999");
  }

  @Test
  void neverWaitsForASlowReaderAndTellsWhatIsMissing() throws Exception {
    StuckStream out = new StuckStream();
    int beyond = 7;

    try (Lines lines = new Lines(out, lost -> "lost " + lost, () -> {})) {
      lines.print("the one that gets stuck");
      assertThat(out.reached.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < Lines.BOUND + beyond; i++) {
        lines.print("line");
      }
      out.freed.countDown();
    }

    assertThat(out.written().lines()).hasSize(Lines.BOUND + 2).last().isEqualTo("lost " + beyond);
  }

  @Test
  void tellsOnceThatTheReaderIsGone() throws Exception {
    CompletableFuture<String> gone = new CompletableFuture<>();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    try (Lines lines = new Lines(broken, lost -> "", () -> gone.complete("gone"))) {
      lines.print("one");
      assertThat(gone.get(10, TimeUnit.SECONDS)).isEqualTo("gone");
      lines.print("two");
    }
  }

  /** Blocks on its first byte until freed. */
  private static final class StuckStream extends OutputStream {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch freed = new CountDownLatch(1);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      reached.countDown();
      try {
        if (!freed.await(20, TimeUnit.SECONDS)) {
          throw new IOException("never freed");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      bytes.write(b);
    }

    String written() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
