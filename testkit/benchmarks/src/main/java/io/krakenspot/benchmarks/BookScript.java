package io.krakenspot.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A market whose levels are told. */
final class BookScript implements Script {
  private final Wire wire;
  private final int depth;
  private final Market market;

  BookScript(Wire wire, int depth, long seed) {
    this.wire = wire;
    this.depth = depth;
    this.market = new Market(seed, depth);
  }

  @Override
  public String snapshot() {
    return wire.snapshot(depth, market.asks().visible(), market.bids().visible(), checksum());
  }

  @Override
  public Step next() {
    return new Moves(market.next());
  }

  @Override
  public Top top() {
    return Top.of(market.bids().level(0).exactPrice(), market.asks().level(0).exactPrice());
  }

  private long checksum() {
    ChecksumDigits digits = new ChecksumDigits();
    for (MarketSide side : List.of(market.asks(), market.bids())) {
      for (Level level : side.best(ChecksumDigits.LEVELS)) {
        digits.add(wire.price(level), wire.quantity(level));
      }
    }
    return digits.checksum();
  }

  private final class Moves implements Step {
    private final List<Move> moves;

    Moves(List<Move> moves) {
      this.moves = moves;
    }

    @Override
    public String make(int number) {
      List<Level> asks = new ArrayList<>();
      List<Level> bids = new ArrayList<>();
      for (Move move : moves) {
        List<Level> named = market.make(move);
        switch (move.side()) {
          case SELL -> asks.addAll(named);
          case BUY -> bids.addAll(named);
        }
      }
      return wire.update(depth, asks, bids, checksum(), number);
    }

    @Override
    public Step undone() {
      return new Moves(moves.stream().map(Move::undone).toList());
    }
  }
}
