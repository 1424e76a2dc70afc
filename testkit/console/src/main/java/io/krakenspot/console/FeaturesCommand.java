package io.krakenspot.console;

import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Support;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
    PrintWriter out = spec.commandLine().getOut();
    row(out, "feature", versions.stream().map(Protocol::name).toList());
    for (Feature feature : Feature.values()) {
      List<Support> supports =
          versions.stream().map(version -> version.support(feature)).toList();
      if (!diff || supports.stream().distinct().count() > 1) {
        row(out, feature.description(), supports.stream().map(FeaturesCommand::cell).toList());
      }
    }
    return ExitCode.OK;
  }

  private static void row(PrintWriter out, String feature, List<String> cells) {
    String text = String.format(Locale.ROOT, "%-46s", feature);
    for (String cell : cells) {
      text += String.format(Locale.ROOT, "  %-46s", cell);
    }
    out.println(text.stripTrailing());
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
