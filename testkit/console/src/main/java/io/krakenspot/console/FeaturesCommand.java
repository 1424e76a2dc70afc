package io.krakenspot.console;

import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code features}: what each version has, as the protocols themselves say. */
@Command(
    name = "features",
    description = "Lists what each version has: native, derived (from what) or - (instead).",
    mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--diff", description = "Only where the versions differ.")
  private boolean diff;

  @Override
  public Integer call() {
    List<Protocol> versions = Arrays.stream(Api.values()).map(Wiring::protocol).toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("feature", versions, Protocol::name));
    for (Feature feature : Feature.values()) {
      if (!diff || versions.stream().map(each -> each.support(feature)).distinct().count() > 1) {
        rows.add(row(feature.description(), versions, each -> cell(each.support(feature))));
      }
    }
    table(rows).forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK;
  }

  private static List<String> row(
      String feature, List<Protocol> versions, Function<Protocol, String> cell) {
    return Stream.concat(Stream.of(feature), versions.stream().map(cell)).toList();
  }

  private static Stream<String> table(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
    return rows.stream().map(row -> line(row, widths));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String cell(Support support) {
    String note = support.note().isEmpty() ? "" : " (" + support.note() + ")";
    return switch (support.level()) {
      case NATIVE -> "native" + note;
      case DERIVED -> "derived" + note;
      case ABSENT -> "-" + note;
    };
  }
}
