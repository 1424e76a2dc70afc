package io.krakenspot.console;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.vertx.VertxTransport;
import io.krakenspot.vertx.guice.VertxTransportModule;
import io.krakenspot.vertx.policy.AttemptBudget;
import io.krakenspot.vertx.policy.KrakenReconnect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gets what a command needs from the Guice modules of the library. */
final class Wiring {
  static {
    // Guice's generated classes need an API that JDK 24 and later warn about on standard error.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
  }

  private Wiring() {}

  static Protocol protocol(Api api) {
    return instance(Protocol.class, api.module());
  }

  /** A transport that the caller closes; it trusts the JDK's certificates, or the given one. */
  static Transport transport(@Nullable Path trusted) {
    return instance(
        Transport.class, trusted == null ? new VertxTransportModule() : new Trusting(trusted));
  }

  /** A client of a server of one's own. Kraken's budget of attempts is for Kraken's servers. */
  static KrakenClientBuilder clientAt(URI server, Transport transport) {
    KrakenClientBuilder builder = KrakenClient.builder().server(server).transport(transport);
    return isKraken(server)
        ? builder
        : builder.reconnectPolicy(KrakenReconnect.builder().budget(plenty()).build());
  }

  private static boolean isKraken(URI server) {
    return server.getHost() != null && server.getHost().endsWith("kraken.com");
  }

  private static AttemptBudget plenty() {
    return AttemptBudget.of(600, Duration.ofSeconds(60));
  }

  private static <T> T instance(Class<T> type, Module module) {
    return Guice.createInjector(binder -> binder.requireExplicitBindings(), module)
        .getInstance(type);
  }

  /** Binds a transport that trusts one certificate. */
  private static final class Trusting extends AbstractModule {
    private final Path certificate;

    Trusting(Path certificate) {
      this.certificate = certificate;
    }

    @Override
    protected void configure() {
      bind(Transport.class).toInstance(VertxTransport.builder().trust(certificate).build());
    }
  }
}
