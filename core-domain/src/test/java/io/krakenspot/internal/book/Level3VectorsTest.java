package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Event.Kind;
import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Level3Order;
import io.krakenspot.market.Verification;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example that Kraken prints in its level 3 guide, and what follows from it. */
class Level3VectorsTest {
  private final Level3Keeper book = new Level3Keeper(Level3Frame.PAIR, Level3Depth.D10);

  @Test
  void guide() {
    Level3Frame frame = guide(Level3Frame.snapshot()).checksum(1063832831L);

    assertThat(book.apply(frame.change(), 7)).isEqualTo(Outcome.APPLIED);
    assertThat(book.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(book.verifiedAtNanos()).isEqualTo(7);
    assertThat(book.computedChecksum()).isEqualTo(1063832831L);
    assertThat(book.asks().size()).isEqualTo(10);
    assertThat(book.bids().size()).isEqualTo(10);
  }

  @Test
  void guideIsNotItsNeighbour() {
    Level3Frame frame = guide(Level3Frame.snapshot()).checksum(1063832830L);

    assertThat(book.apply(frame.change(), 7)).isEqualTo(Outcome.MISMATCH);
  }

  @Test
  void theQueueMatters() {
    Level3Frame frame = guide(Level3Frame.snapshot()).checksum(1063832831L);
    frame.bids.add(1, frame.bids.remove(2));

    assertThat(book.apply(frame.change(), 7)).isEqualTo(Outcome.MISMATCH);
  }

  @Test
  void anEmptyBookHasChecksumZero() {
    assertThat(book.apply(Level3Frame.snapshot().checksum(0).change(), 0))
        .isEqualTo(Outcome.APPLIED);
  }

  /** Filled in part, cancelled, joined at the back, cut at ten levels. */
  @Test
  void sequenceBesideTheCapturedFrames() throws IOException {
    Path path =
        Path.of(
            System.getProperty("krakenspot.fixtures", ""),
            "..",
            "protocol",
            "checksum-vectors.json");
    assumeTrue(Files.isRegularFile(path), "no test vectors here");
    Map<String, Object> sequence = vector(Files.readString(path), "level3-derived-sequence");
    book.apply(guide(Level3Frame.snapshot()).checksum(1063832831L).change(), 0);

    List<Object> updates = list(sequence.get("updates"));
    assertThat(updates).hasSizeGreaterThanOrEqualTo(4);
    for (Object each : updates) {
      Map<String, Object> update = map(each);
      Level3Frame frame = frame(Level3Frame.update(), update);
      frame.checksum(Long.parseLong(String.valueOf(update.get("checksum"))));
      assertThat(book.apply(frame.change(), 0))
          .as(String.valueOf(update.get("note")))
          .isEqualTo(Outcome.APPLIED);
    }
    Level3Frame end = frame(Level3Frame.snapshot(), map(sequence.get("final_state")));
    assertThat(orders(book.asks())).isEqualTo(orders(end.asks));
    assertThat(orders(book.bids())).isEqualTo(orders(end.bids));
  }

  private static Map<String, Object> vector(String file, String id) {
    return list(map(Json.read(file)).get("vectors")).stream()
        .map(Level3VectorsTest::map)
        .filter(vector -> id.equals(vector.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static Level3Frame frame(Level3Frame frame, Map<String, Object> sides) {
    list(sides.get("asks")).forEach(order -> frame.asks.add(row(map(order))));
    list(sides.get("bids")).forEach(order -> frame.bids.add(row(map(order))));
    return frame;
  }

  private static Level3Frame.Row row(Map<String, Object> order) {
    String event = String.valueOf(order.getOrDefault("event", "add"));
    return new Level3Frame.Row(
        Kind.valueOf(event.toUpperCase(Locale.ROOT)),
        String.valueOf(order.get("order_id")),
        String.valueOf(order.get("limit_price")),
        String.valueOf(order.get("order_qty")),
        nanos(Instant.parse(String.valueOf(order.get("timestamp")))));
  }

  private static List<Level3Order> orders(Level3Levels side) {
    List<Level3Order> orders = new ArrayList<>();
    for (int level = 0; level < side.size(); level++) {
      orders.addAll(side.orders(level));
    }
    return orders;
  }

  private static List<Level3Order> orders(List<Level3Frame.Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Level3Order(
                    row.id(),
                    new BigDecimal(row.price()),
                    new BigDecimal(row.quantity()),
                    Instant.EPOCH.plusNanos(row.time())))
        .toList();
  }

  private static long at(String time) {
    return nanos(LocalDate.of(2024, 1, 8).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC));
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  private static Level3Frame guide(Level3Frame frame) {
    return frame
        .ask("OFVLAA-HRSSP-BK75KB", "44939.5", "4.52308393", at("12:18:05.770906486"))
        .ask("OYBAMK-O5DKX-WMPUTM", "44939.5", "0.00111261", at("12:18:12.847426441"))
        .ask("O3DRCT-J5M2S-KYV526", "44939.5", "0.00100000", at("12:26:42.108176464"))
        .ask("OF3X3A-72WZY-6EKA5F", "44939.5", "0.01000000", at("12:26:43.955098263"))
        .ask("OF5UA6-6IIZ2-YGQTSJ", "44950.0", "0.10334926", at("12:25:52.800473795"))
        .ask("OSDOZX-7UZ6Y-QDNPVI", "44953.0", "0.00064537", at("12:24:58.086806970"))
        .ask("OV7KTS-A2TWV-3XKRIA", "44955.0", "0.00250000", at("12:21:52.257936228"))
        .ask("OOF2V5-RYOHC-GLRNPM", "44959.6", "0.35630000", at("12:26:44.202823127"))
        .ask("OTVOVS-QLST3-3JG7JI", "44959.6", "0.35630000", at("12:26:44.203383999"))
        .ask("OGZCIU-RDQ77-DAAL3P", "44960.1", "0.00338072", at("12:26:42.724829715"))
        .ask("OVLG3E-HYBQM-CWNGCY", "44960.2", "0.88967575", at("12:26:12.935924248"))
        .ask("OWEOFO-HUCJC-T37MVO", "44967.0", "3.14392283", at("12:26:39.474431925"))
        .ask("OVYTHY-D2N76-5QYREQ", "44978.5", "0.06778960", at("12:26:41.229379178"))
        .ask("OFO525-PHRVS-236RMN", "44979.2", "0.35630000", at("12:26:20.271584488"))
        .bid("OTCFZG-YOE2Q-LQKNM3", "44939.4", "0.88968699", at("12:26:39.526146327"))
        .bid("OFGP5R-B3E7G-54EZD6", "44939.4", "0.45210000", at("12:26:39.530287934"))
        .bid("OMPHVY-IZPJ4-KOKA3P", "44939.4", "0.10000000", at("12:26:39.576380340"))
        .bid("OAI5QZ-AMPLW-NBNO72", "44939.4", "0.14296323", at("12:26:39.602118534"))
        .bid("O7VFZI-CTFWH-FF6EIR", "44939.4", "0.25000000", at("12:26:41.780601700"))
        .bid("O472V3-ZG4EZ-OLD66C", "44939.4", "0.10292988", at("12:26:43.087136366"))
        .bid("OEK26P-BGPUK-LDHMD2", "44939.4", "0.33880000", at("12:26:43.822433365"))
        .bid("OSMYPE-S5VOC-YSS3WM", "44939.4", "1.28140860", at("12:26:45.066096694"))
        .bid("OJPMIN-NXZL5-SOWP6V", "44937.1", "0.03346877", at("12:26:39.691304329"))
        .bid("O6PUGE-SQWYQ-TRJEEE", "44934.7", "0.35630000", at("12:26:44.129718463"))
        .bid("OPUOGC-Q532V-3OKLPM", "44930.2", "0.22734299", at("12:26:30.769031831"))
        .bid("OCIU7J-VB3CI-HPULSF", "44930.2", "0.01000000", at("12:26:36.054352106"))
        .bid("ORWVAF-LJFLY-ZWEHDQ", "44930.2", "0.05550000", at("12:26:36.635882793"))
        .bid("OYRAHE-PI5AN-7KOQ4E", "44930.2", "0.70000000", at("12:26:37.296554518"))
        .bid("OGBHYU-UILDD-6DLLYJ", "44930.2", "0.15000000", at("12:26:41.222733191"))
        .bid("O74ZBU-K2TKC-R76XSW", "44928.0", "0.00105240", at("12:26:23.542563322"))
        .bid("OQVTQF-Y56MR-BM6LWL", "44919.6", "0.33870000", at("12:26:42.808132842"))
        .bid("OYEH6U-ZCHA2-3HFR3W", "44919.5", "0.07610000", at("12:26:34.269600037"))
        .bid("OLGPG7-HVKXU-J6SANK", "44912.0", "0.35630000", at("12:26:34.961292766"))
        .bid("OHGC3L-FRZQ3-UIVZRU", "44909.7", "0.06690000", at("12:26:31.912880024"))
        .bid("O73C6Y-VZXYA-H4LDFY", "44901.9", "0.00088982", at("12:26:42.883315043"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
