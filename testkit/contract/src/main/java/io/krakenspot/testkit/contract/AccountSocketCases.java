package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.DeadMansSwitch;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fill;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.CommandCut;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.Permission;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two clients of two accounts of one exchange on loopback, in real time. */
@Timeout(60)
abstract class AccountSocketCases {
  private static final Pair DOGE = Pair.of("DOGE/USD");
  private static final String KEY = "socket";
  private static final String RIVAL = "rival";
  private static final String SECRET = "c29ja2V0";

  private ExchangeServer server;
  private Transport transport;
  private HeardConnection connection;
  private KrakenClient client;
  private KrakenClient rival;
  private final Heard<OrderUpdate> orders = new Heard<>();
  private final Heard<Fill> fills = new Heard<>();

  abstract boolean tls();

  abstract Protocol protocol();

  abstract Transport newTransport(Optional<String> certificatePem);

  @BeforeEach
  void open() {
    server =
        ExchangeServer.builder()
            .seed(7)
            .tls(tls())
            .eventsPerSecond(0)
            .account(KEY, SECRET)
            .account(RIVAL, SECRET)
            .start();
    transport = newTransport(server.certificatePem());
    connection = new HeardConnection();
    client = builder(KEY, SECRET).build();
    rival = builder(RIVAL, SECRET).build();
    client.onConnection(connection);
  }

  private KrakenClientBuilder builder(String key, String secret) {
    return KrakenClient.builder()
        .protocol(protocol())
        .transport(transport)
        .reconnectPolicy(new PromptReconnect(Duration.ofMillis(50)))
        .credentials(Credentials.of(key, secret))
        .server(server.webSocketUri());
  }

  @AfterEach
  void close() {
    client.close();
    rival.close();
    transport.close();
    server.close();
    assertThat(connection.failures).as("thrown by listeners").isEmpty();
  }

  private Exchange exchange() {
    return server.exchange();
  }

