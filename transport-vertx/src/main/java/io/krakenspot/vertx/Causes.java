package io.krakenspot.vertx;

import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.Loop;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts what Vert.x reports about one link into words. */
final class Causes {
  private static final int ABNORMAL = 1006;

  /** What Netty makes of an answer that it cannot parse. */
  private static final int NOT_HTTP = 999;

  private final String host;
  private final Loop loop;

  Causes(URI uri, Loop loop) {
    this.host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    this.loop = loop;
  }

  LinkClosed failed(Throwable failure) {
    if (!(failure instanceof UpgradeRejectedException refusal)) {
      return unreachable(host + " cannot be reached, " + words(failure));
    }
    return refusal.getStatus() == NOT_HTTP
        ? unreachable(host + " does not speak HTTP")
        : refused(refusal);
  }

  LinkClosed notAskedFor(String extensions) {
    return unreachable(host + " insists on an extension that was not asked for: " + extensions);
  }

  LinkClosed tooLate(Duration within) {
    return unreachable(host + " did not open a WebSocket within " + within.toMillis() + " ms");
  }

  private static LinkClosed unreachable(String reason) {
    return new LinkClosed(Kind.UNREACHABLE, 0, reason, null);
  }

  private LinkClosed refused(UpgradeRejectedException refusal) {
    int status = refusal.getStatus();
    Duration wait = RetryAfter.parse(refusal.getHeaders().get("Retry-After"), loop.now());
    return new LinkClosed(Kind.REFUSED, status, host + " answered HTTP " + status, wait);
  }

  LinkClosed lost(@Nullable Short code, @Nullable String reason, @Nullable Throwable failure) {
    String how = failure == null ? "the exchange closed it" : "cut, " + words(failure);
    boolean silent = reason == null || reason.isEmpty();
    return new LinkClosed(
        Kind.LOST, code == null ? ABNORMAL : code, silent ? how : how + ": " + reason, null);
  }

  /** For example {@code no such host: ws.kraken.test}. */
  static String words(Throwable failure) {
    if (failure instanceof UnknownHostException) {
      return "no such host: " + failure.getMessage();
    }
    String kind = failure instanceof SSLException ? "TLS failed: " : "";
    return kind + message(failure instanceof ConnectException ? failure : root(failure));
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }
}
