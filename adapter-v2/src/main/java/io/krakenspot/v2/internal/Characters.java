package io.krakenspot.v2.internal;

/** Text in the parser's buffer, compared in place. */
final class Characters {
  private Characters() {}

  static boolean equal(String expected, char[] text, int offset, int length) {
    if (expected.length() != length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (expected.charAt(at) != text[offset + at]) {
        return false;
      }
    }
    return true;
  }
}
