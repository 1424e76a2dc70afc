package io.krakenspot.vertx.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import java.util.Optional;

/**
 * Binds {@link KrakenClient} to one client of the bound {@link Protocol} and {@link Transport}, on
 * Kraken's production servers. Bind {@link Credentials} too and it has an account; without them it
 * has market data alone. Who made the injector closes the client.
 *
 * <pre>{@code
 * Guice.createInjector(
 *     new KrakenV2Module(),
 *     new VertxTransportModule(),
 *     new KrakenClientModule(),
 *     binder -> binder.bind(Credentials.class).toInstance(Credentials.of(key, secret)));
 * }</pre>
 */
public final class KrakenClientModule extends AbstractModule {
  /** Makes the module. */
  public KrakenClientModule() {}

  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), Credentials.class);
  }

  @Provides
  @Singleton
  KrakenClient client(Protocol protocol, Transport transport, Optional<Credentials> credentials) {
    KrakenClientBuilder builder = KrakenClient.builder().protocol(protocol).transport(transport);
    credentials.ifPresent(builder::credentials);
    return builder.build();
  }
}
