package io.krakenspot.v2.internal;

import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import java.io.IOException;

/** Answers that speak of no subscription: {@code pong}, {@code error} and methods not known. */
final class AdminDecoder extends AnswerMessage {
  private final String method;

  AdminDecoder(String method) {
    this.method = method;
  }

  @Override
  void detail(String name, WireReader in) throws IOException {
    in.skip();
  }

  @Override
  void answer(Inbound inbound, Frame frame) {
    String error = error();
    if (error != null) {
      inbound.error(requestId(), error);
    } else if (method.equals("pong")) {
      inbound.pong(requestId(), timing());
    } else if (method.equals("error")) {
      inbound.error(requestId(), "error without a text");
    } else {
      inbound.unrecognised(method, frame);
    }
  }
}
