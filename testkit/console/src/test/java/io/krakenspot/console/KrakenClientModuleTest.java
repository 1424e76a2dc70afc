package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Transport;
import io.krakenspot.v1.guice.KrakenV1Module;
import io.krakenspot.v2.guice.KrakenV2Module;
import io.krakenspot.vertx.guice.KrakenClientModule;
import io.krakenspot.vertx.guice.VertxTransportModule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's modules make a client together, without dialling. */
class KrakenClientModuleTest {
  static Stream<Module> versions() {
    return Stream.of(new KrakenV1Module(), new KrakenV2Module());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void hasMarketDataAloneWithoutCredentials(Module version) {
    Injector injector =
        Guice.createInjector(version, new VertxTransportModule(), new KrakenClientModule());

    try (Transport transport = injector.getInstance(Transport.class);
        KrakenClient client = injector.getInstance(KrakenClient.class)) {
      assertThat(transport).isSameAs(injector.getInstance(Transport.class));
      assertThat(client).isSameAs(injector.getInstance(KrakenClient.class));
      assertThatIllegalStateException().isThrownBy(client::trading);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void hasTheAccountOfBoundCredentials(Module version) {
    Module credentials =
        binder -> binder.bind(Credentials.class).toInstance(Credentials.of("key", "c2VjcmV0"));
    Injector injector =
        Guice.createInjector(
            version, new VertxTransportModule(), new KrakenClientModule(), credentials);

    try (Transport transport = injector.getInstance(Transport.class);
        KrakenClient client = injector.getInstance(KrakenClient.class)) {
      assertThat(transport).isSameAs(injector.getInstance(Transport.class));
      assertThat(client.trading()).isNotNull();
      assertThat(client.account()).isNotNull();
    }
  }
}
