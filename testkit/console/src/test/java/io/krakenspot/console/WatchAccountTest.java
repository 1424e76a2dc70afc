package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's channels of {@code watch} over real sockets on loopback. */
@Timeout(90)
class WatchAccountTest {
  private final Desk desk = new Desk();

  @BeforeEach
  void hasAnOpenOrder() {
    Run run =
        desk.run(
            "order place --client-order-id mine-1 --pair BTC/USD --side buy --type limit"
                + " --quantity 0.01 --limit 20000");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  @AfterEach
  void keepsItsSecrets() {
    desk.close();
    assertThat(desk.written()).doesNotContain(Desk.SECRET).doesNotContain(Desk.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void tellsOpenOrdersWithoutAPair(String api) {
    Run run = watch("executions", 1, api);

    JsonNode order = events(run, "order").get(0);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(order.path("kind").asText()).isEqualTo("snapshot");
    assertThat(order.path("status").asText()).isEqualTo("new");
    assertThat(order.path("pair").asText()).isEqualTo("BTC/USD");
    assertThat(order.path("client_order_id").asText()).isEqualTo("mine-1");
    assertThat(order.path("limit_price").decimalValue()).isEqualByComparingTo("20000");
    assertThat(run.out())
        .contains("\"host\":\"account\"")
        .doesNotContain("market_data\",\"state\":\"ready");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void namesTheFieldsOfOrdersInBothVersionsAlike(String api) {
    JsonNode order = events(watch("orders", 1, api), "order").get(0);

    assertThat(fields(order))
        .contains("event", "orderId", "kind", "status", "opened", "executed_quantity")
        .contains("pair", "side", "order_type", "quantity", "limit_price", "client_order_id");
    assertThat(order.path("order_type").asText()).isEqualTo("limit");
    assertThat(order.path("quantity").decimalValue()).isEqualByComparingTo("0.01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void tellsTheOrderAndTheFillOfATrade(String api) throws Exception {
    CompletableFuture<Run> watching =
        CompletableFuture.supplyAsync(() -> watch("executions", 12, api));
    Run buy =
        desk.run(
            "order place --pair BTC/USD --side buy --type market --quantity 0.01 --api " + api);
    while (!watching.isDone()) {
      desk.run("order place --pair BTC/USD --side buy --type market --quantity 0.01");
    }
    Run run = watching.get();

    assertThat(buy.status()).isZero();
    assertThat(events(run, "order")).isNotEmpty();
    assertThat(events(run, "fill"))
        .isNotEmpty()
        .allSatisfy(
            fill ->
                assertThat(fields(fill))
                    .contains("id", "orderId", "pair", "side", "orderType", "quantity", "price")
                    .contains("cost", "fees", "timestamp"));
  }

  @Test
  void tellsBalancesOfV2() {
    Run run = watch("balances", 3, "v2");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(events(run, "balance"))
        .hasSize(3)
        .allSatisfy(balance -> assertThat(balance.path("total").isNumber()).isTrue())
        .allSatisfy(balance -> assertThat(balance.path("asset").asText()).isNotEmpty());
  }

  @Test
  void refusesBalancesOfV1BeforeConnecting() {
    Run run = watch("balances", 1, "v1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("Kraken v1 has no balances of the account");
    assertThat(run.out()).doesNotContain("ready");
  }

  @Test
  void showsIndividualOrdersOfV2() {
    Run run = watch("level3 BTC/USD", 1, "v2");

    JsonNode book = events(run, "level3").get(0);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(book.path("type").asText()).isEqualTo("snapshot");
    assertThat(book.path("verification").asText()).isEqualTo("verified");
    assertThat(book.path("bids").get(0).path("orderId").asText()).isNotEmpty();
  }

  @Test
  void refusesIndividualOrdersOfV1() {
    Run run = watch("level3 BTC/USD", 1, "v1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("Kraken v1 has no individual orders of the book (level 3)");
  }

  @Test
  void asksForAKeyOnlyIfOneIsNeeded() {
    Run run = Run.of("watch", "--channels", "fills", "--url", desk.url());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("an API key is needed");
  }

  private Run watch(String channels, int count, String api) {
    return desk.run(
        "watch --seconds 30 --count " + count + " --api " + api + " --channels " + channels);
  }

  private static List<JsonNode> events(Run run, String kind) {
    return Desk.events(run).stream()
        .filter(event -> event.path("event").asText().equals(kind))
        .toList();
  }

  private static Set<String> fields(JsonNode event) {
    Set<String> names = new TreeSet<>();
    event.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
