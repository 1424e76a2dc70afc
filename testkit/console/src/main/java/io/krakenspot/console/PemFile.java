package io.krakenspot.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file with certificates, found good before anything is dialled.
 *
 * @param path where it is
 */
record PemFile(Path path) {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  static PemFile of(String name) {
    Path file = Path.of(name);
    List<String> certificates =
        CERTIFICATE.matcher(read(file)).results().map(MatchResult::group).toList();
    if (certificates.isEmpty() || !certificates.stream().allMatch(PemFile::isReadable)) {
      throw new IllegalArgumentException("no good certificate in " + file + advice());
    }
    return new PemFile(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the certificate " + file + advice(), e);
    }
  }

  private static boolean isReadable(String pem) {
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static String advice() {
    return "; name a PEM file of the server's, such as the one that 'kraken simulate --tls' prints";
  }
}
