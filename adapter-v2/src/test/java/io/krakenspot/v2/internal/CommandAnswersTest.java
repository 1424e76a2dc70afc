package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.CommandAnswer.Ids;
import io.krakenspot.port.CommandAnswer.Row;
import io.krakenspot.port.CommandAnswer.Times;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.v2.internal.Heard.UnknownFields;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandAnswersTest {
  @Test
  void readsAPlacedOrder() {
    assertThat(Heard.in(Frames.PLACED))
        .containsExactly(
            new CommandAnswer(
                Command.Kind.PLACE,
                101,
                true,
                null,
                new Ids("OEXAM1-AAAAA-AAAAAA", "mm-0302-000017", null, null),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                new ServerTiming(
                    Instant.parse("2026-03-02T10:03:00.099101Z"),
                    Instant.parse("2026-03-02T10:03:00.101876Z"))));
  }

  @Test
  void readsARefusal() {
    assertThat(
            Heard.in(
                "{\"method\":\"add_order\",\"req_id\":102,\"success\":false,"
                    + "\"error\":\"EOrder:Insufficient funds\"}"))
        .containsExactly(
            new CommandAnswer(
                Command.Kind.PLACE,
                102,
                false,
                "EOrder:Insufficient funds",
                Ids.NONE,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "add_order,PLACE",
    "batch_add,PLACE_BATCH",
    "amend_order,AMEND",
    "edit_order,EDIT",
    "cancel_order,CANCEL",
    "batch_cancel,CANCEL_BATCH",
    "cancel_all,CANCEL_ALL",
    "cancel_all_orders_after,CANCEL_ALL_AFTER"
  })
  void namesTheCommand(String method, Command.Kind kind) {
    String refusal = "{\"error\":\"No\",\"method\":\"" + method + "\",\"req_id\":3}";
    CommandAnswer answer = (CommandAnswer) Heard.in(refusal).get(0);
    assertThat(answer.kind()).isEqualTo(kind);
    assertThat(answer.requestId()).isEqualTo(3);
    assertThat(answer.error()).isEqualTo("No");
  }

  @ParameterizedTest
  @EnumSource(Command.Kind.class)
  void anAnswerMayHaveNoRequestAndNothingToSay(Command.Kind kind) {
    CommandAnswer answer = answer(kind, "\"result\":{}");
    assertThat(answer.requestId()).isEqualTo(Acknowledgement.NO_REQUEST);
    assertThat(answer.success()).isTrue();
    assertThat(answer.ids()).isEqualTo(Ids.NONE);
    assertThat(answer.timing()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"success\":null", ",\"success\":\"true\"", ",\"success\":1"})
  void withoutAClearSuccessItIsAFailure(String success) {
    String frame = "{\"method\":\"cancel_all\"" + success + ",\"result\":{\"count\":3}}";
    assertThat(((CommandAnswer) Heard.in(frame).get(0)).success()).isFalse();
  }

  @Test
  void aValidatedOrderHasNoId() {
    CommandAnswer answer =
        answer(Command.Kind.PLACE, "\"result\":{\"order_id\":\"\",\"order_userref\":0}");
    assertThat(answer.success()).isTrue();
    assertThat(answer.ids()).isEqualTo(Ids.NONE);
  }

  @Test
  void readsWarnings() {
    CommandAnswer answer =
        answer(
            Command.Kind.PLACE,
            "\"result\":{\"order_id\":\"O1\",\"order_userref\":-4,\"warnings\":[\"a\",\"b\"]}");
    assertThat(answer.ids()).isEqualTo(new Ids("O1", null, -4, null));
    assertThat(answer.warnings()).containsExactly("a", "b");
  }

  @Test
  void readsAnAmend() {
    CommandAnswer answer =
        answer(Command.Kind.AMEND, "\"result\":{\"amend_id\":\"TEXAM2\",\"cl_ord_id\":\"mine\"}");
    assertThat(answer.amendId()).isEqualTo("TEXAM2");
    assertThat(answer.ids()).isEqualTo(new Ids(null, "mine", null, null));
  }

  @Test
  void readsAnEdit() {
    CommandAnswer answer =
        answer(
            Command.Kind.EDIT,
            "\"result\":{\"order_id\":\"OEXAM4\",\"original_order_id\":\"OEXAM3\"}");
    assertThat(answer.ids()).isEqualTo(new Ids("OEXAM4", null, null, "OEXAM3"));
  }

  @Test
  void readsACancel() {
    assertThat(answer(Command.Kind.CANCEL, "\"result\":{\"order_id\":\"OEXAM5\"}").ids())
        .isEqualTo(new Ids("OEXAM5", null, null, null));
    assertThat(answer(Command.Kind.CANCEL, "\"result\":{\"cl_ord_id\":\"mine\"}").ids())
        .isEqualTo(new Ids(null, "mine", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"result\":{\"count\":2}",
        "\"orders_cancelled\":2",
        "\"result\":{\"count\":2.0}"
      })
  void readsHowManyWereCancelled(String count) {
    assertThat(answer(Command.Kind.CANCEL_BATCH, count).count()).isEqualTo(2);
    assertThat(answer(Command.Kind.CANCEL_ALL, count).count()).isEqualTo(2);
  }

  @Test
  void readsTheTimesOfTheSwitch() {
    String current = "\"currentTime\":\"2026-03-02T10:04:30Z\"";
    Times on =
        new Times(Instant.parse("2026-03-02T10:04:30Z"), Instant.parse("2026-03-02T10:05:30Z"));
    assertThat(times(current + ",\"triggerTime\":\"2026-03-02T10:05:30Z\"")).isEqualTo(on);
    Times off = new Times(on.current(), null);
    assertThat(times(current + ",\"triggerTime\":\"0\"")).isEqualTo(off);
    assertThat(times(current + ",\"triggerTime\":0")).isEqualTo(off);
    assertThat(times(current + ",\"triggerTime\":\"\"")).isEqualTo(off);
    assertThat(times(current + ",\"triggerTime\":null")).isEqualTo(off);
    assertThat(times(current)).isEqualTo(off);
  }

  private static Times times(String result) {
    return answer(Command.Kind.CANCEL_ALL_AFTER, "\"result\":{" + result + "}").times();
  }

  @Test
  void aRefusedSwitchHasNoTimes() {
    String frame = "{\"method\":\"cancel_all_orders_after\",\"success\":false,\"error\":\"No\"}";
    assertThat(((CommandAnswer) Heard.in(frame).get(0)).times()).isNull();
  }

  @Test
  void readsTheRowsOfABatch() {
    CommandAnswer answer =
        answer(
            Command.Kind.PLACE_BATCH,
            "\"result\":[{\"order_id\":\"O6\",\"order_userref\":1,\"warnings\":[\"w\"]},"
                + "{\"order_id\":\"O7\",\"cl_ord_id\":\"mine\"}]");
    assertThat(answer.rows())
        .containsExactly(
            new Row(new Ids("O6", null, 1, null), null),
            new Row(new Ids("O7", "mine", null, null), null));
    assertThat(answer.warnings()).containsExactly("w");
  }

  @Test
  void readsABatchThatWasPlacedInPart() {
    CommandAnswer answer = (CommandAnswer) Heard.in(Frames.PLACED_IN_PART).get(0);
    assertThat(answer.success()).isFalse();
    assertThat(answer.error()).isNull();
    assertThat(answer.rows())
        .containsExactly(
            new Row(new Ids("OEXAM8-AAAAA-AAAAAA", null, 1, null), null),
            new Row(Ids.NONE, "EOrder:Insufficient funds"));
  }

  @Test
  void readsABatchThatWasOnlyValidated() {
    assertThat(
            answer(
                    Command.Kind.PLACE_BATCH,
                    "\"result\":[{\"validation\":\"Validated Successfully\"},{\"order_id\":\"\"}]")
                .rows())
        .containsExactly(new Row(Ids.NONE, null), new Row(Ids.NONE, null));
  }

  @Test
  void readsRowsInsideAnObject() {
    assertThat(
            answer(
                    Command.Kind.PLACE_BATCH,
                    "\"result\":{\"orders\":[{\"order_id\":\"O1\",\"success\":true},"
                        + "{\"cl_ord_id\":\"b\",\"success\":false,\"error\":\"No\"},"
                        + "{\"success\":false}]}")
                .rows())
        .containsExactly(
            new Row(new Ids("O1", null, null, null), null),
            new Row(new Ids(null, "b", null, null), "No"),
            new Row(Ids.NONE, "error without a text"));
  }

  @Test
  void countsUnknownFields() {
    String frame = Frames.PLACED.replace("\"order_id\"", "\"engine\":{},\"order_id\"");
    assertThat(Heard.in(frame))
        .containsExactly(Heard.in(Frames.PLACED).get(0), new UnknownFields(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"result\":\"O1\"",
        "\"result\":{\"order_id\":1}",
        "\"result\":[1]",
        "\"result\":{\"currentTime\":\"noon\"}",
        "\"error\":[\"EOrder:Insufficient funds\"]"
      })
  void refusesShapesThatMakeNoSense(String result) {
    assertThatThrownBy(() -> answer(Command.Kind.PLACE, result))
        .isInstanceOf(MalformedFrameException.class);
  }

  private static CommandAnswer answer(Command.Kind kind, String fields) {
    String frame = "{\"method\":\"" + Commands.method(kind) + "\",\"success\":true," + fields + "}";
    return (CommandAnswer) Heard.in(frame).get(0);
  }
}
