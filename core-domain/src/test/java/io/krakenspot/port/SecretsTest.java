package io.krakenspot.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final String SECRET =
      Base64.getEncoder().encodeToString("canary".getBytes(StandardCharsets.UTF_8));

  @Test
  void neitherKeyNorSecretNorTokenIsShown() {
    Credentials credentials = Credentials.of("my-key", SECRET);
    Token token = new Token("canary");

    assertThat(credentials.toString()).doesNotContain("my-key", SECRET, "canary");
    assertThat(token.toString()).doesNotContain("canary");
    assertThat(new Terms(SnapshotChoice.DEFAULT, token, AccountOptions.DEFAULTS).toString())
        .doesNotContain("canary");
  }

  @Test
  void aRefusalDoesNotRepeatTheSecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.of("my-key", "not*base64"))
        .withMessageContaining("Base64")
        .withMessageNotContaining("not*base64")
        .withNoCause();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.of(" ", SECRET))
        .withMessageNotContaining(SECRET);
    assertThatIllegalArgumentException().isThrownBy(() -> new Token(" "));
  }

  @Test
  void theSecretIsDecodedAndHandedOutAsACopy() {
    Credentials credentials = Credentials.of(" my-key ", SECRET + "\n");
    credentials.secret()[0] = 0;

    assertThat(credentials.key()).isEqualTo("my-key");
    assertThat(credentials.secret()).asString(StandardCharsets.UTF_8).isEqualTo("canary");
  }
}
