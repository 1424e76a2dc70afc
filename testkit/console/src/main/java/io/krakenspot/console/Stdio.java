package io.krakenspot.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes. {@link #out} throws when its reader is gone, unlike {@link
 * System#out}.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether {@code out} is a terminal that can be redrawn
 * @param environment the environment's variables, which may hold secrets
 */
record Stdio(
    InputStream in,
    OutputStream out,
    PrintWriter err,
    boolean terminal,
    Map<String, String> environment) {

  /** Without variables. */
  Stdio(InputStream in, OutputStream out, PrintWriter err, boolean terminal) {
    this(in, out, err, terminal, Map.of());
  }

  static Stdio system() {
    return new Stdio(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        printer(new FileOutputStream(FileDescriptor.err)),
        hasTerminal(),
        System.getenv());
  }

  static PrintWriter printer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** From JDK 22 on there may be a console without a terminal; that of java.base is null then. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasTerminal() {
    System.setProperty("jdk.console", "java.base");
    String term = System.getenv("TERM");
    return System.console() != null && term != null && !term.equals("dumb");
  }

  /** Says nothing of the environment. */
  @Override
  public String toString() {
    return "Stdio[terminal=" + terminal + "]";
  }
}
