package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static io.krakenspot.testkit.contract.VirtualExchange.RIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.CancelCount;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Placed;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One run of chance: a client gives commands while things go wrong; what each command did is read
 * from the exchange's ledger at the moment of its arrival, and compared with its fate in the end.
 */
final class FateRun {
  private static final Pair DOGE = Pair.of("DOGE/USD");
  private static final List<Pair> PAIRS = List.of(Pair.of("XRP/USD"), DOGE, Pair.of("RARE/EUR"));
  private static final BigDecimal TICK = new BigDecimal("0.0000001");
  private static final List<FateFault> FAULTS = List.of(FateFault.values());
  private static final int COMMANDS = 8;
  private static final Duration MUTE_IS_NOTICED = Duration.ofSeconds(8);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

  private final Protocol protocol;
  private final Random random;
  private final FateTally tally;
  private final VirtualExchange world;
  private final Outsider rival;
  private final KrakenClient client;
  private final AccountProbe probe;
  private final List<CommandCheck> checks = new ArrayList<>();
  private final Set<String> beingEnded = new HashSet<>();
  private int names;
  private int prices;

  FateRun(Protocol protocol, long seed, FateTally tally) {
    this.protocol = protocol;
    this.random = new Random(seed);
    this.tally = tally;
    this.world = VirtualExchange.open(seed, PAIRS);
    this.rival = new Outsider(world, RIVAL);
    this.client = world.trader(protocol).clientOrderIds(() -> "c-" + ++names).build();
    this.probe = new AccountProbe(client.account());
  }

  void run() {
    world.run();
    if (random.nextInt(10) > 0) {
      client.account().connect();
      world.run();
    }
    for (int command = 0; command < COMMANDS; command++) {
      step();
    }
    FateFault.heal(world);
    world.advance(LONG_ENOUGH);
    checks.forEach(check -> check.verify(tally));
    AccountAudit audit = audit();
    assertThat(audit.addRequests().values())
        .as("requests of each client id")
        .allMatch(requests -> requests == 1);
    probe.assertEquals(audit, world);
    client.close();
    world.run();
  }

  private void step() {
    FateFault fault = FAULTS.get(random.nextInt(FAULTS.size()));
    tally.fault(fault);
    world.transport().lookups().work();
    fault.happen(world, random);
    if (random.nextBoolean()) {
      world.run();
    }
    command();
    FateFault.endOfCommand(world);
    if (fault == FateFault.LINK_MUTE) {
      world.advance(MUTE_IS_NOTICED);
    }
    while (random.nextInt(3) == 0) {
      others();
    }
    world.advance(Duration.ofMillis(random.nextInt(2_500)));
    if (random.nextInt(5) > 0) {
      FateFault.heal(world);
    }
    if (random.nextBoolean()) {
      world.advance(Duration.ofSeconds(7));
    }
  }

  /** The rest of the market. */
  private void others() {
    switch (random.nextInt(3)) {
      case 0 -> rival.market(Side.SELL, DOGE, String.valueOf(50 + random.nextInt(400)));
      case 1 -> rival.market(Side.BUY, DOGE, String.valueOf(50 + random.nextInt(400)));
      default -> world.step(DOGE, 1);
    }
  }

