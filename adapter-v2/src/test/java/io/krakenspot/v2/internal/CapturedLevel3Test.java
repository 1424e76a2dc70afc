package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Replay;
import io.krakenspot.client.ReplayListener;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Verification;
import io.krakenspot.port.Frame;
import io.krakenspot.v2.KrakenV2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Kraken's documented book of orders with updates, where it is at hand. */
class CapturedLevel3Test {
  private static final Path SEQUENCE =
      Path.of(
          System.getProperty("krakenspot.fixtures", "missing"),
          "v2",
          "level3",
          "sequence-btcusd-doc-example-with-updates.jsonl");

  @Test
  void everyChecksumOfTheSequenceHolds() throws IOException {
    Assumptions.assumeTrue(Files.exists(SEQUENCE), "no captured frames here");
    List<Verification> heard = new ArrayList<>();
    Replay replay =
        new Replay(
            KrakenV2.protocol(),
            new ReplayListener() {
              @Override
              public void onLevel3(Level3Book book) {
                heard.add(book.verification());
              }
            });
    Files.readAllLines(SEQUENCE).forEach(line -> replay.frame(Frame.of(line)));

    assertThat(heard).hasSize(4).containsOnly(Verification.VERIFIED);
  }
}
