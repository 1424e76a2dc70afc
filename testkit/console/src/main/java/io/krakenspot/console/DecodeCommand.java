package io.krakenspot.console;

import io.krakenspot.market.Depth;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decode}: recorded frames to events, offline. */
@Command(
    name = "decode",
    description =
        "Decodes recorded frames, one a line, into events as JSON lines; checks each book"
            + " checksum. Exit status 1 if one does not hold or a frame is malformed.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DecodeCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Option(names = "--api", required = true, description = "v1 or v2.")
  private Api api = Api.V2;

  @Option(
      names = "--depth",
      description =
          "Levels a side of books whose frames and answers do not tell (default: the size of the"
              + " snapshot).")
  private @Nullable Depth depth;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Frames one a line, or one JSON document (default: standard input).")
  private @Nullable Path file;

  DecodeCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stdio.out(), StandardCharsets.UTF_8));
    Decoder decoder =
        new Decoder(Wiring.protocol(api), depth, line -> write(out, line), stdio.err());
    try (BufferedReader in = open()) {
      decodeAll(in, decoder, out);
      flush(out);
    } catch (ReaderGone e) {
      return ExitCode.OK;
    }
    stdio.err().println(decoder.totals());
    return decoder.clean() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private BufferedReader open() throws IOException {
    Path recording = file;
    try {
      InputStream in = recording == null ? stdio.in() : Files.newInputStream(recording);
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("no such file: " + recording, e);
    }
  }

  private static void decodeAll(BufferedReader in, Decoder decoder, Writer out) throws IOException {
    FrameSource frames = new FrameSource(in);
    for (FrameSource.Numbered frame = frames.next(); frame != null; frame = frames.next()) {
      decoder.frame(frame);
      if (!in.ready()) {
        flush(out);
      }
    }
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new ReaderGone(e);
    }
  }

  private static void flush(Writer out) {
    try {
      out.flush();
    } catch (IOException e) {
      throw new ReaderGone(e);
    }
  }

  /** Nobody reads standard output any more, as with {@code | head}. */
  private static final class ReaderGone extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    ReaderGone(IOException cause) {
      super(cause);
    }
  }
}
