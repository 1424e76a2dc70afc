package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeCommandTest {
  private static final String V2_SNAPSHOT =
      """
      {"channel":"book","type":"snapshot","data":[{"symbol":"BTC/USD",\
      "bids":[{"price":62710.4,"qty":2.00000000},{"price":62709.9,"qty":0.01000000}],\
      "asks":[{"price":62710.5,"qty":0.50000000},{"price":62711.0,"qty":1.25000000}],\
      "checksum":4162296798,"timestamp":"2026-03-02T10:00:00.100001Z"}]}
      """;
  private static final String V2_UPDATE =
      """
      {"channel":"book","type":"update","data":[{"symbol":"BTC/USD",\
      "bids":[{"price":62710.4,"qty":3.00000000}],"asks":[],\
      "checksum":4013948702,"timestamp":"2026-03-02T10:00:01.000000Z"}]}
      """;
  private static final String LEVEL3 =
      """
      {"channel":"level3","type":"snapshot","data":[{"symbol":"ETH/USD","checksum":%d,\
      "bids":[{"order_id":"OB1AAA-AAAAA-AAAAAA","limit_price":3150.05,"order_qty":0.80000000,\
      "timestamp":"2026-03-02T10:00:41.100000001Z"}],\
      "asks":[{"order_id":"OA1AAA-AAAAA-AAAAAA","limit_price":3150.12,"order_qty":1.50000000,\
      "timestamp":"2026-03-02T10:00:50.000000004Z"}]}]}
      {"channel":"level3","type":"update","data":[{"symbol":"ETH/USD","checksum":%d,\
      "timestamp":"2026-03-02T10:01:02.330000110Z","asks":[],\
      "bids":[{"event":"modify","order_id":"OB1AAA-AAAAA-AAAAAA","limit_price":3150.05,\
      "order_qty":0.30000000,"timestamp":"2026-03-02T10:00:41.100000001Z"}]}]}
      """
          .formatted(
              crc("315012150000000" + "31500580000000"), crc("315012150000000" + "31500530000000"));
  private static final String V1_BOOK =
      """
      {"channelID":336,"channelName":"book-10","event":"subscriptionStatus","pair":"XBT/USD",\
      "status":"subscribed","subscription":{"depth":10,"name":"book"}}
      [336,{"as":[["62710.50000","0.50000000","1772445600.100001"],\
      ["62711.00000","1.25000000","1772445600.100001"]],\
      "bs":[["62710.40000","2.00000000","1772445600.100001"],\
      ["62709.90000","0.01000000","1772445600.100001"]]},"book-10","XBT/USD"]
      [336,{"b":[["62710.40000","3.00000000","1772445601.000000"]],"c":"1887748761"},\
      "book-10","XBT/USD"]
      """;

  @Test
  void verifiesTheBooksOfV2() {
    Run run = Run.fed(V2_SNAPSHOT + V2_UPDATE, "decode", "--api", "v2");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .containsExactly(
            """
            {"event":"book","pair":"BTC/USD","depth":10,"type":"snapshot","state":"live",\
            "asks":[[62710.5,0.50000000],[62711.0,1.25000000]],\
            "bids":[[62710.4,2.00000000],[62709.9,0.01000000]],\
            "bestBid":62710.4,"bestAsk":62710.5,"checksum":4162296798,\
            "verification":"verified","timestamp":"2026-03-02T10:00:00.100001Z"}""",
            """
            {"event":"book","pair":"BTC/USD","depth":10,"type":"update","state":"live",\
            "asks":[],"bids":[[62710.4,3.00000000]],\
            "bestBid":62710.4,"bestAsk":62710.5,"checksum":4013948702,\
            "verification":"verified","timestamp":"2026-03-02T10:00:01Z"}""");
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "frames 2, events 2, verified 2, mismatch 0, none 0, ignored 0, malformed 0,"
                + " unrecognised 0");
  }

  @Test
  void verifiesBooksOfOrders() {
    Run run = Run.fed(LEVEL3, "decode", "--api", "v2");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .containsExactly(
            """
            {"event":"level3","pair":"ETH/USD","depth":10,"type":"snapshot","state":"live",\
            "asks":[{"event":"add","orderId":"OA1AAA-AAAAA-AAAAAA","price":3150.12,\
            "quantity":1.50000000,"timestamp":"2026-03-02T10:00:50.000000004Z"}],\
            "bids":[{"event":"add","orderId":"OB1AAA-AAAAA-AAAAAA","price":3150.05,\
            "quantity":0.80000000,"timestamp":"2026-03-02T10:00:41.100000001Z"}],\
            "bestBid":3150.05,"bestAsk":3150.12,"checksum":%d,"verification":"verified"}"""
                .formatted(crc("315012150000000" + "31500580000000")),
            """
            {"event":"level3","pair":"ETH/USD","depth":10,"type":"update","state":"live",\
            "asks":[],"bids":[{"event":"modify","orderId":"OB1AAA-AAAAA-AAAAAA",\
            "price":3150.05,"quantity":0.30000000,\
            "timestamp":"2026-03-02T10:00:41.100000001Z"}],\
            "bestBid":3150.05,"bestAsk":3150.12,"checksum":%d,"verification":"verified",\
            "timestamp":"2026-03-02T10:01:02.330000110Z"}"""
                .formatted(crc("315012150000000" + "31500530000000")));
    assertThat(run.err()).contains("verified 2, mismatch 0");
  }

  @Test
  void tellsAMismatchOfABookOfOrdersAndIgnoresItsUpdatesUntilASnapshot() {
    String wrong = LEVEL3.replaceFirst("\"checksum\":\\d+", "\"checksum\":1");

    Run run = Run.fed(wrong, "decode", "--api", "v2");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("line 1: mismatch: checksum 1 does not hold for ETH/USD")
        .contains("verified 0, mismatch 1, none 0, ignored 1");
    assertThat(run.lines().get(1))
        .isEqualTo(
            "{\"event\":\"level3\",\"pair\":\"ETH/USD\",\"state\":\"resyncing\",\"ignored\":true}");
  }

  private static long crc(String digits) {
    CRC32 crc = new CRC32();
    crc.update(digits.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  @Test
  void verifiesTheBooksOfV1() {
    Run run = Run.fed(V1_BOOK, "decode", "--api", "v1");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .containsExactly(
            """
            {"event":"subscription","kind":"accepted","topic":"book","depth":10,\
            "pair":"BTC/USD"}""",
            """
            {"event":"book","pair":"BTC/USD","depth":10,"type":"snapshot","state":"live",\
            "asks":[[62710.50000,0.50000000],[62711.00000,1.25000000]],\
            "bids":[[62710.40000,2.00000000],[62709.90000,0.01000000]],\
            "bestBid":62710.40000,"bestAsk":62710.50000,\
            "verification":"none","timestamp":"2026-03-02T10:00:00.100001Z"}""",
            """
            {"event":"book","pair":"BTC/USD","depth":10,"type":"update","state":"live",\
            "asks":[],"bids":[[62710.40000,3.00000000]],\
            "bestBid":62710.40000,"bestAsk":62710.50000,"checksum":1887748761,\
            "verification":"verified","timestamp":"2026-03-02T10:00:01Z"}""");
  }

  @Test
  void tellsTheLineOfAMismatchAndGoesOn() {
    String wrong = V2_UPDATE.replace("4013948702", "4013948703");

    Run run = Run.fed(V2_SNAPSHOT + wrong + V2_UPDATE + V2_SNAPSHOT, "decode", "--api", "v2");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("line 2: mismatch: checksum 4013948703 does not hold for BTC/USD")
        .contains("frames 4, events 4, verified 2, mismatch 1, none 0, ignored 1");
    assertThat(run.lines().get(1))
        .contains("\"state\":\"resyncing\",\"asks\":[],\"bids\":[],\"checksum\":4013948703")
        .contains("\"verification\":\"mismatch\"");
    assertThat(run.lines().get(2))
        .isEqualTo(
            "{\"event\":\"book\",\"pair\":\"BTC/USD\",\"state\":\"resyncing\",\"ignored\":true}");
  }

  @Test
  void tellsTheLineOfAMalformedFrameAndGoesOn() {
    Run run = Run.fed(V2_SNAPSHOT + "{\"channel\":\n" + V2_UPDATE, "decode", "--api", "v2");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("line 2: malformed: ")
        .contains("verified 2")
        .contains("malformed 1");
    assertThat(run.lines()).hasSize(2);
  }

  @Test
  void tellsTheLineOfAMalformedFirstFrameAndGoesOn() {
    Run run = Run.fed("\n{\"channel\":\n" + V2_SNAPSHOT + V2_UPDATE, "decode", "--api", "v2");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("line 2: malformed: ").contains("verified 2", "malformed 1");
    assertThat(run.lines()).hasSize(2);
  }

  @Test
  @Timeout(30)
  void answersEachFrameOfALiveInput() throws Exception {
    PipedOutputStream frames = new PipedOutputStream();
    PipedOutputStream events = new PipedOutputStream();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(events), StandardCharsets.UTF_8));
    Stdio stdio =
        new Stdio(
            new PipedInputStream(frames),
            events,
            Stdio.printer(new ByteArrayOutputStream()),
            false);
    Thread decode = new Thread(() -> Kraken.run(stdio, "decode", "--api", "v2"), "decode");
    decode.start();

    for (int i = 0; i < 3; i++) {
      frames.write("{\"channel\":\"heartbeat\"}\n".getBytes(StandardCharsets.UTF_8));
      frames.flush();
      assertThat(lines.readLine()).isEqualTo("{\"event\":\"heartbeat\"}");
    }
    frames.close();
    decode.join();
  }

  @Test
  void writesALineForFramesWithoutMarketData() {
    Run run =
        Run.fed(
            """
            {"channel":"heartbeat"}
            {"method":"pong","req_id":7,"time_in":"2026-03-02T10:00:00.000001Z",\
            "time_out":"2026-03-02T10:00:00.000002Z"}
            {"error":"Currency pair not supported FOO/USD","method":"subscribe","req_id":8,\
            "success":false,"symbol":"FOO/USD","time_in":"2026-03-02T10:00:00.000001Z",\
            "time_out":"2026-03-02T10:00:00.000002Z"}
            {"channel":"weather","type":"update","data":[]}
            """,
            "decode",
            "--api",
            "v2");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "{\"event\":\"heartbeat\"}",
            "{\"event\":\"pong\"}",
            """
            {"event":"subscription","kind":"refused","pair":"FOO/USD","requestId":8,\
            "detail":"Currency pair not supported FOO/USD"}""",
            """
            {"event":"unrecognised","kind":"weather",\
            "text":"{\\"channel\\":\\"weather\\",\\"type\\":\\"update\\",\\"data\\":[]}"}""");
    assertThat(run.err()).contains("malformed 0, unrecognised 1");
  }

  @Test
  void tellsOrdersFillsBalancesAndAnswersOfV2() {
    Run run =
        Run.fed(
            """
            {"channel":"executions","type":"snapshot","data":[{"order_id":"OAAAAA-AAAAA-AAAAA1",\
            "exec_type":"pending_new","order_status":"new","symbol":"BTC/USD","side":"buy",\
            "order_type":"limit","order_qty":0.02,"limit_price":20000.0,"cum_qty":0.0,\
            "timestamp":"2026-03-02T10:00:00.000001Z"}],"sequence":1}
            {"channel":"executions","type":"update","data":[{"order_id":"OAAAAA-AAAAA-AAAAA1",\
            "exec_type":"canceled","order_status":"canceled","reason":"User requested",\
            "timestamp":"2026-03-02T10:00:01.000001Z"}],"sequence":2}
            {"channel":"executions","type":"update","data":[{"order_id":"OAAAAA-AAAAA-AAAAA1",\
            "exec_type":"canceled","order_status":"canceled",\
            "timestamp":"2026-03-02T10:00:01.000001Z"}],"sequence":3}
            {"channel":"balances","type":"snapshot","data":[{"asset":"BTC",\
            "asset_class":"currency","balance":1.2,"wallets":[{"type":"spot","id":"main",\
            "balance":1.2}]}],"sequence":1}
            {"method":"cancel_all","req_id":5,"result":{"count":3},"success":true,\
            "time_in":"2026-03-02T10:00:00.000001Z","time_out":"2026-03-02T10:00:00.000002Z"}
            """,
            "decode",
            "--api",
            "v2");

    assertThat(run.status()).isZero();
    assertThat(run.lines().get(0))
        .startsWith(
            """
            {"event":"order","kind":"snapshot","orderId":"OAAAAA-AAAAA-AAAAA1","status":"new",\
            "pair":"BTC/USD","side":"buy","order_type":"limit","quantity":0.02,\
            "limit_price":20000.0""");
    assertThat(run.lines().get(1))
        .contains("\"kind\":\"canceled\"", "\"status\":\"canceled\"", "\"quantity\":0.02")
        .contains("\"reason\":\"User requested\"");
    assertThat(run.lines().subList(2, 5))
        .containsExactly(
            """
            {"event":"order","orderId":"OAAAAA-AAAAA-AAAAA1","ignored":true}""",
            """
            {"event":"balance","asset":"BTC","assetClass":"currency","total":1.2,\
            "wallets":[{"type":"spot","id":"main","balance":1.2}]}""",
            """
            {"event":"answer","command":"cancel_all","success":true,"requestId":5,"count":3}""");
    assertThat(run.err()).contains("ignored 1, malformed 0, unrecognised 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | {\"event\":\"cancelAll\",\"token\":\"do-not-show\",\"reqid\":3}",
        "v1 | {\"event\":\"cancelOrder\",\"token\":\"do-not-show\",\"txid\":[\"A\",\"B\"]}",
        "v1 | {\"event\":\"subscribe\",\"pair\":[\"XBT/USD\"],\"subscription\":{\"name\":\"openOrders\",\"token\":\"do-not-show\"}}",
        "v2 | {\"method\":\"cancel_all\",\"params\":{\"token\":\"do-not-show\"},\"req_id\":3}",
        "v2 | {\"method\":\"subscribe\",\"params\":{\"channel\":\"executions\",\"token\" : \"do-not-show\"}}"
      })
  void takesARequestForWhatItIsAndHidesItsToken(String api, String request) {
    Run run = Run.fed(request + "\n", "decode", "--api", api);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out()).startsWith("{\"event\":\"unrecognised\"").contains("hidden");
    assertThat(run.out() + run.err()).doesNotContain("do-not-show");
  }

  @Test
  void readsAPrettyPrintedFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("frame.json"), "{\n  \"event\": \"heartbeat\"\n}\n");

    Run run = Run.of("decode", "--api", "v1", file.toString());

    assertThat(run.status()).isZero();
    assertThat(run.lines()).containsExactly("{\"event\":\"heartbeat\"}");
  }

  @Test
  void takesTheDepthThatFramesDoNotTell() {
    Run run = Run.fed(V2_SNAPSHOT, "decode", "--api", "v2", "--depth", "25");

    assertThat(run.out()).contains("\"depth\":25");
  }

  @Test
  void endsQuietlyWhenNobodyReads() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Stdio stdio =
        new Stdio(
            new ByteArrayInputStream(V2_SNAPSHOT.getBytes(StandardCharsets.UTF_8)),
            gone,
            Stdio.printer(err),
            false);

    assertThat(Kraken.run(stdio, "decode", "--api", "v2")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
