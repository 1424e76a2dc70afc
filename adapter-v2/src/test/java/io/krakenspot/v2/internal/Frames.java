package io.krakenspot.v2.internal;

/** One frame of each kind, written by hand. */
final class Frames {
  static final String STATUS =
      """
      {"channel":"status","type":"update","data":[{"api_version":"v2",\
      "connection_id":12893471002837465012,"system":"online","version":"2.0.11"}]}""";
  static final String BOOK =
      """
      {"channel":"book","type":"update","data":[{"symbol":"ABC/USD",\
      "bids":[{"price":512.40,"qty":0.02500000},{"price":512.10,"qty":0.00000000}],\
      "asks":[{"price":512.60,"qty":7.10000000}],\
      "checksum":4288062579,"timestamp":"2026-03-02T10:00:03.000417Z"}]}""";
  static final String LEVEL3 =
      """
      {"channel":"level3","type":"update","data":[{"symbol":"ABC/USD",\
      "checksum":2218652847,"timestamp":"2026-03-02T10:01:02.330000110Z",\
      "bids":[{"event":"modify","order_id":"OB1AAA-AAAAA-AAAAAA","limit_price":512.10,\
      "order_qty":0.30000000,"timestamp":"2026-03-02T10:00:41.100000001Z"},\
      {"event":"add","order_id":"OB4AAA-AAAAA-AAAAA9","limit_price":512.00,\
      "order_qty":4.00000000,"timestamp":"2026-03-02T10:01:02.329000100Z"}],\
      "asks":[{"event":"delete","order_id":"OA1AAA-AAAAA-AAAAAA","limit_price":512.60,\
      "order_qty":1.50000000,"timestamp":"2026-03-02T10:01:02.328000099Z"}]}]}""";
  static final String TICKER =
      """
      {"channel":"ticker","type":"update","data":[{"symbol":"SOL/EUR","bid":121.450,\
      "bid_qty":14.20000000,"ask":121.47,"ask_qty":3.11000000,"last":121.46,\
      "volume":48211.70133215,"vwap":120.98,"low":117.02,"high":123.90,"change":-2.31,\
      "change_pct":-1.94,"timestamp":"2026-03-02T10:00:02.114233Z"}]}""";
  static final String TRADES =
      """
      {"channel":"trade","type":"snapshot","data":[\
      {"symbol":"ETH/USD","side":"sell","price":3150.05,"qty":0.50000000,"ord_type":"market",\
      "trade_id":58112034,"timestamp":"2026-03-02T10:00:04.771205Z"},\
      {"symbol":"ETH/USD","side":"buy","price":3150.10,"qty":5.1e-05,"ord_type":"limit",\
      "trade_id":58112035,"timestamp":"2026-03-02T10:00:04.771206Z"}]}""";
  static final String CANDLES =
      """
      {"channel":"ohlc","type":"update","timestamp":"2026-03-02T10:00:31.204518772Z",\
      "data":[{"symbol":"ETH/USD","open":3149.90,"high":3150.40,"low":3149.10,"close":3150.12,\
      "trades":9,"volume":4.81020000,"vwap":3149.87,\
      "interval_begin":"2026-03-02T10:00:00.000000000Z","interval":5,\
      "timestamp":"2026-03-02T10:05:00.000000Z"}]}""";
  static final String INSTRUMENTS =
      """
      {"channel":"instrument","type":"snapshot","data":{"assets":[\
      {"id":"USD","status":"enabled","precision":4,"precision_display":2,"borrowable":true,\
      "collateral_value":1.00,"margin_rate":0.015,"class":"currency"},\
      {"id":"TSLAx","status":"enabled","precision":8,"precision_display":4,"borrowable":false,\
      "collateral_value":0.00,"multiplier":1}],\
      "pairs":[{"symbol":"BTC/USD","base":"BTC","quote":"USD","status":"online",\
      "qty_precision":8,"qty_increment":1e-08,"price_precision":1,"cost_precision":5,\
      "marginable":true,"has_index":true,"cost_min":0.50,"margin_initial":0.20,\
      "position_limit_long":250,"position_limit_short":200.0,"tick_size":0.1,\
      "price_increment":0.1,"qty_min":0.00005}]}}""";
  static final String HEARTBEAT = "{\"channel\":\"heartbeat\"}";
  static final String PONG =
      """
      {"method":"pong","req_id":7,"time_in":"2026-03-02T10:00:01.000120Z",\
      "time_out":"2026-03-02T10:00:01.000139Z"}""";
  static final String ACCEPTED =
      """
      {"method":"subscribe","req_id":41,"result":{"channel":"ohlc","interval":5,\
      "snapshot":true,"symbol":"ETH/USD",\
      "warnings":["timestamp is deprecated, use interval_begin"]},"success":true,\
      "time_in":"2026-03-02T10:00:00.100001Z","time_out":"2026-03-02T10:00:00.100042Z"}""";
  static final String REFUSED =
      """
      {"method":"subscribe","req_id":41,"success":false,\
      "error":"Currency pair not supported ABC/USD","symbol":"ABC/USD",\
      "time_in":"2026-03-02T10:00:00.100001Z","time_out":"2026-03-02T10:00:00.100042Z"}""";

