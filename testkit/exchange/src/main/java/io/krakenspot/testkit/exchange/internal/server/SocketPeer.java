package io.krakenspot.testkit.exchange.internal.server;

import io.krakenspot.testkit.exchange.Peer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/** A client on a socket. One that does not read is cut off, so that memory stays bounded. */
final class SocketPeer implements Peer {
  private static final int UNREAD_BYTES = 16 << 20;
  private static final short NORMAL = 1000;

  private final ServerWebSocket socket;

  SocketPeer(ServerWebSocket socket) {
    this.socket = socket;
    socket.setWriteQueueMaxSize(UNREAD_BYTES);
  }

  /** A client that has just gone hears nothing; the exchange learns of it in its turn. */
  @Override
  public void text(String text) {
    if (socket.isClosed()) {
      return;
    }
    socket.writeTextMessage(text);
    if (socket.writeQueueFull()) {
      cut();
    }
  }

  @Override
  public void closed(boolean abrupt) {
    if (abrupt) {
      cut();
    } else {
      socket.close(NORMAL);
    }
  }

  /** Closes TCP at the bottom of the pipeline, below those who would say goodbye. */
  private void cut() {
    Channel channel = ((WebSocketInternal) socket).channelHandlerContext().channel();
    ChannelFuture unused = channel.pipeline().firstContext().close();
  }
}
