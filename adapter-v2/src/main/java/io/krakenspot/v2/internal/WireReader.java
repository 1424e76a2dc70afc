package io.krakenspot.v2.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Frame;
import io.krakenspot.port.PackedOrderId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame after another, field by field, and knows what to say when a frame cannot be read.
 * Its parser lives as long as the link, and is replaced when a frame was not read to its end.
 */
final class WireReader {
  /** The parser remembers up to 2^16 names, whatever they are: their length bounds its memory. */
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxNumberLength(200)
                  .maxStringLength(100_000)
                  .maxNameLength(64)
                  .build())
          .build();

  /** Makes the parser settle for UTF-8 before it sees a frame. */
  private static final Frame ONLY_SPACES = Frame.of("    ");

  private static final long GREATEST_CHECKSUM = 0xffff_ffffL;

  private final PairTable pairs = new PairTable();
  private final WireNumber scratch = new WireNumber();
  private final WireTime time = new WireTime();
  private final UnreadBytes unread = new UnreadBytes();
  private FrameStream stream = new FrameStream();
  private JsonParser parser = newParser(stream);
  private boolean inFrame;
  private @Nullable String channel;
  private @Nullable Pair pair;
  private int unknownFields;

  /** Starts a frame, which must be an object. */
  void open(Frame frame) throws IOException {
    if (inFrame) {
      drop();
    }
    inFrame = true;
    channel = null;
    pair = null;
    unknownFields = 0;
    stream.open(frame);
    parser.nextToken();
    object();
  }

  /** Ends the frame after its object; there must be nothing behind it. */
  void close() throws IOException {
    unread.count = 0;
    parser.releaseBuffered(unread);
    stream.close(unread.count);
    inFrame = false;
  }

  /** Forgets the frame and the parser that was left inside it. */
  void drop() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stream = new FrameStream();
    parser = newParser(stream);
    inFrame = false;
  }

  private static JsonParser newParser(FrameStream stream) {
    try {
      stream.open(ONLY_SPACES);
      return JSON.createParser(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says which stream the frame belongs to, for messages. */
  void about(@Nullable String topic) {
    channel = topic;
  }

  /** Goes to the value of the next field that is not null; false at the end of the object. */
  boolean nextField() throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        return true;
      }
    }
    return false;
  }

  /** The field's name. */
  String name() throws IOException {
    return parser.currentName();
  }

  /** Goes to the next value of an array; false at its end. */
  boolean nextElement() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /** Requires that an object starts here. */
  void object() {
    require(atObject(), "an object");
  }

  /** Whether an object starts here. */
  boolean atObject() {
    return parser.hasToken(JsonToken.START_OBJECT);
  }

  /** Requires that an array starts here. */
  void array() {
    require(atArray(), "an array");
  }

  /** Whether an array starts here. */
  boolean atArray() {
    return parser.hasToken(JsonToken.START_ARRAY);
  }

  /** Passes over a value that is known and not wanted. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  /** Passes over a value of a field that this version of the library does not know. */
  void unknown() throws IOException {
    unknownFields++;
    skip();
  }

  /** How many unknown fields the frame had so far. */
  int unknownFields() {
    return unknownFields;
  }

  /** Text. */
  String text() throws IOException {
    require(parser.hasToken(JsonToken.VALUE_STRING), "text");
    return parser.getText();
  }

  /** Text, or null if it is blank. */
  @Nullable String filledText() throws IOException {
    String text = text();
    return text.isBlank() ? null : text;
  }

  /** Text, or a number as it is written. */
  String literal() throws IOException {
    require(isLiteral(), "text or a number");
    return parser.getText();
  }

  /** Whether the value is this text. */
  boolean is(String expected) throws IOException {
    return parser.hasToken(JsonToken.VALUE_STRING)
        && Characters.equal(
            expected, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** An array of text. */
  List<String> texts() throws IOException {
    array();
    List<String> texts = new ArrayList<>();
    while (nextElement()) {
      texts.add(text());
    }
    return texts;
  }

  /** A boolean. */
  boolean flag() {
    require(parser.currentToken().isBoolean(), "true or false");
    return isTrue();
  }

  /** Whether the value is {@code true} and not something else. */
  boolean isTrue() {
    return parser.hasToken(JsonToken.VALUE_TRUE);
  }

  /** A number, as such or as text. */
  void number(WireNumber target) throws IOException {
    require(isLiteral(), "a number");
    try {
      target.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (NumberFormatException e) {
      throw wrongValue(e);
    }
  }

  private boolean isLiteral() {
    JsonToken token = parser.currentToken();
    return token == JsonToken.VALUE_NUMBER_FLOAT
        || token == JsonToken.VALUE_NUMBER_INT
        || token == JsonToken.VALUE_STRING;
  }

  /** A number with the decimals it came with. */
  BigDecimal decimal() throws IOException {
    number(scratch);
    return scratch.decimal();
  }

  /** A number if it is one; anything else is passed over. */
  @Nullable BigDecimal decimalOrNull() throws IOException {
    if (!isLiteral()) {
      skip();
      return null;
    }
    try {
      return decimal();
    } catch (MalformedFrameException e) {
      return null;
    }
  }

  /** A whole number. */
  long whole() throws IOException {
    number(scratch);
    try {
      return scratch.whole();
    } catch (ArithmeticException e) {
      throw malformed(where() + scratch.decimal() + " is not a whole number of 64 bits");
    }
  }

  /** A whole number that fits an {@code int}. */
  int smallWhole() throws IOException {
    long value = whole();
    require(value == (int) value, "a number of 32 bits");
    return (int) value;
  }

  /** A checksum: 32 bits without a sign. */
  long checksum() throws IOException {
    long checksum = whole();
    if (checksum < 0 || checksum > GREATEST_CHECKSUM) {
      throw malformed(where() + checksum + " is not a number of 32 bits");
    }
    return checksum;
  }

  /** A pair. */
  Pair pair() throws IOException {
    require(parser.hasToken(JsonToken.VALUE_STRING), "a pair");
    try {
      pair = pairs.pair(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (IllegalArgumentException e) {
      throw wrongValue(e);
    }
    return pair;
  }

  /** A time. */
  Instant instant() throws IOException {
    return time().instant();
  }

  /** A time as microseconds since the epoch. */
  long epochMicros() throws IOException {
    return time().epochMicros();
  }

  /** A time as nanoseconds since the epoch. */
  long epochNanos() throws IOException {
    try {
      return time().epochNanos();
    } catch (DateTimeException e) {
      throw wrongValue(e);
    }
  }

  /** An order id. */
  void orderId(PackedOrderId target) throws IOException {
    require(parser.hasToken(JsonToken.VALUE_STRING) && parser.getTextLength() > 0, "an order id");
    target.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private WireTime time() throws IOException {
    require(parser.hasToken(JsonToken.VALUE_STRING), "a time");
    try {
      time.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (DateTimeException e) {
      throw wrongValue(e);
    }
    return time;
  }

  /** Requires that a field was there. */
  <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw malformed(name + " is missing");
    }
    return value;
  }

  private void require(boolean fulfilled, String expected) {
    if (!fulfilled) {
      throw malformed(where() + "expected " + expected + ", found " + parser.currentToken());
    }
  }

  /** A failure that a value's own words explain. */
  MalformedFrameException wrongValue(RuntimeException cause) {
    return malformed(where() + cause.getMessage());
  }

  private String where() {
    try {
      String name = parser.currentName();
      return name == null ? "" : name + ": ";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A failure at the value that was read last. */
  MalformedFrameException malformed(String what) {
    return malformed(what, parser.currentTokenLocation(), null);
  }

  /** A failure of the parser or of the stream below it. */
  MalformedFrameException malformed(IOException cause) {
    return cause instanceof JacksonException json
        ? malformed(
            withoutSource(json.getOriginalMessage()),
            Objects.requireNonNullElse(json.getLocation(), parser.currentTokenLocation()),
            json)
        : malformed(Objects.toString(cause.getMessage()), null, cause);
  }

  /** The parser counts lines and columns from the link's first frame on, which helps nobody. */
  private static String withoutSource(String message) {
    return message.replaceAll(" \\([^(]*\\[Source:.*", "");
  }

  private MalformedFrameException malformed(
      String what, @Nullable JsonLocation location, @Nullable Throwable cause) {
    String message =
        (channel == null ? "frame" : channel + " frame")
            + " of "
            + stream.length()
            + " bytes: "
            + what
            + (location == null ? "" : ", at byte " + stream.inFrame(location.getByteOffset()));
    return new MalformedFrameException(
        message, channel, pair == null ? null : pair.toString(), cause);
  }

  /** Counts what the parser has buffered and not read. */
  private static final class UnreadBytes extends OutputStream {
    private int count;

    @Override
    public void write(int one) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
