package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The essential cases of market data over real sockets, with and without TLS: a dozen cases,
 * numbered {@code MS-01} and on, against the simulated exchange on loopback.
 *
 * <pre>{@code
 * final class V2SocketContractTest extends MarketDataSocketContract {
 *   @Override
 *   protected Protocol protocol() {
 *     return KrakenV2.protocol();
 *   }
 *
 *   @Override
 *   protected Transport newTransport(Optional<String> certificatePem) {
 *     var builder = VertxTransport.builder();
 *     certificatePem.ifPresent(builder::trust);
 *     return builder.build();
 *   }
 * }
 * }</pre>
 */
public abstract class MarketDataSocketContract {
  /** Makes the suite. */
  protected MarketDataSocketContract() {}

  /**
   * The version to speak.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * A transport for one case, which closes it.
   *
   * @param certificatePem what it has to trust; empty for what it trusts by itself
   * @return a new transport
   */
  protected abstract Transport newTransport(Optional<String> certificatePem);

  @Nested
  @DisplayName("Plain sockets")
  final class PlainTest extends SocketCases {
    @Override
    boolean tls() {
      return false;
    }

    @Override
    Protocol protocol() {
      return MarketDataSocketContract.this.protocol();
    }

    @Override
    Transport newTransport(Optional<String> certificatePem) {
      return MarketDataSocketContract.this.newTransport(certificatePem);
    }
  }

  @Nested
  @DisplayName("TLS")
  final class TlsTest extends SocketCases {
    @Override
    boolean tls() {
      return true;
    }

    @Override
    Protocol protocol() {
      return MarketDataSocketContract.this.protocol();
    }

    @Override
    Transport newTransport(Optional<String> certificatePem) {
      return MarketDataSocketContract.this.newTransport(certificatePem);
    }

    @Test
    @DisplayName("MS-20 a server whose certificate is not trusted is not spoken to")
    void untrusted() {
      HeardConnection doubtful = new HeardConnection();
      try (Transport wary = MarketDataSocketContract.this.newTransport(Optional.empty());
          KrakenClient refusing =
              builder()
                  .transport(wary)
                  .reconnectPolicy(new PromptReconnect(Duration.ofMinutes(1)))
                  .build()) {
        refusing.onConnection(doubtful);
        var unused = refusing.connect();
        doubtful.await("waits", heard -> heard.state() == ConnectionState.WAITING);
        assertThat(doubtful.states()).doesNotContain(ConnectionState.READY);
        assertThat(server.attempts()).isEmpty();
      }
    }
  }
}
