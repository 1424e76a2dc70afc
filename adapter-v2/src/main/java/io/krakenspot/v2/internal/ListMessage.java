package io.krakenspot.v2.internal;

import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame of a channel whose data is a list of objects, read one after another.
 *
 * @param <T> what an object becomes
 */
abstract class ListMessage<T> extends ChannelMessage {
  private final List<T> items = new ArrayList<>();

  ListMessage(String channel) {
    super(channel);
  }

  @Override
  public void begin(WireReader in) {
    super.begin(in);
    items.clear();
  }

  @Override
  final void data(WireReader in) throws IOException {
    items.clear();
    in.array();
    while (in.nextElement()) {
      in.object();
      clear();
      while (in.nextField()) {
        item(in.name(), in);
      }
      items.add(item(in));
    }
  }

  /** Starts an object. */
  abstract void clear();

  /** Takes a field of the object. */
  abstract void item(String name, WireReader in) throws IOException;

  /** Ends the object. */
  abstract T item(WireReader in);

  @Override
  final void report(Inbound inbound, boolean snapshot) {
    for (int index = 0; index < items.size(); index++) {
      report(items.get(index), snapshot, inbound);
    }
  }

  abstract void report(T item, boolean snapshot, Inbound inbound);
}
