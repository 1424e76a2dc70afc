package io.krakenspot.testkit.exchange.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature against Kraken's published vector and ones derived from the same sample key. */
final class SignatureTest {
  private static final String SECRET =
      "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/0/private/AddOrder | 1616492376594"
            + "| nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
            + "| 4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==",
        "/0/private/GetWebSocketsToken | 1616492376594 | nonce=1616492376594"
            + "| +mRDmY9Ks0Moc1zjv/BjfvYa98buO0x1yHChZR5onlfAzAUbfIYlLggUZzdQ0RsmXm4Sh+Q8iAIZdo2wSeHeiA==",
        "/0/private/GetWebSocketsToken | 1616492376594 | {\"nonce\":\"1616492376594\"}"
            + "| HPdpJhpIrtLjJZVt+Hh9BfWStC+WBySrpgTLHtVBJ7ZH9UdJOtersnssuRGVwxefF6bnUPz24Bq23UUmUtafXg==",
        "/0/private/GetWebSocketsToken | 1700000000000 | nonce=1700000000000"
            + "| L/HkUJA19dVkFWobMGRZ+ieHJspDjuRKCO4HaDSDOJLC6G5uhsGzdjFlh7pqRkri+0xgT0dgSyICpRtNqxzHsg==",
        "/0/private/GetWebSocketsToken | 1700000000000 | {\"nonce\":1700000000000}"
            + "| j1m+szuvAZfM+4NZ3FxVTvMiEeh/jhfZpqh7+j1Lh6a/kwQkF/NFJHXeQ1//FzQv7WXwwyEq/sfEH7eYeO+Pcg==",
      })
  void signsAsPublished(String path, String nonce, String body, String signature) {
    assertThat(Signature.of(SECRET, path, nonce, body)).isEqualTo(signature);
  }
}
