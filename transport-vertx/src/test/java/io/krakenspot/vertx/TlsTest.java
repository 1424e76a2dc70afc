package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.Loop;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fault A12: whom the transport believes. */
@Timeout(60)
class TlsTest {
  private static final String NAME = "ws.kraken.test";
  private static final Vertx VERTX = Vertx.vertx();

  private final BlockingQueue<String> serverNames = new LinkedBlockingQueue<>();
  private final Recorder told = new Recorder();
  private VertxTransport transport;
  private int port;

  @AfterAll
  static void closeServers() {
    VERTX.close().await();
  }

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  @Test
  void opensWhenTrustedAndSendsTheServerName() throws Exception {
    X509Bundle certificate = certificate(NAME);
    listen(certificate);

    Link link = connect(NAME, VertxTransport.builder().trust(certificate.getCertificatePEM()));

    told.expect("opened");
    told.expect("welcome");
    assertThat(serverNames.poll(20, TimeUnit.SECONDS)).isEqualTo(NAME);
    link.close();
  }

  @Test
  void trustsAnAuthorityFromAFile(@TempDir Path folder) throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .subject("CN=Authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    listen(builder(NAME).buildIssuedBy(authority));
    Path pem = Files.writeString(folder.resolve("ca.pem"), authority.getCertificatePEM());

    connect(NAME, VertxTransport.builder().trust(pem));

    told.expect("opened");
  }

  @Test
  void readsOverHttpsWithTheServerName() throws Exception {
    X509Bundle certificate = certificate(NAME);
    listen(certificate);
    transport = here(NAME, VertxTransport.builder().trust(certificate.getCertificatePEM()));

    byte[] body = get(NAME);

    assertThat(body).asString().isEqualTo("plain");
    assertThat(serverNames.poll(20, TimeUnit.SECONDS)).isEqualTo(NAME);
  }

  @Test
  void refusesACertificateThatNobodyTrusts() throws Exception {
    listen(certificate(NAME));

    connect(NAME, VertxTransport.builder());

    assertRefused("TLS failed");
    assertThatThrownBy(() -> get(NAME))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("TLS failed");
  }

  @Test
  void refusesAnotherCertificateThanTheTrustedOne() throws Exception {
    listen(certificate(NAME));

    connect(NAME, VertxTransport.builder().trust(certificate(NAME).getCertificatePEM()));

    assertRefused("TLS failed");
  }

  @Test
  void refusesATrustedCertificateOfAnotherName() throws Exception {
    X509Bundle certificate = certificate("ws.other.test");
    listen(certificate);

    connect(NAME, VertxTransport.builder().trust(certificate.getCertificatePEM()));

    assertRefused("No subject alternative DNS name matching " + NAME);
    assertThatThrownBy(() -> get(NAME))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .hasMessageContaining("No subject alternative DNS name matching " + NAME);
  }

  @Test
  void refusesAnExpiredCertificate() throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .subject("CN=Authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Instant now = Instant.now();
    X509Bundle expired =
        builder(NAME)
            .notBefore(now.minus(Duration.ofDays(30)))
            .notAfter(now.minus(Duration.ofDays(1)))
            .buildIssuedBy(authority);
    listen(expired);

    connect(NAME, VertxTransport.builder().trust(authority.getCertificatePEM()));

    assertRefused("TLS failed: NotAfter");
  }

  @Test
  void refusesOutdatedTls() throws Exception {
    byte[] helloOfTls11 = new byte[47];
    byte[] head = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
    System.arraycopy(head, 0, helloOfTls11, 0, head.length);
    helloOfTls11[44] = (byte) 0xC0; // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    helloOfTls11[45] = 0x13;
    try (RawServer outdated = new RawServer(peer -> peer.writeAndWait(helloOfTls11))) {
      port = outdated.uri("wss").getPort();
      connect(NAME, VertxTransport.builder());

      assertRefused("The server selected protocol version TLS11 is not accepted");
    }
  }

  @Test
  void refusesAServerWithoutTls() throws Exception {
    try (RawServer plain = new RawServer(peer -> peer.write("HTTP/1.1 400 No\r\n\r\n"))) {
      port = plain.uri("wss").getPort();
      connect(NAME, VertxTransport.builder());

      assertRefused("TLS failed");
    }
  }

  private void assertRefused(String why) {
    LinkClosed cause = (LinkClosed) told.next();
    assertThat(cause.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(cause.reason()).startsWith(NAME + ":" + port + " cannot be reached, ").contains(why);
  }

  private static X509Bundle certificate(String name) throws Exception {
    return builder(name).setIsCertificateAuthority(true).buildSelfSigned();
  }

  private static CertificateBuilder builder(String name) {
    return new CertificateBuilder().subject("CN=" + name).addSanDnsName(name);
  }

  private void listen(X509Bundle certificate) {
    PemKeyCertOptions identity =
        new PemKeyCertOptions()
            .addKeyValue(Buffer.buffer(certificate.getPrivateKeyPEM()))
            .addCertValue(Buffer.buffer(certificate.getCertificatePathPEM()));
    HttpServer server =
        VERTX.createHttpServer(
            new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(identity));
    port = server.requestHandler(this::serve).listen(0, "127.0.0.1").await().actualPort();
  }

  private void serve(HttpServerRequest request) {
    serverNames.add(String.valueOf(request.connection().indicatedServerName()));
    if (request.getHeader("Upgrade") == null) {
      request.response().end("plain");
    } else {
      request.toWebSocket().onSuccess(socket -> socket.writeTextMessage("welcome"));
    }
  }

  private Link connect(String name, VertxTransportBuilder builder) {
    transport = here(name, builder);
    Loop loop = transport.newLoop();
    return transport.connect(loop, URI.create("wss://" + name + ":" + port + "/v2"), told);
  }

  private VertxTransport here(String name, VertxTransportBuilder builder) {
    return builder.resolve(name, InetAddress.getLoopbackAddress()).build();
  }

  private byte[] get(String name) throws Exception {
    URI uri = URI.create("https://" + name + ":" + port + "/0/public/Time");
    return transport.get(uri).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
