package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Pair;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a fault, read from left to right. */
final class FaultText {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern PAIR = Pattern.compile("[\\w.-]+/[\\w.-]+");

  private final String text;
  private final Deque<String> words;
  private final List<Consumer<Exchange>> needs = new ArrayList<>();

  FaultText(String text) {
    this.text = text.strip();
    this.words = new ArrayDeque<>(Arrays.asList(this.text.split("\\s+")));
  }

  String text() {
    return text;
  }

  List<Consumer<Exchange>> needs() {
    return needs;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String word() {
    String next = words.poll();
    if (next == null) {
      throw new IllegalArgumentException("something is missing at the end of '" + text + "'");
    }
    return next;
  }

  /** All that is left. */
  String rest() {
    List<String> left = new ArrayList<>(List.of(word()));
    left.addAll(words);
    words.clear();
    return String.join(" ", left);
  }

  int number() {
    String word = word();
    if (!NUMBER.matcher(word).matches()) {
      throw new IllegalArgumentException("'" + word + "' is not a whole number");
    }
    return Integer.parseInt(word);
  }

  int numberOr(int otherwise) {
    return words.isEmpty() ? otherwise : number();
  }

  Duration duration() {
    return duration(word());
  }

  Duration durationOr(Duration otherwise) {
    return words.isEmpty() ? otherwise : duration();
  }

  static Duration duration(String word) {
    Matcher parts = DURATION.matcher(word);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + word + "' is not a time such as 800ms, 10s or 2m");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  Pair pair() {
    String word = word();
    if (!PAIR.matcher(word).matches()) {
      throw new IllegalArgumentException("'" + word + "' is not a pair such as BTC/USD");
    }
    Pair pair = Pair.of(word);
    needs.add(Fault.listed(pair));
    return pair;
  }

  @Nullable Pair pairOrAll() {
    return words.isEmpty() ? null : pair();
  }

  String key() {
    String key = word();
    needs.add(Fault.account(key));
    return key;
  }

  boolean on() {
    String word = word();
    if (!word.equals("on") && !word.equals("off")) {
      throw new IllegalArgumentException("'" + word + "' is neither on nor off");
    }
    return word.equals("on");
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    String word = word();
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> lower(one).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + word + "' is none of " + lower(type.getEnumConstants())));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String lower(Enum<?>... constants) {
    return String.join(", ", Arrays.stream(constants).map(FaultText::lower).toList());
  }
}
