package io.krakenspot.testkit.exchange.internal.server;

import io.krakenspot.testkit.exchange.Ending;
import io.krakenspot.testkit.exchange.Peer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A client on a socket. One that does not read is cut off, so that memory stays bounded. */
final class SocketPeer implements Peer {
  private static final int UNREAD_BYTES = 16 << 20;

  /** How long a client may take to read what was sent before a cut. */
  private static final long LAST_WORDS_MILLIS = 1000;

  private final ServerWebSocket socket;
  private Future<Void> lastWrite = Future.succeededFuture();

  SocketPeer(ServerWebSocket socket) {
    this.socket = socket;
    socket.setWriteQueueMaxSize(UNREAD_BYTES);
  }

  /** A client that has just gone hears nothing; the exchange learns of it in its turn. */
  @Override
  public void text(String text) {
    if (mayWrite()) {
      lastWrite = socket.writeTextMessage(text);
    }
  }

  @Override
  public void binary(byte[] bytes) {
    if (mayWrite()) {
      lastWrite = socket.writeBinaryMessage(Buffer.buffer(bytes));
    }
  }

  private boolean mayWrite() {
    if (!socket.isClosed() && socket.writeQueueFull()) {
      closeTcp();
      return false;
    }
    return !socket.isClosed();
  }

  @Override
  public void closed(Ending ending) {
    if (ending.equals(Ending.RESET)) {
      channel().config().setOption(ChannelOption.SO_LINGER, 0);
      closeTcp();
    } else if (ending.abrupt()) {
      cut();
    } else {
      socket.close((short) ending.code(), ending.reason());
    }
  }

  /** After the last write, as far as the client reads it. */
  private void cut() {
    if (lastWrite.isComplete()) {
      closeTcp();
      return;
    }
    lastWrite.onComplete(written -> closeTcp());
    var unused =
        channel().eventLoop().schedule(this::closeTcp, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * At the bottom of the pipeline, below those who would say goodbye; none is left once it is over.
   */
  private void closeTcp() {
    ChannelHandlerContext bottom = channel().pipeline().firstContext();
    if (bottom != null) {
      ChannelFuture unused = bottom.close();
    }
  }

  /** Without reading, not even pings are answered. */
  @Override
  public void halfOpen(boolean on) {
    channel().config().setAutoRead(!on);
  }

  @Override
  public boolean drip(int bytes, Duration interval) {
    Drip.on(channel()).pace(bytes, interval);
    return true;
  }

  private Channel channel() {
    return ((WebSocketInternal) socket).channelHandlerContext().channel();
  }
}
