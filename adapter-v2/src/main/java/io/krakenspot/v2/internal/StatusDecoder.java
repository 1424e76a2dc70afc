package io.krakenspot.v2.internal;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code status}. */
final class StatusDecoder extends ListMessage<SystemStatus> {
  private SystemStatus.State state = SystemStatus.State.UNKNOWN;
  private @Nullable String version;
  private @Nullable String connectionId;

  StatusDecoder() {
    super("status");
  }

  @Override
  void clear() {
    state = SystemStatus.State.UNKNOWN;
    version = null;
    connectionId = null;
  }

  @Override
  void item(String name, WireReader in) throws IOException {
    switch (name) {
      case "system" -> state = state(in.text());
      case "version" -> version = in.text();
      case "connection_id" -> connectionId = in.literal();
      case "api_version" -> in.skip();
      default -> in.unknown();
    }
  }

  private static SystemStatus.State state(String text) {
    return switch (text) {
      case "online" -> SystemStatus.State.ONLINE;
      case "post_only" -> SystemStatus.State.POST_ONLY;
      case "limit_only" -> SystemStatus.State.LIMIT_ONLY;
      case "cancel_only" -> SystemStatus.State.CANCEL_ONLY;
      case "maintenance" -> SystemStatus.State.MAINTENANCE;
      default -> SystemStatus.State.UNKNOWN;
    };
  }

  @Override
  SystemStatus item(WireReader in) {
    return new SystemStatus(state, version, connectionId);
  }

  @Override
  void report(SystemStatus status, boolean snapshot, Inbound inbound) {
    inbound.status(status);
  }
}
