package io.krakenspot.vertx;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves byte by byte, on 127.0.0.1. */
final class RawServer implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final String KEY_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** What the server does with a connection. */
  interface Script {
    void run(Peer peer) throws IOException, InterruptedException;
  }

  final AtomicInteger accepted = new AtomicInteger();
  private final ServerSocket server;
  private final Script script;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

  RawServer(Script script) {
    this.script = script;
    try {
      this.server = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  URI uri(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/v2");
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        accepted.incrementAndGet();
        sockets.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try {
      script.run(new Peer(socket, ended));
    } catch (IOException | InterruptedException e) {
      // the client went away
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    ended.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** One connection, seen from the server. */
  static final class Peer {
    final Socket socket;
    private final InputStream in;
    private final CountDownLatch ended;

    Peer(Socket socket, CountDownLatch ended) throws IOException {
      this.ended = ended;
      this.socket = socket;
      this.in = socket.getInputStream();
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    void writeAndWait(byte[] bytes) throws IOException {
      write(bytes);
      untilEnd();
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads the head of a request. */
    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) read());
      }
      return head.toString();
    }

    /** Reads the body that this head announces. */
    String body(String head) throws IOException {
      String length = head.replaceAll("(?is).*content-length: *(\\d+)\\r.*", "$1");
      return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.ISO_8859_1);
    }

    private int read() throws IOException {
      int value = in.read();
      if (value < 0) {
        throw new EOFException();
      }
      return value;
    }

    /** The right answer to an upgrade. */
    static String upgrade(String head) {
      String key = head.replaceAll("(?is).*sec-websocket-key: *([^\\r]+)\\r.*", "$1");
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: "
          + accept(key)
          + "\r\n\r\n";
    }

    private static String accept(String key) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-1")
                .digest((key + KEY_SALT).getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    Peer handshake() throws IOException {
      write(upgrade(head()));
      return this;
    }

    Peer frame(int opcode, boolean last, byte[] payload) throws IOException {
      write(encoded(opcode, last, payload));
      return this;
    }

    Peer text(String text) throws IOException {
      return frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    Peer closeFrame(int code, String reason) throws IOException {
      byte[] words = reason.getBytes(StandardCharsets.UTF_8);
      byte[] payload =
          ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array();
      return frame(CLOSE, true, payload);
    }

    static byte[] encoded(int opcode, boolean last, byte[] payload) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write((last ? 0x80 : 0) | opcode);
      if (payload.length < 126) {
        out.write(payload.length);
      } else if (payload.length < 1 << 16) {
        out.write(126);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
      } else {
        out.write(127);
        out.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
      }
      out.writeBytes(payload);
      return out.toByteArray();
    }

    /** Reads one short frame of the client: opcode, then the unmasked payload. */
    String received() throws IOException {
      int opcode = read() & 15;
      int length = read() & 127;
      length = length == 126 ? read() << 8 | read() : length;
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return opcode + ":" + new String(payload, StandardCharsets.ISO_8859_1);
    }

    /** Blocks until the client ends TCP, or resets it. */
    void untilEnd() {
      try {
        while (in.read() >= 0) {}
      } catch (IOException reset) {
        // an end, too
      }
    }

    /** Keeps silent until the test ends. */
    void hang() {
      hangFor(Long.MAX_VALUE);
    }

    void hangFor(long millis) {
      try {
        ended.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
