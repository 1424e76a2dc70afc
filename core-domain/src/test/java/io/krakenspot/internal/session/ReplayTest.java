package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.Replay;
import io.krakenspot.client.ReplayListener;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Level3Book;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Frame;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.Topic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void aFrameThatCannotBeReadWithholdsADeepBookUntilItsNextSnapshot() {
    Replay replay = replay(Depth.D100);
    say(replay, "snap BTC/USD 11 10", "update BTC/USD 12 9");
    bad(replay, "{bad");
    say(replay, "update BTC/USD 13 8", "snap BTC/USD 11 10", "update BTC/USD 12 9");

    assertThat(heard)
        .containsExactly("BTC/USD 1", "BTC/USD 2", "BTC/USD ignored", "BTC/USD 1", "BTC/USD 2");
  }

  @Test
  void aFrameThatNamesItsBookWithholdsThatOneAlone() {
    Replay replay = replay(Depth.D10);
    say(replay, "snap BTC/USD 11 10", "snap ETH/USD 11 10");
    bad(replay, "{bad book BTC/USD");
    say(replay, "update BTC/USD 12 9", "update ETH/USD 12 9");

    assertThat(heard).endsWith("BTC/USD ignored", "ETH/USD 2");
  }

  @Test
  void aBookWhoseChecksumCoversEveryLevelIsKept() {
    Replay replay = replay(Depth.D10);
    say(replay, "snap BTC/USD 11 10");
    bad(replay, "{bad");
    bad(replay, "{bad trade BTC/USD");
    say(replay, "update BTC/USD 12 9");

    assertThat(heard).containsExactly("BTC/USD 1", "BTC/USD 2");
  }

  @Test
  void keepsBooksOfOrdersLikewise() {
    Replay replay = replay(Depth.D100);
    say(replay, "order BTC/USD 12 9", "orders BTC/USD 11 10", "order BTC/USD 12 9");
    bad(replay, "{bad");
    say(replay, "order BTC/USD 13 8", "orders BTC/USD 11 10", "disorder BTC/USD");

    assertThat(heard)
        .containsExactly(
            "BTC/USD orders ignored",
            "BTC/USD 1 orders of 100",
            "BTC/USD 2 orders of 100",
            "BTC/USD orders ignored",
            "BTC/USD 1 orders of 100",
            "BTC/USD 0 orders of 100");
  }

  @Test
  void takesTheDepthOfABookOfOrdersFromItsLevels() {
    Replay replay = new Replay(new WordProtocol(), listener());
    say(replay, "orders BTC/USD 11 10");

    assertThat(heard).containsExactly("BTC/USD 1 orders of 10");
  }

  @Test
  void putsOrdersTogetherAndIgnoresReportsAfterTheirEnd() {
    ReplayFacts facts = new ReplayFacts(listener(), null);
    facts.account(report(OrderUpdate.Kind.OPENED, OrderStatus.NEW, OrderAttribute.QUANTITY, "2"));
    facts.account(report(OrderUpdate.Kind.AMENDED, null, OrderAttribute.DISPLAY_QUANTITY, "1"));
    facts.account(report(OrderUpdate.Kind.CANCELED, OrderStatus.CANCELED, OrderAttribute.FEE, "0"));
    facts.account(report(OrderUpdate.Kind.CHANGED, null, OrderAttribute.FEE, "5"));

    assertThat(heard)
        .containsExactly(
            "OPENED NEW {quantity=2}",
            "AMENDED NEW {quantity=2, display_quantity=1}",
            "CANCELED CANCELED {quantity=2, display_quantity=1, fee=0}",
            "OAAAAA-AAAAA-AAAAAA ignored");
  }

  private static AccountFrame report(
      OrderUpdate.Kind kind,
      @Nullable OrderStatus status,
      OrderAttribute<BigDecimal> attribute,
      String value) {
    OrderAttributes attributes =
        OrderAttributes.builder().put(attribute, new BigDecimal(value)).build();
    OrderReport report = new OrderReport(kind, "OAAAAA-AAAAA-AAAAAA", status, attributes, null);
    return AccountFrame.of(
        new Topic.OrderTopic(),
        false,
        AccountFrame.NO_SEQUENCE,
        List.of(new AccountReport(report, null)));
  }

  private Replay replay(Depth depth) {
    return new Replay(new WordProtocol(), listener(), depth);
  }

  private ReplayListener listener() {
    return new ReplayListener() {
      @Override
      public void onOrder(OrderUpdate update) {
        Order order = update.order();
        heard.add(update.kind() + " " + order.status() + " " + order.attributes());
      }

      @Override
      public void onOrderIgnored(String orderId) {
        heard.add(orderId + " ignored");
      }

      @Override
      public void onBook(Book book) {
        heard.add(book.pair() + " " + book.asks().size());
      }

      @Override
      public void onBookIgnored(Book book) {
        heard.add(book.pair() + " ignored");
      }

      @Override
      public void onLevel3(Level3Book book) {
        heard.add(book.pair() + " " + book.asks().size() + " orders of " + book.depth().levels());
      }

      @Override
      public void onLevel3Ignored(Level3Book book) {
        heard.add(book.pair() + " orders ignored");
      }
    };
  }

  private static void say(Replay replay, String... frames) {
    for (String frame : frames) {
      replay.frame(Frame.of(frame));
    }
  }

  private static void bad(Replay replay, String frame) {
    assertThatThrownBy(() -> replay.frame(Frame.of(frame)))
        .isInstanceOf(MalformedFrameException.class);
  }
}
