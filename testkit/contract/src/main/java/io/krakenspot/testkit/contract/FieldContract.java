package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.JsonText.Value;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every field of every message, one after another, missing, null, of another type or with a word
 * that is new: which of them a frame cannot do without is written down, all others do no harm.
 */
public abstract class FieldContract {
  private static final String MALFORMED = "malformed";

  /** Makes the suite. */
  protected FieldContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * One frame of each kind.
   *
   * @return well-formed JSON
   */
  protected abstract List<String> frames();

  /**
   * What a frame is.
   *
   * @param frame one of {@link #frames()}
   * @return for example {@code book}
   */
  protected abstract String kind(String frame);

  /**
   * Fields that a frame cannot do without.
   *
   * @return kind and path, for example {@code book data[].symbol}
   */
  protected abstract Set<String> required();

  /**
   * Texts that are one of a few, where a new one makes no sense.
   *
   * @return kind and path, for example {@code trade data[].side}
   */
  protected abstract Set<String> closed();

  /**
   * Objects whose members are not fields, but named by ids.
   *
   * @return kind and path of the members
   */
  protected abstract Set<String> named();

  @Test
  @DisplayName("B8 a missing field harms only frames that cannot do without it")
  final void missing() {
    assertThat(refused((text, value) -> value.member() ? text.without(value) : null))
        .isEqualTo(new TreeSet<>(required()));
  }

  @Test
  @DisplayName("B8 null is never anything but missing or malformed")
  final void nothing() {
    assertThat(refused((text, value) -> value.member() ? text.with(value, "null") : null))
        .containsAll(required());
  }

  @Test
  @DisplayName("B8 a new word is carried on, except where there can be no new one")
  final void newWords() {
    Set<String> closed =
        refused((text, value) -> isWord(text.text(value)) ? text.with(value, "\"newest\"") : null);
    assertThat(closed).isEqualTo(new TreeSet<>(closed()));
  }

  @Test
  @DisplayName("B8 numbers may be texts")
  final void numbersAsTexts() {
    forEach(
        (text, value) -> {
          String number = text.text(value);
          return number.matches("-?[0-9][0-9.eE+-]*") ? text.with(value, '"' + number + '"') : null;
        },
        (where, before, after) -> assertThat(after).as(where).isEqualTo(before));
  }

  @Test
  @DisplayName("B8 a field that is new is counted and does no harm")
  final void newFields() {
    forEach(
        (text, value) -> value.member() ? text.beside(value, "\"newest\":{\"a\":[1]}") : null,
        (where, before, after) -> {
          if (!named().contains(where)) {
            assertThat(after).as(where).isIn(before + "unknownFields[1]\n", before);
          }
        });
  }

  @Test
  @DisplayName("B8 a value of any other type is malformed or does no harm")
  final void otherTypes() {
    for (String other : List.of("true", "[]", "{}", "[{}]", "\"\"", "-7", "1e40", "1e999999999")) {
      forEach((text, value) -> text.with(value, other), (where, before, after) -> {});
    }
  }

  @Test
  @DisplayName("B10 nesting, names, texts and numbers have a limit each")
  final void limits() {
    assertThat(withNewest("[".repeat(63) + "]".repeat(63))).isNotEqualTo(MALFORMED);
    assertThat(withNewest("[".repeat(64) + "]".repeat(64))).isEqualTo(MALFORMED);
    assertThat(withNewest("{\"" + "n".repeat(64) + "\":1}")).isNotEqualTo(MALFORMED);
    assertThat(withNewest("{\"" + "n".repeat(69) + "\":1}")).isEqualTo(MALFORMED);
    assertThat(withNewest("7".repeat(100))).isNotEqualTo(MALFORMED);
    assertThat(withNewest("7".repeat(201))).isEqualTo(MALFORMED);
    for (String frame : frames()) {
      JsonText text = JsonText.of(frame);
      for (Value value : text.values()) {
        if (required().contains(kind(frame) + " " + value.path())) {
          String tooLong = text.with(value, '"' + "x".repeat(100_001) + '"');
          assertThat(facts(tooLong)).as(value.path()).isEqualTo(MALFORMED);
        }
      }
    }
  }

