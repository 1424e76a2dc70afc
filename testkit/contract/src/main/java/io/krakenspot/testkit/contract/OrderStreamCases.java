package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.krakenspot.client.Subscription;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Liquidity;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.OrderUpdate.Kind;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders and fills as they happen. */
abstract class OrderStreamCases extends AccountCase<World> {
  private static final BigDecimal CENT = new BigDecimal("0.0001");

  @Test
  @DisplayName("AC-01 a stream of orders begins with all that are open")
  void snapshot() {
    myself().limit(Side.BUY, DOGE, "100", far(Side.BUY).value());
    myself().limit(Side.SELL, DOGE, "70", far(Side.SELL).value());
    Heard<OrderUpdate> heard = new Heard<>();

    soon(client.account().orders(heard).accepted());

    assertThat(kinds(heard)).containsExactly(Kind.SNAPSHOT, Kind.SNAPSHOT);
    assertThat(heard.events())
        .extracting(update -> update.order().quantity())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyInAnyOrder(new BigDecimal("100"), new BigDecimal("70"));
    assertThat(soon(client.account().openOrders())).hasSize(2);
  }

  @Test
  @DisplayName("AC-02 an order that rests is pending, then open")
  void rests() {
    Heard<OrderUpdate> heard = orders();

    String id = id(placed(limit(Side.BUY, "100").build()));

    assertThat(kindsOf(id, heard)).containsExactly(Kind.PENDING, Kind.OPENED);
    Order order = heard.last().order();
    assertThat(order.status()).isEqualTo(OrderStatus.NEW);
    assertThat(order.pair()).isEqualTo(DOGE);
    assertThat(order.side()).isEqualTo(Side.BUY);
    assertThat(order.type()).isEqualTo(OrderType.LIMIT);
    assertThat(order.quantity()).isEqualByComparingTo("100");
    assertThat(order.limitPrice()).isEqualTo(far(Side.BUY));
    assertThat(order.clientOrderId()).isNotNull();
  }

  @Test
  @DisplayName("AC-03 an order fills in parts, and each part is a fill of its own")
  void fillsInParts() {
    Heard<OrderUpdate> heard = orders();
    Heard<Fill> fills = new Heard<>();
    soon(client.account().fills(fills).accepted());
    String id = id(placed(first(Side.SELL, "100")));

    rival().market(Side.BUY, DOGE, "30");
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(heard.last().order().executedQuantity()).isEqualByComparingTo("30");
    rival().market(Side.BUY, DOGE, "70");

    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(heard.last().order().executedQuantity()).isEqualByComparingTo("100");
    assertThat(kindsOf(id, heard)).contains(Kind.TRADED).endsWith(Kind.FILLED);
    assertThat(fills.events()).extracting(Fill::orderId).containsExactly(id, id);
    List<AuditedFill> really = audit().fillsOf(id);
    for (int place = 0; place < really.size(); place++) {
      assertSame(fills.events().get(place), really.get(place));
    }
  }

  private static void assertSame(Fill told, AuditedFill truth) {
    assertThat(told.id()).isEqualTo(truth.execId());
    assertThat(told.pair()).isEqualTo(truth.pair());
    assertThat(told.side()).isEqualTo(truth.side());
    assertThat(told.quantity()).isEqualByComparingTo(truth.quantity());
    assertThat(told.price()).isEqualByComparingTo(truth.price());
    assertThat(told.cost()).isCloseTo(truth.cost(), offset(CENT));
    assertThat(told.fees()).hasSize(1);
    assertThat(told.fees().get(0).quantity()).isCloseTo(truth.fee(), offset(CENT));
  }

  @Test
  @DisplayName("AC-04 trade id, maker or taker, and dollar fee come where the version has them")
  void fillDetails() {
    Heard<Fill> fills = new Heard<>();
    soon(client.account().fills(fills).accepted());
    connected();
    placed(first(Side.SELL, "100"));
    rival().market(Side.BUY, DOGE, "100");

    Fill fill = fills.last();
    if (has(Feature.FILL_DETAILS)) {
      assertThat(fill.tradeId()).isEqualTo(audit().fills().get(0).tradeId());
      assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
      assertThat(fill.feeUsd()).isNotNull();
    } else {
      assertThat(fill.tradeId()).isNull();
      assertThat(fill.liquidity()).isNull();
    }
  }

