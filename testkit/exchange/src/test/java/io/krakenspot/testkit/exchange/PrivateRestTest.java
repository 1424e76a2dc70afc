package io.krakenspot.testkit.exchange;

import static io.krakenspot.testkit.exchange.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.testkit.exchange.internal.access.Keyring;
import io.krakenspot.testkit.exchange.internal.access.Signature;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private REST calls, without sockets. */
final class PrivateRestTest {
  private static final String TOKEN = "GetWebSocketsToken";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Trader trader = new Trader();
  private final TestClient client = trader.connect(Path.V2_PRIVATE);
  private long nonce = 1_700_000_000_000L;

  private JsonNode call(String name, String parameters) {
    String number = Long.toString(++nonce);
    return call(name, number, "nonce=" + number + parameters, FORM);
  }

  private JsonNode call(String name, String number, String body, String contentType) {
    String path = "/0/private/" + name;
    String signature = Signature.of(Trader.SECRET, path, number, body);
    return Wire.read(trader.exchange.post(path, Trader.KEY, signature, contentType, body));
  }

  private String add(String params) {
    return Trader.ask(client, trader.v2("add_order", params))
        .get(0)
        .at("/result/order_id")
        .asText();
  }

  private static String error(JsonNode answer) {
    assertThat(answer.has("result")).isFalse();
    return answer.at("/error/0").asText();
  }

  @Test
  void handsOutTokensThatAreGoodOnBothVersions() {
    JsonNode answer = call(TOKEN, "");
    assertThat(answer.get("error")).isEmpty();
    assertThat(answer.at("/result/expires").asInt()).isEqualTo(900);
    String token = answer.at("/result/token").asText();
    assertThat(client.ask("{'method':'cancel_all','params':{'token':'" + token + "'}}").get(0))
        .contains("\"success\":true");
    TestClient v1 = trader.connect(Path.V1_PRIVATE);
    assertThat(v1.ask("{'event':'cancelAll','token':'" + token + "'}").get(0))
        .contains("\"status\":\"ok\"");
  }

  @Test
  void takesJsonToo() {
    String number = Long.toString(++nonce);
    assertThat(call(TOKEN, number, "{\"nonce\":" + number + "}", "application/json").has("result"))
        .isTrue();
  }

  @Test
  void refusesKeysSignaturesAndNonces() {
    String path = "/0/private/" + TOKEN;
    assertThat(error(Wire.read(trader.exchange.post(path, "nobody", "x", FORM, "nonce=1"))))
        .isEqualTo("EAPI:Invalid key");
    assertThat(error(Wire.read(trader.exchange.post(path, null, null, FORM, "nonce=1"))))
        .isEqualTo("EAPI:Invalid key");
    assertThat(error(Wire.read(trader.exchange.post(path, Trader.KEY, "x", FORM, "nonce=1"))))
        .isEqualTo("EAPI:Invalid signature");
    call(TOKEN, "");
    String again = Long.toString(nonce);
    assertThat(error(call(TOKEN, again, "nonce=" + again, FORM))).isEqualTo("EAPI:Invalid nonce");
    assertThat(error(call(TOKEN, "", "otp=1", FORM))).isEqualTo("EAPI:Invalid nonce");
    assertThat(error(call(TOKEN, "-5", "nonce=-5", FORM))).isEqualTo("EAPI:Invalid nonce");
    String largest = "18446744073709551615";
    assertThat(call(TOKEN, largest, "nonce=" + largest, FORM).has("result")).isTrue();
  }

  @Test
  void tooManyBadKeysLockOutForAWhile() {
    String path = "/0/private/" + TOKEN;
    for (int count = 0; count < Keyring.BAD_KEYS; count++) {
      assertThat(error(Wire.read(trader.exchange.post(path, "nobody", "x", FORM, "nonce=1"))))
          .isEqualTo("EAPI:Invalid key");
    }
    assertThat(error(call(TOKEN, ""))).isEqualTo("EGeneral:Temporary lockout");
    trader.loop.advance(Duration.ofMinutes(15));
    assertThat(call(TOKEN, "").has("result")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, "OpenOrders", "ClosedOrders", "QueryOrders", "Balance"})
  void aKeyWithoutThePermissionIsRefused(String name) {
    Set<Permission> others = EnumSet.of(Permission.TRADE, Permission.CANCEL);
    trader.exchange.permit(Trader.KEY, others);
    trader.loop.run();
    assertThat(error(call(name, ""))).isEqualTo("EGeneral:Permission denied");
  }

