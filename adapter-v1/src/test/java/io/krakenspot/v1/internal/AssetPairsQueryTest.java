package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetPairsQueryTest {
  private static final String ASSETS =
      """
      {"error":[],"result":{
      "XXBT":{"aclass":"currency","altname":"XBT","decimals":10,"display_decimals":5,
        "collateral_value":1.0,"status":"enabled","new":[1]},
      "XXDG":{"aclass":"currency","altname":"XDG","decimals":8,"display_decimals":2}}}""";
  private static final String NO_PAIRS = "{\"error\":[],\"result\":{}}";

  private final AssetPairsQuery query = new AssetPairsQuery();

  @Test
  void asksForPairsAndAssets() {
    assertThat(query.paths()).containsExactly("/0/public/AssetPairs", "/0/public/Assets");
  }

  @Test
  void aPairOfToday() {
    assertThat(
            pairs(
                """
                "XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","aclass_base":"currency",
                "base":"XXBT","quote":"ZUSD","lot":"unit","cost_decimals":5,"pair_decimals":1,
                "lot_decimals":8,"lot_multiplier":1,"leverage_buy":[2,3],"leverage_sell":[],
                "fees":[[0,0.4]],"ordermin":"0.00005","costmin":"0.5","tick_size":"0.1",
                "status":"cancel_only","long_position_limit":250,"short_position_limit":200,
                "execution_venue":"international"}"""))
        .containsExactly(
            new Instrument(
                Pair.of("BTC/USD"),
                InstrumentStatus.CANCEL_ONLY,
                1,
                new BigDecimal("0.1"),
                8,
                new BigDecimal("0.00000001"),
                new BigDecimal("0.00005"),
                5,
                new BigDecimal("0.5"),
                true,
                null,
                null,
                250L,
                200L));
  }

  @Test
  void aPairOfAnOlderAnswer() {
    assertThat(
            pairs(
                """
                "XDGXBT":{"wsname":"XDG\\/XBT","pair_decimals":9,"lot_decimals":7,
                "leverage_buy":[],"leverage_sell":[]}"""))
        .containsExactly(
            new Instrument(
                Pair.of("DOGE/BTC"),
                InstrumentStatus.ONLINE,
                9,
                new BigDecimal("0.000000001"),
                7,
                new BigDecimal("0.0000001"),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null));
  }

  @Test
  void precisionComesFromTheTickWhereItIsMissing() {
    Instrument pair = pairs("\"X\":{\"wsname\":\"A/B\",\"tick_size\":\"0.0050\"}").get(0);
    assertThat(pair.pricePrecision()).isEqualTo(3);
    assertThat(pair.quantityPrecision()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"XBTUSD.d\":{\"altname\":\"XBTUSD.d\",\"pair_decimals\":1,\"lot_decimals\":8}",
        "\"X\":{\"wsname\":null,\"pair_decimals\":1,\"lot_decimals\":8}",
        "\"X\":{\"wsname\":\"XBTUSD\",\"pair_decimals\":1,\"lot_decimals\":8}",
        "\"X\":{\"wsname\":\"A/B\"}"
      })
  void pairsThatCannotBeSubscribedToAreLeftOut(String pair) {
    assertThat(pairs(pair)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "online,ONLINE",
    "post_only,POST_ONLY",
    "limit_only,LIMIT_ONLY",
    "reduce_only,REDUCE_ONLY",
    "delisted,DELISTED",
    "sold_out,UNKNOWN"
  })
  void statuses(String wire, InstrumentStatus status) {
    String pair = "\"X\":{\"wsname\":\"A/B\",\"pair_decimals\":1,\"status\":\"" + wire + "\"}";
    assertThat(pairs(pair).get(0).status()).isEqualTo(status);
  }

  @Test
  void assetsHaveTheirReadableCodes() {
    Instruments instruments = query.decode(List.of(bytes(NO_PAIRS), bytes(ASSETS)));
    assertThat(instruments.snapshot()).isTrue();
    assertThat(instruments.assets())
        .containsExactly(
            new AssetInfo(
                "BTC", "enabled", 10, 5, null, new BigDecimal("1"), null, null, "currency"),
            new AssetInfo("DOGE", null, 8, 2, null, null, null, null, "currency"));
  }

  @Test
  void krakensOwnWordsTellWhatWentWrong() {
    assertThatExceptionOfType(ConnectionFailedException.class)
        .isThrownBy(() -> decode("{\"error\":[\"EGeneral:Internal error\",\"EService:Busy\"]}"))
        .withMessageContaining("/0/public/AssetPairs")
        .withMessageContaining("EGeneral:Internal error, EService:Busy");
  }

  @Test
  void warningsAreNoFailure() {
    assertThat(decode("{\"error\":[\"WGeneral:Deprecated\"],\"result\":{}}").pairs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>Maintenance</html>",
        "{\"error\":[]}",
        "{\"error\":[null]}",
        "{\"error\":[],\"result\":[]}",
        "{\"error\":[],\"result\":{}} x",
        "{\"error\":[],\"result\":{\"X\":null}}",
        "{\"error\":[],\"result\":{\"X\":7}}",
        "{\"error\":[],\"result\":{\"X\":{\"pair_decimals\":\"x\"}}}",
        "{\"error\":[],\"result\":{\"X\":{\"pair_decimals\":-1}}}",
        "{\"error\":[],\"result\":{\"X\":{\"pair_decimals\":99}}}",
        "{\"error\":[],\"result\":{\"X\":{\"lot_decimals\":1.5}}}",
        "{\"error\":[],\"result\":{\"X\":{\"ordermin\":\"1e999999999\"}}}"
      })
  void whatCannotBeReadIsMalformed(String pairs) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> decode(pairs))
        .withMessageContaining("/0/public/AssetPairs answers");
  }

  @Test
  void bothAnswersAreNeeded() {
    assertThatIllegalArgumentException().isThrownBy(() -> query.decode(List.of(bytes(NO_PAIRS))));
  }

  private List<Instrument> pairs(String pairs) {
    return decode("{\"error\":[],\"result\":{" + pairs + "}}").pairs();
  }

  private Instruments decode(String pairs) {
    return query.decode(List.of(bytes(pairs), bytes(ASSETS)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
