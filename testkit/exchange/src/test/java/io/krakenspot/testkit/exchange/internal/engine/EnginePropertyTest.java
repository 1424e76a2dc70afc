package io.krakenspot.testkit.exchange.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.BookChange;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds after every action, whatever clients and crowd do. */
final class EnginePropertyTest {
  private static final int ACTIONS = 3000;

  private final Bench bench = new Bench();
  private final List<Account> clients =
      List.of(bench.alice, bench.bob, bench.engine.accounts().open("carol"));
  private Random random = new Random();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void booksMoneyAndPriorityHold(long seed) {
    random = new Random(seed);
    clients.forEach(client -> client.tier(Tier.PRO));
    bench.engine.deposit(clients.get(2), bench.dollar, new BigDecimal("40000"));
    Replica replica = new Replica(standing());
    Map<OrderStatus, Integer> ends = new EnumMap<>(OrderStatus.class);
    for (int action = 0; action < ACTIONS; action++) {
      bench.updates.clear();
      act();
      for (PairUpdate update : bench.updates) {
        replica.follow(update);
      }
      checkBook(replica);
      checkMoney();
      if (action % 100 == 0) {
        replica.checkQueues();
        clients.forEach(EnginePropertyTest::checkFills);
      }
    }
    clients.forEach(
        client -> client.orders().forEach(order -> ends.merge(order.status(), 1, Integer::sum)));
    assertThat(ends).containsKeys(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.EXPIRED);
    checkIds();
  }

