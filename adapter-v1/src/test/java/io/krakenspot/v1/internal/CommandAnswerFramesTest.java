package io.krakenspot.v1.internal;

import static io.krakenspot.port.Acknowledgement.NO_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import io.krakenspot.v1.internal.Recorder.Unrecognised;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandAnswerFramesTest {
  @Test
  void placed() {
    assertThat(
            Recorder.only(
                """
                {"descr":"buy 0.01000000 XBTUSD @ limit 30120.5","event":"addOrderStatus",\
                "reqid":21,"status":"ok","txid":"OAAAAA-BBBBB-CCCCC1","cl_ord_id":"mm-17"}"""))
        .isEqualTo(
            new CommandAnswer(
                Command.Kind.PLACE,
                21,
                true,
                null,
                new CommandAnswer.Ids("OAAAAA-BBBBB-CCCCC1", "mm-17", null, null),
                null,
                null,
                null,
                "buy 0.01000000 XBTUSD @ limit 30120.5",
                List.of(),
                List.of(),
                null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"txid\":\"\"", ",\"txid\":null", ",\"userref\":0"})
  void anOrderThatWasOnlyCheckedHasNoId(String id) {
    CommandAnswer answer =
        answer("{\"event\":\"addOrderStatus\",\"reqid\":0,\"status\":\"ok\"" + id + "}");
    assertThat(answer.success()).isTrue();
    assertThat(answer.requestId()).isZero();
    assertThat(answer.ids()).isEqualTo(CommandAnswer.Ids.NONE);
  }

  @Test
  void edited() {
    CommandAnswer answer =
        answer(
            """
            {"descr":"order edited price = 30100.0","event":"editOrderStatus",\
            "originaltxid":"OAAAAA-BBBBB-CCCCC1","reqid":23,"status":"ok",\
            "txid":"OAAAAA-BBBBB-CCCCC2"}""");
    assertThat(answer.kind()).isEqualTo(Command.Kind.EDIT);
    assertThat(answer.ids())
        .isEqualTo(new CommandAnswer.Ids("OAAAAA-BBBBB-CCCCC2", null, null, "OAAAAA-BBBBB-CCCCC1"));
    assertThat(answer.description()).isEqualTo("order edited price = 30100.0");
  }

  @Test
  void amended() {
    CommandAnswer answer =
        answer(
            """
            {"amend_id":"TAAAAA-BBBBB-AMEND1","event":"amendOrderStatus","reqid":25,\
            "status":"ok","txid":"OAAAAA-BBBBB-CCCCC2"}""");
    assertThat(answer.kind()).isEqualTo(Command.Kind.AMEND);
    assertThat(answer.amendId()).isEqualTo("TAAAAA-BBBBB-AMEND1");
    assertThat(answer.ids().orderId()).isEqualTo("OAAAAA-BBBBB-CCCCC2");
    assertThat(
            answer(
                    """
                    {"amend_id":"T","event":"amendOrderStatus","status":"ok","cl_ord_id":"mm-17"}""")
                .ids())
        .isEqualTo(new CommandAnswer.Ids(null, "mm-17", null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelOrderStatus", "cancelAllStatus"})
  void aCancelIsAnsweredWithoutAnIdUnderEitherName(String event) {
    CommandAnswer answer = answer("{\"event\":\"" + event + "\",\"reqid\":26,\"status\":\"ok\"}");
    assertThat(answer.kind()).isEqualTo(Command.Kind.CANCEL);
    assertThat(answer.requestId()).isEqualTo(26);
    assertThat(answer.success()).isTrue();
    assertThat(answer.ids()).isEqualTo(CommandAnswer.Ids.NONE);
    assertThat(answer.count()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2,2", "'\"2\"',2", "0,0"})
  void cancelledAll(String wire, int count) {
    CommandAnswer answer =
        answer(
            "{\"count\":"
                + wire
                + ",\"event\":\"cancelAllStatus\",\"reqid\":28,\"status\":\"ok\"}");
    assertThat(answer.kind()).isEqualTo(Command.Kind.CANCEL_ALL);
    assertThat(answer.count()).isEqualTo(count);
  }

  @Test
  void theDeadMansSwitchIsOn() {
    CommandAnswer answer =
        answer(
            """
            {"currentTime":"2024-05-01T08:00:11Z","event":"cancelAllOrdersAfterStatus",\
            "reqid":29,"status":"ok","triggerTime":"2024-05-01T08:01:11Z"}""");
    assertThat(answer.kind()).isEqualTo(Command.Kind.CANCEL_ALL_AFTER);
    assertThat(answer.times())
        .isEqualTo(
            new CommandAnswer.Times(
                Instant.parse("2024-05-01T08:00:11Z"), Instant.parse("2024-05-01T08:01:11Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "0", "\"\"", "null"})
  void theDeadMansSwitchIsOff(String triggerTime) {
    CommandAnswer answer =
        answer(
            "{\"currentTime\":\"2024-05-01T08:00:41Z\",\"event\":\"cancelAllOrdersAfterStatus\","
                + "\"reqid\":30,\"status\":\"ok\",\"triggerTime\":"
                + triggerTime
                + "}");
    assertThat(answer.times())
        .isEqualTo(new CommandAnswer.Times(Instant.parse("2024-05-01T08:00:41Z"), null));
  }

  @ParameterizedTest
  @CsvSource({
    "addOrderStatus,PLACE",
    "editOrderStatus,EDIT",
    "amendOrderStatus,AMEND",
    "cancelOrderStatus,CANCEL",
    "cancelAllStatus,CANCEL_ALL",
    "cancelAllOrdersAfterStatus,CANCEL_ALL_AFTER"
  })
  void refusedWithAndWithoutARequestId(String event, Command.Kind kind) {
    String frame =
        "{\"errorMessage\":\"EOrder:Rate limit exceeded\",\"event\":\"%s\",\"status\":\"error\"%s}";
    assertThat(Recorder.only(frame.formatted(event, ",\"reqid\":27")))
        .isEqualTo(refused(kind, 27, "EOrder:Rate limit exceeded"));
    assertThat(Recorder.only(frame.formatted(event, "")))
        .isEqualTo(refused(kind, NO_REQUEST, "EOrder:Rate limit exceeded"));
  }

  @Test
  void anUnsupportedFieldIsRefusedWithThePair() {
    String text = "Unsupported field: 'refid' for the given msg type: add order";
    assertThat(
            Recorder.only(
                "{\"errorMessage\":\""
                    + text
                    + "\",\"event\":\"addOrderStatus\",\"pair\":\"USDT/USD\",\"status\":\"error\"}"))
        .isEqualTo(refused(Command.Kind.PLACE, NO_REQUEST, text));
  }

  @Test
  void aRefusalWithoutAReasonIsStillOne() {
    CommandAnswer answer = answer("{\"event\":\"addOrderStatus\",\"status\":\"error\"}");
    assertThat(answer.success()).isFalse();
    assertThat(answer.error()).isEqualTo("no reason given");
  }

  @Test
  void anotherStatusIsNotKnown() {
    assertThat(Recorder.only("{\"event\":\"addOrderStatus\",\"status\":\"maybe\"}"))
        .isEqualTo(new Unrecognised("addOrderStatus maybe"));
  }

  @Test
  void unknownFieldsAreCounted() {
    assertThat(
            Recorder.decode(
                new V1Codec(),
                "{\"event\":\"cancelOrderStatus\",\"new\":[1],\"reqid\":26,\"status\":\"ok\"}"))
        .hasSize(2)
        .last()
        .isEqualTo(new UnknownFields(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"addOrderStatus\"}",
        "{\"event\":\"addOrderStatus\",\"status\":\"ok\",\"txid\":{}}",
        "{\"event\":\"cancelAllStatus\",\"status\":\"ok\",\"count\":\"x\"}",
        "{\"event\":\"cancelAllOrdersAfterStatus\",\"status\":\"ok\",\"currentTime\":\"soon\"}"
      })
  void answersThatMakeNoSenseAreMalformed(String frame) {
    assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> Recorder.only(frame));
  }

  private static CommandAnswer answer(String frame) {
    return (CommandAnswer) Recorder.only(frame);
  }

  private static CommandAnswer refused(Command.Kind kind, long requestId, String error) {
    return new CommandAnswer(
        kind,
        requestId,
        false,
        error,
        CommandAnswer.Ids.NONE,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null);
  }
}
