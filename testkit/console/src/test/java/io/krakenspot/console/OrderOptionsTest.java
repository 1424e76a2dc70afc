package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Trigger;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whatever an order can say, an option of {@code order} says. */
class OrderOptionsTest {
  /** Options that are named otherwise than the field. */
  private static final Map<String, List<String>> OTHERWISE =
      Map.of(
          "validateOnly", List.of("--validate"),
          "order", List.of("--order-id", "--client-order-id"),
          "orders", List.of("FILE"));

  private static final Map<String, List<String>> OF_NEW_ORDERS =
      Map.of(
          "conditionalClose", options("close", ConditionalClose.class),
          "trigger", List.of("--trigger", "--trigger-reference"),
          "validateOnly", List.of("--validate"));

  @Test
  void everyFieldOfANewOrderIsAnOption() {
    Stream<String> fields =
        Arrays.stream(NewOrder.Builder.class.getMethods())
            .filter(method -> method.getReturnType() == NewOrder.Builder.class)
            .map(Method::getName);

    assertOffered("place", Stream.concat(Stream.of("pair", "side", "type"), fields), OF_NEW_ORDERS);
    assertThat(Trigger.class.getRecordComponents()).hasSize(2);
  }

  @Test
  void everyFieldOfAnAmendIsAnOption() {
    assertOffered("amend", fields(AmendOrder.class), OTHERWISE);
  }

  @Test
  void everyFieldOfAnEditIsAnOption() {
    assertOffered("edit", fields(EditOrder.class), OTHERWISE);
    assertThat(offered("edit")).contains("--trigger-reference");
  }

  @Test
  void everyFieldOfABatchIsAnOption() {
    assertOffered("batch", fields(OrderBatch.class), OTHERWISE);
  }

  @Test
  void everyNameOfAnOrderIsAnOptionToCancelItBy() {
    assertThat(offered("cancel"))
        .containsAll(
            Stream.of(OrderKey.class.getPermittedSubclasses())
                .map(key -> option(key.getRecordComponents()[0].getName()))
                .toList());
  }

  private static Stream<String> fields(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
  }

  private static void assertOffered(
      String subcommand, Stream<String> fields, Map<String, List<String>> otherwise) {
    Set<String> wanted =
        fields
            .flatMap(field -> otherwise.getOrDefault(field, List.of(option(field))).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(offered(subcommand)).containsAll(wanted);
  }

  private static Set<String> offered(String subcommand) {
    CommandLine command = OrderCommand.commandLine(Stdio.system()).getSubcommands().get(subcommand);
    return Stream.concat(
            command.getCommandSpec().options().stream().map(option -> option.longestName()),
            command.getCommandSpec().positionalParameters().stream()
                .map(parameter -> parameter.paramLabel()))
        .collect(Collectors.toSet());
  }

  private static List<String> options(String prefix, Class<? extends Record> type) {
    return fields(type).map(field -> "--" + prefix + "-" + field).toList();
  }

  private static String option(String field) {
    return "--" + field.replaceAll("(\\p{Upper})", "-$1").toLowerCase(Locale.ROOT);
  }
}
