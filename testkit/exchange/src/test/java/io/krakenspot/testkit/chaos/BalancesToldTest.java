package io.krakenspot.testkit.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** I11: what is owned, as it was told last, against the exchange's ledger. */
final class BalancesToldTest {
  private static final Map<String, BigDecimal> LEDGER =
      Map.of("BTC", new BigDecimal("1.5"), "USD", new BigDecimal("20"), "ETH", BigDecimal.ZERO);

  private final ChaosJournal journal =
      new ChaosJournal(Exchange.builder(new VirtualLoop()).open().history());

  private static BalanceEvent all(Balance... balances) {
    return new BalanceEvent.Snapshot(List.of(balances));
  }

  private static Balance balance(String asset, String total) {
    return new Balance(asset, null, new BigDecimal(total), List.of());
  }

  private static BalanceEvent change(String asset, String total) {
    BigDecimal newTotal = new BigDecimal(total);
    return new BalanceEvent.Change(
        new LedgerEntry(
            "L", null, asset, null, newTotal, null, newTotal, null, null, null, null, null, null,
            null));
  }

  private List<String> differences() {
    List<String> differences = new ArrayList<>();
    ChaosClient.balances(LEDGER, journal.balances(), differences);
    return differences;
  }

  @Test
  void theNewestOfEachAssetIsTheLedgersToTheLastDigit() {
    journal.balance(all(balance("BTC", "1.00"), balance("USD", "20.0000")));
    assertThat(differences()).containsExactly("I11: 1.5 of BTC was told as 1.00");

    journal.balance(change("BTC", "1.50"));
    assertThat(differences()).isEmpty();
  }

  @Test
  void aSnapshotForgetsWhatItDoesNotName() {
    journal.balance(all(balance("BTC", "1.5"), balance("USD", "20"), balance("XRP", "7")));
    assertThat(differences()).containsExactly("I11: 0 of XRP was told as 7");

    journal.balance(all(balance("BTC", "1.5")));
    assertThat(differences()).containsExactly("I11: 20 of USD was told as 0");
  }
}
