package io.krakenspot.console;

import io.krakenspot.port.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key and its secret: from a file that its owner alone may read, else from the environment's
 * {@value #KEY} and {@value #SECRET}. Never from the command line, which others can see. No message
 * repeats them.
 */
final class ApiKey {
  static final String KEY = "KRAKEN_KEY";
  static final String SECRET = "KRAKEN_SECRET";
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private ApiKey() {}

  /** Those that a command needs. */
  static Credentials required(@Nullable Path file, Map<String, String> environment) {
    return file == null
        ? of(environment)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an API key is needed; set "
                            + KEY
                            + " and "
                            + SECRET
                            + ", or name a file with --credentials"))
        : of(file);
  }

  /** Those of the environment, if it has both. */
  static Optional<Credentials> of(Map<String, String> environment) {
    String key = environment.getOrDefault(KEY, "");
    String secret = environment.getOrDefault(SECRET, "");
    if (key.isBlank() != secret.isBlank()) {
      boolean missingKey = key.isBlank();
      throw new IllegalArgumentException(
          (missingKey ? SECRET : KEY) + " is set, but not " + (missingKey ? KEY : SECRET));
    }
    return key.isBlank() ? Optional.empty() : Optional.of(Credentials.of(key, secret));
  }

  private static Credentials of(Path file) {
    List<String> lines = lines(file);
    Map<String, String> named = new HashMap<>();
    for (String line : lines) {
      int end = line.indexOf('=');
      if (line.startsWith(KEY + "=") || line.startsWith(SECRET + "=")) {
        named.put(line.substring(0, end), line.substring(end + 1));
      }
    }
    if (named.isEmpty() && lines.size() == 2) {
      return Credentials.of(lines.get(0), lines.get(1));
    }
    return of(named)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    file
                        + " holds no API key; write the key on one line and the secret on the"
                        + " next, or "
                        + KEY
                        + "=... and "
                        + SECRET
                        + "=..."));
  }

  private static List<String> lines(Path file) {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new IllegalArgumentException(
            file + " can be read or changed by others; run 'chmod 600 " + file + "'");
      }
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (UnsupportedOperationException e) {
      throw new IllegalArgumentException(
          "who may read " + file + " cannot be told here; set " + KEY + " and " + SECRET, e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the credentials " + file, e);
    }
  }
}
