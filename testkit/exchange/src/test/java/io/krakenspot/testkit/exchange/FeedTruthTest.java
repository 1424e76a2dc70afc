package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to an account, both feeds add up to what the audit says. */
final class FeedTruthTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final int REQUESTS = 400;
  private static final Map<String, String> V1_STATUS =
      Map.of(
          "pending",
          "pending_new",
          "closed",
          "filled",
          "canceled",
          "canceled",
          "expired",
          "expired");

  private final Trader trader = new Trader();
  private final TestClient v2 = trader.connect(Path.V2_PRIVATE);
  private final TestClient v1 = trader.connect(Path.V1_PRIVATE);
  private final Map<String, String> v2Status = new HashMap<>();
  private final Map<String, BigDecimal> v2Filled = new HashMap<>();
  private final Map<String, String> v1Status = new HashMap<>();
  private final Map<String, BigDecimal> v1Filled = new HashMap<>();
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final Set<String> v2Fills = new HashSet<>();
  private final Set<String> v1Fills = new HashSet<>();
  private final Map<String, Long> sequences = new HashMap<>();

  @Test
  void bothFeedsAddUpToTheTruth() {
    long seed = Long.getLong("krakenspot.seed", 11);
    System.out.println("seed " + seed);
    Random chance = new Random(seed);
    trader.exchange.tier(Trader.KEY, AccountTier.PRO);
    v2.send(trader.v2("subscribe", "'channel':'executions'"));
    v2.send(trader.v2("subscribe", "'channel':'balances'"));
    v1.send(trader.v1Subscribe("'name':'openOrders'"));
    v1.send(trader.v1Subscribe("'name':'ownTrades','consolidate_taker':false"));
    for (int request = 0; request < REQUESTS; request++) {
      act(chance, request);
      trader.exchange.step(BITCOIN);
      trader.loop.advance(Duration.ofMillis(chance.nextInt(2000)));
      v2.frames().forEach(this::hearV2);
      v1.frames().forEach(this::hearV1);
    }
    compare(trader.audit());
  }

  private void act(Random chance, int number) {
    String side = chance.nextBoolean() ? "buy" : "sell";
    BigDecimal best = trader.exchange.book(BITCOIN).bids().get(0).price();
    BigDecimal price = best.add(BigDecimal.valueOf(chance.nextInt(400) - 200L, 1));
    String name = Integer.toString(number);
    String any = Integer.toString(chance.nextInt(number + 1));
    switch (chance.nextInt(6)) {
      case 0, 1 ->
          v2.send(
              trader.v2(
                  "add_order",
                  "'order_type':'limit','side':'%s','symbol':'BTC/USD','order_qty':0.2,"
                          .formatted(side)
                      + "'limit_price':%s,'cl_ord_id':'%s'".formatted(price, name)));
      case 2 ->
          v1.send(
              trader.v1(
                  "addOrder",
                  "'ordertype':'limit','type':'%s','pair':'XBT/USD','volume':'0.3',".formatted(side)
                      + "'price':'%s','cl_ord_id':'%s'".formatted(price, name)));
      case 3 ->
          v1.send(
              trader.v1(
                  "addOrder",
                  "'ordertype':'market','type':'%s','pair':'XBT/USD','volume':'1.1'"
                      .formatted(side)));
      case 4 ->
          v2.send(trader.v2("amend_order", "'cl_ord_id':'%s','order_qty':0.15".formatted(any)));
      default -> v1.send(trader.v1("cancelOrder", "'cl_ord_id':['%s']".formatted(any)));
    }
  }

  private void hearV2(JsonNode frame) {
    String channel = frame.path("channel").asText();
    if (frame.has("sequence")) {
      follows(channel, frame.get("sequence").asLong());
    }
    for (JsonNode row : channel.equals("executions") ? frame.get("data") : List.<JsonNode>of()) {
      String id = row.get("order_id").asText();
      v2Status.put(id, row.get("order_status").asText());
      if (row.has("cum_qty")) {
        v2Filled.put(id, row.get("cum_qty").decimalValue());
      }
      if (row.has("exec_id")) {
        assertThat(v2Fills.add(row.get("exec_id").asText())).isTrue();
      }
    }
    for (JsonNode row : channel.equals("balances") ? frame.get("data") : List.<JsonNode>of()) {
      balances.put(row.get("asset").asText(), row.get("balance").decimalValue());
    }
  }

  private void hearV1(JsonNode frame) {
    if (!frame.isArray()) {
      return;
    }
    String channel = frame.get(1).asText();
    follows(channel, frame.at("/2/sequence").asLong());
    for (JsonNode item : frame.get(0)) {
      String id = item.fieldNames().next();
      JsonNode row = item.get(id);
      if (channel.equals("ownTrades")) {
        assertThat(v1Fills.add(id)).isTrue();
      }
      if (row.has("status")) {
        v1Status.put(id, row.get("status").asText());
      }
      if (row.has("vol_exec")) {
        v1Filled.put(id, new BigDecimal(row.get("vol_exec").asText()));
      }
    }
  }

  private void follows(String channel, long sequence) {
    assertThat(sequence).isEqualTo(sequences.getOrDefault(channel, 0L) + 1);
    sequences.put(channel, sequence);
  }

  private void compare(AccountAudit audit) {
    assertThat(audit.orders()).hasSizeGreaterThan(REQUESTS / 4);
    for (AccountAudit.AuditedOrder order : audit.orders()) {
      assertThat(v2Status).containsEntry(order.id(), order.status());
      String v1 = v1Status.get(order.id());
      assertThat(V1_STATUS.getOrDefault(v1, order.isFinal() ? v1 : order.status()))
          .isEqualTo(order.status());
      assertThat(v1Filled.get(order.id())).isEqualByComparingTo(order.filled());
      assertThat(v2Filled.getOrDefault(order.id(), BigDecimal.ZERO))
          .isEqualByComparingTo(order.filled());
    }
    Set<String> fills = new HashSet<>();
    audit.fills().forEach(fill -> fills.add(fill.execId()));
    assertThat(fills).hasSizeGreaterThan(REQUESTS / 8);
    assertThat(v2Fills).isEqualTo(fills);
    assertThat(v1Fills).isEqualTo(fills);
    balances.forEach(
        (asset, balance) -> assertThat(audit.balances().get(asset)).isEqualByComparingTo(balance));
  }
}
