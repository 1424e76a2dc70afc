package io.krakenspot.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.inject.Guice;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import io.krakenspot.v1.guice.KrakenV1Module;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenV1Test {
  private static final Set<Feature> ABSENT =
      EnumSet.of(
          Feature.TICKER_BEST_BID_OFFER,
          Feature.TICKER_CHANGE_PERCENT,
          Feature.BOOK_SNAPSHOT_CHECKSUM,
          Feature.TRADE_SNAPSHOT,
          Feature.TRADE_IDS,
          Feature.CANDLE_HISTORY,
          Feature.INSTRUMENT_UPDATES,
          Feature.INSTRUMENT_TOKENIZED,
          Feature.SNAPSHOT_CHOICE,
          Feature.SERVER_TIMING,
          Feature.FILL_DETAILS,
          Feature.SUBACCOUNTS,
          Feature.TRANSITION_CHOICE,
          Feature.LEVEL3,
          Feature.BALANCES,
          Feature.PLACE_ICEBERG,
          Feature.PLACE_FILL_OR_KILL,
          Feature.PLACE_INDEX_TRIGGER,
          Feature.PLACE_BATCH,
          Feature.EDIT_DETAILS,
          Feature.CANCEL_BATCH);

  private final Protocol v1 = KrakenV1.protocol();

  @Test
  void production() {
    assertThat(v1.name()).isEqualTo("v1");
    assertThat(v1.endpoints(Environment.PRODUCTION))
        .isEqualTo(
            endpoints(
                "wss://ws.kraken.com",
                "wss://ws-auth.kraken.com",
                "wss://ws-l3.kraken.com/v2",
                "https://api.kraken.com"));
  }

  @Test
  void beta() {
    Endpoints beta = v1.endpoints(Environment.BETA);
    assertThat(beta.marketData()).hasToString("wss://beta-ws.kraken.com");
    assertThat(beta.account()).hasToString("wss://beta-ws-auth.kraken.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws://127.0.0.1:4711", "ws://127.0.0.1:4711/", "WS://127.0.0.1:4711"})
  void oneServerServesAll(String uri) {
    assertThat(v1.endpointsAt(URI.create(uri)))
        .isEqualTo(
            endpoints(
                "ws://127.0.0.1:4711/",
                "ws://127.0.0.1:4711/auth",
                "ws://127.0.0.1:4711/l3/v2",
                "http://127.0.0.1:4711"));
  }

  @Test
  void oneServerMaySpeakTls() {
    assertThat(v1.endpointsAt(URI.create("wss://[::1]:4711")).rest())
        .hasToString("https://[::1]:4711");
    assertThat(v1.endpointsAt(URI.create("wss://localhost")).account())
        .hasToString("wss://localhost/auth");
  }

  @Test
  void anAddressOfV2IsToldApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> v1.endpointsAt(URI.create("ws://localhost:80/v2")))
        .withMessage("ws://localhost:80/v2 is v2's address; for v1 write ws://localhost:80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:80",
        "localhost:80",
        "//localhost:80",
        "ws:x",
        "ws:///x",
        "ws://localhost:80/auth",
        "ws://localhost:80?x=1"
      })
  void otherAddressesAreRefusedWithWhatToWrite(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> v1.endpointsAt(URI.create(uri)))
        .withMessageContaining("write ws://");
  }

  @ParameterizedTest
  @EnumSource(Feature.class)
  void everyFeatureIsThereOrHasAnAlternative(Feature feature) {
    Support support = v1.support(feature);
    assertThat(support.available()).isEqualTo(!ABSENT.contains(feature));
    assertThat(support.note().isEmpty()).isEqualTo(support.level() == Support.Level.NATIVE);
  }

  @Test
  void instrumentsAreAskedForOverRest() {
    assertThat(v1.support(Feature.INSTRUMENTS))
        .isEqualTo(Support.derived("from REST AssetPairs and Assets"));
    assertThat(v1.instrumentQuery()).isPresent();
  }

  @Test
  void everyStreamCarriesItself() {
    Topic spread = new Topic.SpreadTopic();
    assertThat(v1.carrier(spread)).isSameAs(spread);
  }

  @Test
  void streamsDoNotGetInEachOthersWay() {
    Topic ten = new Topic.BookTopic(Depth.D10);
    Topic hundred = new Topic.BookTopic(Depth.D100);
    assertThat(v1.overlap(ten, hundred)).isEqualTo(Overlap.NONE);
    assertThat(v1.overlap(ten, new Topic.SpreadTopic())).isEqualTo(Overlap.NONE);
    assertThat(
            v1.overlap(
                new Topic.CandleTopic(Interval.MINUTES_1),
                new Topic.CandleTopic(Interval.MINUTES_5)))
        .isEqualTo(Overlap.NONE);
  }

  @Test
  void eachLinkHasACodecOfItsOwn() {
    assertThat(v1.newCodec()).isNotSameAs(v1.newCodec());
  }

  @Test
  void guiceBindsTheProtocol() {
    assertThat(Guice.createInjector(new KrakenV1Module()).getInstance(Protocol.class)).isSameAs(v1);
  }

  private static Endpoints endpoints(String market, String account, String level3, String rest) {
    return new Endpoints(
        URI.create(market), URI.create(account), URI.create(level3), URI.create(rest));
  }
}
