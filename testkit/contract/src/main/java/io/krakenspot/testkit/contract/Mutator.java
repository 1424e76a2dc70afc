package io.krakenspot.testkit.contract;

import io.krakenspot.testkit.contract.JsonText.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Makes broken and hostile frames of good ones, by chance. Works on bytes: each character of its
 * texts is one.
 */
final class Mutator {
  private static final List<String> HOSTILE =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "0",
          "-0",
          "-1",
          "1",
          "\"1\"",
          "\"-1\"",
          "1e999999999",
          "1E-999999999",
          "\"1e99999999999999999999\"",
          "1e40",
          "1e41",
          "1e-40",
          "1e-41",
          "-1e40",
          "\"1E+5\"",
          "0e-40",
          "NaN",
          "Infinity",
          "\"NaN\"",
          "01",
          "1.",
          ".5",
          "0x10",
          "2147483648",
          "4294967295",
          "4294967296",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "-9223372036854775808",
          "0.000000000000000001",
          "999999999999999999",
          "1000000000000000000.00000000",
          "9".repeat(60),
          "0." + "9".repeat(90),
          "9".repeat(1_000),
          "\"2026-13-45T99:99:99Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59.999999999Z\"",
          "\"BTC/USD\"",
          "\"XBT/USD\"",
          "\"/\"",
          "\"book\"",
          "\"snapshot\"",
          "\"update\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\uD83D\\uDE00\"");

  private static final List<String> NOT_UTF_8 =
      List.of("\u00c0\u0080", "\u00ff", "\u00ed\u00a0\u0080", "\u0080", "\u00e2\u0082", "\u00f5");

  private static final List<String> NO_FRAME =
      List.of(
          "",
          " ",
          "\0",
          "null",
          "7",
          "\"x\"",
          "[",
          "{",
          "[[[[",
          "<html><body>502 Bad Gateway</body></html>",
          "CloudFlare WebSocket proxy restarting",
          "\u00ef\u00bb\u00bf{}");

  private static final String DEEP_LISTS = "[".repeat(100_000);
  private static final String DEEP_OBJECTS = "{\"a\":".repeat(100_000);
  private static final String LONG_TEXT = "x".repeat(300_000);
  private static final String LONG_NUMBER = "7".repeat(300_000);

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  /**
   * A frame made of one, or of two.
   *
   * @param seed well-formed JSON
   * @param other likewise
   * @return bytes, seldom well-formed
   */
  byte[] mutated(String seed, String other) {
    String text = random.nextInt(100) == 0 ? enormous(seed) : once(seed, other);
    if (random.nextInt(4) == 0) {
      text = byBytes(text, other);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String once(String seed, String other) {
    return random.nextInt(3) == 0 ? byBytes(seed, other) : byValues(seed, other);
  }

  private String byBytes(String text, String other) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text.substring(0, at) + other.substring(random.nextInt(other.length()));
      case 3 -> text.substring(0, at) + one(NOT_UTF_8) + text.substring(at);
      case 4 -> text.substring(0, at) + anyCharacters() + text.substring(at);
      case 5 -> random.nextInt(8) == 0 ? one(NO_FRAME) : text + other;
      case 6 -> otherDigit(text, at);
      default -> otherBytes(text);
    };
  }

  private String otherBytes(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int times = random.nextInt(3); times >= 0 && !text.isEmpty(); times--) {
      changed.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
    }
    return changed.toString();
  }

  /** The kind of change that only a checksum can notice. */
  private String otherDigit(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        return text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
      }
    }
    return text;
  }

  private String anyCharacters() {
    StringBuilder text = new StringBuilder();
    for (int times = random.nextInt(4); times >= 0; times--) {
      text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String byValues(String seed, String other) {
    JsonText text = JsonText.of(seed);
    Value value = one(text.values());
    return switch (random.nextInt(8)) {
      case 0 -> text.without(value);
      case 1 -> text.twice(value);
      case 2 -> text.with(value, stranger(other));
      case 3 -> swapped(text);
      case 4 -> value.member() ? text.beside(value, member()) : text.with(value, one(HOSTILE));
      case 5 -> otherDigit(seed, value.start());
      default -> text.with(value, one(HOSTILE));
    };
  }

  private String stranger(String other) {
    JsonText text = JsonText.of(other);
    return text.text(one(text.values()));
  }

  private String swapped(JsonText text) {
    Value one = one(text.values());
    Value other = one(text.values());
    boolean inOrder = one.start() < other.start();
    Value first = inOrder ? one : other;
    Value second = inOrder ? other : one;
    if (first.end() > second.start()) {
      return text.with(one, text.text(other));
    }
    return JsonText.of(text.with(second, text.text(first))).with(first, text.text(second));
  }

  private String member() {
    return "\"" + Long.toString(random.nextLong(), 36) + "\":" + one(HOSTILE);
  }

  private String enormous(String seed) {
    JsonText text = JsonText.of(seed);
    Value value = one(text.values());
    return switch (random.nextInt(7)) {
      case 0 -> text.with(value, DEEP_LISTS);
      case 1 -> text.with(value, DEEP_OBJECTS);
      case 2 -> text.with(value, DEEP_LISTS + "]".repeat(DEEP_LISTS.length()));
      case 3 -> text.with(value, "\"" + LONG_TEXT + "\"");
      case 4 -> text.with(value, LONG_NUMBER);
      case 5 -> text.with(value, "{\"" + LONG_TEXT + "\":1}");
      default -> text.with(value, manyMembers());
    };
  }

  private String manyMembers() {
    StringBuilder members = new StringBuilder("{");
    for (int count = 0; count < 2_000; count++) {
      members.append(member()).append(',');
    }
    return members.append("\"last\":1}").toString();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
