package io.krakenspot.vertx.internal;

import static io.krakenspot.vertx.internal.ScriptedPost.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.failure.TokenRefusedException;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Token;
import io.krakenspot.port.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestTokenSourceTest {
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static final URI REST = URI.create("http://kraken.test");
  private static final String GIVEN =
      "{\"error\":[],\"result\":{\"token\":\"tOkEn/+1\",\"expires\":900,\"new\":{\"a\":[1]}}}";

  private final VirtualLoop loop = new VirtualLoop();
  private final ScriptedPost post = new ScriptedPost();
  private final Credentials credentials =
      Credentials.of("key-" + KEYS.incrementAndGet(), SignatureTest.SECRET);
  private final RestTokenSource source = source();

  @Test
  void asksWithASignedNonce() {
    post.answering(GIVEN);

    assertThat(token(source.fetch()).text()).isEqualTo("tOkEn/+1");

    ScriptedPost.Sent sent = post.last();
    assertThat(sent.uri()).hasToString("http://kraken.test/0/private/GetWebSocketsToken");
    assertThat(sent.form()).isEqualTo("nonce=1767225600000");
    assertThat(sent.within()).isEqualTo(Duration.ofSeconds(10));
    assertThat(sent.maxSize()).isEqualTo(4 << 20);
    assertThat(sent.headers())
        .containsEntry("API-Key", credentials.key())
        .containsEntry("API-Sign", signature(sent))
        .hasSize(2);
  }

  @Test
  void asksAgainEachTimeWithALargerNonce() {
    post.answering(GIVEN, GIVEN);
    source.fetch();
    loop.advance(Duration.ofMillis(5));
    source().fetch();

    assertThat(post.sent)
        .extracting(ScriptedPost.Sent::nonce)
        .containsExactly(1767225600000L, 1767225600005L);
  }

  @Test
  void getsPastNoncesThatAnotherProgramUsed() {
    post.answering(error("EAPI:Invalid nonce"), error("EAPI:Invalid nonce"), GIVEN);

    assertThat(token(source.fetch()).text()).isEqualTo("tOkEn/+1");

    assertThat(post.sent)
        .extracting(ScriptedPost.Sent::nonce)
        .containsExactly(1767225600000L, 1767225601001L, 1767225661002L);
    assertThat(post.last().headers()).containsEntry("API-Sign", signature(post.last()));
  }

  /** The process before this one ran while the clock was an hour ahead of what it is now. */
  @Test
  void getsPastAClockThatWentBackAnHour() {
    long used = loop.now().plus(Duration.ofHours(1)).toEpochMilli();
    CompletionStage<Token> fetched = source.fetch();
    while (post.last().nonce() <= used) {
      assertThat(post.sent).hasSizeLessThan(4);
      post.last().answer(error("EAPI:Invalid nonce"));
    }
    post.last().answer(GIVEN);

    assertThat(token(fetched).text()).isEqualTo("tOkEn/+1");
  }

  @Test
  void givesUpAfterThreeMoreNonces() {
    String refusal = error("EAPI:Invalid nonce");
    post.answering(refusal, refusal, refusal, refusal, GIVEN);

    assertThat(failure(source.fetch()))
        .isInstanceOfSatisfying(
            TokenRefusedException.class, refused -> assertThat(refused.passing()).isTrue())
        .hasMessageContaining("EAPI:Invalid nonce")
        .hasMessageContaining("a key of its own");
    assertThat(post.sent).hasSize(4);
    assertThat(post.sent).extracting(ScriptedPost.Sent::nonce).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EAPI:Invalid key | false | check the API key",
        "EAPI:Invalid signature | false | check the API secret",
        "EGeneral:Permission denied | false | WebSocket interface",
        "EGeneral:Invalid arguments | false | ''",
        "EGeneral:Unknown method | false | check the address",
        "EAPI:Rate limit exceeded | true | ask less often",
        "EService:Unavailable | true | try again later",
        "EService: Throttled: 1700000000 | true | try again later",
        "EService:Throttled | true | try again later",
        "EGeneral:Temporary lockout | true | 15 minutes",
        "EGeneral:Internal error | true | ''",
        "ENews:From the future | true | ''"
      })
  void tellsKrakensTextAndWhatToDo(String text, boolean passing, String advice) {
    post.answering(error(text));

    assertThat(failure(source.fetch()))
        .isInstanceOfSatisfying(
            TokenRefusedException.class,
            refused -> assertThat(refused.passing()).isEqualTo(passing))
        .hasMessageStartingWith("GetWebSocketsToken refused: " + text)
        .hasMessageContaining(advice);
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void sendsNothingForFifteenMinutesAfterALockout() {
    post.answering(error("EGeneral:Temporary lockout"), GIVEN);
    source.fetch();
    loop.advance(Duration.ofMinutes(14));

    assertThat(failure(source.fetch()))
        .isInstanceOfSatisfying(
            TokenRefusedException.class, refused -> assertThat(refused.passing()).isTrue())
        .hasMessageContaining("not sent")
        .hasMessageContaining("EGeneral:Temporary lockout")
        .hasMessageContaining("in 2 min");
    assertThat(post.sent).hasSize(1);

    loop.advance(Duration.ofMinutes(1));
    assertThat(token(source.fetch()).text()).isEqualTo("tOkEn/+1");
  }

  @Test
  void isNotPutOffByAWarning() {
    post.answering("{\"error\":[\"WGeneral:Danger\"],\"result\":{\"token\":\"t\"}}");

    assertThat(token(source.fetch()).text()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html>maintenance</html>",
        "null",
        "7",
        "[]",
        "[\"tOkEn\"]",
        "\"tOkEn\"",
        "{}",
        "{\"error\":[],\"result\":{\"token\":\"tOkEn\"}",
        "{\"error\":[],\"result\":{\"token\":\"tOkEn\"}}}",
        "{\"error\":null,\"result\":{\"token\":\"tOkEn\"}}",
        "{\"error\":\"none\",\"result\":{\"token\":\"tOkEn\"}}",
        "{\"error\":[]}",
        "{\"error\":[],\"result\":null}",
        "{\"error\":[],\"result\":[\"tOkEn\"]}",
        "{\"error\":[],\"result\":{}}",
        "{\"error\":[],\"result\":{\"token\":null}}",
        "{\"error\":[],\"result\":{\"token\":\"\"}}",
        "{\"error\":[],\"result\":{\"token\":\" \"}}",
        "{\"error\":[],\"result\":{\"token\":900}}",
        "{\"error\":[],\"result\":{\"token\":{\"tOkEn\":1}}}"
      })
  void takesNothingElseForAToken(String body) {
    post.answering(body);

    assertThat(failure(source.fetch()))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageStartingWith("the answer to GetWebSocketsToken ")
        .hasMessageNotContaining("tOkEn")
        .hasNoCause();
  }

  @Test
  void isNotKnockedOverByDeepNesting() {
    post.answering("{\"error\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");

    assertThat(failure(source.fetch())).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void repeatsNoSecretThatAnErrorQuotes() {
    CompletionStage<Token> fetched = source.fetch();
    String sign = post.last().headers().get("API-Sign");
    post.last().answer(error("EAPI:Bad request: " + credentials.key() + "\\n" + sign));

    assertThat(failure(fetched))
        .hasMessage("GetWebSocketsToken refused: EAPI:Bad request: [hidden] [hidden]");
  }

  @Test
  void leavesNoHalfOfASecretInALongText() {
    CompletionStage<Token> fetched = source.fetch();
    String sign = post.last().headers().get("API-Sign");
    post.last().answer(error("EAPI:Bad request: " + "x".repeat(150) + sign + "y".repeat(500)));

    assertThat(failure(fetched)).hasMessageEndingWith("x[hidden]" + "y".repeat(200 - 18 - 150 - 8));
  }

  @Test
  void passesOnWhyNobodyAnswered() {
    CompletionStage<Token> fetched = source.fetch();
    ConnectionFailedException down = new ConnectionFailedException("HTTP 503", null);
    post.last().answer().completeExceptionally(down);

    assertThat(failure(fetched)).isSameAs(down);
  }

  @Test
  void makesOneCallOfAKeyAfterTheOther() {
    CompletionStage<Token> first = source.fetch();
    CompletionStage<Token> second = source().fetch();
    assertThat(post.sent).hasSize(1);
    loop.advance(Duration.ofSeconds(4));

    post.last().answer(GIVEN);
    assertThat(token(first).text()).isEqualTo("tOkEn/+1");
    assertThat(post.sent).hasSize(2);
    assertThat(post.last().within()).isEqualTo(Duration.ofSeconds(6));

    post.last().answer(GIVEN);
    assertThat(token(second).text()).isEqualTo("tOkEn/+1");
  }

  @Test
  void sendsNothingOnceItsTimeWentByInTheQueue() {
    source.fetch();
    CompletionStage<Token> second = source.fetch();
    loop.advance(Duration.ofSeconds(10));
    post.last().answer(GIVEN);

    assertThat(failure(second))
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("no answer within 10000 ms")
        .hasMessageContaining("nothing was sent");
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void spendsNoMoreThanItsTimeOnNonces() {
    CompletionStage<Token> fetched = source.fetch();
    loop.advance(Duration.ofSeconds(7));
    post.last().answer(error("EAPI:Invalid nonce"));
    assertThat(post.last().within()).isEqualTo(Duration.ofSeconds(3));
    loop.advance(Duration.ofSeconds(3));
    post.last().answer(error("EAPI:Invalid nonce"));

    assertThat(failure(fetched))
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("asked 2 times")
        .hasMessageContaining("refused the nonces");
    assertThat(post.sent).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a b", "k\u00e9y"})
  void refusesAKeyThatNoHeaderCanHold(String key) {
    Credentials broken = Credentials.of(key, SignatureTest.SECRET);

    assertThatThrownBy(() -> new PrivateCalls(REST, broken, loop, Duration.ofSeconds(10), post))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(key);
  }

  private RestTokenSource source() {
    return new RestTokenSource(
        new PrivateCalls(REST, credentials, loop, Duration.ofSeconds(10), post));
  }

  private static String signature(ScriptedPost.Sent sent) {
    return Signature.of(
        Base64.getDecoder().decode(SignatureTest.SECRET),
        "/0/private/GetWebSocketsToken",
        sent.nonce(),
        sent.form());
  }

  private static Token token(CompletionStage<Token> fetched) {
    return fetched.toCompletableFuture().getNow(null);
  }

  /** As a stage hands it on, so not wrapped by one in between. */
  static Throwable failure(CompletionStage<?> stage) {
    AtomicReference<Throwable> told = new AtomicReference<>();
    stage.whenComplete((value, failure) -> told.set(failure));
    assertThat(told).as("failure").doesNotHaveNullValue();
    return told.get();
  }
}
