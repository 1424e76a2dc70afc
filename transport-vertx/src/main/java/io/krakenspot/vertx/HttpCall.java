package io.krakenspot.vertx;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Loop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request over HTTP, its answer bounded in time and size; lives on a loop. */
final class HttpCall {

  private final Loop loop;
  private final Duration within;
  private final int maxSize;
  private final int quoted;
  private final String what;
  private final Buffer sent;
  private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
  private final Buffer body = Buffer.buffer();
  private @Nullable HttpClientRequest request;
  private Loop.@Nullable Timer deadline;

  private HttpCall(Loop loop, String what, Buffer sent, Duration within, int maxSize, int quoted) {
    this.loop = loop;
    this.what = what;
    this.sent = sent;
    this.within = within;
    this.maxSize = maxSize;
    this.quoted = quoted;
  }

  /** Reads what is public; a failure quotes the beginning of the answer. */
  static HttpCall get(Loop loop, URI uri, Duration within, int maxSize) {
    String what = named(HttpMethod.GET, uri);
    return new HttpCall(loop, what, Buffer.buffer(), within, maxSize, 200);
  }

  /** Sends what is secret; a failure quotes nothing, for a server may repeat what it was sent. */
  static HttpCall post(Loop loop, URI uri, String form, Duration within, int maxSize) {
    String what = named(HttpMethod.POST, uri);
    return new HttpCall(loop, what, Buffer.buffer(form), within, maxSize, 0);
  }

  /** Without the query, which may hold what is nobody's business. */
  private static String named(HttpMethod method, URI uri) {
    return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }

  CompletionStage<byte[]> answer() {
    return answer;
  }

  /** Waits no longer; from any thread. */
  void giveUp(String why) {
    answer.completeExceptionally(new ConnectionFailedException(why, null));
  }

  void run(HttpClient client, RequestOptions options) {
    loop.execute(() -> start(client, options));
  }

  private void start(HttpClient client, RequestOptions options) {
    deadline =
        loop.schedule(within, () -> fail("no whole answer within " + within.toMillis() + " ms"));
    client.request(options).onComplete(this::send, this::fail);
  }

  private void send(HttpClientRequest opened) {
    request = opened;
    if (answer.isDone()) {
      opened.reset();
    } else {
      opened.send(sent).onComplete(this::read, this::fail);
    }
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(this::fail);
    response.endHandler(none -> finish(response));
    response.handler(chunk -> append(response, chunk));
  }

  private void append(HttpClientResponse response, Buffer chunk) {
    if (answer.isDone()) {
      return;
    }
    if (body.length() + chunk.length() <= maxSize) {
      body.appendBuffer(chunk);
    } else if (response.statusCode() == 200) {
      fail("the answer is larger than " + maxSize + " bytes");
    } else {
      finish(response);
    }
  }

  private void finish(HttpClientResponse response) {
    if (response.statusCode() == 200) {
      cancelDeadline();
      answer.complete(body.getBytes());
    } else {
      fail(("HTTP " + response.statusCode() + " " + beginning()).strip());
    }
  }

  /** The beginning of the answer on one line, for people. */
  private String beginning() {
    String text = body.getBuffer(0, Math.min(quoted, body.length())).toString();
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private void fail(Throwable failure) {
    if (failure instanceof IllegalArgumentException) {
      fail("the answer is not HTTP"); // Netty's words quote it
    } else {
      fail(Causes.words(failure), failure);
    }
  }

  private void fail(String why) {
    fail(why, null);
  }

  private void fail(String why, @Nullable Throwable cause) {
    cancelDeadline();
    boolean first =
        answer.completeExceptionally(new ConnectionFailedException(what + ": " + why, cause));
    if (first && request != null) {
      request.reset();
    }
  }

  private void cancelDeadline() {
    if (deadline != null) {
      deadline.cancel();
    }
  }
}
