package io.krakenspot.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. {@link #out} throws when its reader is gone, unlike {@link
 * System#out}.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether {@code out} is a terminal that can be redrawn
 */
record Stdio(InputStream in, OutputStream out, PrintWriter err, boolean terminal) {

  static Stdio system() {
    return new Stdio(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        printer(new FileOutputStream(FileDescriptor.err)),
        hasTerminal());
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
}
