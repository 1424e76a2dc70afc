package io.krakenspot.testkit.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of a JSON text stand, for tests that change one of them and leave every other
 * character as it is.
 *
 * <pre>{@code
 * JsonText text = JsonText.of("{\"data\":[{\"price\":1.50}]}");
 * text.values().get(3).path();                    // data[].price
 * text.with(text.values().get(3), "null");        // {"data":[{"price":null}]}
 * }</pre>
 */
public final class JsonText {
  private static final String LITERAL_ENDS = ",]} \t\r\n";

  private final String text;
  private final List<Value> values = new ArrayList<>();
  private int at;

  /**
   * A value.
   *
   * @param path for example {@code data[].price}; elements of a list share one path
   * @param from where it starts; for a member of an object, where its name does
   * @param start where the value itself starts
   * @param end after its last character
   */
  public record Value(String path, int from, int start, int end) {
    /**
     * Whether it is a member of an object.
     *
     * @return false for an element of a list and for the whole text
     */
    public boolean member() {
      return from < start;
    }
  }

  private JsonText(String text) {
    this.text = text;
    value("", 0);
  }

  /**
   * Reads a text.
   *
   * @param text well-formed JSON
   * @return its values
   * @throws IllegalArgumentException if it breaks off
   */
  public static JsonText of(String text) {
    return new JsonText(text);
  }

  /**
   * All values, the whole text first, and each object and list before what it holds.
   *
   * @return a copy
   */
  public List<Value> values() {
    return List.copyOf(values);
  }

  /**
   * The characters of a value.
   *
   * @param value one of this text's
   * @return for example {@code 1.50}
   */
  public String text(Value value) {
    return text.substring(value.start(), value.end());
  }

  /**
   * The text with another value in place of one.
   *
   * @param value one of this text's
   * @param other its new characters
   * @return a new text
   */
  public String with(Value value, String other) {
    return text.substring(0, value.start()) + other + text.substring(value.end());
  }

  /**
   * The text without a value, and without the name and the comma that went with it.
   *
   * @param value one of this text's, not the whole
   * @return a new text
   */
  public String without(Value value) {
    int comma = space(value.end());
    if (comma < text.length() && text.charAt(comma) == ',') {
      return text.substring(0, value.from()) + text.substring(comma + 1);
    }
    int before = value.from();
    while (before > 0 && ", \t\r\n".indexOf(text.charAt(before - 1)) >= 0) {
      before--;
    }
    return text.substring(0, before) + text.substring(value.end());
  }

  /**
   * The text with a value there twice, name and all.
   *
   * @param value one of this text's, not the whole
   * @return a new text
   */
  public String twice(Value value) {
    String all = text.substring(value.from(), value.end());
    return text.substring(0, value.end()) + "," + all + text.substring(value.end());
  }

  /**
   * The text with one more member beside one.
   *
   * @param value one of this text's, a member
   * @param member for example {@code "new":1}
   * @return a new text
   */
  public String beside(Value value, String member) {
    return text.substring(0, value.from()) + member + "," + text.substring(value.from());
  }

  @Override
  public String toString() {
    return text;
  }

  private void value(String path, int from) {
    at = space(at);
    int index = values.size();
    int start = at;
    values.add(new Value(path, from, start, start));
    switch (character()) {
      case '{' -> members(path);
      case '[' -> elements(path);
      case '"' -> string();
      default -> literal();
    }
    values.set(index, new Value(path, from, start, at));
  }

  private void members(String path) {
    at = space(at + 1);
    while (character() != '}') {
      int from = at;
      string();
      String name = text.substring(from + 1, at - 1);
      at = space(at) + 1;
      value(path.isEmpty() ? name : path + "." + name, from);
      next();
    }
    at++;
  }

  private void elements(String path) {
    at = space(at + 1);
    while (character() != ']') {
      value(path + "[]", at);
      next();
    }
    at++;
  }

  private void next() {
    at = space(at);
    if (character() == ',') {
      at = space(at + 1);
    }
  }

  private void string() {
    at++;
    while (character() != '"') {
      at += character() == '\\' ? 2 : 1;
    }
    at++;
  }

  private void literal() {
    int start = at;
    while (at < text.length() && LITERAL_ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw new IllegalArgumentException("no value at " + at);
    }
  }

  private char character() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("the text breaks off");
    }
    return text.charAt(at);
  }

  private int space(int from) {
    int end = from;
    while (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