  private Map<Side, List<List<Level3Order>>> standing() {
    Map<Side, List<List<Level3Order>>> standing = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      standing.put(side, bench.engine.standing(bench.pair, side, Integer.MAX_VALUE));
    }
    return standing;
  }

  private void act() {
    Account client = clients.get(random.nextInt(clients.size()));
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> bench.engine.add(client, request());
      case 4 -> bench.engine.cancel(client, some(client));
      case 5 -> bench.engine.amend(client, amendment(some(client)));
      case 6 -> bench.engine.edit(client, EditRequest.of(some(client), quantity(), price(random)));
      case 7 -> bench.loop.advance(Duration.ofMillis(random.nextInt(4000)));
      case 8 -> bench.engine.anonymous().take(bench.pair, side(), List.of(quantity(), quantity()));
      case 9 -> bench.engine.anonymous().limit(bench.pair, side(), price(random), quantity());
      default -> crowdRests();
    }
  }

  /** The crowd never crosses by resting. */
  private void crowdRests() {
    Side side = side();
    BigDecimal other = bench.best(Sides.opposite(side)).price();
    BigDecimal price = price(random);
    boolean rests = side == Side.BUY ? price.compareTo(other) < 0 : price.compareTo(other) > 0;
    if (rests) {
      BigDecimal target = random.nextInt(4) == 0 ? BigDecimal.ZERO : quantity();
      bench.engine.anonymous().rest(bench.pair, new BookChange(side, price, target));
    }
  }

  private OrderRequest request() {
    OrderType type = pick(OrderType.values());
    OrderRequest.Builder request = Bench.order(side(), type, quantity().toPlainString());
    if (type.limited()) {
      request.limitPrice(
          type.trailing()
              ? new OrderPrice(new BigDecimal("0.5"), OrderPrice.Kind.PCT)
              : OrderPrice.of(price(random)));
    }
    if (type.trailing()) {
      request.trigger(TriggerTerms.last(new OrderPrice(BigDecimal.ONE, OrderPrice.Kind.QUOTE)));
    } else if (type.triggered()) {
      request.trigger(TriggerTerms.last(OrderPrice.of(price(random))));
    }
    if (type == OrderType.ICEBERG) {
      BigDecimal amount = quantity();
      request.quantity(amount).displayQuantity(Money.quantity(amount.movePointLeft(1)));
    }
    if (type == OrderType.LIMIT) {
      limitTerms(request);
    }
    if (random.nextInt(5) == 0) {
      request.feePreference(FeePreference.BASE);
    }
    return request.selfTrade(pick(SelfTrade.values())).build();
  }

  private void limitTerms(OrderRequest.Builder request) {
    switch (random.nextInt(6)) {
      case 0 -> request.timeInForce(TimeInForce.IOC);
      case 1 -> request.timeInForce(TimeInForce.FOK);
      case 2 -> request.postOnly(true);
      case 3 ->
          request
              .timeInForce(TimeInForce.GTD)
              .expireTime(bench.now().plusSeconds(1 + random.nextInt(3)));
      case 4 -> request.close(new CloseTerms(OrderType.LIMIT, OrderPrice.of(price(random)), null));
      default -> request.effectiveTime(bench.now().plusSeconds(random.nextInt(5)));
    }
  }

  private AmendRequest amendment(OrderRef order) {
    return switch (random.nextInt(3)) {
      case 0 -> AmendRequest.quantity(order, quantity());
      case 1 -> AmendRequest.limitPrice(order, price(random));
      default ->
          new AmendRequest(
              order, quantity(), quantity(), OrderPrice.of(price(random)), null, true, null);
    };
  }

  private OrderRef some(Account client) {
    List<EngineOrder> open = client.openOrders();
    return OrderRef.id(open.isEmpty() ? "none" : open.get(random.nextInt(open.size())).id());
  }

  private Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private BigDecimal quantity() {
    return BigDecimal.valueOf(1_000_000L + random.nextInt(600_000_000), 8);
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(313_500 + random.nextInt(120) * 25L, 2);
  }

  private void checkBook(Replica replica) {
    for (Side side : Side.values()) {
      List<List<Level3Order>> standing = bench.engine.standing(bench.pair, side, Integer.MAX_VALUE);
      assertThat(replica.levels(side)).isEqualTo(standing);
      List<Level> levels = bench.pair.top(side, Integer.MAX_VALUE);
      assertThat(levels).hasSameSizeAs(standing);
      for (int place = 0; place < levels.size(); place++) {
        BigDecimal sum =
            standing.get(place).stream()
                .map(Level3Order::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(levels.get(place).quantity()).isEqualTo(sum).isPositive();
        assertThat(levels.get(place).price()).isEqualTo(standing.get(place).get(0).price());
      }
    }
    assertThat(bench.best(Side.BUY).price()).isLessThan(bench.best(Side.SELL).price());
  }

  private void checkMoney() {
    checkSum(bench.dollar, "240000");
    checkSum(bench.ether, "200");
    for (Account client : clients) {
      for (AssetSpec asset : List.of(bench.dollar, bench.ether)) {
        assertThat(client.reserved(asset)).isNotNegative();
        assertThat(client.available(asset)).as("%s %s", client, asset).isNotNegative();
      }
    }
  }

  private void checkSum(AssetSpec asset, String deposited) {
    List<Account> all = new ArrayList<>(clients);
    all.add(bench.engine.accounts().anonymous());
    all.add(bench.engine.accounts().fees());
    all.add(bench.engine.accounts().lender());
    BigDecimal sum =
        all.stream()
            .map(account -> account.balance(asset))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(deposited);
  }

  private static void checkFills(Account client) {
    for (EngineOrder order : client.orders()) {
      List<AccountFill> fills =
          client.fills().stream().filter(fill -> fill.orderId().equals(order.id())).toList();
      assertThat(sum(fills.stream().map(AccountFill::quantity).toList()))
          .isEqualByComparingTo(order.filled());
      assertThat(sum(fills.stream().map(AccountFill::cost).toList()))
          .isEqualByComparingTo(order.cost());
      assertThat(order.status() == OrderStatus.FILLED)
          .isEqualTo(order.filled().signum() > 0 && order.remaining().signum() == 0);
      assertThat(fills).allMatch(fill -> keepsLimit(order, fill));
    }
  }

  /** No fill is worse than the limit of an order that was never amended. */
  private static boolean keepsLimit(EngineOrder order, AccountFill fill) {
    BigDecimal limit = order.limitPrice();
    return limit == null
        || order.amended()
        || Sides.reaches(order.request().side(), limit, fill.price());
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void checkIds() {
    Set<String> seen = new HashSet<>();
    for (Account client : clients) {
      client.orders().forEach(order -> checkId(order.id(), 'O', seen));
      client.fills().forEach(fill -> checkId(fill.execId(), 'T', seen));
      client.ledger().forEach(entry -> checkId(entry.id(), 'L', seen));
    }
    assertThat(seen).hasSizeGreaterThan(1000);
  }

  private static void checkId(String id, char kind, Set<String> seen) {
    assertThat(id).matches(kind + "[A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]{6}");
    assertThat(seen.add(id)).as("%s is new", id).isTrue();
  }
}
