package io.krakenspot.vertx;

import static io.krakenspot.vertx.RawServer.BINARY;
import static io.krakenspot.vertx.RawServer.CLOSE;
import static io.krakenspot.vertx.RawServer.CONTINUATION;
import static io.krakenspot.vertx.RawServer.PING;
import static io.krakenspot.vertx.RawServer.PONG;
import static io.krakenspot.vertx.RawServer.Peer.encoded;
import static io.krakenspot.vertx.RawServer.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Frame;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults B10 and B11: what the wire may do by RFC 6455 passes, what it may not ends the link. */
@Timeout(60)
class Rfc6455Test {
  private static final VertxTransport TRANSPORT = VertxTransport.create();
  private static final byte[] LAST = encoded(TEXT, true, "last".getBytes(UTF_8));

  private final Recorder told =
      new Recorder() {
        @Override
        public void frame(Frame frame) {
          super.frame(frame.length() > 1_000 ? Frame.of(frame.length() + " bytes") : frame);
        }
      };
  private RawServer server;

  @AfterAll
  static void closeTransport() {
    TRANSPORT.close();
  }

  @AfterEach
  void closeServer() throws Exception {
    server.close();
  }

  static Stream<Arguments> legal() {
    return Stream.of(
        Arguments.of("one frame", List.of("{}"), text("{}")),
        Arguments.of("empty", List.of(""), text("")),
        Arguments.of("125 bytes", List.of("x".repeat(125)), text("x".repeat(125))),
        Arguments.of("126 bytes", List.of("x".repeat(126)), text("x".repeat(126))),
        Arguments.of("65535 bytes", List.of("65535 bytes"), text("x".repeat(65_535))),
        Arguments.of("65536 bytes", List.of("65536 bytes"), text("x".repeat(65_536))),
        Arguments.of("two fragments", List.of("ab"), all(part(TEXT, "a"), end("b"))),
        Arguments.of("empty first fragment", List.of("b"), all(part(TEXT, ""), end("b"))),
        Arguments.of(
            "empty fragments between",
            List.of("ab"),
            all(part(TEXT, "a"), part(CONTINUATION, ""), part(CONTINUATION, ""), end("b"))),
        Arguments.of("empty last fragment", List.of("a"), all(part(TEXT, "a"), end(""))),
        Arguments.of(
            "a thousand fragments",
            List.of("x".repeat(1_000)),
            all(part(TEXT, "x"), times(998, part(CONTINUATION, "x")), end("x"))),
        Arguments.of(
            "a character cut by fragments",
            List.of("\u20ac"),
            all(
                encoded(TEXT, false, new byte[] {(byte) 0xE2}),
                encoded(CONTINUATION, true, new byte[] {(byte) 0x82, (byte) 0xAC}))),
        Arguments.of(
            "ping inside fragments",
            List.of("ab"),
            all(part(TEXT, "a"), control(PING, "beat"), end("b"))),
        Arguments.of(
            "pong inside fragments",
            List.of("ab"),
            all(part(TEXT, "a"), control(PONG, "beat"), end("b"))),
        Arguments.of("empty ping", List.of(), control(PING, "")),
        Arguments.of("ping of 125 bytes", List.of(), control(PING, "x".repeat(125))),
        Arguments.of("a hundred pings", List.of(), times(100, control(PING, "x"))),
        Arguments.of("unasked pong", List.of(), control(PONG, "x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("legal")
  void passes(String name, List<String> texts, byte[] bytes) {
    serve(all(bytes, LAST));

    told.expect("opened");
    texts.forEach(told::expect);
    told.expect("last");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("legal")
  void passesInPiecesOfOneByte(String name, List<String> texts, byte[] bytes) {
    byte[] whole = all(bytes, LAST);
    server =
        new RawServer(
            peer -> {
              peer.socket.setTcpNoDelay(true);
              peer.handshake();
              int pieces = Math.min(whole.length, 2_000);
              for (int at = 0; at < pieces; at++) {
                peer.write(new byte[] {whole[at]});
              }
              peer.write(Arrays.copyOfRange(whole, pieces, whole.length));
              peer.untilEnd();
            });
    connect();

    told.expect("opened");
    texts.forEach(told::expect);
    told.expect("last");
  }

  static Stream<Arguments> illegal() {
    return Stream.of(
        Arguments.of("masked", masked()),
        Arguments.of("first reserved bit", withBits(0x40)),
        Arguments.of("second reserved bit", withBits(0x20)),
        Arguments.of("third reserved bit", withBits(0x10)),
        Arguments.of("reserved data opcode", encoded(3, true, new byte[0])),
        Arguments.of("reserved control opcode", encoded(11, true, new byte[0])),
        Arguments.of("orphan continuation", end("x")),
        Arguments.of("orphan continuation, not final", part(CONTINUATION, "x")),
        Arguments.of("text inside fragments", all(part(TEXT, "a"), text("b"))),
        Arguments.of("two firsts", all(part(TEXT, "a"), part(TEXT, "b"))),
        Arguments.of("fragmented ping", part(PING, "x")),
        Arguments.of("fragmented close", encoded(CLOSE, false, new byte[] {3, (byte) 0xE8})),
        Arguments.of("ping of 126 bytes", control(PING, "x".repeat(126))),
        Arguments.of("pong of 65536 bytes", control(PONG, "x".repeat(65_536))),
        Arguments.of("binary", encoded(BINARY, true, new byte[3])),
        Arguments.of("fragmented binary", encoded(BINARY, false, new byte[3])),
        Arguments.of("length of 2^40", header(0, 0, 1, 0, 0, 0, 0, 0)),
        Arguments.of("length below zero", header(0x80, 0, 0, 0, 0, 0, 0, 1)),
        Arguments.of("length of 64 MiB", header(0, 0, 0, 0, 4, 0, 0, 0)),
        Arguments.of("close of one byte", encoded(CLOSE, true, new byte[1])),
        Arguments.of("close without a code", encoded(CLOSE, true, new byte[0])),
        Arguments.of("close 1005", close(1005)),
        Arguments.of("close 1006", close(1006)),
        Arguments.of("close 999", close(999)),
        Arguments.of("close 0", close(0)),
        Arguments.of("close 65535", close(65_535)),
        Arguments.of("close 4999", close(4_999)),
        Arguments.of(
            "close with a reason that is no UTF-8",
            encoded(CLOSE, true, new byte[] {3, (byte) 0xE8, (byte) 0xFF})),
        Arguments.of("no frame at all", "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illegal")
  void endsTheLink(String name, byte[] bytes) {
    serve(all(bytes, LAST));

    told.expect("opened");
    LinkClosed cause = (LinkClosed) told.next();
    assertThat(cause.kind()).as(cause.reason()).isEqualTo(Kind.LOST);
  }

  /** 64 MiB are sent, 16 may wait. */
  @Test
  void fragmentsWithoutEndEndTheLink() {
    byte[] piece = encoded(CONTINUATION, false, new byte[1 << 20]);
    server =
        new RawServer(
            peer -> {
              peer.handshake().write(part(TEXT, "x"));
              for (int sent = 0; sent < 64; sent++) {
                peer.write(piece);
              }
              peer.untilEnd();
            });
    connect();

    told.expect("opened");
    LinkClosed cause = (LinkClosed) told.next();
    assertThat(cause.code()).isEqualTo(1009);
    assertThat(cause.reason()).contains("more than 16777216 bytes");
  }

  private void serve(byte[] bytes) {
    server = new RawServer(peer -> peer.handshake().writeAndWait(bytes));
    connect();
  }

  private void connect() {
    TRANSPORT.connect(TRANSPORT.newLoop(), server.uri("ws"), told);
  }

  private static byte[] text(String text) {
    return encoded(TEXT, true, text.getBytes(UTF_8));
  }

  private static byte[] part(int opcode, String text) {
    return encoded(opcode, false, text.getBytes(UTF_8));
  }

  private static byte[] end(String text) {
    return encoded(CONTINUATION, true, text.getBytes(UTF_8));
  }

  private static byte[] control(int opcode, String text) {
    return encoded(opcode, true, text.getBytes(UTF_8));
  }

  private static byte[] close(int code) {
    return encoded(CLOSE, true, new byte[] {(byte) (code >> 8), (byte) code});
  }

  private static byte[] masked() {
    return new byte[] {(byte) 0x81, (byte) 0x82, 1, 2, 3, 4, '{', '}'};
  }

  private static byte[] withBits(int bits) {
    byte[] frame = text("{}");
    frame[0] |= (byte) bits;
    return frame;
  }

  private static byte[] header(int... length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x81);
    out.write(127);
    for (int part : length) {
      out.write(part);
    }
    return out.toByteArray();
  }

  private static byte[] times(int count, byte[] frame) {
    return all(Collections.nCopies(count, frame).toArray(byte[][]::new));
  }

  private static byte[] all(byte[]... frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      out.writeBytes(frame);
    }
    return out.toByteArray();
  }
}
