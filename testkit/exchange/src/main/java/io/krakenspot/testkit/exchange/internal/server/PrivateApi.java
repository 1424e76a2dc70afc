package io.krakenspot.testkit.exchange.internal.server;

import io.krakenspot.testkit.exchange.Permission;
import io.krakenspot.testkit.exchange.RestFault;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.access.Keyring.Checked;
import io.krakenspot.testkit.exchange.internal.access.SignedCall;
import io.krakenspot.testkit.exchange.internal.access.Tokens;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.session.Venue;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The private REST calls that a WebSocket client needs. To be asked on the exchange's loop. */
public final class PrivateApi {
  private static final String ROOT = "/0/private/";

  private final Venue venue;
  private final Map<String, Call> calls;

  /** What a call does, and what a key must be allowed for it. */
  private record Call(
      Permission permission, BiFunction<ApiKey, Map<String, String>, RestAnswer> answer) {}

  /**
   * Makes the calls.
   *
   * @param venue what they tell of
   */
  public PrivateApi(Venue venue) {
    this.venue = venue;
    AccountCalls accounts = new AccountCalls(venue);
    this.calls =
        Map.of(
            "GetWebSocketsToken", new Call(Permission.WEBSOCKET, (key, values) -> token(key)),
            "OpenOrders", new Call(Permission.QUERY, accounts::openOrders),
            "ClosedOrders", new Call(Permission.QUERY, accounts::closedOrders),
            "QueryOrders", new Call(Permission.QUERY, accounts::queryOrders),
            "Balance", new Call(Permission.QUERY, (key, values) -> accounts.balance(key)));
  }

  /**
   * Whether a path is a private call's.
   *
   * @param path for example {@code /0/private/Balance}
   * @return true if so, known or not
   */
  public static boolean serves(String path) {
    return path.startsWith(ROOT);
  }

  /**
   * Answers a call.
   *
   * @param call as it arrived
   * @return the answer; its status is 200 for errors too
   */
  public RestAnswer answer(PrivateCall call) {
    RestFault fault = venue.faults().rest().take();
    if (fault != null) {
      return RestAnswer.of(fault);
    }
    Call wanted = serves(call.path()) ? calls.get(name(call)) : null;
    return wanted == null
        ? RestAnswer.error(404, "EGeneral:Unknown method")
        : answer(wanted, call, CallBody.read(call.contentType(), call.body()));
  }

  private static String name(PrivateCall call) {
    return call.path().substring(ROOT.length());
  }

  private RestAnswer answer(Call wanted, PrivateCall call, Map<String, String> values) {
    String nonce = values.getOrDefault("nonce", "");
    SignedCall signed =
        new SignedCall(
            call.path(), orEmpty(call.key()), orEmpty(call.signature()), nonce, call.body());
    Checked checked = venue.keys().check(signed, venue.nanoTime());
    ApiKey key = checked.key();
    if (key == null) {
      return RestAnswer.error(200, Objects.requireNonNull(checked.error()));
    }
    return key.may(wanted.permission())
        ? wanted.answer().apply(key, values)
        : RestAnswer.error(200, Texts.PERMISSION_DENIED);
  }

  private static String orEmpty(@Nullable String header) {
    return header == null ? "" : header;
  }

  private RestAnswer token(ApiKey key) {
    return RestAnswer.result(
        Json.object()
            .put("token", venue.tokens().issue(key, venue.nanoTime()))
            .put("expires", Tokens.VALIDITY.toSeconds()));
  }
}
