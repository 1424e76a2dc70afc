package io.krakenspot.vertx.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what was sent and answers from a list; what has no answer yet waits. */
final class ScriptedPost implements Post {
  record Sent(
      URI uri,
      Map<String, String> headers,
      String form,
      Duration within,
      int maxSize,
      CompletableFuture<byte[]> answer) {
    long nonce() {
      return Long.parseLong(form.replaceAll("nonce=(\\d+).*", "$1"));
    }

    void answer(String body) {
      answer.complete(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  final List<Sent> sent = new ArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();

  ScriptedPost answering(String... bodies) {
    answers.addAll(List.of(bodies));
    return this;
  }

  static String error(String text) {
    return "{\"error\":[\"" + text + "\"]}";
  }

  Sent last() {
    return sent.get(sent.size() - 1);
  }

  @Override
  public CompletionStage<byte[]> send(
      URI uri, Map<String, String> headers, String form, Duration within, int maxSize) {
    Sent request = new Sent(uri, headers, form, within, maxSize, new CompletableFuture<>());
    sent.add(request);
    String body = answers.poll();
    if (body != null) {
      request.answer(body);
    }
    return request.answer();
  }
}
