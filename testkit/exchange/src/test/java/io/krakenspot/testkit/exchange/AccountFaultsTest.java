package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of an account that are lost, and fills that happen while nobody listens. */
final class AccountFaultsTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");

  private final Trader trader = new Trader();

  private void fill(Side side, int count) {
    trader.exchange.fill(Trader.KEY, BITCOIN, side, count);
    trader.loop.run();
  }

  @Test
  void lostExecutionsLeaveAHoleInTheSequence() {
    TestClient client = trader.connect(Path.V2_PRIVATE);
    client.ask(trader.v2("subscribe", "'channel':'executions','snap_trades':true"));
    trader.exchange.loseAccountMessages(Trader.KEY, 3);
    fill(Side.BUY, 2);
    List<JsonNode> frames = client.frames();
    assertThat(frames).extracting(frame -> frame.get("sequence").asInt()).first().isEqualTo(5);
    assertThat(trader.audit().fills()).hasSize(2);
  }

  @Test
  void lostTradesLeaveAHoleInTheSequenceOfV1() {
    TestClient client = trader.connect(Path.V1_PRIVATE);
    client.ask(
        "{'event':'subscribe','subscription':{'name':'ownTrades','token':'%s'}}"
            .formatted(trader.token));
    trader.exchange.loseAccountMessages(Trader.KEY, 1);
    fill(Side.BUY, 1);
    assertThat(client.texts()).isEmpty();
    fill(Side.SELL, 1);
    assertThat(client.frames().get(0).get(2).get("sequence").asInt()).isEqualTo(3);
  }

  @Test
  void anyNumberOfFillsCanHappen() {
    fill(Side.BUY, 60);
    fill(Side.SELL, 61);
    AccountAudit audit = trader.audit();
    assertThat(audit.fills()).hasSize(121);
    assertThat(audit.fills()).extracting(AuditedFill::execId).doesNotHaveDuplicates();
    assertThat(audit.orders())
        .extracting(AccountAudit.AuditedOrder::status)
        .containsExactly("filled", "filled");
    assertThat(trader.exchange.accounts()).containsExactly(Trader.KEY);
  }

  @Test
  void noFillsForWhoIsUnknown() {
    assertThatThrownBy(() -> trader.exchange.fill("nobody", BITCOIN, Side.BUY, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no account of key nobody");
  }

  @Test
  void restFailsAsOftenAsItIsTold() {
    Exchange exchange = trader.exchange;
    exchange.failRest(RestFault.RATE_LIMIT, 2);
    exchange.failRest(RestFault.UNAVAILABLE, 1);
    String path = "/0/private/Balance";
    assertThat(exchange.post(path, Trader.KEY, "", null, "")).contains("EAPI:Rate limit exceeded");
    assertThat(exchange.get("/0/public/Time"))
        .hasValueSatisfying(body -> assertThat(body).contains("EAPI:Rate limit exceeded"));
    assertThat(exchange.get("/0/public/Time")).isEmpty();
    assertThat(exchange.get("/0/public/Time"))
        .hasValueSatisfying(body -> assertThat(body).contains("unixtime"));
  }
}
