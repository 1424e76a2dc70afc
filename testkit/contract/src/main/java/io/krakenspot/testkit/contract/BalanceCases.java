package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Side;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the account owns. */
abstract class BalanceCases extends AccountCase<World> {
  @Test
  @DisplayName("AC-40 balances begin with all of them")
  void snapshot() {
    Heard<BalanceEvent> heard = balances();

    assertThat(all(heard.events().get(0)))
        .allSatisfy(
            balance ->
                assertThat(balance.total())
                    .isEqualByComparingTo(audit().balances().get(balance.asset())));
    assertThat(all(heard.events().get(0))).extracting(Balance::asset).contains("USD", "DOGE");
  }

  private Heard<BalanceEvent> balances() {
    assumeHas(Feature.BALANCES);
    Heard<BalanceEvent> heard = new Heard<>();
    soon(client.account().balances(heard).accepted());
    return heard;
  }

  private static List<Balance> all(BalanceEvent event) {
    return ((BalanceEvent.Snapshot) event).balances();
  }

  private static LedgerEntry entry(BalanceEvent event) {
    return ((BalanceEvent.Change) event).entry();
  }

  @Test
  @DisplayName("AC-41 a trade changes what is got and what is given, to the last digit")
  void trade() {
    Heard<BalanceEvent> heard = balances();
    placed(first(Side.SELL, "100"));

    rival().market(Side.BUY, DOGE, "100");

    assertThat(heard.events().stream().skip(1).map(BalanceCases::entry))
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry.total())
                    .isEqualByComparingTo(audit().balances().get(entry.asset())))
        .extracting(LedgerEntry::type)
        .containsOnly("trade");
  }

  @Test
  @DisplayName("AC-42 a deposit is told")
  void deposit() {
    Heard<BalanceEvent> heard = balances();

    exchange().fund(VirtualExchange.KEY, "USD", new BigDecimal("12.50"));
    world.run();

    assertThat(entry(heard.last()).amount()).isEqualByComparingTo("12.50");
  }

  @Test
  @DisplayName("AC-44 a hole in the sequence is told, and all balances come anew")
  void gap() {
    Heard<BalanceEvent> heard = balances();
    exchange().gapSequence(VirtualExchange.KEY, 3);

    exchange().fund(VirtualExchange.KEY, "USD", BigDecimal.ONE);

    world.await("restored", RECOVERY, () -> heard.kinds().contains(Kind.RESTORED_WITHOUT_LOSS));
    world.run();
    assertThat(heard.kinds()).contains(Kind.GAP);
    assertThat(heard.last()).isInstanceOf(BalanceEvent.Snapshot.class);
  }

  @Test
  @DisplayName("AC-45 who joins later gets the balances as they are then")
  void lateJoiner() {
    balances();
    exchange().fund(VirtualExchange.KEY, "USD", BigDecimal.ONE);
    world.run();
    Heard<BalanceEvent> late = new Heard<>();

    soon(client.account().balances(late).accepted());

    assertThat(all(late.last()))
        .filteredOn(balance -> balance.asset().equals("USD"))
        .singleElement()
        .satisfies(
            balance ->
                assertThat(balance.total()).isEqualByComparingTo(audit().balances().get("USD")));
  }

  @Test
  @DisplayName("AC-47 when the last one leaves, the exchange is told")
  void leaves() {
    assumeHas(Feature.BALANCES);
    Heard<BalanceEvent> heard = new Heard<>();

    soon(client.account().balances(heard).accepted()).unsubscribe();
    world.run();
    exchange().fund(VirtualExchange.KEY, "USD", BigDecimal.ONE);
    world.run();

    assertThat(counted(Entry.UNSUBSCRIPTIONS)).isOne();
    assertThat(heard.events()).hasSize(1);
    assertThat(heard.kinds()).containsExactly(Kind.ACCEPTED, Kind.ENDED);
  }

  @Test
  @DisplayName("AC-46 a version without balances refuses them before anything is sent")
  void refused() {
    assumeHasNot(Feature.BALANCES);

    assertLacks(Feature.BALANCES, () -> client.account().balances(new Heard<>()));
  }
}
