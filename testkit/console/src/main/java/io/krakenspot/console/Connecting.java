package io.krakenspot.console;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Environment;
import io.krakenspot.port.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say which server, in which version, and as whom. */
final class Connecting {
  @Option(names = "--api", description = "v1 or v2 (default: v2).")
  private Api api = Api.V2;

  @ArgGroup private Where where = new Where();

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "PEM certificate to trust instead of the JDK's, for a server of one's own.")
  private @Nullable PemFile trust;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "API key and secret, on two lines or as KRAKEN_KEY=... and KRAKEN_SECRET=..., readable"
              + " by its owner only (default: these two environment variables).")
  private @Nullable Path credentials;

  /** Which server; Kraken's production unless told otherwise. */
  static final class Where {
    @Option(names = "--url", description = "A server of one's own, such as ws://127.0.0.1:8080.")
    @Nullable URI url;

    @Option(names = "--beta", description = "Kraken's beta servers.")
    boolean beta;
  }

  /** The account's key. */
  Credentials credentials(Map<String, String> environment) {
    return ApiKey.required(credentials, environment);
  }

  /** A transport that the caller closes. */
  Transport transport() {
    return Wiring.transport(trust == null ? null : trust.path());
  }

  KrakenClientBuilder client(Transport transport) {
    URI url = where.url;
    Environment environment = where.beta ? Environment.BETA : Environment.PRODUCTION;
    KrakenClientBuilder builder =
        url == null
            ? KrakenClient.builder().environment(environment).transport(transport)
            : Wiring.clientAt(url, transport);
    return builder.protocol(Wiring.protocol(api));
  }
}