  @Test
  @DisplayName("AC-05 a cancelled order ends, with the reason")
  void cancelled() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(limit(Side.BUY, "100").build()));

    accepted(trading().cancel(OrderKey.id(id)));

    assertThat(kindsOf(id, heard)).endsWith(Kind.CANCELED);
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(heard.last().order().get(OrderAttribute.REASON)).isEqualTo("User requested");
    assertThat(soon(client.account().openOrders())).isEmpty();
  }

  @Test
  @DisplayName("AC-06 an order expires at its time")
  void expires() {
    Heard<OrderUpdate> heard = orders();
    String id =
        id(
            placed(
                limit(Side.BUY, "100")
                    .timeInForce(TimeInForce.GTD)
                    .expireTime(world.now().plusSeconds(2))
                    .build()));

    world.await("its time", Duration.ofSeconds(5), () -> truth(id).isFinal());
    world.run();

    assertThat(kindsOf(id, heard)).endsWith(Kind.EXPIRED);
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.EXPIRED);
  }

  @Test
  @DisplayName("AC-07 no update blanks a field that is known")
  void sparse() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(first(Side.SELL, "100")));
    rival().market(Side.BUY, DOGE, "10");
    accepted(
        trading().amend(AmendOrder.of(OrderKey.id(id)).quantity(new BigDecimal("80")).build()));
    rival().market(Side.BUY, DOGE, "70");

    List<Order> told = heard.events().stream().map(OrderUpdate::order).toList();
    for (int place = 1; place < told.size(); place++) {
      for (OrderAttribute<?> attribute : OrderAttribute.all()) {
        if (told.get(place - 1).get(attribute) != null) {
          assertThat(told.get(place).<Object>get(cast(attribute)))
              .as("%s after %s", attribute, heard.events().get(place))
              .isNotNull();
        }
      }
    }
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(heard.last().order().quantity()).isEqualByComparingTo("80");
  }

  @SuppressWarnings("unchecked")
  private static OrderAttribute<Object> cast(OrderAttribute<?> attribute) {
    return (OrderAttribute<Object>) attribute;
  }

  @Test
  @DisplayName("AC-08 an amend is told, with what is new")
  void amended() {
    Heard<OrderUpdate> heard = orders();
    String id = id(placed(limit(Side.BUY, "100").build()));

    accepted(
        trading()
            .amend(
                AmendOrder.of(OrderKey.id(id))
                    .quantity(new BigDecimal("90"))
                    .limit(OrderPrice.of("0.1110000"))
                    .build()));

    assertThat(kindsOf(id, heard)).endsWith(Kind.AMENDED);
    assertThat(heard.last().order().quantity()).isEqualByComparingTo("90");
    assertThat(heard.last().order().limitPrice()).isEqualTo(OrderPrice.of("0.1110000"));
  }

  @Test
  @DisplayName("AC-09 a conditional close is placed once the order fills")
  void conditionalClose() {
    Heard<OrderUpdate> heard = orders();
    String parent =
        id(
            placed(
                limit(Side.SELL, "100")
                    .limit(inside(Side.SELL))
                    .userReference(77)
                    .conditionalClose(
                        new ConditionalClose(OrderType.LIMIT, null, OrderPrice.of("0.1100000")))
                    .build()));

    rival().market(Side.BUY, DOGE, "100");

    Order child =
        heard.events().stream()
            .map(OrderUpdate::order)
            .filter(order -> !order.id().equals(parent))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    assertThat(child.status()).isEqualTo(OrderStatus.NEW);
    assertThat(child.side()).isEqualTo(Side.BUY);
    assertThat(child.limitPrice()).isEqualTo(OrderPrice.of("0.1100000"));
    assertThat(soon(client.account().openOrders())).extracting(Order::id).contains(child.id());
  }

  @Test
  @DisplayName("AC-10 an iceberg order shows a part, and refills it")
  void iceberg() {
    assumeHas(Feature.PLACE_ICEBERG);
    Heard<OrderUpdate> heard = orders();
    NewOrder order =
        NewOrder.of(DOGE, Side.SELL, OrderType.ICEBERG)
            .quantity(new BigDecimal("300"))
            .displayQuantity(new BigDecimal("100"))
            .limit(inside(Side.SELL))
            .build();
    String id = id(placed(order));
    assertThat(heard.last().order().get(OrderAttribute.DISPLAY_QUANTITY))
        .isEqualByComparingTo("100");

    rival().market(Side.BUY, DOGE, "150");

    assertThat(heard.last().order().executedQuantity()).isEqualByComparingTo("150");
    rival().market(Side.BUY, DOGE, "150");
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(truth(id).filled()).isEqualByComparingTo("300");
  }

  @Test
  @DisplayName("AC-11 a triggered order waits for its price, and says that it was triggered")
  void triggered() {
    Heard<OrderUpdate> heard = orders();
    rival().market(Side.SELL, DOGE, "1");
    BigDecimal bid = exchange().book(DOGE).bids().get(0).price();
    String id =
        id(
            placed(
                NewOrder.of(DOGE, Side.SELL, OrderType.STOP_LOSS)
                    .quantity(new BigDecimal("50"))
                    .trigger(Trigger.at(OrderPrice.of(bid.subtract(new BigDecimal("0.0000050")))))
                    .build()));
    assertThat(heard.last().order().get(OrderAttribute.TRIGGER_PRICE)).isNotNull();
    assertThat(heard.last().order().status().ended()).isFalse();

    rival().market(Side.SELL, DOGE, "80000");

    assertThat(truth(id).status()).isEqualTo("filled");
    assertThat(heard.last().order().id()).isEqualTo(id);
    assertThat(heard.last().order().status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  @DisplayName("AC-12 orders that another version, or another program, places are told too")
  void elsewhere() {
    Heard<OrderUpdate> heard = orders();

    myself().limit(Side.BUY, DOGE, "100", far(Side.BUY).value());
    myself().limitOfVersion1(Side.BUY, "XDG/USD", "200", far(Side.BUY).value());

    assertThat(kinds(heard)).containsExactly(Kind.PENDING, Kind.OPENED, Kind.PENDING, Kind.OPENED);
    assertThat(heard.events()).extracting(update -> update.order().pair()).containsOnly(DOGE);
    myself().cancelAll();
    assertThat(kinds(heard)).endsWith(Kind.CANCELED, Kind.CANCELED);
  }

  @Test
  @DisplayName("AC-13 who joins later gets the orders that are open then")
  void lateJoiner() {
    Heard<OrderUpdate> early = orders();
    String open = id(placed(limit(Side.BUY, "100").build()));
    String ended = id(placed(limit(Side.BUY, "50").build()));
    accepted(trading().cancel(OrderKey.id(ended)));
    Heard<OrderUpdate> late = new Heard<>();

    Subscription joining = client.account().orders(late);
    soon(joining.accepted());

    assertThat(late.events()).extracting(update -> update.order().id()).containsExactly(open);
    assertThat(kinds(late)).containsExactly(Kind.SNAPSHOT);
    assertThat(kinds(early)).doesNotContain(Kind.SNAPSHOT);
  }

  @Test
  @DisplayName("AC-14 a listener on an executor hears everything there, in order")
  void executor() {
    Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    Heard<OrderUpdate> heard = new Heard<>();
    soon(client.account().on(tasks::add).orders(heard).accepted());
    connected();
    placed(limit(Side.BUY, "100").build());
    assertThat(heard.events()).isEmpty();

    drain(tasks);

    assertThat(kinds(heard)).containsExactly(Kind.PENDING, Kind.OPENED);
    client.close();
    world.run();
    drain(tasks);
  }

  @Test
  @DisplayName("AC-16 a listener that throws is reported, and harms nobody else")
  void throwingListener() {
    AtomicInteger calls = new AtomicInteger();
    Heard<OrderUpdate> other = orders();
    Heard<OrderUpdate> bad =
        new Heard<>() {
          @Override
          public void on(OrderUpdate update) {
            calls.incrementAndGet();
            throw new IllegalStateException("thrown by a listener");
          }
        };
    soon(client.account().orders(bad).accepted());

    placed(limit(Side.BUY, "100").build());

    assertThat(calls).hasValue(2);
    assertThat(kinds(other)).containsExactly(Kind.PENDING, Kind.OPENED);
    assertThat(connection.failures).hasSize(2);
    connection.failures.clear();
  }
}
