package io.krakenspot.testkit.exchange.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Writes a few bytes at a time. The lowest handler of a connection; lives on its event loop. */
final class Drip extends ChannelOutboundHandlerAdapter {
  private static final String NAME = "drip";

  private final Queue<Piece> waiting = new ArrayDeque<>();
  private int bytes;
  private Duration interval = Duration.ZERO;
  private boolean scheduled;

  private record Piece(Object message, ChannelPromise promise) {}

  private Drip() {}

  static Drip on(Channel channel) {
    if (channel.pipeline().get(NAME) instanceof Drip there) {
      return there;
    }
    Drip drip = new Drip();
    channel.pipeline().addFirst(NAME, drip);
    return drip;
  }

  void pace(int newBytes, Duration newInterval) {
    bytes = newBytes;
    interval = newInterval;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (bytes == 0 && waiting.isEmpty()) {
      ChannelFuture unused = context.write(message, promise);
      return;
    }
    waiting.add(new Piece(message, promise));
    if (!scheduled) {
      drop(context);
    }
  }

  private void drop(ChannelHandlerContext context) {
    scheduled = false;
    int left = bytes == 0 ? Integer.MAX_VALUE : bytes;
    while (left > 0 && !waiting.isEmpty()) {
      left -= writeSome(context, waiting.element(), left);
    }
    context.flush();
    if (!waiting.isEmpty()) {
      scheduled = true;
      var unused =
          context
              .executor()
              .schedule(() -> drop(context), interval.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private int writeSome(ChannelHandlerContext context, Piece piece, int most) {
    if (piece.message() instanceof ByteBuf buffer && buffer.readableBytes() > most) {
      ChannelFuture unused = context.write(buffer.readRetainedSlice(most));
      return most;
    }
    waiting.remove();
    int size = piece.message() instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
    ChannelFuture unused = context.write(piece.message(), piece.promise());
    return size;
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    giveUp();
    ChannelFuture unused = context.close(promise);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    giveUp();
  }

  private void giveUp() {
    for (Piece piece : waiting) {
      ReferenceCountUtil.release(piece.message());
      piece.promise().tryFailure(new ClosedChannelException());
    }
    waiting.clear();
  }
}
