package io.krakenspot.v2.internal;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.FieldContract;
import io.krakenspot.v2.KrakenV2;
import java.util.List;
import java.util.Set;

/** Every field of version 2. */
final class V2FieldTest extends FieldContract {
  @Override
  protected Protocol protocol() {
    return KrakenV2.protocol();
  }

  @Override
  protected List<String> frames() {
    return List.of(Frames.all());
  }

  @Override
  protected String kind(String frame) {
    return frame.replaceFirst("(?s)\\{\"(?:channel|method)\":\"(\\w+)\".*", "$1");
  }

  @Override
  protected Set<String> required() {
    return Set.copyOf(
        """
        add_order method
        balances channel
        balances data
        balances data[].amount
        balances data[].asset
        balances data[].balance
        balances data[].ledger_id
        balances data[].wallets[].balance
        balances data[].wallets[].id
        balances data[].wallets[].type
        balances type
        batch_add method
        book channel
        book data
        book data[].asks[].price
        book data[].asks[].qty
        book data[].bids[].price
        book data[].bids[].qty
        book data[].checksum
        book data[].symbol
        book type
        executions channel
        executions data
        executions data[].cost
        executions data[].exec_id
        executions data[].exec_type
        executions data[].fees[].asset
        executions data[].fees[].qty
        executions data[].last_price
        executions data[].last_qty
        executions data[].order_id
        executions data[].order_type
        executions data[].side
        executions data[].symbol
        executions data[].timestamp
        executions type
        heartbeat channel
        instrument channel
        instrument data
        instrument data.assets[].id
        instrument data.assets[].precision
        instrument data.assets[].precision_display
        instrument data.pairs[].price_precision
        instrument data.pairs[].qty_increment
        instrument data.pairs[].qty_precision
        instrument data.pairs[].symbol
        instrument type
        level3 channel
        level3 data
        level3 data[].asks[].event
        level3 data[].asks[].limit_price
        level3 data[].asks[].order_id
        level3 data[].bids[].event
        level3 data[].bids[].limit_price
        level3 data[].bids[].order_id
        level3 data[].bids[].order_qty
        level3 data[].bids[].timestamp
        level3 data[].checksum
        level3 data[].symbol
        level3 type
        ohlc channel
        ohlc data
        ohlc data[].close
        ohlc data[].high
        ohlc data[].interval
        ohlc data[].interval_begin
        ohlc data[].low
        ohlc data[].open
        ohlc data[].symbol
        ohlc data[].trades
        ohlc data[].volume
        ohlc data[].vwap
        ohlc type
        pong method
        status channel
        status data
        status type
        subscribe method
        ticker channel
        ticker data
        ticker data[].ask
        ticker data[].ask_qty
        ticker data[].bid
        ticker data[].bid_qty
        ticker data[].high
        ticker data[].low
        ticker data[].symbol
        ticker data[].volume
        ticker data[].vwap
        ticker type
        trade channel
        trade data
        trade data[].price
        trade data[].qty
        trade data[].side
        trade data[].symbol
        trade data[].timestamp
        trade type
        """
            .lines()
            .toList());
  }

  @Override
  protected Set<String> closed() {
    return Set.copyOf(
        """
        balances type
        book type
        executions data[].side
        executions type
        instrument type
        level3 data[].asks[].event
        level3 data[].bids[].event
        level3 type
        ohlc type
        status type
        ticker type
        trade data[].side
        trade type
        """
            .lines()
            .toList());
  }

  @Override
  protected Set<String> named() {
    return Set.of();
  }
}
