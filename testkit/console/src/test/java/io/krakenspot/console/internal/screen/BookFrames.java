package io.krakenspot.console.internal.screen;

import io.krakenspot.client.Replay;
import io.krakenspot.client.ReplayListener;
import io.krakenspot.market.Book;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Protocol;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;
import java.util.concurrent.atomic.AtomicReference;

/** Books made of hand-written frames. */
final class BookFrames {
  private BookFrames() {}

  /** Two levels a side; the checksum holds. */
  static Book verified() {
    return replayed(
        KrakenV2.protocol(),
        """
        {"channel":"book","type":"snapshot","data":[{"symbol":"BTC/USD",
        "bids":[{"price":62710.4,"qty":2.00000000},{"price":62709.9,"qty":0.01000000}],
        "asks":[{"price":62710.5,"qty":0.50000000},{"price":62711.0,"qty":1.25000000}],
        "checksum":4162296798}]}""");
  }

  /** Three bids and one ask, as v1 sends them: without a checksum. */
  static Book unverified() {
    return replayed(
        KrakenV1.protocol(),
        """
        [336,{"as":[["62710.5","3.00000000","1772445600.100001"]],
        "bs":[["62710.4","12.50000000","1772445600.100001"],
        ["62709.0","6.30000000","1772445600.100001"],
        ["62708.0","0.00000001","1772445600.100001"]]},"book-10","XBT/USD"]""");
  }

  private static Book replayed(Protocol protocol, String frame) {
    AtomicReference<Book> book = new AtomicReference<>();
    ReplayListener listener =
        new ReplayListener() {
          @Override
          public void onBook(Book live) {
            book.set(live.copy());
          }
        };
    new Replay(protocol, listener).frame(Frame.of(frame));
    return book.get();
  }
}