  private AccountAudit audit() {
    return exchange().audit(KEY);
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static <R> R accepted(CompletionStage<Fate<R>> stage) {
    Fate<R> fate = join(stage);
    assertThat(fate).isInstanceOf(Fate.Accepted.class);
    return ((Fate.Accepted<R>) fate).result();
  }

  private void listen() {
    join(client.account().orders(orders).accepted());
    join(client.account().fills(fills).accepted());
    join(client.account().connect());
  }

  private static NewOrder.Builder resting(Side side, String quantity) {
    return NewOrder.of(DOGE, side, OrderType.LIMIT)
        .quantity(new BigDecimal(quantity))
        .limit(OrderPrice.of(side == Side.BUY ? "0.1100000" : "0.1400000"));
  }

  /** An order that is the next to trade. */
  private NewOrder first(String quantity) {
    BigDecimal best = exchange().book(DOGE).asks().get(0).price();
    return resting(Side.SELL, quantity)
        .limit(OrderPrice.of(best.subtract(new BigDecimal("0.0000001"))))
        .build();
  }

  private void rivalBuys(String quantity) {
    accepted(
        rival
            .trading()
            .place(
                NewOrder.buy(DOGE, OrderType.MARKET).quantity(new BigDecimal(quantity)).build()));
  }

  private void awaitStatus(String id, OrderStatus status) {
    orders.await(
        id + " is " + status,
        heard ->
            heard.events().stream()
                .map(OrderUpdate::order)
                .anyMatch(order -> order.id().equals(id) && order.status() == status));
  }

  private static String id(Placed placed) {
    return Objects.requireNonNull(placed.orderId());
  }

  @Test
  @DisplayName("AS-01 an order is placed, amended and cancelled, and its feed says so")
  void placeAmendCancel() {
    listen();
    String id = id(accepted(client.trading().place(resting(Side.BUY, "50").build())));
    awaitStatus(id, OrderStatus.NEW);
    accepted(
        client
            .trading()
            .amend(AmendOrder.of(OrderKey.id(id)).limit(OrderPrice.of("0.1120000")).build()));
    orders.await(
        "amended", heard -> OrderPrice.of("0.1120000").equals(heard.last().order().limitPrice()));
    accepted(client.trading().cancel(OrderKey.id(id)));

    awaitStatus(id, OrderStatus.CANCELED);
    assertThat(join(client.account().openOrders())).isEmpty();
    assertThat(join(client.trading().latency()).count()).isEqualTo(3);
    assertThat(connection.malformed).isEmpty();
    assertThat(connection.unrecognised).isEmpty();
  }

  @Test
  @DisplayName("AS-02 an order fills in parts, each told once")
  void fills() {
    listen();
    String id = id(accepted(client.trading().place(first("100"))));
    rivalBuys("30");
    awaitStatus(id, OrderStatus.PARTIALLY_FILLED);
    rivalBuys("70");

    awaitStatus(id, OrderStatus.FILLED);
    awaitAllFills();
  }

  private void awaitAllFills() {
    fills.await("all fills", heard -> heard.events().size() >= audit().fills().size());
    assertThat(fills.events())
        .extracting(Fill::id)
        .containsExactlyElementsOf(audit().fills().stream().map(AuditedFill::execId).toList());
  }

  @Test
  @DisplayName("AS-03 after a cut, what happened meanwhile is told, and trading goes on")
  void reconnects() {
    listen();
    String id = id(accepted(client.trading().place(first("100"))));
    rivalBuys("30");
    awaitStatus(id, OrderStatus.PARTIALLY_FILLED);
    server.refuseConnections(503);
    exchange().dropConnections();
    fills.await("interrupted", heard -> heard.kinds().contains(Kind.INTERRUPTED));
    server.acceptConnections();
    fills.await("restored", heard -> heard.kinds().contains(Kind.RESTORED_WITHOUT_LOSS));
    join(rival.account().connect());
    awaitRival();

    rivalBuys("70");

    awaitStatus(id, OrderStatus.FILLED);
    awaitAllFills();
    accepted(client.trading().place(resting(Side.BUY, "50").build()));
  }

  /** The rival's link stands again. */
  private void awaitRival() {
    orders.await(
        "the rival is back", any -> join(rival.trading().cancelAll()) instanceof Fate.Accepted<?>);
  }

  @Test
  @DisplayName("AS-04 an answer that is lost with its link is settled by what the account shows")
  void settled() {
    listen();
    exchange().cutNext(KEY, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER);

    Fate<Placed> fate = join(client.trading().place(resting(Side.BUY, "50").build()));

    assertThat(fate).isInstanceOf(Fate.Unknown.class);
    Placed placed = accepted(((Fate.Unknown<Placed>) fate).settled());
    assertThat(id(placed)).isEqualTo(audit().orders().get(0).id());
    assertThat(audit().orders()).hasSize(1);
  }

  @Test
  @DisplayName("AS-05 how an order ended while away is looked up by REST")
  void lookedUp() {
    listen();
    String id = id(accepted(client.trading().place(resting(Side.BUY, "50").build())));
    awaitStatus(id, OrderStatus.NEW);
    exchange().cutNext(KEY, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER);

    Fate<?> fate = join(client.trading().cancel(OrderKey.id(id)));

    assertThat(fate).isInstanceOf(Fate.Unknown.class);
    awaitStatus(id, OrderStatus.CANCELED);
    assertThat(orders.last().kind()).isEqualTo(OrderUpdate.Kind.ENDED_UNHEARD);
    assertThat(join(((Fate.Unknown<?>) fate).settled())).isInstanceOf(Fate.Accepted.class);
  }

  @Test
  @DisplayName("AS-06 a wrong secret is refused in Kraken's words, which do not tell it")
  void wrongSecret() {
    try (KrakenClient stranger = builder(KEY, "d3Jvbmc=").build()) {
      assertThatThrownBy(() -> join(stranger.account().connect()))
          .hasMessageContaining("EAPI:Invalid signature")
          .hasMessageNotContaining("d3Jvbmc");
    }
  }

  @Test
  @DisplayName("AS-07 a refusal keeps Kraken's own text")
  void refused() {
    Fate<Placed> fate = join(client.trading().place(resting(Side.BUY, "900000000000").build()));

    assertThat(fate)
        .isInstanceOfSatisfying(
            Fate.Rejected.class,
            rejected ->
                assertThat(rejected.rejection())
                    .isEqualTo(
                        new Rejection(
                            Rejection.Reason.INSUFFICIENT_FUNDS, "EOrder:Insufficient funds")));
  }

  @Test
  @DisplayName("AS-08 balances follow trades, where the version has them")
  void balances() {
    Heard<BalanceEvent> balances = new Heard<>();
    if (!protocol().support(Feature.BALANCES).available()) {
      assertThatThrownBy(() -> client.account().balances(balances)).hasMessageContaining("REST");
      return;
    }
    join(client.account().balances(balances).accepted());
    balances.await("all", heard -> !heard.events().isEmpty());
    accepted(client.trading().place(first("100")));

    rivalBuys("100");

    balances.await("both sides of the trade", heard -> heard.events().size() == 3);
  }

  @Test
  @DisplayName("AS-09 a hundred commands, twenty at once, have each their own answer")
  void manyAtOnce() {
    listen();
    for (int round = 0; round < 5; round++) {
      var fates =
          IntStream.range(0, 20)
              .mapToObj(
                  any -> client.trading().place(resting(Side.BUY, "50").validateOnly(true).build()))
              .toList();
      fates.forEach(AccountSocketCases::accepted);
    }

    assertThat(audit().orders()).isEmpty();
    assertThat(join(client.trading().latency()).count()).isEqualTo(100);
    assertThat(join(client.account().openOrders())).extracting(Order::id).isEmpty();
  }

  @Test
  @DisplayName("AS-10 a key without the right to WebSockets gets no token, in Kraken's words")
  void noPermission() {
    exchange().permit(KEY, Set.of(Permission.QUERY, Permission.TRADE, Permission.CANCEL));

    assertThatThrownBy(() -> join(client.account().connect()))
        .hasMessageContaining("EGeneral:Permission denied");
  }

  @Test
  @DisplayName("AS-11 a dead man's switch that renews itself is set, and called off")
  void deadMansSwitch() {
    listen();
    Heard<DeadMansSwitch.Event> events = new Heard<>();
    DeadMansSwitch armed = client.trading().deadMansSwitch(Duration.ofSeconds(60), events::on);
    awaitKind(events, DeadMansSwitch.Event.Kind.RENEWED);

    armed.close();

    awaitKind(events, DeadMansSwitch.Event.Kind.OFF);
    assertThat(events.events().get(0).kind()).isEqualTo(DeadMansSwitch.Event.Kind.ACCOUNT_WIDE);
  }

  private static void awaitKind(
      Heard<DeadMansSwitch.Event> events, DeadMansSwitch.Event.Kind kind) {
    events.await(
        kind.toString(), heard -> heard.events().stream().anyMatch(event -> event.kind() == kind));
  }
}
