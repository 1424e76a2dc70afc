package io.krakenspot.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final String SECRET = "c2VjcmV0LW9mLXRoZS10ZXN0cw==";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the-key\n" + SECRET + "\n",
        "# for trading\nKRAKEN_SECRET=" + SECRET + "\nKRAKEN_KEY=the-key\n"
      })
  void readsAFileOfItsOwner(String text) throws IOException {
    Path file = file(text, "rw-------");

    assertThat(ApiKey.required(file, Map.of()).key()).isEqualTo("the-key");
    assertThat(new String(ApiKey.required(file, Map.of()).secret(), US_ASCII))
        .isEqualTo("secret-of-the-tests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void refusesAFileThatOthersCanOpen(String permissions) throws IOException {
    Path file = file("the-key\n" + SECRET, permissions);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.required(file, Map.of()))
        .withMessage(file + " can be read or changed by others; run 'chmod 600 " + file + "'");
  }

  @Test
  void neverRepeatsWhatItRead() throws IOException {
    Path swapped = file("no base64!\nthe-key", "rw-------");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.required(swapped, Map.of()))
        .withMessageContaining("not Base64")
        .withMessageNotContaining("the-key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.required(folder.resolve("none"), Map.of()))
        .withMessageStartingWith("cannot read the credentials ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.required(file("one-line", "rw-------"), Map.of()))
        .withMessageContaining("holds no API key")
        .withMessageNotContaining("one-line");
  }

  @Test
  void prefersTheFileToTheEnvironment() throws IOException {
    Map<String, String> environment = Map.of("KRAKEN_KEY", "other", "KRAKEN_SECRET", SECRET);

    assertThat(ApiKey.required(null, environment).key()).isEqualTo("other");
    assertThat(ApiKey.required(file("the-key\n" + SECRET, "rw-------"), environment).key())
        .isEqualTo("the-key");
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("credentials"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
