package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.account.Wallet;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.v2.internal.Heard.UnknownFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceFramesTest {
  @Test
  void aSnapshotIsOneEvent() {
    assertThat(Heard.in(Frames.BALANCES))
        .containsExactly(
            new BalanceFrame(
                1,
                List.of(
                    new BalanceEvent.Snapshot(
                        List.of(
                            new Balance(
                                "ETH",
                                "currency",
                                number("12.5"),
                                List.of(
                                    new Wallet("spot", "main", number("10")),
                                    new Wallet("earn", "bonded", number("2.5")))),
                            new Balance("USD", "currency", number("50200.1175"), List.of()))))));
  }

  @Test
  void aSnapshotMayBeEmpty() {
    assertThat(
            Heard.in("{\"channel\":\"balances\",\"type\":\"snapshot\",\"data\":[],\"sequence\":1}"))
        .containsExactly(new BalanceFrame(1, List.of(new BalanceEvent.Snapshot(List.of()))));
  }

  @Test
  void anUpdateIsOneEventAnEntry() {
    assertThat(Heard.in(Frames.LEDGER_ENTRY))
        .containsExactly(new BalanceFrame(2, List.of(new BalanceEvent.Change(entry(null, null)))));
  }

  @Test
  void readsTheFieldsThatAreRare() {
    String frame =
        Frames.LEDGER_ENTRY.replace(
            "\"subtype\":null", "\"subtype\":\"spottostaking\",\"user\":\"AA96\"");
    assertThat(((BalanceFrame) Heard.in(frame).get(0)).events())
        .containsExactly(new BalanceEvent.Change(entry("spottostaking", "AA96")));
  }

  private static LedgerEntry entry(String subtype, String user) {
    return new LedgerEntry(
        "LEXAM1-CCCCC-CCCCCC",
        "TEXAM1-BBBBB-BBBBBB",
        "ETH",
        "currency",
        number("0.4"),
        number("0"),
        number("12.9"),
        "trade",
        subtype,
        "trade",
        "spot",
        "main",
        Instant.parse("2026-03-02T10:03:09.442080Z"),
        user);
  }

  @Test
  void readsAnEntryOfTheFewestFields() {
    String frame =
        "{\"channel\":\"balances\",\"type\":\"update\",\"data\":[{\"ledger_id\":\"L1\","
            + "\"asset\":\"USD\",\"amount\":-1,\"balance\":0}]}";
    assertThat(Heard.in(frame))
        .containsExactly(
            new BalanceFrame(
                AccountFrame.NO_SEQUENCE,
                List.of(
                    new BalanceEvent.Change(
                        new LedgerEntry(
                            "L1",
                            null,
                            "USD",
                            null,
                            number("-1"),
                            null,
                            number("0"),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)))));
  }

  @Test
  void countsUnknownFields() {
    String frame =
        Frames.BALANCES
            .replace("\"balance\":12.5", "\"balance\":12.5,\"hold\":1")
            .replace("\"id\":\"main\"", "\"id\":\"main\",\"kind\":{}");
    assertThat(Heard.in(frame))
        .containsExactly(Heard.in(Frames.BALANCES).get(0), new UnknownFields(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger_id", "asset", "amount", "balance"})
  void anEntryCannotDoWithout(String name) {
    assertMissing(Frames.LEDGER_ENTRY, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asset", "balance"})
  void aBalanceCannotDoWithout(String name) {
    assertMissing(Frames.BALANCES, name);
  }

  private static void assertMissing(String frame, String name) {
    String without = frame.replaceFirst("\"" + name + "\":", "\"_\":");
    assertThatThrownBy(() -> Heard.in(without))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining("balances frame of ")
        .hasMessageContaining(name + " is missing");
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
