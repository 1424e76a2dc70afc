package io.krakenspot.vertx;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What is asked of a server: WebSocket upgrades and HTTP. */
record Requests(Duration timeout) {
  private static final String USER_AGENT = "kraken-spot-java";

  WebSocketConnectOptions upgrade(URI uri) {
    WebSocketConnectOptions options = new WebSocketConnectOptions();
    fill(options, uri, Set.of("ws", "wss"));
    return options.setAllowOriginHeader(false).setTimeout(timeout.toMillis());
  }

  RequestOptions get(URI uri) {
    RequestOptions options = new RequestOptions();
    fill(options, uri, Set.of("http", "https"));
    return options.setFollowRedirects(false);
  }

  RequestOptions post(URI uri, Map<String, String> headers) {
    RequestOptions options =
        get(uri)
            .setMethod(HttpMethod.POST)
            .putHeader("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(options::putHeader);
    return options;
  }

  private static void fill(RequestOptions options, URI uri, Set<String> schemes) {
    if (uri.getHost() == null || !schemes.contains(uri.getScheme())) {
      throw new IllegalArgumentException("not an address of " + schemes + ": " + uri);
    }
    options.setAbsoluteURI(uri.toString()).putHeader("User-Agent", USER_AGENT);
  }
}