  static final String EXECUTION =
      """
      {"channel":"executions","type":"update","data":[{"order_id":"OEXAM1-AAAAA-AAAAAA",\
      "cl_ord_id":"mm-0302-000017","exec_id":"TEXAM1-BBBBB-BBBBBB","exec_type":"trade",\
      "trade_id":58112041,"symbol":"ETH/USD","side":"buy","last_qty":0.40000000,\
      "last_price":3149.90,"liquidity_ind":"m","cost":1259.96000,"order_type":"limit",\
      "timestamp":"2026-03-02T10:03:09.442001Z","order_status":"partially_filled",\
      "cum_qty":0.40000000,"cum_cost":1259.96000,"avg_price":3149.90,\
      "fee_usd_equiv":1.88994,"fees":[{"asset":"USD","qty":1.88994}]}],"sequence":5}""";
  static final String OPEN_ORDERS =
      """
      {"channel":"executions","type":"snapshot","data":[{"order_id":"OEXAM2-AAAAA-AAAAAA",\
      "order_userref":7001,"symbol":"ETH/USD","side":"sell","order_type":"stop-loss-limit",\
      "order_qty":0.80000000,"limit_price":2990.00,"limit_price_type":"static",\
      "time_in_force":"GTC","exec_type":"new","order_status":"new","cum_qty":0.00000000,\
      "triggers":{"reference":"last","price":3000.00,"price_type":"static",\
      "status":"untriggered"},"contingent":{"order_type":"limit","limit_price":2900.00,\
      "limit_price_type":"static"},"timestamp":"2026-03-02T10:01:09.442001Z"}],"sequence":1}""";
  static final String BALANCES =
      """
      {"channel":"balances","type":"snapshot","data":[{"asset":"ETH","asset_class":"currency",\
      "balance":12.5,"wallets":[{"type":"spot","id":"main","balance":10.0},\
      {"type":"earn","id":"bonded","balance":2.5}]},{"asset":"USD",\
      "asset_class":"currency","balance":50200.1175,"wallets":[]}],"sequence":1}""";
  static final String LEDGER_ENTRY =
      """
      {"channel":"balances","type":"update","data":[{"ledger_id":"LEXAM1-CCCCC-CCCCCC",\
      "ref_id":"TEXAM1-BBBBB-BBBBBB","timestamp":"2026-03-02T10:03:09.442080Z",\
      "type":"trade","subtype":null,"asset":"ETH","asset_class":"currency",\
      "category":"trade","wallet_type":"spot","wallet_id":"main","amount":0.4,"fee":0.0,\
      "balance":12.9}],"sequence":2}""";
  static final String PLACED =
      """
      {"method":"add_order","req_id":101,"result":{"order_id":"OEXAM1-AAAAA-AAAAAA",\
      "cl_ord_id":"mm-0302-000017"},"success":true,\
      "time_in":"2026-03-02T10:03:00.099101Z","time_out":"2026-03-02T10:03:00.101876Z"}""";
  static final String PLACED_IN_PART =
      """
      {"method":"batch_add","req_id":110,"result":[{"order_id":"OEXAM8-AAAAA-AAAAAA",\
      "order_userref":1},{"error":"EOrder:Insufficient funds"}],"success":false,\
      "time_in":"2026-03-02T10:05:01.000001Z","time_out":"2026-03-02T10:05:01.005801Z"}""";

  private Frames() {}

  /** One of each. */
  static String[] all() {
    return new String[] {
      STATUS,
      BOOK,
      LEVEL3,
      TICKER,
      TRADES,
      CANDLES,
      INSTRUMENTS,
      HEARTBEAT,
      PONG,
      ACCEPTED,
      REFUSED,
      EXECUTION,
      OPEN_ORDERS,
      BALANCES,
      LEDGER_ENTRY,
      PLACED,
      PLACED_IN_PART
    };
  }
}
