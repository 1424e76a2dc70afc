package io.krakenspot.console.internal.event;

import java.util.regex.Pattern;

/** Tokens in frames that are shown as they are: a recording may hold requests. */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("(\"token\"\\s*:\\s*)\"[^\"]*\"?");

  private Tokens() {}

  static String hidden(String frame) {
    return TOKEN.matcher(frame).replaceAll("$1\"hidden\"");
  }
}
