package io.krakenspot.v1.internal;

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
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int ROUNDS = 100_000;

  private final V1Codec codec = new V1Codec();
  private final Counter counter = new Counter();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aBookUpdateAllocatesNothing() {
    List<Frame> frames =
        List.of(
            Frame.of(
                """
                [336,{"a":[["30120.50000","0.35000000","1714550000.400005"]],"c":"3684025670"},\
                "book-10","XBT/USD"]"""),
            Frame.of(
                """
                [336,{"b":[["30119.90000","0.00000000","1714550000.500006"],\
                ["30118.40000","4.10000000","1714549990.000007","r"]],"c":"3445240933"},\
                "book-10","XBT/USD"]"""),
            Frame.of(
                """
                [337,{"a":[["120.50000","0.00000000","1714550000.600008"]]},\
                {"b":[["120.50000","0.15000000","1714550000.600010"]],"c":"3113481681"},\
                "book-1000","XDG/USD"]"""));
    decode(frames, 2 * ROUNDS);
    long before = threads.getCurrentThreadAllocatedBytes();
    decode(frames, ROUNDS);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(counter.books).isEqualTo(3L * ROUNDS);
    assertThat(bytes).as("bytes in %d frames", ROUNDS).isLessThan(10_000);
  }

  private void decode(List<Frame> frames, int rounds) {
    for (int round = 0; round < rounds; round++) {
      codec.decode(frames.get(round % frames.size()), counter);
    }
  }

  private static final class Counter implements Inbound {
    long books;

    @Override
    public void book(BookChange change) {
      books++;
    }

    @Override
    public void status(SystemStatus status) {}

    @Override
    public void heartbeat() {}

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
    public void level3(Level3Change change) {}

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
