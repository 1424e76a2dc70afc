package io.krakenspot.v1.internal;

import org.jspecify.annotations.Nullable;

/**
 * What each channel id was last used for, to tell whom a broken frame belonged to: its id stands
 * first, its names last. Never used to read a frame, since an id may come to mean something else.
 */
final class ChannelTable {
  private static final int MOST = 1 << 14;

  private long[] ids = new long[64];
  private @Nullable Label[] labels = new Label[64];
  private int size;

  void learn(long id, Label label) {
    int slot = slot(id);
    if (id == FrameReader.NO_ID || label.equals(labels[slot])) {
      return;
    }
    if (labels[slot] == null) {
      slot = makeRoom(id, slot);
    }
    ids[slot] = id;
    labels[slot] = label;
  }

  @Nullable Label find(long id) {
    return id == FrameReader.NO_ID ? null : labels[slot(id)];
  }

  /** Where an id stands, or would stand. */
  private int slot(long id) {
    int slot = (Long.hashCode(id * 0x9E3779B97F4A7C15L) >>> 8) & (ids.length - 1);
    while (labels[slot] != null && ids[slot] != id) {
      slot = (slot + 1) & (ids.length - 1);
    }
    return slot;
  }

  private int makeRoom(long id, int slot) {
    if (size == MOST) {
      ids = new long[64];
      labels = new Label[64];
      size = 1;
    } else if (++size * 2 > ids.length) {
      grow();
    } else {
      return slot;
    }
    return slot(id);
  }

  private void grow() {
    long[] oldIds = ids;
    @Nullable Label[] oldLabels = labels;
    ids = new long[oldIds.length * 2];
    labels = new Label[oldIds.length * 2];
    for (int old = 0; old < oldIds.length; old++) {
      if (oldLabels[old] != null) {
        int slot = slot(oldIds[old]);
        ids[slot] = oldIds[old];
        labels[slot] = oldLabels[old];
      }
    }
  }
}
