package io.krakenspot.vertx;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Loop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One read over HTTP, bounded in time and size; lives on a loop. */
final class HttpGet {
  private static final int QUOTED = 200;

  private final Loop loop;
  private final Duration within;
  private final int maxSize;
  private final String what;
  private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
  private final Buffer body = Buffer.buffer();
  private @Nullable HttpClientRequest request;
  private Loop.@Nullable Timer deadline;

  HttpGet(Loop loop, URI uri, Duration within, int maxSize) {
    this.loop = loop;
    this.within = within;
    this.maxSize = maxSize;
    this.what = "GET " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }

  CompletionStage<byte[]> run(HttpClient client, RequestOptions options) {
    loop.execute(() -> start(client, options));
    return answer;
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
      opened.send().onComplete(this::read, this::fail);
    }
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(this::fail);
    response.endHandler(none -> finish(response));
    response.handler(this::append);
  }

  private void append(Buffer chunk) {
    if (answer.isDone()) {
      return;
    }
    if (body.length() + chunk.length() > maxSize) {
      fail("the answer is larger than " + maxSize + " bytes");
    } else {
      body.appendBuffer(chunk);
    }
  }

  private void finish(HttpClientResponse response) {
    if (response.statusCode() == 200) {
      cancelDeadline();
      answer.complete(body.getBytes());
    } else {
      fail("HTTP " + response.statusCode() + " " + beginning());
    }
  }

  /** The beginning of the answer on one line, for people. */
  private String beginning() {
    String text = body.getBuffer(0, Math.min(QUOTED, body.length())).toString();
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private void fail(Throwable failure) {
    fail(Causes.words(failure), failure);
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
