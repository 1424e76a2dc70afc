package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What an account has asked of the engine in one pair, less what has decayed. */
final class RateCounter {
  private BigDecimal count = BigDecimal.ZERO.setScale(2);
  private Instant counted = Instant.MIN;

  BigDecimal count(Tier tier, Instant now) {
    if (now.isAfter(counted) && count.signum() > 0) {
      long micros = TimeUnit.NANOSECONDS.toMicros(Duration.between(counted, now).toNanos());
      BigDecimal decayed = tier.decay().multiply(BigDecimal.valueOf(micros, 6));
      count = count.subtract(decayed).max(BigDecimal.ZERO);
    }
    counted = now;
    return count;
  }

  /** Adds a charge unless that goes over the threshold. */
  boolean charge(BigDecimal charge, Tier tier, Instant now) {
    BigDecimal next = count(tier, now).add(charge);
    if (charge.signum() > 0 && next.compareTo(BigDecimal.valueOf(tier.threshold())) > 0) {
      return false;
    }
    count = next;
    return true;
  }

  /** Adds a charge that is accepted whatever the count. */
  void force(BigDecimal charge, Tier tier, Instant now) {
    count = count(tier, now).add(charge);
  }
}
