package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedFramesTest {
  private final V2Codec codec = new V2Codec();

  static String[] frames() {
    return Frames.all();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameCutAnywhereChangesNothing(String frame) {
    List<Object> whole = Heard.in(frame);
    for (int end = 0; end < frame.length(); end++) {
      assertRefused(frame.substring(0, end));
      assertThat(Heard.in(codec, frame)).as("after a cut at %s", end).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameCutAnywhereIsNotContinuedByTheNext(String frame) {
    for (int end = 1; end < frame.length(); end++) {
      assertRefused(frame.substring(0, end));
      assertRefused(frame.substring(end));
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void whiteSpaceAroundIsNothing(String frame) {
    assertThat(Heard.in(codec, " \r\n\t" + frame + "\n \t\r")).isEqualTo(Heard.in(frame));
    assertThat(Heard.in(codec, frame + " ".repeat(20_000))).isEqualTo(Heard.in(frame));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void anythingBehindIsNotIgnored(String frame) {
    for (String more : List.of("}", "{}", "null", "x", "\0", frame, " ".repeat(20_000) + "1")) {
      assertThat(assertRefused(frame + more)).hasMessageContaining("more text after the end");
      assertThat(Heard.in(codec, frame)).isEqualTo(Heard.in(frame));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "CloudFlare WebSocket proxy restarting",
        "null",
        "123",
        "\"channel\"",
        "[]",
        "[{\"channel\":\"heartbeat\"}]",
        "{}",
        "{\"data\":[]}",
        "{\"channel\":1}",
        "{\"channel\":{\"a\":1}}",
        "{\"channel\":\"heartbeat\",}",
        "{channel:\"heartbeat\"}",
        "{'channel':'heartbeat'}",
        "{\"channel\":\"book\",\"channel\":\"ticker\"}",
        "{\"method\":[]}",
        "{\"method\":\"pong\",\"time_in\":\"yesterday\"}",
        "{\"method\":\"subscribe\",\"result\":[]}",
        "{\"channel\":\"book\",\"type\":\"update\",\"data\":{}}",
        "{\"channel\":\"instrument\",\"type\":\"update\",\"data\":[]}",
        "\uFEFF{\"channel\":\"heartbeat\"}",
        "{\"channel\":\"heartbeat\",\"price\":01}",
        "{\"channel\":\"heartbeat\",\"price\":NaN}",
      })
  void isNoFrame(String text) {
    MalformedFrameException failure = assertRefused(text);
    assertThat(failure.getMessage()).contains("frame of ").doesNotContain("[Source");
    assertThat(Heard.in(codec, Frames.BOOK)).isEqualTo(Heard.in(Frames.BOOK));
  }

  @Test
  void utf16IsNoFrameEvenIfItIsTheFirst() {
    Heard heard = new Heard();
    Frame frame = Frame.of(Frames.HEARTBEAT.getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(() -> codec.decode(frame, heard))
        .isInstanceOf(MalformedFrameException.class);
    assertThat(Heard.in(codec, Frames.HEARTBEAT)).containsExactly(Heard.HEARTBEAT);
  }

  @Test
  void brokenUtf8IsNoFrame() {
    byte[] bytes = Frames.BOOK.getBytes(StandardCharsets.UTF_8);
    bytes[Frames.BOOK.indexOf("ABC")] = (byte) 0xff;
    assertThatThrownBy(() -> codec.decode(Frame.of(bytes), new Heard()))
        .isInstanceOf(MalformedFrameException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void nestingWithoutEnd(String open) {
    String bomb = "{\"channel\":\"book\",\"type\":\"update\",\"x\":" + open.repeat(500_000);
    assertThat(assertRefused(bomb)).hasMessageContaining("nesting depth");
    assertThat(Heard.in(codec, Frames.BOOK)).isEqualTo(Heard.in(Frames.BOOK));
  }

  @Test
  void saysWhichStreamEvenIfTheFrameIsCut() {
    int end = Frames.BOOK.indexOf("\"asks\"");
    MalformedFrameException failure = assertRefused(Frames.BOOK.substring(0, end));
    assertThat(failure)
        .hasMessage(
            "book frame of "
                + end
                + " bytes: the frame ends before its JSON does, after "
                + end
                + " bytes");
    assertThat(failure.channel()).isEqualTo("book");
    assertThat(failure.symbol()).isEqualTo("ABC/USD");
  }

  @Test
  void doesNotBlameTheStreamOfTheFrameBefore() {
    Heard.in(codec, Frames.BOOK);
    MalformedFrameException failure = assertRefused("oops");
    assertThat(failure.channel()).isNull();
    assertThat(failure.symbol()).isNull();
  }

  @Test
  void anyDamageIsRefusedOrReadAndNeverOutlivesTheFrame() {
    long seed = 20260302;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String frame = Frames.all()[random.nextInt(Frames.all().length)];
      Heard heard = new Heard();
      try {
        codec.decode(Frame.of(damaged(frame, random)), heard);
      } catch (MalformedFrameException e) {
        assertThat(heard.facts).as("seed %s, round %s", seed, round).isEmpty();
      }
      assertThat(Heard.in(codec, Frames.BOOK))
          .as("seed %s, round %s", seed, round)
          .isEqualTo(Heard.in(Frames.BOOK));
    }
  }

  private static byte[] damaged(String frame, Random random) {
    byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) "{}[]\",:.eE+-09 \\ntf".charAt(random.nextInt(19))
              : (byte) random.nextInt(256);
    }
    return bytes;
  }

  private MalformedFrameException assertRefused(String frame) {
    Heard heard = new Heard();
    MalformedFrameException failure =
        catchThrowableOfType(
            MalformedFrameException.class, () -> codec.decode(Frame.of(frame), heard));
    assertThat(failure).as(frame).isNotNull();
    assertThat(heard.facts).isEmpty();
    return failure;
  }
}