  @Test
  @DisplayName("B10 names that are never seen again do not stay in memory")
  final void names() {
    Codec codec = protocol().newCodec();
    long before = usedMemory();
    for (int frame = 0; frame < 300; frame++) {
      StringBuilder members = new StringBuilder("{");
      for (int member = 0; member < 500; member++) {
        members.append('"').append(frame).append('-').append(member).append("n".repeat(50));
        members.append("\":1,");
      }
      decode(codec, members.append("\"last\":1}").toString());
    }
    assertThat(usedMemory() - before).isLessThan(16 << 20);
    assertThat(codec.ping(1)).isNotEmpty();
  }

  private void decode(Codec codec, String newest) {
    List<String> facts = new ArrayList<>();
    codec.decode(Frame.of(frameWith(newest)), recorder(facts));
    assertThat(facts).isNotEmpty();
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private String withNewest(String value) {
    return facts(frameWith(value));
  }

  private String frameWith(String newest) {
    String frame = frames().stream().filter(any -> any.startsWith("{")).findFirst().orElseThrow();
    JsonText text = JsonText.of(frame);
    return text.beside(text.values().get(1), "\"newest\":" + newest);
  }

  private static boolean isWord(String text) {
    return text.matches("\"[a-zA-Z][a-zA-Z_-]*\"");
  }

  /** Where a change makes a frame malformed. */
  private Set<String> refused(BiFunction<JsonText, Value, String> change) {
    Set<String> refused = new TreeSet<>();
    forEach(
        change,
        (where, before, after) -> {
          if (after.equals(MALFORMED)) {
            refused.add(where);
          }
        });
    return refused;
  }

  private interface Check {
    void change(String where, String before, String after);
  }

  private void forEach(BiFunction<JsonText, Value, String> change, Check check) {
    for (String frame : frames()) {
      JsonText text = JsonText.of(frame);
      String before = facts(frame);
      assertThat(before).as(frame).isNotEqualTo(MALFORMED);
      for (Value value : text.values()) {
        Optional.ofNullable(change.apply(text, value))
            .ifPresent(
                changed -> check.change(kind(frame) + " " + value.path(), before, facts(changed)));
      }
    }
  }

  /** All that a new codec says of a frame. */
  private String facts(String frame) {
    List<String> facts = new ArrayList<>();
    Codec codec = protocol().newCodec();
    try {
      codec.decode(Frame.of(frame), recorder(facts));
    } catch (MalformedFrameException e) {
      assertThat(facts).as("facts of a malformed frame").isEmpty();
      return MALFORMED;
    }
    return String.join("", facts);
  }

  private static Inbound recorder(List<String> facts) {
    return (Inbound)
        Proxy.newProxyInstance(
            Inbound.class.getClassLoader(),
            new Class<?>[] {Inbound.class},
            (proxy, method, arguments) -> {
              Object[] told = arguments == null ? new Object[0] : arguments;
              facts.add(method.getName() + Arrays.stream(told).map(FieldContract::text).toList());
              facts.add("\n");
              return null;
            });
  }

  private static String text(Object told) {
    if (told instanceof BookChange change) {
      return change.pair()
          + " "
          + change.snapshot()
          + " "
          + change.checksum()
          + " "
          + change.epochMicros()
          + levels(change.asks())
          + levels(change.bids());
    }
    if (told instanceof Level3Change change) {
      return change.pair()
          + " "
          + change.snapshot()
          + " "
          + change.checksum()
          + " "
          + change.epochNanos()
          + orders(change.asks())
          + orders(change.bids());
    }
    return told instanceof Frame ? "" : String.valueOf(told);
  }

  private static String orders(OrderChanges orders) {
    StringBuilder text = new StringBuilder(levels(orders.amounts()));
    for (int index = 0; index < orders.size(); index++) {
      text.append(orders.kind(index)).append(' ').append(orders.idHigh(index)).append(' ');
      text.append(orders.idLow(index)).append(' ').append(orders.foreignId(index)).append(' ');
      text.append(orders.epochNanos(index)).append(' ');
    }
    return text.toString();
  }

  private static String levels(LevelChanges levels) {
    StringBuilder text = new StringBuilder(" ");
    for (int index = 0; index < levels.size(); index++) {
      text.append(levels.price(index)).append('e').append(-levels.priceScale(index));
      text.append('x').append(levels.quantity(index)).append('e');
      text.append(-levels.quantityScale(index)).append(levels.wideQuantity(index)).append(' ');
    }
    return text.toString();
  }
}
