package io.krakenspot.port;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.TickerTrigger;

/**
 * A stream that can be subscribed to, without its pair: {@code book 10}, {@code ohlc 5}. Two topics
 * are equal if they name the same stream.
 */
public sealed interface Topic {
  /**
   * The name people give the stream, for example {@code book} or {@code ohlc}, the same for v1 and
   * v2.
   *
   * @return a lower-case word
   */
  String name();

  /**
   * Whether the stream is subscribed to pair by pair.
   *
   * @return false for reference data
   */
  default boolean perPair() {
    return true;
  }

  /**
   * The host that serves the stream.
   *
   * @return market data unless it needs a token
   */
  default Host host() {
    return Host.MARKET_DATA;
  }

  /**
   * Best bid and offer with the figures of 24 hours.
   *
   * @param trigger what makes the exchange send one
   */
  record TickerTopic(TickerTrigger trigger) implements Topic {
    @Override
    public String name() {
      return "ticker";
    }
  }

  /** Best bid and offer. */
  record SpreadTopic() implements Topic {
    @Override
    public String name() {
      return "spread";
    }
  }

  /**
   * The order book.
   *
   * @param depth levels a side
   */
  record BookTopic(Depth depth) implements Topic {
    @Override
    public String name() {
      return "book";
    }
  }

  /** Trades. */
  record TradeTopic() implements Topic {
    @Override
    public String name() {
      return "trade";
    }
  }

  /**
   * Candles.
   *
   * @param interval their length
   */
  record CandleTopic(Interval interval) implements Topic {
    @Override
    public String name() {
      return "ohlc";
    }
  }

  /**
   * Reference data of assets and pairs.
   *
   * @param tokenized whether tokenised equities are included
   */
  record InstrumentTopic(boolean tokenized) implements Topic {
    @Override
    public String name() {
      return "instrument";
    }

    @Override
    public boolean perPair() {
      return false;
    }
  }

  /**
   * Individual orders of the book.
   *
   * @param depth price levels a side
   */
  record Level3Topic(Level3Depth depth) implements Topic {
    @Override
    public String name() {
      return "level3";
    }

    @Override
    public Host host() {
      return Host.LEVEL3;
    }
  }

  /** Orders of the account. */
  record OrderTopic() implements AccountTopic {
    @Override
    public String name() {
      return "orders";
    }
  }

  /** Fills of the account. */
  record FillTopic() implements AccountTopic {
    @Override
    public String name() {
      return "fills";
    }
  }

  /** Orders and fills of the account in one stream. */
  record ExecutionTopic() implements AccountTopic {
    @Override
    public String name() {
      return "executions";
    }
  }

  /** Balances of the account. */
  record BalanceTopic() implements AccountTopic {
    @Override
    public String name() {
      return "balances";
    }
  }

  /** A stream of the account. */
  sealed interface AccountTopic extends Topic {
    @Override
    default boolean perPair() {
      return false;
    }

    @Override
    default Host host() {
      return Host.ACCOUNT;
    }
  }
}
