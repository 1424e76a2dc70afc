package io.krakenspot.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A snapshot and a round of updates that ends with the book it began with, so that it can be played
 * for ever: the market's moves, then all of them undone in reverse.
 */
final class FrameCycle {
  private static final int MOVES = 1000;
  private static final int CHECKED_LEVELS = 10;

  private final Wire wire;
  private final int depth;
  private final Market market;
  private final byte[] snapshot;
  private final List<byte[]> updates = new ArrayList<>();
  private final List<Top> tops = new ArrayList<>();

  FrameCycle(Wire wire, int depth, long seed) {
    this.wire = wire;
    this.depth = depth;
    this.market = new Market(seed, depth);
    this.snapshot = bytes(snapshotNow());
    runThereAndBack();
  }

  /** The first frame. */
  byte[] snapshot() {
    return snapshot;
  }

  /** The frames after it. */
  List<byte[]> updates() {
    return updates;
  }

  /** The best prices after each update. */
  List<Top> tops() {
    return tops;
  }

  /** A snapshot of the market as the cycle left it: the same as the first if all is well. */
  String snapshotNow() {
    return wire.snapshot(depth, market.asks().visible(), market.bids().visible(), checksum());
  }

  private void runThereAndBack() {
    List<List<Move>> undone = new ArrayList<>();
    for (int i = 0; i < MOVES; i++) {
      List<Move> moves = market.next();
      step(moves);
      undone.add(moves.stream().map(Move::undone).toList());
    }
    Collections.reverse(undone);
    undone.forEach(this::step);
  }

  private void step(List<Move> moves) {
    List<Level> asks = new ArrayList<>();
    List<Level> bids = new ArrayList<>();
    for (Move move : moves) {
      List<Level> named = market.make(move);
      switch (move.side()) {
        case SELL -> asks.addAll(named);
        case BUY -> bids.addAll(named);
      }
    }
    updates.add(bytes(wire.update(depth, asks, bids, checksum(), updates.size())));
    tops.add(Top.of(market.bids().level(0).exactPrice(), market.asks().level(0).exactPrice()));
  }

  private long checksum() {
    StringBuilder digits = new StringBuilder();
    market.asks().best(CHECKED_LEVELS).forEach(level -> append(digits, level));
    market.bids().best(CHECKED_LEVELS).forEach(level -> append(digits, level));
    CRC32 crc = new CRC32();
    crc.update(bytes(digits.toString()));
    return crc.getValue();
  }

  private void append(StringBuilder digits, Level level) {
    digits.append(stripped(wire.price(level))).append(stripped(wire.quantity(level)));
  }

  private static String stripped(String number) {
    return number.replace(".", "").replaceFirst("^0+", "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
