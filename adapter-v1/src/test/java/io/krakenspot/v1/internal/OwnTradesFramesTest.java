package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fee;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderType;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Topic;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTradesFramesTest {
  private static final String FILL =
      """
      {"cost":"301.20500","fee":"0.48193","margin":"0.00000","ordertxid":"OAAAAA-BBBBB-CCCCC1",\
      "ordertype":"limit","pair":"XBT/USD","postxid":"TKH000-AAAAA-BBBBBB",\
      "price":"30120.50000","time":"1714550011.204511","type":"buy","vol":"0.01000000"}""";

  private final V1Codec codec = new V1Codec();

  @Test
  void fill() {
    AccountFrame frame = account(frame(2, "{\"TAAAAA-BBBBB-CCCCC1\":" + FILL + "}"));
    assertThat(frame.carrier()).isEqualTo(new Topic.FillTopic());
    assertThat(frame.sequence()).isEqualTo(2);
    assertThat(frame.reports()).hasSize(1);
    assertThat(frame.reports().get(0).order()).isNull();
    assertThat(frame.reports().get(0).fill())
        .isEqualTo(
            new Fill(
                "TAAAAA-BBBBB-CCCCC1",
                null,
                "OAAAAA-BBBBB-CCCCC1",
                null,
                null,
                Pair.of("BTC/USD"),
                Side.BUY,
                OrderType.LIMIT,
                new BigDecimal("0.01"),
                new BigDecimal("30120.5"),
                new BigDecimal("301.205"),
                List.of(new Fee("USD", new BigDecimal("0.48193"))),
                null,
                Instant.parse("2024-05-01T07:53:31.204511Z"),
                null,
                false,
                BigDecimal.ZERO,
                null,
                "TKH000-AAAAA-BBBBBB",
                null,
                null,
                null));
  }

  @Test
  void digitsAreKept() {
    Fill fill = fill(FILL);
    assertThat(fill.price()).hasToString("30120.50000");
    assertThat(fill.quantity()).hasToString("0.01000000");
    assertThat(fill.fees().get(0).quantity()).hasToString("0.48193");
  }

  @Test
  void fillOnMarginOfAClientsOrder() {
    Fill fill =
        fill(
            FILL.replace("\"margin\":\"0.00000\"", "\"margin\":\"60.24100\",\"margin_borrow\":true")
                .replace("\"type\":\"buy\"", "\"type\":\"sell\",\"userref\":-7")
                .replace(
                    "{\"cost\"",
                    "{\"cl_ord_id\":\"mm-17\",\"ext_exec_id\":\"6f0e7b44-8f2a-4b1e\",\"cost\""));
    assertThat(fill.margin()).isTrue();
    assertThat(fill.initialMargin()).hasToString("60.24100");
    assertThat(fill.marginBorrow()).isTrue();
    assertThat(fill.side()).isEqualTo(Side.SELL);
    assertThat(fill.userReference()).isEqualTo(-7);
    assertThat(fill.clientOrderId()).isEqualTo("mm-17");
    assertThat(fill.externalId()).isEqualTo("6f0e7b44-8f2a-4b1e");
  }

  @Test
  void userReferenceZeroIsNone() {
    assertThat(fill(FILL.replace("{\"cost\"", "{\"userref\":0,\"cost\"")).userReference()).isNull();
  }

  @Test
  void aNewKindOfOrderIsUnknown() {
    assertThat(fill(FILL.replace("\"limit\"", "\"peg\"")).orderType()).isEqualTo(OrderType.UNKNOWN);
  }

  @Test
  void severalFillsInOneFrameAndInOneItem() {
    String items = "{\"T1\":%s,\"T2\":%s},{\"T3\":%s}".formatted(FILL, FILL, FILL);
    assertThat(account(frame(1, items)).reports())
        .extracting(AccountReport::fill)
        .extracting(Fill::id)
        .containsExactly("T1", "T2", "T3");
  }

  @Test
  void onlyTheFirstFrameIsTheSnapshotAndBothFeedsCountForThemselves() {
    assertThat(account(frame(1, "")).snapshot()).isTrue();
    assertThat(account(frame(2, "{\"T\":" + FILL + "}")).snapshot()).isFalse();
    assertThat(account("[[],\"openOrders\",{\"sequence\":1}]").snapshot()).isTrue();
  }

  @Test
  void unknownFieldsAreCounted() {
    String more = FILL.replace("{\"cost\"", "{\"new\":{\"x\":[1]},\"cost\"");
    assertThat(Recorder.decode(codec, frame(1, "{\"T\":" + more + "}")))
        .hasSize(2)
        .last()
        .isEqualTo(new UnknownFields(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordertxid", "pair", "time", "type", "price", "cost", "vol"})
  void aFillWithoutWhatMakesItOneIsMalformed(String field) {
    String item = FILL.replace("\"" + field + "\":", "\"x_" + field + "\":");
    assertThat(malformed(frame(1, "{\"T\":" + item + "}")))
        .hasMessageStartingWith("fills: a trade without a valid " + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"T\":{}}",
        "{\"T\":[]}",
        "{\"T\":null}",
        "[]",
        "7",
        "{\"T\":{\"pair\":\"XBTUSD\"}}",
        "{\"T\":{\"time\":\"yesterday\"}}",
        "{\"T\":{\"userref\":0.5}}",
        "{\"T\":{\"userref\":99999999999}}"
      })
  void itemsThatMakeNoSenseAreMalformed(String item) {
    assertThat(malformed(frame(1, item)).channel()).isEqualTo("fills");
  }

  private Fill fill(String item) {
    return account(frame(1, "{\"T\":" + item + "}")).reports().get(0).fill();
  }

  private AccountFrame account(String frame) {
    List<Object> facts = Recorder.decode(codec, frame);
    assertThat(facts).hasSize(1);
    return (AccountFrame) facts.get(0);
  }

  private MalformedFrameException malformed(String frame) {
    return catchThrowableOfType(MalformedFrameException.class, () -> Recorder.decode(codec, frame));
  }

  private static String frame(long sequence, String items) {
    return "[[" + items + "],\"ownTrades\",{\"sequence\":" + sequence + "}]";
  }
}
