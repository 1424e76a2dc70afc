package io.krakenspot.testkit.exchange.internal.server;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * A certificate for this run alone, signed by itself.
 *
 * @param certificatePem the certificate, for clients to trust
 * @param keyPem its private key, for the server
 */
public record Certificate(String certificatePem, String keyPem) {
  /**
   * Makes one for {@code localhost}, {@code 127.0.0.1} and the made-up hosts {@code ws.kraken.test}
   * and {@code ws-auth.kraken.test}.
   *
   * @return a new certificate
   */
  public static Certificate make() {
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .ecp256()
              .subject("CN=localhost")
              .setIsCertificateAuthority(true)
              .addSanDnsName("localhost")
              .addSanDnsName("ws.kraken.test")
              .addSanDnsName("ws-auth.kraken.test")
              .addSanIpAddress("127.0.0.1")
              .buildSelfSigned();
      return new Certificate(bundle.getCertificatePEM(), bundle.getPrivateKeyPEM());
    } catch (Exception e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Certificate[for localhost and ws.kraken.test]";
  }
}
