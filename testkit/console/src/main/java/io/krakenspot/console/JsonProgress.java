package io.krakenspot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How far lines are on the way to one JSON document. */
final class JsonProgress {
  static final long LONGEST = 16 << 20;

  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private long length;
  private int depth;

  /** What the lines so far are. */
  enum State {
    /** The beginning of a document. */
    BEGUN,
    /** A document. */
    WHOLE,
    /** No document, whatever may follow, or one of more than {@link #LONGEST} bytes. */
    BROKEN
  }

  JsonProgress() {
    try {
      parser = new JsonFactory().createNonBlockingByteArrayParser();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  /** Goes on with a line; not after any other state than {@link State#BEGUN}. */
  State line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    length += bytes.length;
    if (length > LONGEST) {
      return State.BROKEN;
    }
    try {
      feeder.feedInput(bytes, 0, bytes.length);
      return advance();
    } catch (IOException e) {
      return State.BROKEN;
    }
  }

  private State advance() throws IOException {
    boolean whole = false;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.NOT_AVAILABLE;
        token = parser.nextToken()) {
      if (whole) {
        return State.BROKEN;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      whole = depth == 0;
    }
    return whole ? State.WHOLE : State.BEGUN;
  }
}
