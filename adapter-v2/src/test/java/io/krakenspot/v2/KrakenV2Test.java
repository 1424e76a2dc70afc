package io.krakenspot.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Endpoints;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import io.krakenspot.v2.guice.KrakenV2Module;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenV2Test {
  private static final Topic TRADES_TICKER = new Topic.TickerTopic(TickerTrigger.TRADES);
  private static final Topic QUOTES_TICKER = new Topic.TickerTopic(TickerTrigger.BEST_BID_OFFER);

  private final Protocol v2 = KrakenV2.protocol();

  @Test
  void listensAtKraken() {
    assertThat(v2.endpoints(Environment.PRODUCTION))
        .isEqualTo(
            endpoints(
                "wss://ws.kraken.com/v2",
                "wss://ws-auth.kraken.com/v2",
                "wss://ws-l3.kraken.com/v2",
                "https://api.kraken.com"));
    assertThat(v2.endpoints(Environment.BETA))
        .isEqualTo(
            endpoints(
                "wss://beta-ws.kraken.com/v2",
                "wss://beta-ws-auth.kraken.com/v2",
                "wss://ws-l3.kraken.com/v2",
                "https://api.kraken.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws://127.0.0.1:8080", "ws://127.0.0.1:8080/", "ws://127.0.0.1:8080/v2"})
  void listensAtOneServer(String uri) {
    assertThat(v2.endpointsAt(URI.create(uri)))
        .isEqualTo(
            endpoints(
                "ws://127.0.0.1:8080/v2",
                "ws://127.0.0.1:8080/auth/v2",
                "ws://127.0.0.1:8080/l3/v2",
                "http://127.0.0.1:8080"));
  }

  @Test
  void listensAtOneSecureServer() {
    assertThat(v2.endpointsAt(URI.create("wss://[::1]:8443")))
        .isEqualTo(
            endpoints(
                "wss://[::1]:8443/v2",
                "wss://[::1]:8443/auth/v2",
                "wss://[::1]:8443/l3/v2",
                "https://[::1]:8443"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/v2",
        "ws://127.0.0.1:1/v1",
        "ws://127.0.0.1:1/v2/",
        "ws://127.0.0.1:1/v2?a=b",
        "ws://127.0.0.1:1#x",
        "ws://me:hush@127.0.0.1:1",
        "127.0.0.1",
        "ws:opaque",
      })
  void saysWhatToWriteInsteadOf(String uri) {
    assertThatThrownBy(() -> v2.endpointsAt(URI.create(uri)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write ws://host:port or wss://host:port")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @EnumSource(Feature.class)
  void declaresEachFeature(Feature feature) {
    Set<Feature> absent =
        EnumSet.of(
            Feature.TICKER_TODAY,
            Feature.BOOK_SEVERAL_DEPTHS,
            Feature.CANDLE_SEVERAL_INTERVALS,
            Feature.FILL_CONSOLIDATION,
            Feature.PLACE_LEVERAGE,
            Feature.EDIT_DISTANCE);
    Support support = v2.support(feature);
    if (absent.contains(feature)) {
      assertThat(support.level()).isEqualTo(Support.Level.ABSENT);
      assertThat(support.note()).isNotBlank();
    } else if (feature == Feature.SPREAD) {
      assertThat(support).isEqualTo(Support.derived("from ticker with event_trigger bbo"));
    } else {
      assertThat(support).isEqualTo(Support.NATIVE);
    }
  }

  @Test
  void theTickerOnQuotesCarriesTheSpread() {
    assertThat(v2.carrier(new Topic.SpreadTopic())).isEqualTo(QUOTES_TICKER);
    assertThat(v2.carrier(TRADES_TICKER)).isEqualTo(TRADES_TICKER);
  }

  @Test
  void executionsCarryOrdersAndFills() {
    assertThat(v2.carrier(new Topic.OrderTopic())).isEqualTo(new Topic.ExecutionTopic());
    assertThat(v2.carrier(new Topic.FillTopic())).isEqualTo(new Topic.ExecutionTopic());
    assertThat(v2.carrier(new Topic.BalanceTopic())).isEqualTo(new Topic.BalanceTopic());
  }

  @Test
  void oneTickerCoversTheOther() {
    assertThat(v2.overlap(QUOTES_TICKER, TRADES_TICKER)).isEqualTo(Overlap.COVERS);
    assertThat(v2.overlap(TRADES_TICKER, QUOTES_TICKER)).isEqualTo(Overlap.NONE);
    assertThat(v2.overlap(QUOTES_TICKER, QUOTES_TICKER)).isEqualTo(Overlap.NONE);
    assertThat(v2.overlap(QUOTES_TICKER, new Topic.TradeTopic())).isEqualTo(Overlap.NONE);
  }

  @Test
  void allInstrumentsCoverThoseThatAreNotTokenized() {
    Topic all = new Topic.InstrumentTopic(true);
    Topic some = new Topic.InstrumentTopic(false);
    assertThat(v2.overlap(all, some)).isEqualTo(Overlap.COVERS);
    assertThat(v2.overlap(some, all)).isEqualTo(Overlap.NONE);
  }

  @Test
  void oneDepthAndOneIntervalExcludeTheOthers() {
    assertThat(v2.overlap(new Topic.BookTopic(Depth.D10), new Topic.BookTopic(Depth.D100)))
        .isEqualTo(Overlap.EXCLUDES);
    assertThat(v2.overlap(new Topic.BookTopic(Depth.D10), new Topic.BookTopic(Depth.D10)))
        .isEqualTo(Overlap.NONE);
    assertThat(
            v2.overlap(
                new Topic.CandleTopic(Interval.MINUTES_1),
                new Topic.CandleTopic(Interval.MINUTES_5)))
        .isEqualTo(Overlap.EXCLUDES);
    assertThat(
            v2.overlap(new Topic.CandleTopic(Interval.MINUTES_1), new Topic.BookTopic(Depth.D10)))
        .isEqualTo(Overlap.NONE);
  }

  @Test
  void oneDepthOfIndividualOrdersExcludesTheOthers() {
    Topic ten = new Topic.Level3Topic(Level3Depth.D10);
    assertThat(v2.overlap(ten, new Topic.Level3Topic(Level3Depth.D100)))
        .isEqualTo(Overlap.EXCLUDES);
    assertThat(v2.overlap(ten, new Topic.BookTopic(Depth.D10))).isEqualTo(Overlap.NONE);
  }

  @Test
  void referenceDataIsAStream() {
    assertThat(v2.instrumentQuery()).isEmpty();
  }

  @Test
  void guiceFindsIt() {
    assertThat(Guice.createInjector(new KrakenV2Module()).getInstance(Protocol.class)).isSameAs(v2);
  }

  @Test
  void jacksonStaysInside() {
    JavaClasses classes = new ClassFileImporter().importPackages("io.krakenspot.v2");
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("io.krakenspot.v2.internal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(classes);
  }

  private static Endpoints endpoints(String market, String account, String level3, String rest) {
    return new Endpoints(
        URI.create(market), URI.create(account), URI.create(level3), URI.create(rest));
  }
}
