package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Credentials;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.testkit.chaos.Chaos;
import io.krakenspot.testkit.chaos.ChaosAccount;
import io.krakenspot.testkit.chaos.ChaosReport;
import io.krakenspot.testkit.chaos.ChaosTime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs of chance in virtual time: see {@link Chaos}. {@code -Dkrakenspot.seed=7} repeats one run,
 * {@code -Dkrakenspot.chaos.seeds=2000 -Dkrakenspot.chaos.minutes=10} makes more and longer ones
 * than the usual twenty of two minutes.
 */
public abstract class ChaosContract {
  private static final String SEED = "krakenspot.seed";

  /** Makes the suite. */
  protected ChaosContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * When clients dial, which has to keep Kraken's rule.
   *
   * @param loop whose time counts
   * @param seed of its jitter
   * @return a policy with a budget of its own
   */
  protected abstract ReconnectPolicy reconnectPolicy(Loop loop, long seed);

  @Test
  @DisplayName("CH-01 whatever goes wrong, what was told is the truth once all is well again")
  void chaos() {
    Long one = Long.getLong(SEED);
    long first = one == null ? 1 : one;
    long last = one == null ? Integer.getInteger("krakenspot.chaos.seeds", 20) : one;
    Duration length = Duration.ofMinutes(Integer.getInteger("krakenspot.chaos.minutes", 2));
    List<String> broken = new ArrayList<>();
    for (long seed = first; seed <= last; seed++) {
      ChaosReport report = run(seed, length);
      System.out.println(protocol().name() + " " + report);
      if (!report.broken().isEmpty()) {
        broken.add("-D" + SEED + "=" + seed + ": " + report.broken());
      }
    }
    assertThat(broken).isEmpty();
  }

  private ChaosReport run(long seed, Duration length) {
    VirtualExchange world = VirtualExchange.open(seed, Chaos.PAIRS);
    Chaos chaos = new Chaos(world.exchange(), time(world), seed);
    Credentials unused = Credentials.of(VirtualExchange.KEY, VirtualExchange.SECRET);
    chaos.join(
        new ChaosAccount(
            protocol().name(),
            VirtualExchange.KEY,
            VirtualExchange.SECRET,
            world.trader(protocol()).reconnectPolicy(reconnectPolicy(world.loop(), seed)),
            world.transport().tokenSource(URI.create("http://exchange.test"), unused)));
    if (Boolean.getBoolean("krakenspot.chaos.log")) {
      chaos.log(line -> System.out.println(world.loop().now() + " " + line));
    }
    ChaosReport report = chaos.run(length);
    world.run();
    assertThat(world.transport().openLinks()).as("links of seed %s in the end", seed).isZero();
    return report;
  }

  private static ChaosTime time(VirtualExchange world) {
    return new ChaosTime() {
      @Override
      public void pass(Duration duration) {
        world.advance(duration);
      }

      @Override
      public long nanoTime() {
        return world.loop().nanoTime();
      }

      @Override
      public boolean exact() {
        return true;
      }

      @Override
      public boolean over() {
        return false;
      }
    };
  }
}
