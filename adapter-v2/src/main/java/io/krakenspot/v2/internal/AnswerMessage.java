package io.krakenspot.v2.internal;

import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.ServerTiming;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: what all of them have. Rare, so each is an object of its own. A request
 * itself, as a recording may have it, goes by the same method; it alone has parameters.
 */
abstract class AnswerMessage implements Message {
  private String method = "";
  private boolean request;
  private long requestId = Acknowledgement.NO_REQUEST;
  private boolean success;
  private @Nullable String error;
  private @Nullable Instant timeIn;
  private @Nullable Instant timeOut;

  @Override
  public final void begin(WireReader in) {
    in.about(null);
  }

  @Override
  public final void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "method" -> method = in.text();
      case "status" -> in.skip();
      case "params" -> {
        request = true;
        in.skip();
      }
      case "req_id" -> requestId = requestId(in);
      case "success" -> success = flag(in);
      case "error" -> error = in.text();
      case "time_in" -> timeIn = in.instant();
      case "time_out" -> timeOut = in.instant();
      default -> detail(name, in);
    }
  }

  /** Takes a field that not all answers have. */
  abstract void detail(String name, WireReader in) throws IOException;

  /** Anything but {@code true} is a failure. */
  private static boolean flag(WireReader in) throws IOException {
    boolean success = in.isTrue();
    in.skip();
    return success;
  }

  /** An id that no request of this library has is none. */
  private static long requestId(WireReader in) throws IOException {
    WireNumber number = new WireNumber();
    in.number(number);
    return number.wide() == null && number.scale() == 0
        ? number.unscaled()
        : Acknowledgement.NO_REQUEST;
  }

  @Override
  public final void end(WireReader in) {}

  @Override
  public final void report(Inbound inbound, Frame frame) {
    if (request) {
      inbound.unrecognised(method + " request", frame);
    } else {
      answer(inbound, frame);
    }
  }

  /** Tells what was answered. */
  abstract void answer(Inbound inbound, Frame frame);

  final long requestId() {
    return requestId;
  }

  final boolean success() {
    return success;
  }

  final @Nullable String error() {
    return error;
  }

  final @Nullable ServerTiming timing() {
    return timeIn == null || timeOut == null ? null : new ServerTiming(timeIn, timeOut);
  }
}
