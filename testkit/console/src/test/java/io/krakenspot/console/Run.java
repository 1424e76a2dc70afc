package io.krakenspot.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A finished run of the program inside this JVM: its exit status and what it wrote. */
record Run(int status, String out, String err) {

  static Run of(String... args) {
    return fed("", args);
  }

  static Run fed(String in, String... args) {
    return with(Map.of(), in, args);
  }

  static Run with(Map<String, String> environment, String in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Stdio stdio =
        new Stdio(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            Stdio.printer(err),
            false,
            environment);
    int status = Kraken.run(stdio, args);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
