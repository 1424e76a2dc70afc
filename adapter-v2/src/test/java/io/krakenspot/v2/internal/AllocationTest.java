package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Level3Change;
import io.krakenspot.port.ServerTiming;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int FRAMES = 100_000;

  private final V2Codec codec = new V2Codec();
  private final Counting counting = new Counting();
  private final Frame[] frames = {
    Frame.of(Frames.BOOK),
    Frame.of(Frames.BOOK.replace("ABC/USD", "XYZ/EUR").replace("512.", "0.0512")),
    Frame.of(Frames.LEVEL3),
    Frame.of(Frames.LEVEL3.replace("ABC/USD", "XYZ/EUR").replace("512.", "0.0512")),
    Frame.of(Frames.HEARTBEAT),
  };

  @Test
  void anUpdateOfABookAllocatesNothing() {
    decodeMany();
    decodeMany();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    decodeMany();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).as("bytes for %s frames", FRAMES).isLessThan(FRAMES / 10);
    assertThat(counting.levels).isGreaterThan(FRAMES);
  }

  private void decodeMany() {
    for (int count = 0; count < FRAMES; count++) {
      codec.decode(frames[count % frames.length], counting);
    }
  }

  private static final class Counting implements Inbound {
    private long levels;

    @Override
    public void book(BookChange change) {
      levels += change.asks().size() + change.bids().size();
    }

    @Override
    public void heartbeat() {}

    @Override
    public void status(SystemStatus status) {}

    @Override
    public void pong(long requestId, ServerTiming timing) {}

    @Override
    public void acknowledged(Acknowledgement acknowledgement) {}

    @Override
    public void error(long requestId, String text) {}

    @Override
    public void ticker(Ticker ticker) {}

    @Override
    public void spread(Spread spread) {}

    @Override
    public void trade(Trade trade, boolean snapshot) {}

    @Override
    public void candle(Candle candle, boolean snapshot) {}

    @Override
    public void instruments(Instruments instruments) {}

    @Override
    public void level3(Level3Change change) {
      levels += change.asks().size() + change.bids().size();
    }

    @Override
    public void account(AccountFrame frame) {}

    @Override
    public void balances(BalanceFrame frame) {}

    @Override
    public void answered(CommandAnswer answer) {}

    @Override
    public void unrecognised(String kind, Frame frame) {}

    @Override
    public void unknownFields(int count) {}
  }
}
