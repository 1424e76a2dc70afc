package io.krakenspot.console;

import com.google.inject.Module;
import io.krakenspot.v1.guice.KrakenV1Module;
import io.krakenspot.v2.guice.KrakenV2Module;
import java.util.Locale;

/** The version that {@code --api} chooses. */
enum Api {
  V1,
  V2;

  /** Binds the version's protocol. */
  Module module() {
    return switch (this) {
      case V1 -> new KrakenV1Module();
      case V2 -> new KrakenV2Module();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
