package io.krakenspot.vertx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.krakenspot.market.Side;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.VirtualLoop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads captured answers of REST calls where a folder of them is present. */
class CapturedAnswersTest {
  private static final Path REST =
      Path.of(System.getProperty("krakenspot.fixtures", "absent"), "rest");
  private static final String NONE = "{\"error\":[\"EOrder:Unknown order\"]}";

  private final ScriptedPost post = new ScriptedPost();
  private final PrivateCalls calls =
      new PrivateCalls(
          URI.create("http://kraken.test"),
          Credentials.of("captured", SignatureTest.SECRET),
          new VirtualLoop(),
          Duration.ofSeconds(10),
          post);

  @BeforeAll
  static void needsFixtures() {
    assumeTrue(Files.isDirectory(REST), "no captured answers at " + REST);
  }

  @Test
  void token() throws IOException {
    String answer = captured("GetWebSocketsToken");
    post.answering(answer);

    String token = new RestTokenSource(calls).fetch().toCompletableFuture().join().text();

    assertThat(answer).contains("\"token\": \"" + token + "\"");
  }

  @Test
  void openOrders() throws IOException {
    String all = ofUserReference9(captured("OpenOrders"));

    assertThat(find(OrderKey.userReference(9), all, NONE))
        .extracting(Order::type, Order::side, Order::status)
        .containsExactly(
            tuple(OrderType.STOP_LOSS, Side.SELL, OrderStatus.NEW),
            tuple(OrderType.LIMIT, Side.BUY, OrderStatus.NEW));
  }

  @Test
  void closedOrders() throws IOException {
    String all = ofUserReference9(captured("ClosedOrders"));

    List<Order> orders = find(OrderKey.userReference(9), NONE, all);

    assertThat(orders).hasSize(2).extracting(Order::status).containsOnly(OrderStatus.FILLED);
    assertThat(orders)
        .allSatisfy(
            order -> {
              assertThat(order.executedQuantity()).isEqualByComparingTo(order.quantity());
              assertThat(order.get(OrderAttribute.UPDATED))
                  .isAfter(order.get(OrderAttribute.OPENED));
              assertThat(order.get(OrderAttribute.REASON)).isEqualTo("User requested");
              assertThat(order.pair()).isNull();
            });
  }

  private List<Order> find(OrderKey key, String open, String closed) {
    post.answering(open, closed);
    return new RestOrderLookup(calls).find(key).toCompletableFuture().join();
  }

  private static String ofUserReference9(String answer) {
    return answer.replaceAll("\"userref\": \\d+", "\"userref\": 9");
  }

  private static String captured(String call) throws IOException {
    try (Stream<Path> files = Files.list(REST.resolve(call))) {
      return Files.readString(files.sorted().findFirst().orElseThrow());
    }
  }
}
