package io.krakenspot.v1.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.krakenspot.port.Protocol;
import io.krakenspot.v1.KrakenV1;

/** Binds {@link Protocol} to Kraken WebSocket v1. */
public final class KrakenV1Module extends AbstractModule {
  /** Makes the module. */
  public KrakenV1Module() {}

  @Provides
  Protocol protocol() {
    return KrakenV1.protocol();
  }
}
