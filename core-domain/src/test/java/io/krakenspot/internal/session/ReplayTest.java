package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.Replay;
import io.krakenspot.client.ReplayListener;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.port.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void aFrameThatCannotBeReadWithholdsADeepBookUntilItsNextSnapshot() {
    Replay replay = replay(Depth.D100);
    say(replay, "snap BTC/USD 11 10", "update BTC/USD 12 9");
    bad(replay, "{bad");
    say(replay, "update BTC/USD 13 8", "snap BTC/USD 11 10", "update BTC/USD 12 9");

    assertThat(heard)
        .containsExactly("BTC/USD 1", "BTC/USD 2", "BTC/USD ignored", "BTC/USD 1", "BTC/USD 2");
  }

  @Test
  void aFrameThatNamesItsBookWithholdsThatOneAlone() {
    Replay replay = replay(Depth.D10);
    say(replay, "snap BTC/USD 11 10", "snap ETH/USD 11 10");
    bad(replay, "{bad book BTC/USD");
    say(replay, "update BTC/USD 12 9", "update ETH/USD 12 9");

    assertThat(heard).endsWith("BTC/USD ignored", "ETH/USD 2");
  }

  @Test
  void aBookWhoseChecksumCoversEveryLevelIsKept() {
    Replay replay = replay(Depth.D10);
    say(replay, "snap BTC/USD 11 10");
    bad(replay, "{bad");
    bad(replay, "{bad trade BTC/USD");
    say(replay, "update BTC/USD 12 9");

    assertThat(heard).containsExactly("BTC/USD 1", "BTC/USD 2");
  }

  private Replay replay(Depth depth) {
    return new Replay(
        new WordProtocol(),
        new ReplayListener() {
          @Override
          public void onBook(Book book) {
            heard.add(book.pair() + " " + book.asks().size());
          }

          @Override
          public void onBookIgnored(Book book) {
            heard.add(book.pair() + " ignored");
          }
        },
        depth);
  }

  private static void say(Replay replay, String... frames) {
    for (String frame : frames) {
      replay.frame(Frame.of(frame));
    }
  }

  private static void bad(Replay replay, String frame) {
    assertThatThrownBy(() -> replay.frame(Frame.of(frame)))
        .isInstanceOf(MalformedFrameException.class);
  }
}
