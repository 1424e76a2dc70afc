package io.krakenspot.v2.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.krakenspot.port.Protocol;
import io.krakenspot.v2.KrakenV2;

/** Binds {@link Protocol} to version 2. */
public final class KrakenV2Module extends AbstractModule {
  /** Makes the module. */
  public KrakenV2Module() {}

  @Provides
  Protocol protocol() {
    return KrakenV2.protocol();
  }
}
