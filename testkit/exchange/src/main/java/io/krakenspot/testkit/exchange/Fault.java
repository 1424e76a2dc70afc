package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something to do wrong, written as one line: a name and what belongs to it, for example {@code
 * drop}, {@code close 1012} or {@code bad_checksum BTC/USD}. {@link #usages} lists them all.
 * Immutable.
 */
public final class Fault {
  private final String text;
  private final Consumer<Exchange> effect;
  private final List<Consumer<Exchange>> needs;

  Fault(String text, Consumer<Exchange> effect, List<Consumer<Exchange>> needs) {
    this.text = text;
    this.effect = effect;
    this.needs = new ArrayList<>(needs);
  }

  /**
   * Reads a fault.
   *
   * @param text for example {@code delay 800ms}
   * @return the fault
   * @throws IllegalArgumentException if there is no such fault, or it needs something else; says
   *     what
   */
  public static Fault parse(String text) {
    FaultText words = new FaultText(text);
    return FaultNames.read(words);
  }

  /**
   * How every fault is written.
   *
   * @return for example {@code close CODE}, in the order of the documentation
   */
  public static List<String> usages() {
    return FaultNames.usages();
  }

  void check(Exchange exchange) {
    needs.forEach(need -> need.accept(exchange));
  }

  void strike(Exchange exchange) {
    check(exchange);
    effect.accept(exchange);
  }

  static Consumer<Exchange> listed(Pair pair) {
    return exchange -> {
      if (!exchange.pairs().contains(pair)) {
        throw new IllegalArgumentException(pair + " is not listed here");
      }
    };
  }

  static Consumer<Exchange> account(String key) {
    return exchange -> {
      if (!exchange.accounts().contains(key)) {
        throw new IllegalArgumentException("there is no account " + key + " here");
      }
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
