package io.krakenspot.vertx.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.krakenspot.port.Transport;
import io.krakenspot.vertx.VertxTransport;

/**
 * Binds {@link Transport} to one {@link VertxTransport} with the default settings. Who made the
 * injector closes the transport. Another transport: bind it instead of installing this module.
 */
public final class VertxTransportModule extends AbstractModule {
  /** Makes the module. */
  public VertxTransportModule() {}

  @Provides
  @Singleton
  Transport transport() {
    return VertxTransport.create();
  }
}
