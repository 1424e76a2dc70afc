package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import io.krakenspot.testkit.exchange.AccountTier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code order} over real sockets on loopback. */
@Timeout(90)
class OrderCommandTest {
  private static final String LIMIT =
      " --pair BTC/USD --side buy --type limit --quantity 0.01 --limit 20000";

  private final Desk desk = new Desk();

  @AfterEach
  void keepsItsSecrets() {
    desk.close();
    assertThat(desk.written()).doesNotContain(Desk.SECRET).doesNotContain(Desk.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void placesAmendsAndCancels(String api) {
    Run place = desk.run("order place --client-order-id mine-1 --api " + api + LIMIT);
    Run amend = desk.run("order amend --client-order-id mine-1 --limit 20100.5 --api " + api);
    AuditedOrder amended = desk.audit().order("mine-1").orElseThrow();
    Run cancel = desk.run("order cancel --client-order-id mine-1 --api " + api);

    assertThat(place.status()).as(place.err()).isZero();
    JsonNode placed = Desk.last(place);
    assertThat(placed.path("event").asText()).isEqualTo("fate");
    assertThat(placed.path("command").asText()).isEqualTo("place");
    assertThat(placed.path("fate").asText()).isEqualTo("accepted");
    assertThat(placed.path("orderId").asText()).isEqualTo(amended.id());
    assertThat(placed.path("clientOrderId").asText()).isEqualTo("mine-1");
    assertThat(placed.path("totalMicros").asLong()).isPositive();
    assertThat(amend.status()).as(amend.out() + amend.err()).isZero();
    assertThat(amended.limitPrice()).isEqualByComparingTo("20100.5");
    assertThat(cancel.status()).as(cancel.out() + cancel.err()).isZero();
    assertThat(desk.audit().order("mine-1").orElseThrow().status()).isEqualTo("canceled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void editsByCancellingAndPlacing(String api) {
    Run place = desk.run("order place --user-reference 7 --api " + api + LIMIT);
    String id = Desk.last(place).path("orderId").asText();

    Run edit =
        desk.run("order edit --pair BTC/USD --quantity 0.02 --order-id " + id + " --api " + api);

    assertThat(edit.status()).as(edit.out() + edit.err()).isZero();
    JsonNode edited = Desk.last(edit);
    assertThat(edited.path("originalOrderId").asText()).isEqualTo(id);
    assertThat(edited.path("orderId").asText()).isNotEmpty().isNotEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void tellsWhyTheExchangeRejected(String api) {
    Run run =
        desk.run(
            "order place --pair BTC/USD --side buy --type limit --quantity 9000 --limit 20000"
                + " --api "
                + api);

    assertThat(run.status()).isEqualTo(1);
    assertThat(Desk.last(run).path("fate").asText()).isEqualTo("rejected");
    assertThat(Desk.last(run).path("reason").asText()).isEqualTo("insufficient_funds");
    assertThat(Desk.last(run).path("detail").asText()).contains("Insufficient funds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void tellsTheFateOfACommandWhoseAnswerIsLost(String api) {
    desk.exchange().loseAnswers(1);

    Run run = desk.run("order place --answer-within 2s --api " + api + LIMIT);

    List<JsonNode> fates = Desk.events(run);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(fates).extracting(fate -> fate.path("fate").asText()).endsWith("accepted");
    assertThat(fates.get(fates.size() - 1).path("orderId").asText())
        .isEqualTo(desk.audit().orders().get(0).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void doesNotSendWithoutAToken(String api) {
    Run run =
        Run.with(
            Map.of("KRAKEN_KEY", "a-stranger", "KRAKEN_SECRET", "c3RyYW5nZXI="),
            "",
            ("order cancel-all --url " + desk.url() + " --api " + api).split(" "));

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).startsWith("fate    cancel all not sent: ").contains("EAPI:Invalid key");
    assertThat(run.out() + run.err()).doesNotContain("a-stranger", "c3RyYW5nZXI=");
  }

  @Test
  void doesNotSendWithoutAServer() {
    Run run =
        Run.with(
            Map.of("KRAKEN_KEY", Desk.KEY, "KRAKEN_SECRET", Desk.SECRET),
            "",
            "order cancel-all --answer-within 1s --url ws://127.0.0.1:1".split(" "));

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void cancelsSeveralAndAll(String api) {
    for (String id : List.of("mine-1", "mine-2", "mine-3")) {
      desk.run("order place --client-order-id " + id + " --api " + api + LIMIT);
    }

    Run some = desk.run("order cancel --client-order-id mine-1,nobodys --api " + api);
    Run all = desk.run("order cancel-all --api " + api);

    assertThat(some.status()).isEqualTo(1);
    assertThat(Desk.events(some))
        .extracting(fate -> fate.path("fate").asText())
        .containsExactlyInAnyOrder("accepted", "rejected");
    assertThat(all.status()).isZero();
    assertThat(Desk.last(all).path("count").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void tellsWhichOrdersOfAUserReferenceEscapedTheCancel(String api) {
    desk.exchange().tier(Desk.KEY, AccountTier.STARTER);
    String line =
        "{\"pair\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"limit\",\"quantity\":0.01,"
            + "\"limit\":20000,\"userReference\":9}\n";
    desk.fed(line.repeat(15), "order batch");

    Run run = desk.run("order cancel --user-reference 9 --api " + api);

    JsonNode fate = Desk.last(run);
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(fate.path("fate").asText()).isEqualTo("accepted");
    assertThat(fate.path("count").asInt()).isPositive();
    assertThat(fate.path("refused")).hasSize(15 - fate.path("count").asInt()).isNotEmpty();
    assertThat(fate.path("refused").path(0).path("reason").asText()).isEqualTo("rate_limit");
    assertThat(fate.path("refused").path(0).path("detail").asText())
        .isEqualTo("EOrder:Rate limit exceeded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void setsTheDeadMansSwitch(String api) {
    Run on = desk.run("order cancel-after 60s --api " + api);
    Run off = desk.run("order cancel-after 0s --api " + api);

    assertThat(on.status()).as(on.err()).isZero();
    assertThat(Desk.last(on).path("triggerTime").asText()).isNotEmpty();
    assertThat(off.status()).isZero();
    assertThat(Desk.last(off).has("triggerTime")).isFalse();
  }

  @Test
  void placesABatch() {
    String orders =
        """
        {"pair":"BTC/USD","side":"buy","type":"limit","quantity":0.01,"limit":20000,\
        "postOnly":true,"clientOrderId":"mine-1"}

        {"pair":"BTC/USD","side":"sell","type":"stop-loss","quantity":"0.02","trigger":"-5%",\
        "clientOrderId":"mine-2","margin":false}
        """;

    Run run = desk.fed(orders, "order batch");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(Desk.events(run))
        .extracting(fate -> fate.path("clientOrderId").asText())
        .containsExactly("mine-1", "mine-2");
    assertThat(desk.audit().order("mine-2").orElseThrow().type()).isEqualTo("stop-loss");
  }

  @Test
  void cancelsABatchWithOneRequest() {
    desk.run("order place --client-order-id mine-1" + LIMIT);
    desk.run("order place --client-order-id mine-2" + LIMIT);

    Run run = desk.run("order cancel --one-request --client-order-id mine-1,mine-2");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(Desk.last(run).path("count").asInt()).isEqualTo(2);
  }

  @Test
  void hasAnOrderCheckedOnly() {
    Run run = desk.run("order place --validate" + LIMIT);

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(desk.audit().orders()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void checksAgainstReferenceDataBeforeSending(String api) {
    String order = "order place --check --pair BTC/USD --side buy --type limit --api " + api;

    Run wrong = desk.run(order + " --quantity 0.00000001 --limit 20000.05");
    Run right = desk.run(order + " --quantity 0.01 --limit 20000");
    String change = " --check --pair BTC/USD --limit 20000.05 --order-id A --api " + api;
    Run amend = desk.run("order amend" + change);
    Run edit = desk.run("order edit" + change);

    assertThat(wrong.status()).as(wrong.out() + wrong.err()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith("BTC/USD: limit 20000.05 is not a multiple of 0.1; ")
        .contains("quantity 0.00000001 is below the minimum");
    assertThat(amend.status()).as(amend.out() + amend.err()).isEqualTo(2);
    assertThat(amend.err()).startsWith("BTC/USD: limit 20000.05 is not a multiple of 0.1");
    assertThat(edit.status()).as(edit.out() + edit.err()).isEqualTo(2);
    assertThat(edit.err()).startsWith("BTC/USD: limit 20000.05 is not a multiple of 0.1");
    assertThat(right.status()).as(right.out() + right.err()).isZero();
    assertThat(desk.audit().orders()).hasSize(1);
  }

  @Test
  void checksABatchAgainstReferenceDataBeforeSending() {
    String line = "{\"pair\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"limit\",\"quantity\":0.01,";
    String orders = line + "\"limit\":20000}\n" + line + "\"limit\":20000.05}\n";

    Run run = desk.fed(orders, "order batch --check");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains("limit 20000.05 is not a multiple of 0.1");
    assertThat(desk.audit().orders()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void sendsNothingWithoutTheReferenceDataToCheckAgainst(String api) {
    Run run =
        Run.with(
            Map.of("KRAKEN_KEY", Desk.KEY, "KRAKEN_SECRET", Desk.SECRET),
            "",
            ("order place --check --answer-within 1s --url ws://127.0.0.1:1 --api " + api + LIMIT)
                .split(" "));

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(run.err()).startsWith("not sent: no reference data to check against, ");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "place --pair BTC/USD --side buy --type limit --quantity 1 | limit is missing; LIMIT needs",
        "place --pair BTC/USD --side buy | Missing required option: '--type",
        "place --pair BTC/USD --side up --type limit | 'up' is none of buy, sell",
        "place --pair BTC/USD --side buy --type market --quantity x | 'x' is not a number",
        "amend --order-id A | an amend without a change",
        "amend --order-id A --limit 2 --check | --check needs --pair",
        "amend --order-id A --limit 2 --deadline 500ms | deadline must be from 1 s to 60 s",
        "cancel | Missing required argument",
        "cancel-after soon | 'soon' is no time such as 500ms, 5s or 1m",
        "place --api v1 --pair BTC/USD --side buy --type iceberg --quantity 1 --limit 2"
            + " --display-quantity 0.5 | Kraken v1 has no iceberg orders",
      })
  void refusesWhatMakesNoSenseBeforeSending(String arguments, String why) {
    Run run = desk.run("order " + arguments);

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains(why);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(desk.audit().orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"pair\":\"BTC/USD\"} | line 1: Missing required option",
        "{\"colour\":1} | line 1: an order has no 'colour'",
        "{\"pair\": | line 1 is no JSON object",
        "[] | line 1: an order begins with {",
        "{\"pair\":{}} | line 1: 'pair' must be a text",
      })
  void tellsWhichLineOfABatchMakesNoSense(String line, String why) {
    Run run = desk.fed(line, "order batch");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith(why);
  }

  @Test
  void needsAnApiKey() {
    Run run = Run.of("order", "cancel-all", "--url", desk.url());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "an API key is needed; set KRAKEN_KEY and KRAKEN_SECRET, or name a file with"
                + " --credentials");
  }
}
