package io.krakenspot.benchmarks;

import io.krakenspot.market.Side;
import java.util.List;
import java.util.stream.Stream;

/** A market whose orders are told. */
final class Level3Script implements Script {
  private final int depth;
  private final OrderMarket market;

  Level3Script(int depth, long seed) {
    this.depth = depth;
    this.market = new OrderMarket(seed, depth);
  }

  @Override
  public String snapshot() {
    return Level3Wire.snapshot(market.asks().best(depth), market.bids().best(depth), checksum());
  }

  @Override
  public Step next() {
    return new OneMove(market.next());
  }

  @Override
  public Top top() {
    return Top.of(
        market.bids().level(0).get(0).exactPrice(), market.asks().level(0).get(0).exactPrice());
  }

  private long checksum() {
    ChecksumDigits digits = new ChecksumDigits();
    Stream.of(market.asks(), market.bids())
        .flatMap(side -> side.best(ChecksumDigits.LEVELS))
        .forEach(order -> digits.add(order.priceText(), order.quantityText()));
    return digits.checksum();
  }

  private final class OneMove implements Step {
    private final OrderMove move;

    OneMove(OrderMove move) {
      this.move = move;
    }

    @Override
    public String make(int number) {
      List<OrderEvent> events = market.make(move);
      boolean asks = move.side() == Side.SELL;
      return Level3Wire.update(
          asks ? events : List.of(), asks ? List.of() : events, checksum(), number);
    }

    @Override
    public Step undone() {
      return new OneMove(move.undone());
    }
  }
}
