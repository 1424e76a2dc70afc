package io.krakenspot.internal.session;

import io.krakenspot.client.TradingRate;
import io.krakenspot.market.Pair;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Command;
import io.krakenspot.port.Loop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A model of the engine's trading-rate counters, one a pair, corrected by the exchange's own where
 * it tells them. Counts in thousandths. Lives on the loop.
 *
 * <p>Source: Kraken "Spot trading rate limits" guide.
 */
final class RateCounters {
  private static final long UNIT = 1_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int ORDERS_KEPT = 10_000;
  private static final int[] AGES = {5, 10, 15, 45, 90, 300};
  private static final int[] AMEND = {3, 2, 1, 0, 0, 0};
  private static final int[] EDIT = {6, 5, 4, 2, 1, 0};
  private static final int[] CANCEL = {8, 6, 5, 4, 2, 1};

  private final Loop loop;
  private final TradingRate rate;
  private final OrderRecords orders;
  private final Consumer<String> warn;
  private final Map<Pair, Counter> counters = new HashMap<>();
  private final Map<String, Instant> touched =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > ORDERS_KEPT;
        }
      };
  private TradingRate.Tier tier;

  RateCounters(Loop loop, TradingRate rate, OrderRecords orders, Consumer<String> warn) {
    this.loop = loop;
    this.rate = rate;
    this.orders = orders;
    this.warn = warn;
    this.tier = rate.tier();
  }

  /** The exchange told the account's threshold. */
  void threshold(int threshold) {
    for (TradingRate.Tier known : TradingRate.Tier.values()) {
      if (known.threshold() == threshold) {
        tier = known;
      }
    }
  }

  /** The exchange told its counter, in the report of an order. */
  void told(String orderId, BigDecimal value) {
    Order order = orders.find(orderId);
    Pair pair = order == null ? null : order.pair();
    if (pair != null) {
      Counter counter = counter(pair);
      counter.value = value.movePointRight(3).longValue();
      counter.atNanos = loop.nanoTime();
    }
  }

  /** An order was placed or amended, which its age counts from. */
  void touched(OrderUpdate update) {
    switch (update.kind()) {
      case PENDING, OPENED, AMENDED, SNAPSHOT -> touched.put(update.order().id(), since(update));
      case FILLED, CANCELED, EXPIRED, ENDED_UNHEARD -> touched.remove(update.order().id());
      default -> {}
    }
  }

  /** The exchange's clock is taken for ours where an order is older than this session. */
  private Instant since(OrderUpdate update) {
    if (update.kind() != OrderUpdate.Kind.SNAPSHOT) {
      return loop.now();
    }
    Instant last = update.order().get(OrderAttribute.UPDATED);
    Instant opened = last == null ? update.order().get(OrderAttribute.OPENED) : last;
    return opened == null ? loop.now() : opened;
  }

  /**
   * How long a command has to wait for its counter.
   *
   * @return zero if it may be sent now
   */
  Duration wait(Command command) {
    if (isCancel(command)) {
      return Duration.ZERO;
    }
    long room = (long) (tier.threshold() - rate.reserve()) * UNIT;
    Duration longest = Duration.ZERO;
    for (Charge charge : charges(command)) {
      Counter counter = counter(charge.pair());
      long excess = counter.now() + charge.amount() - room;
      if (excess > 0 && counter.now() > 0) {
        Duration needed = Duration.ofNanos(excess * NANOS_PER_SECOND / decay());
        longest = needed.compareTo(longest) > 0 ? needed : longest;
      }
    }
    return longest;
  }

  /** A command is sent: it counts. */
  void charge(Command command) {
    for (Charge charge : charges(command)) {
      Counter counter = counter(charge.pair());
      counter.add(charge.amount());
      if (counter.value > tier.threshold() * UNIT) {
        warn.accept(
            "the trading-rate counter of "
                + charge.pair()
                + " is about "
                + counter.value / UNIT
                + " of "
                + tier.threshold()
                + "; the exchange will refuse orders until it has decayed");
      }
    }
  }

  private static boolean isCancel(Command command) {
    return switch (command.kind()) {
      case CANCEL, CANCEL_BATCH, CANCEL_ALL, CANCEL_ALL_AFTER -> true;
      default -> false;
    };
  }

  private List<Charge> charges(Command command) {
    if (command instanceof Command.Place place) {
      return List.of(new Charge(place.order().pair(), UNIT));
    } else if (command instanceof Command.PlaceBatch place) {
      return List.of(new Charge(place.batch().pair(), place.batch().orders().size() * UNIT / 2));
    } else if (command instanceof Command.Amend amend) {
      return amend(amend.change());
    } else if (command instanceof Command.Edit edit) {
      String id = edit.change().orderId();
      return List.of(new Charge(edit.change().pair(), UNIT + byAge(EDIT, id)));
    } else if (command instanceof Command.Cancel cancel) {
      return cancels(List.of(cancel.order()));
    } else if (command instanceof Command.CancelBatch cancel) {
      return cancels(cancel.orders());
    }
    return List.of();
  }

  private List<Charge> amend(AmendOrder change) {
    Order order = orders.find(change.order());
    if (order != null && ends(change, order)) {
      return cancels(List.of(OrderKey.id(order.id())));
    }
    Pair pair = order == null ? change.pair() : order.pair();
    long forAge = order == null ? 0 : byAge(AMEND, order.id());
    return pair == null ? List.of() : List.of(new Charge(pair, UNIT + forAge));
  }

  /** A quantity not above what has traded ends the order. */
  private static boolean ends(AmendOrder change, Order order) {
    BigDecimal quantity = change.quantity();
    BigDecimal executed = order.executedQuantity();
    return quantity != null && executed != null && quantity.compareTo(executed) <= 0;
  }

  private List<Charge> cancels(List<OrderKey> keys) {
    return keys.stream()
        .flatMap(key -> orders.named(key).stream())
        .filter(order -> !order.status().ended() && order.pair() != null)
        .map(order -> new Charge(pairOf(order), byAge(CANCEL, order.id())))
        .toList();
  }

  private static Pair pairOf(Order order) {
    Pair pair = order.pair();
    if (pair == null) {
      throw new IllegalStateException("an order without a pair");
    }
    return pair;
  }

  private long byAge(int[] charges, String orderId) {
    Instant since = touched.get(orderId);
    long age = since == null ? 0 : Duration.between(since, loop.now()).toSeconds();
    for (int i = 0; i < AGES.length; i++) {
      if (age < AGES[i]) {
        return charges[i] * UNIT;
      }
    }
    return 0;
  }

  private long decay() {
    return tier.decayPerSecond().movePointRight(3).longValue();
  }

  private Counter counter(Pair pair) {
    return counters.computeIfAbsent(pair, any -> new Counter());
  }

  /** What a command adds to the counter of a pair. */
  private record Charge(Pair pair, long amount) {}

  private final class Counter {
    private long value;
    private long atNanos = loop.nanoTime();

    long now() {
      long passed = loop.nanoTime() - atNanos;
      return Math.max(0, value - passed / 1_000 * decay() / (NANOS_PER_SECOND / 1_000));
    }

    void add(long amount) {
      value = now() + amount;
      atNanos = loop.nanoTime();
    }
  }
}