  @Test
  void unknownCallsAreRefused() {
    assertThat(error(call("Nothing", ""))).isEqualTo("EGeneral:Unknown method");
  }

  @Test
  void openOrdersAreToldWordForWord() {
    String id =
        add(
            "'order_type':'limit','side':'buy','symbol':'BTC/USD','order_qty':0.5,"
                + "'limit_price':50000.0,'cl_ord_id':'one','post_only':true");
    assertThat(call("OpenOrders", "").get("result").toString())
        .isEqualTo(
            json(
                "{'open':{'%s':{'refid':null,'userref':0,'cl_ord_id':'one','status':'open',"
                        .formatted(id)
                    + "'opentm':1767225600.000000,'starttm':0,'expiretm':0,"
                    + "'descr':{'pair':'XBTUSD','type':'buy','ordertype':'limit',"
                    + "'price':'50000.0','price2':'0.0','leverage':'none',"
                    + "'order':'buy 0.50000000 XBTUSD @ limit 50000.0','close':''},"
                    + "'vol':'0.50000000','vol_exec':'0.00000000','cost':'0.00000',"
                    + "'fee':'0.00000','price':'0.0','stopprice':'0.00000',"
                    + "'limitprice':'0.00000','misc':'','oflags':'fciq,post'}}}"));
  }

  @Test
  void ordersAreFoundByEveryName() {
    String limit =
        "'order_type':'limit','side':'buy','symbol':'BTC/USD','order_qty':0.5,"
            + "'limit_price':50000.0,";
    String first = add(limit + "'order_userref':4");
    String second = add(limit + "'cl_ord_id':'two'");
    assertThat(call("OpenOrders", "&userref=4").at("/result/open").fieldNames())
        .toIterable()
        .containsExactly(first);
    assertThat(call("OpenOrders", "&cl_ord_id=two").at("/result/open").fieldNames())
        .toIterable()
        .containsExactly(second);
    client.ask(trader.v2("cancel_order", "'order_id':['%s']".formatted(first)));
    JsonNode closed = call("ClosedOrders", "&userref=4");
    assertThat(closed.at("/result/count").asInt()).isOne();
    JsonNode order = closed.at("/result/closed/" + first);
    assertThat(order.get("status").asText()).isEqualTo("canceled");
    assertThat(order.get("reason").asText()).isEqualTo("User requested");
    assertThat(order.get("closetm").decimalValue()).isPositive();
    assertThat(call("QueryOrders", "&txid=" + first + "%2C" + second).get("result").fieldNames())
        .toIterable()
        .containsExactly(first, second);
    assertThat(error(call("QueryOrders", "&txid=OUNKNO-AAAAA-AAAAAA")))
        .isEqualTo("EOrder:Invalid order");
  }

  @Test
  void aFilledOrderTellsItsAverage() {
    String id = add("'order_type':'market','side':'buy','symbol':'BTC/USD','order_qty':0.001");
    JsonNode order = call("QueryOrders", "&txid=" + id).at("/result/" + id);
    assertThat(order.get("status").asText()).isEqualTo("closed");
    assertThat(new BigDecimal(order.get("price").asText()))
        .isEqualByComparingTo(trader.audit().fills().get(0).price());
    assertThat(order.at("/descr/order").asText()).isEqualTo("buy 0.00100000 XBTUSD @ market");
  }

  @Test
  void balancesHaveTheOldCodes() {
    JsonNode balances = call("Balance", "").get("result");
    assertThat(balances.get("ZUSD").asText()).isEqualTo("10000000.0000");
    assertThat(balances.get("XXBT").asText()).isEqualTo("1000.0000000000");
  }

  @Test
  void secretsThatAreNotBase64AreRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> trader.exchange.openAccount("other", "not base64!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("not base64!");
  }
}
