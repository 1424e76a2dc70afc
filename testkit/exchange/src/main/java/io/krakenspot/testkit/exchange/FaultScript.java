package io.krakenspot.testkit.exchange;

import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults and when they strike, one a line.
 *
 * <pre>{@code
 * # comments and empty lines are skipped
 * 10s drop
 * 20s bad_checksum BTC/USD
 * every 7s stall 800ms
 * }</pre>
 *
 * <p>Times count from when the script is played. Immutable.
 */
public final class FaultScript {
  private static final String EVERY = "every";

  private final List<Line> lines;

  private record Line(int number, boolean repeats, Duration time, Fault fault) {}

  private FaultScript(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads a script.
   *
   * @param text its lines
   * @return the script
   * @throws IllegalArgumentException for a line that cannot be read; names its number, from 1
   */
  public static FaultScript parse(List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (int number = 1; number <= text.size(); number++) {
      String line = text.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(read(number, line));
      }
    }
    return new FaultScript(lines);
  }

  private static Line read(int number, String text) {
    try {
      FaultText words = new FaultText(text);
      String at = words.word();
      boolean repeats = at.equals(EVERY);
      Duration time = repeats ? words.duration() : FaultText.duration(at);
      if (repeats && time.isZero()) {
        throw new IllegalArgumentException("nothing can happen every 0s");
      }
      return new Line(number, repeats, time, Fault.parse(words.rest()));
    } catch (IllegalArgumentException e) {
      throw atLine(number, e);
    }
  }

  private static IllegalArgumentException atLine(int number, IllegalArgumentException why) {
    return new IllegalArgumentException("line " + number + ": " + why.getMessage(), why);
  }

  void play(Exchange exchange, Loop loop) {
    for (Line line : lines) {
      try {
        line.fault().check(exchange);
      } catch (IllegalArgumentException e) {
        throw atLine(line.number(), e);
      }
    }
    loop.execute(() -> lines.forEach(line -> schedule(line, exchange, loop)));
  }

  private static void schedule(Line line, Exchange exchange, Loop loop) {
    Loop.Timer unused =
        loop.schedule(
            line.time(),
            () -> {
              line.fault().strike(exchange);
              if (line.repeats()) {
                schedule(line, exchange, loop);
              }
            });
  }
}
