package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Instruments;
import io.krakenspot.market.Pair;
import io.krakenspot.v2.internal.Heard.Booked;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeFramesTest {
  @Test
  void readsReferenceDataOfTwoMegabytes() {
    String pairs =
        IntStream.range(0, 7_000)
            .mapToObj(
                number ->
                    """
                    {"symbol":"T%d/USD","base":"T%d","quote":"USD","status":"online",\
                    "qty_precision":8,"qty_increment":0.00000001,"price_precision":4,\
                    "cost_precision":6,"marginable":false,"has_index":false,"cost_min":0.50,\
                    "tick_size":0.0001,"price_increment":0.0001,"qty_min":5,\
                    "ws_display_price_precision":4}"""
                        .formatted(number, number))
            .collect(Collectors.joining(","));
    String frame =
        "{\"channel\":\"instrument\",\"type\":\"snapshot\",\"data\":{\"assets\":[],\"pairs\":["
            + pairs
            + "]}}";
    assertThat(frame.length()).isGreaterThan(2_000_000);

    V2Codec codec = new V2Codec();
    Instruments instruments = (Instruments) Heard.in(codec, frame).get(0);

    assertThat(instruments.pairs()).hasSize(7_000);
    assertThat(instruments.pairs().get(6_999).pair()).isEqualTo(Pair.of("T6999/USD"));
    assertThat(Heard.in(codec, Frames.BOOK)).isEqualTo(Heard.in(Frames.BOOK));
  }

  @Test
  void readsABookOfManyLevels() {
    String bids =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(price -> "{\"price\":" + price + ".5,\"qty\":0.10000000}")
            .collect(Collectors.joining(","));
    String frame =
        "{\"data\":[{\"symbol\":\"ABC/USD\",\"checksum\":1,\"bids\":["
            + bids
            + "]}],\"type\":\"snapshot\",\"channel\":\"book\"}";
    Booked book = (Booked) Heard.in(frame).get(0);
    assertThat(book.bids()).hasSize(20_000).endsWith("20000.5 x 0.10000000");
  }

  @Test
  void tellsManyPairsApart() {
    V2Codec codec = new V2Codec();
    for (int round = 0; round < 2; round++) {
      for (int number = 0; number < 20_000; number++) {
        String pair = "T" + number + "/USD";
        Booked book = (Booked) Heard.in(codec, Frames.BOOK.replace("ABC/USD", pair)).get(0);
        assertThat(book.pair()).isEqualTo(pair);
      }
    }
  }
}
