package io.krakenspot.v2.internal;

import io.krakenspot.port.AccountFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame of one of the account's channels: rows, and a number that counts the frames.
 *
 * @param <R> what a row is read into; its meaning also depends on the frame's type
 */
abstract class AccountMessage<R> extends ChannelMessage {
  private final List<R> rows = new ArrayList<>();
  private long sequence = AccountFrame.NO_SEQUENCE;

  AccountMessage(String channel) {
    super(channel);
  }

  final List<R> rows() {
    return rows;
  }

  final long sequence() {
    return sequence;
  }

  @Override
  public final void begin(WireReader in) {
    super.begin(in);
    rows.clear();
    sequence = AccountFrame.NO_SEQUENCE;
  }

  @Override
  public final void field(String name, WireReader in) throws IOException {
    if (name.equals("sequence")) {
      sequence = in.whole();
    } else {
      super.field(name, in);
    }
  }

  @Override
  final void data(WireReader in) throws IOException {
    rows.clear();
    in.array();
    while (in.nextElement()) {
      rows.add(row(in));
    }
  }

  /** Reads one row. */
  abstract R row(WireReader in) throws IOException;
}
