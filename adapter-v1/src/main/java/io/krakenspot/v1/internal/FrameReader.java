package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.krakenspot.port.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of one frame after another with one parser, which allocates nothing but texts.
 * After a frame that could not be read to its end, {@link #restart()} is needed.
 */
final class FrameReader {
  /** What an id is that is no number from 0 to 2^63 - 1. */
  static final long NO_ID = -1;

  /** The parser remembers up to 2^16 names, whatever they are: their length bounds its memory. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxNumberLength(100)
                  .maxNameLength(64)
                  .maxStringLength(100_000)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .build();

  /** Lets a new parser settle on UTF-8 before it sees a frame. */
  private static final Frame SPACES = Frame.of("    ");

  private final FrameStream stream = new FrameStream();
  private final WireNumber number = new WireNumber();
  private final Leftover leftover = new Leftover();
  private JsonParser parser = newParser();
  private int unknownFields;

  /** Starts a frame; the last one was read to its end. */
  void open(Frame frame) {
    stream.serve(frame);
    unknownFields = 0;
  }

  /** Makes sure that the frame holds nothing after the value that was read. */
  void end() throws IOException {
    leftover.reset();
    parser.releaseBuffered(leftover);
    if (!leftover.onlySpace || !stream.onlySpaceLeft()) {
      throw new UnreadableException("there is more after the end");
    }
  }

  /** Forgets a frame that could not be read, and the parser's state with it. */
  void restart() {
    parser = newParser();
  }

  /** How far into the frame the parser got before it failed, in bytes. */
  int position() {
    leftover.reset();
    try {
      parser.releaseBuffered(leftover);
    } catch (IOException e) {
      return stream.position();
    }
    return stream.position() - leftover.bytes;
  }

  JsonToken next() throws IOException {
    return parser.nextToken();
  }

  boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  /** The string that the parser stands on. */
  String text() throws IOException {
    return parser.getText();
  }

  void expectNext(JsonToken wanted, String what) throws IOException {
    parser.nextToken();
    expect(wanted, what);
  }

  void expect(JsonToken wanted, String what) throws IOException {
    if (parser.currentToken() != wanted) {
      throw unexpected(what);
    }
  }

  /** Moves to the next field of an object. */
  @Nullable String nextField() throws IOException {
    return parser.nextFieldName();
  }

  /** Moves to a decimal, written as a string or as a number; the result is refilled each time. */
  WireNumber nextNumber(String what) throws IOException {
    parser.nextToken();
    return number(what);
  }

  /** The decimal that the parser stands on. */
  WireNumber number(String what) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      throw unexpected(what);
    }
    number.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    return number;
  }

  BigDecimal nextDecimal(String what) throws IOException {
    return nextNumber(what).decimal();
  }

  long nextMicros(String what) throws IOException {
    return WireTime.micros(nextNumber(what));
  }

  Instant nextInstant(String what) throws IOException {
    return WireTime.instant(nextMicros(what));
  }

  /** Moves to a whole number. */
  long nextWhole(String what) throws IOException {
    WireNumber whole = nextNumber(what);
    try {
      return whole.whole();
    } catch (ArithmeticException e) {
      throw new UnreadableException(whole.decimal() + " is not " + what);
    }
  }

  /** Moves to an id: opaque, so one that does not fit is {@link #NO_ID} and no failure. */
  long nextId(String what) throws IOException {
    parser.nextToken();
    return id(what);
  }

  /** Moves to an id, which may be null. */
  long nextOptionalId(String what) throws IOException {
    return parser.nextToken() == JsonToken.VALUE_NULL ? NO_ID : id(what);
  }

  /** The id that the parser stands on. */
  long id(String what) throws IOException {
    try {
      return Math.max(number(what).whole(), NO_ID);
    } catch (ArithmeticException e) {
      return NO_ID;
    }
  }

  String nextText(String what) throws IOException {
    expectNext(JsonToken.VALUE_STRING, what);
    return parser.getText();
  }

  /** Moves to a string or number, for its text; null for null. */
  @Nullable String nextScalar(String what) throws IOException {
    parser.nextToken();
    return scalar(what);
  }

  /** The text of the string or number that the parser stands on; null for null. */
  @Nullable String scalar(String what) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      throw unexpected(what);
    }
    return parser.getText();
  }

  /** Whether the parser stands on a string of this one letter. */
  boolean isLetter(char letter) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        && parser.getTextLength() == 1
        && parser.getTextCharacters()[parser.getTextOffset()] == letter;
  }

  /** Skips the value of the current field. */
  void skipField() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** Skips the value of a field that this version of the library does not know. */
  void skipUnknownField() throws IOException {
    unknownFields++;
    skipField();
  }

  /** Skips the value that the parser stands on. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  /** Skips the rest of an array. */
  void skipElements() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
    }
  }

  /** Skips the rest of an array, each element of which is unknown. */
  void skipUnknownElements() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      unknownFields++;
      parser.skipChildren();
    }
  }

  void forgetUnknownFields() {
    unknownFields = 0;
  }

  void countUnknown() {
    unknownFields++;
  }

  int unknownFields() {
    return unknownFields;
  }

  UnreadableException unexpected(String wanted) {
    return new UnreadableException("expected " + wanted + ", found " + parser.currentToken());
  }

  private JsonParser newParser() {
    stream.serve(SPACES);
    try {
      return JSON.createParser(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at what the parser has read of a frame and not used. */
  private static final class Leftover extends OutputStream {
    int bytes;
    boolean onlySpace;

    void reset() {
      bytes = 0;
      onlySpace = true;
    }

    @Override
    public void write(int character) {
      bytes++;
      onlySpace &= LabelTable.isSpace(character);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      for (int at = offset; at < offset + length; at++) {
        write(source[at]);
      }
    }
  }
}
