package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.SystemStatus.State;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The connection itself. */
abstract class ConnectionCases extends MarketDataCase {
  @Test
  @DisplayName("MD-01 a connection begins with the engine's status")
  void statusOnConnect() {
    soon(client.connect());

    assertThat(connection.states())
        .containsExactly(ConnectionState.IDLE, ConnectionState.CONNECTING, ConnectionState.READY);
    assertThat(connection.engine()).containsExactly(State.ONLINE);
    assertThat(connection.statuses.get(0).connectionId()).matches("[0-9]+");
  }

  @Test
  @DisplayName("MD-02 every change of the engine's status reaches the user")
  void statusChanges() {
    soon(client.connect());
    List<State> states = Stream.of(State.values()).filter(state -> state != State.UNKNOWN).toList();

    states.forEach(exchange()::systemStatus);
    world.run();

    assertThat(connection.statuses.stream().skip(1).map(SystemStatus::state))
        .containsExactlyElementsOf(states);
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
  }

  @Test
  @DisplayName("MD-03 a ping is answered by a pong")
  void pingPong() {
    soon(client.connect());

    assertThat(soon(client.ping())).isZero();
  }

  @Test
  @DisplayName("MD-04 a ping without a link, or without an answer, fails")
  void pingFails() {
    CompletionStage<Long> tooEarly = client.ping();
    world.run();
    assertFailed(tooEarly);

    soon(client.connect());
    exchange().connections().forEach(one -> one.halfOpen(true));
    CompletionStage<Long> unanswered = client.ping();
    world.advance(Duration.ofSeconds(10));
    assertFailed(unanswered);
  }

  private static void assertFailed(CompletionStage<?> stage) {
    assertThat(failureOf(stage)).isInstanceOf(ConnectionFailedException.class);
  }

  @Test
  @DisplayName("MD-05 heartbeats keep the link of a silent market ready")
  void heartbeatsKeepTheLink() {
    probe(Depth.D10, BTC);

    world.advance(Duration.ofMinutes(10));

    assertThat(counted(Entry.HEARTBEATS)).isGreaterThan(590);
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
    assertThat(transport().dials()).isOne();
    assertThat(counters().unrecognised()).isZero();
  }

  @Test
  @DisplayName("MD-06 a link without subscriptions is kept alive by pings")
  void pingsKeepTheIdleLink() {
    soon(client.connect());

    world.advance(Duration.ofMinutes(30));

    assertThat(counted(Entry.IDLE_CLOSES)).isZero();
    assertThat(transport().dials()).isOne();
    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
  }

  @Test
  @DisplayName("MD-07 closing ends every subscription, the link and every timer")
  void closing() {
    Heard<Ticker> tickers = new Heard<>();
    BookProbe books = probe(Depth.D25, List.of(BTC, ETH));
    market().tickers(List.of(BTC), tickers);
    market().candles(Interval.MINUTES_1, List.of(BTC), new Heard<>());
    market().spreads(List.of(ETH), new Heard<>());
    market().trades(List.of(ETH), new Heard<>());
    market().instruments(new Heard<>());
    world.step(BTC, 20);

    client.close();
    client.close();
    world.run();

    assertThat(connection.state()).isEqualTo(ConnectionState.CLOSED);
    assertThat(tickers.kindsOf(BTC)).endsWith(Kind.ENDED);
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.ENDED);
    assertThat(exchange().connections()).isEmpty();
    leavesNothingBehind();
  }

  @Test
  @DisplayName("MD-08 a client that is closed refuses subscriptions and never dials again")
  void closedForGood() {
    soon(client.connect());
    client.close();
    Heard<Trade> trades = new Heard<>();
    Subscription late = market().trades(List.of(BTC), trades);
    world.advance(Duration.ofMinutes(1));

    assertFailed(late.accepted());
    assertThat(trades.kinds()).containsExactly(Kind.ENDED);
    assertThat(transport().dials()).isOne();
  }

  @Test
  @DisplayName("MD-09 closing while dialling, or while a dial has to wait, leaves nothing behind")
  void closingWhileConnecting() {
    client.connect();
    client.close();
    leavesNothingBehind();

    open();
    probe(Depth.D10, BTC);
    transport().cut();
    world.run();
    transport().cut();
    world.run();
    assertThat(connection.state()).isEqualTo(ConnectionState.WAITING);
    client.close();
    leavesNothingBehind();
    world.advance(Duration.ofMinutes(1));
    assertThat(transport().dials()).isEqualTo(2);
  }

  @Test
  @DisplayName("MD-10 the connection belongs to the version's own path")
  void speaksItsOwnPath() {
    soon(client.connect());

    assertThat(exchange().connections())
        .extracting(ExchangeConnection::path)
        .allMatch(path -> path.marketData())
        .allMatch(path -> path.version().name().equalsIgnoreCase(protocol().name()));
  }
}
