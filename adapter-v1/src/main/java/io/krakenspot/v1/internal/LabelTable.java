package io.krakenspot.v1.internal;

import io.krakenspot.port.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the label of a data frame from its last bytes, {@code ,"book-10","XBT/USD"]}, so that the
 * frame can be decoded in one pass though its names stand last. Allocates for new names alone.
 *
 * <p>If the frame turns out to be well-formed JSON that ends in two strings, these are the two: a
 * quote before the last bracket closes a string, and names hold neither quotes nor backslashes.
 */
final class LabelTable {
  private static final int TAIL = 96;
  private static final int MOST = 1 << 14;
  private static final Pattern TWO_NAMES =
      Pattern.compile("\"([^\"\\\\]*)\"\\s*,\\s*\"([^\"\\\\]*)");

  private final byte[] tail = new byte[TAIL];
  private @Nullable Entry[] entries = new Entry[64];
  private int size;

  /** Null if the frame does not end as data frames do; it may still be one, written unusually. */
  @Nullable Label find(Frame frame) {
    int count = Math.min(frame.length(), TAIL);
    frame.copy(frame.length() - count, tail, 0, count);
    int bracket = nonSpace(count);
    int close = bracket > 0 && tail[bracket] == ']' ? nonSpace(bracket) : -1;
    int open = close > 0 && tail[close] == '"' ? quote(quote(quote(close))) : -1;
    int comma = nonSpace(open);
    return comma >= 0 && tail[comma] == ',' ? find(open, close) : null;
  }

  private @Nullable Label find(int open, int close) {
    int hash = hash(open, close);
    int slot = slot(hash);
    for (Entry entry = entries[slot]; entry != null; entry = entries[slot]) {
      if (entry.hash == hash && matches(entry.bytes, open, close)) {
        return entry.label;
      }
      slot = (slot + 1) & (entries.length - 1);
    }
    return learn(hash, open, close);
  }

  private @Nullable Label learn(int hash, int open, int close) {
    String text = new String(tail, open, close - open, StandardCharsets.UTF_8);
    Matcher names = TWO_NAMES.matcher(text);
    Label label = names.matches() ? Label.of(names.group(1), names.group(2)) : null;
    if (label != null) {
      makeRoom();
      insert(new Entry(hash, Arrays.copyOfRange(tail, open, close), label));
    }
    return label;
  }

  private void makeRoom() {
    if (size == MOST) {
      entries = new Entry[64];
      size = 1;
    } else if (++size * 2 > entries.length) {
      @Nullable Entry[] old = entries;
      entries = new Entry[old.length * 2];
      for (Entry entry : old) {
        if (entry != null) {
          insert(entry);
        }
      }
    }
  }

  private void insert(Entry entry) {
    int slot = slot(entry.hash);
    while (entries[slot] != null) {
      slot = (slot + 1) & (entries.length - 1);
    }
    entries[slot] = entry;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (entries.length - 1);
  }

  private int hash(int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = (31 * hash) + tail[at];
    }
    return hash;
  }

  private boolean matches(byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, 0, bytes.length, tail, from, to);
  }

  /** The last position before another that holds no white space, or -1. */
  private int nonSpace(int before) {
    int at = before - 1;
    while (at >= 0 && isSpace(tail[at])) {
      at--;
    }
    return at;
  }

  /** The last quote before a position, or -1. */
  private int quote(int before) {
    int at = before - 1;
    while (at >= 0 && tail[at] != '"') {
      at--;
    }
    return at;
  }

  static boolean isSpace(int character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** Names as they stood on the wire. */
  private static final class Entry {
    final int hash;
    final byte[] bytes;
    final Label label;

    Entry(int hash, byte[] bytes, Label label) {
      this.hash = hash;
      this.bytes = bytes;
      this.label = label;
    }
  }
}