  private void command() {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> place();
      case 3 -> batch();
      case 4 -> amend();
      case 5 -> edit();
      case 6 -> cancel();
      case 7 -> cancelSeveral();
      default -> cancelAll();
    }
  }

  private AccountAudit audit() {
    return world.exchange().audit(KEY);
  }

  /** Gives a command and reads from the ledger what it did. */
  private <R> void give(
      String what,
      CompletionStage<Fate<R>> fate,
      AccountAudit before,
      Function<Change, String> truth,
      Function<R, String> told) {
    world.run();
    String done = truth.apply(new Change(before, audit()));
    checks.add(new CommandCheck(what, fate.thenApply(any -> any), done, result(told)));
  }

  @SuppressWarnings("unchecked")
  private static <R> Function<Object, String> result(Function<R, String> told) {
    return result -> told.apply((R) result);
  }

  /** The ledger before and after a command. */
  private record Change(AccountAudit before, AccountAudit after) {
    private Set<String> idsBefore() {
      return before.orders().stream().map(AuditedOrder::id).collect(Collectors.toSet());
    }

    /** Ids of new orders; none if there is none. */
    String placed() {
      Set<String> old = idsBefore();
      return after.orders().stream()
          .map(AuditedOrder::id)
          .filter(id -> !old.contains(id))
          .findFirst()
          .orElse(CommandCheck.NOTHING);
    }

    String placed(String clientId) {
      return after.order(clientId).map(AuditedOrder::id).orElse(CommandCheck.NOTHING);
    }

    String cancelled() {
      Set<String> open =
          before.orders().stream()
              .filter(order -> !order.isFinal())
              .map(AuditedOrder::id)
              .collect(Collectors.toSet());
      long count =
          after.orders().stream()
              .filter(order -> open.contains(order.id()) && order.status().equals("canceled"))
              .count();
      return count == 0 ? CommandCheck.NOTHING : String.valueOf(count);
    }
  }

  // --- commands ---

  private void place() {
    NewOrder order = random.nextInt(3) == 0 ? ownReference() : newOrder(random.nextInt(3) == 0);
    AccountAudit before = audit();
    CompletionStage<Fate<Placed>> fate = client.trading().place(order);
    give("place " + order, fate, before, Change::placed, FateRun::id);
  }

  private static String id(Placed placed) {
    return Objects.toString(placed.orderId());
  }

  private NewOrder ownReference() {
    return NewOrder.buy(DOGE, OrderType.LIMIT)
        .quantity(quantity())
        .limit(price())
        .userReference(1_000 + ++names)
        .build();
  }

  private NewOrder newOrder(boolean urgent) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    if (random.nextInt(4) == 0) {
      return NewOrder.of(DOGE, side, OrderType.MARKET).quantity(affordable()).build();
    }
    BigDecimal best =
        side == Side.BUY
            ? world.exchange().book(DOGE).bids().get(0).price()
            : world.exchange().book(DOGE).asks().get(0).price();
    BigDecimal better = TICK.multiply(BigDecimal.valueOf(random.nextInt(30) - 4));
    NewOrder.Builder order =
        NewOrder.of(DOGE, side, OrderType.LIMIT)
            .quantity(quantity())
            .limit(OrderPrice.of(side == Side.BUY ? best.add(better) : best.subtract(better)))
            .postOnly(random.nextInt(4) == 0);
    return urgent ? order.deadline(deadline()).build() : order.build();
  }

  private BigDecimal quantity() {
    return random.nextInt(40) == 0 ? new BigDecimal("900000000000") : affordable();
  }

  private BigDecimal affordable() {
    return BigDecimal.valueOf(50 + random.nextInt(300));
  }

  /** A price that no other command names. */
  private OrderPrice price() {
    return OrderPrice.of(
        new BigDecimal("0.1220000").subtract(TICK.multiply(BigDecimal.valueOf(++prices))));
  }

  private void batch() {
    if (!protocol.support(Feature.PLACE_BATCH).available()) {
      return;
    }
    List<NewOrder> orders =
        List.of(newOrder(false), newOrder(false), newOrder(false)).stream()
            .map(order -> order.withClientOrderId("b-" + ++names))
            .toList();
    AccountAudit before = audit();
    CompletionStage<List<Fate<Placed>>> fates = client.trading().place(OrderBatch.of(orders));
    world.run();
    Change change = new Change(before, audit());
    for (int place = 0; place < orders.size(); place++) {
      int which = place;
      String truth = change.placed(Objects.requireNonNull(orders.get(place).clientOrderId()));
      checks.add(
          new CommandCheck(
              "batch " + orders.get(place),
              fates.thenApply(all -> all.get(which)),
              truth,
              result(FateRun::id)));
    }
  }

  private List<AuditedOrder> targets() {
    return audit().orders().stream()
        .filter(order -> !beingEnded.contains(order.id()))
        .filter(order -> !order.isFinal() || random.nextInt(8) == 0)
        .toList();
  }

  private AuditedOrder any(List<AuditedOrder> orders) {
    return orders.get(random.nextInt(orders.size()));
  }

  private void amend() {
    List<AuditedOrder> limits =
        targets().stream().filter(order -> order.limitPrice() != null).toList();
    if (limits.isEmpty()) {
      place();
      return;
    }
    AuditedOrder order = any(limits);
    OrderPrice price =
        order.side() == Side.BUY
            ? price()
            : OrderPrice.of(
                new BigDecimal("0.1250000").add(TICK.multiply(BigDecimal.valueOf(++prices))));
    AccountAudit before = audit();
    give(
        "amend " + order + " to " + price,
        client.trading().amend(amend(order, price)),
        before,
        change ->
            change.after().orders().stream()
                    .filter(now -> now.id().equals(order.id()))
                    .map(AuditedOrder::limitPrice)
                    .anyMatch(now -> now != null && price.value().compareTo(now) == 0)
                ? "amended"
                : CommandCheck.NOTHING,
        amended -> "amended");
  }

  private AmendOrder amend(AuditedOrder order, OrderPrice price) {
    AmendOrder.Builder change = AmendOrder.of(key(order)).limit(price);
    return random.nextInt(3) == 0 ? change.deadline(deadline()).build() : change.build();
  }

  private Duration deadline() {
    return Duration.ofMillis(1_000 + random.nextInt(7_000));
  }

  private void edit() {
    List<AuditedOrder> limits =
        targets().stream()
            .filter(order -> order.limitPrice() != null && order.side() == Side.BUY)
            .toList();
    if (limits.isEmpty()) {
      place();
      return;
    }
    AuditedOrder order = any(limits);
    beingEnded.add(order.id());
    OrderPrice price = price();
    AccountAudit before = audit();
    give(
        "edit " + order + " to " + price,
        client.trading().edit(EditOrder.of(order.id(), DOGE).limit(price).build()),
        before,
        Change::placed,
        edited -> Objects.toString(edited.orderId()));
  }

  private static OrderKey key(AuditedOrder order) {
    String clientId = order.clientId();
    return clientId == null ? OrderKey.id(order.id()) : OrderKey.clientId(clientId);
  }

  private void cancel() {
    List<AuditedOrder> orders = targets();
    OrderKey key;
    if (orders.isEmpty()) {
      key = OrderKey.clientId("nobody-" + ++names);
    } else {
      AuditedOrder order = any(orders);
      beingEnded.add(order.id());
      Long reference = order.userref();
      key = reference == null ? key(order) : OrderKey.userReference(reference.intValue());
    }
    AccountAudit before = audit();
    give(
        "cancel " + key,
        client.trading().cancel(key),
        before,
        Change::cancelled,
        cancelled -> String.valueOf(cancelled.count()));
  }

  private void cancelSeveral() {
    List<AuditedOrder> orders = targets();
    if (orders.size() < 2 || !protocol.support(Feature.CANCEL_BATCH).available()) {
      cancel();
      return;
    }
    List<AuditedOrder> some = orders.subList(0, 2);
    some.forEach(order -> beingEnded.add(order.id()));
    AccountAudit before = audit();
    give(
        "cancel-batch " + some,
        client.trading().cancelBatch(some.stream().map(FateRun::key).toList()),
        before,
        Change::cancelled,
        FateRun::count);
  }

  private void cancelAll() {
    if (!beingEnded.isEmpty()) {
      settle();
    }
    AccountAudit before = audit();
    before.orders().forEach(order -> beingEnded.add(order.id()));
    give(
        "cancel-all of the account",
        client.trading().cancelAll(),
        before,
        Change::cancelled,
        FateRun::count);
  }

  private static String count(CancelCount cancelled) {
    return cancelled.count() == 0 ? CommandCheck.NOTHING : String.valueOf(cancelled.count());
  }

  /** Lets all that is under way come to its end. */
  private void settle() {
    FateFault.heal(world);
    world.advance(LONG_ENOUGH);
  }
}
