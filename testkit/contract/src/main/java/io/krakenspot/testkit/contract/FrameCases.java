package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.testkit.exchange.Version;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that are not what they should be: they change nothing, and everything else goes on. */
abstract class FrameCases extends MarketDataCase {
  private static final int TWO_MEGABYTES = 2 << 20;

  private void arrives(String text) {
    for (Version version : Version.values()) {
      exchange().sendRaw(version, text);
    }
    world.run();
  }

  @ParameterizedTest(name = "text {index}")
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "<html><body>502 Bad Gateway</body></html>",
        "42",
        "null",
        "\"text\"",
        "\u0000\u0001\uFFFF",
        "NaN",
        "tru"
      })
  @DisplayName("MD-90 text that is no message is counted, and harms no book")
  void garbage(String text) {
    BookProbe books = probe(Depth.D25, List.of(BTC, ETH));

    arrives(text);

    assertThat(counters().malformed() + counters().unrecognised()).isOne();
    assertThat(connection.malformed.size() + connection.unrecognised.size()).isOne();
    world.step(BTC, 20);
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED);
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
  }

  @ParameterizedTest(name = "text {index}")
  @ValueSource(
      strings = {
        "{",
        "[",
        "[1,2",
        "{\"channel\":",
        "{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":[{",
        "[336,{\"a\":[[\"1.0\",\"2",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{\"channel\":\"ticker\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":1e999999999}]}",
        "{\"channel\":\"trade\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"side\":7}]}",
        "[1,{\"b\":[[\"1e999999999\",\"1\",\"1.0\"]],\"c\":\"1\"},\"book-25\",\"XBT/USD\"]",
        "[1,[[\"x\",\"y\",\"z\"]],\"trade\",\"XBT/USD\"]"
      })
  @DisplayName(
      "MD-91 a broken message never leaves a wrong book, and what it might have hit recovers")
  void brokenMessages(String text) {
    BookProbe books = probe(Depth.D25, List.of(BTC, ETH));
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(ETH), trades).accepted());

    arrives(text);
    world.advance(RECOVERY);

    assertThat(counters().malformed() + counters().unrecognised()).isPositive();
    world.step(BTC, 20);
    world.step(ETH, Move.TAKE);
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(trades.events()).isNotEmpty();
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
  }

  @Test
  @DisplayName("MD-92 a message of an unknown channel is handed on as it is")
  void unknownChannel() {
    BookProbe books = probe(Depth.D10, BTC);
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(ETH), trades).accepted());

    transport().tamperOnce("\"trade\"", text -> text.replace("\"trade\"", "\"weather\""));
    world.step(ETH, Move.TAKE);

    assertThat(trades.events()).isEmpty();
    assertThat(counters().unrecognised()).isOne();
    assertThat(counters().malformed()).isZero();
    assertThat(connection.unrecognised).singleElement().asString().contains("weather");
    world.step(ETH, Move.TAKE);
    assertThat(trades.events()).isNotEmpty();
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-93 an unknown field is ignored and counted")
  void unknownField() {
    BookProbe books = probe(Depth.D10, BTC);
    Heard<Ticker> tickers = new Heard<>();
    soon(market().tickers(List.of(BTC), tickers).accepted());

    transport().tamperOnce("book", text -> withField(text, "[1,{\"x\":[null]},\"]}\"]"));
    transport().tamperOnce("ticker", text -> withField(text, "{\"y\":1e400}"));
    world.step(BTC, Move.SWEEP);

    assertThat(counters().unknownFields()).isEqualTo(2);
    assertThat(counters().malformed()).isZero();
    books.assertLive(BTC);
    assertThat(tickers.events()).hasSize(2);
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED);
  }

  /** Puts a field into the first object of a message. */
  private static String withField(String text, String value) {
    return text.replaceFirst("\\{", "{\"not_known_yet\":" + value.replace("\\", "\\\\") + ",");
  }

  @Test
  @DisplayName("MD-94 a message of two megabytes is understood")
  void hugeFrame() {
    BookProbe books = probe(Depth.D10, BTC);
    String huge = "\"" + "x".repeat(TWO_MEGABYTES) + "\"";

    transport().tamperOnce("book", text -> withField(text, huge));
    world.step(BTC, Move.SWEEP);

    assertThat(counters().malformed()).isZero();
    assertThat(counters().unknownFields()).isOne();
    books.assertLive(BTC);
    assertThat(books.state(BTC)).isEqualTo(BookState.LIVE);
  }

  @Test
  @DisplayName("MD-95 a truncated trade costs that message, and the loss is told")
  void truncatedTrade() {
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(BTC), trades).accepted());

    transport().tamperOnce("\"trade\"", text -> text.substring(0, text.length() - 3));
    world.step(BTC, Move.TAKE);
    assertThat(trades.events()).isEmpty();
    assertThat(counters().malformed()).isOne();
    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP);

    world.step(BTC, Move.TAKE);
    assertThat(trades.events()).isNotEmpty();
  }

  @ParameterizedTest(name = "after {0} characters")
  @ValueSource(ints = {1, 2, 20, 30, 45})
  @DisplayName("MD-97 a trade that breaks off before it says whose it is is told as a gap")
  void tradeCutShort(int characters) {
    Heard<Trade> trades = new Heard<>();
    Heard<Ticker> tickers = new Heard<>();
    soon(market().trades(List.of(BTC), trades).accepted());
    soon(market().tickers(List.of(BTC), tickers).accepted());

    transport().tamperOnce("\"trade\"", text -> text.substring(0, characters));
    world.step(BTC, Move.TAKE);

    assertThat(trades.events()).isEmpty();
    assertThat(counters().malformed()).isOne();
    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.GAP);
    assertThat(tickers.kinds()).containsExactly(Kind.ACCEPTED);
  }

  @Test
  @DisplayName("MD-96 data of a pair or channel that nobody subscribed to is no trouble")
  void unaskedData() {
    BookProbe books = probe(Depth.D10, BTC);

    transport()
        .tamperOnce(
            "book", text -> text.replace("BTC/USD", "ABC/USD").replace("XBT/USD", "ABC/USD"));
    world.step(BTC, Move.SWEEP);
    world.step(BTC, 20);

    assertThat(counters().malformed()).isZero();
    books.assertLive(BTC);
    assertThat(books.shown(Pair.of("ABC/USD"))).isZero();
  }
}
