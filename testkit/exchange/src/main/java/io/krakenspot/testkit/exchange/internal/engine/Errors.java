package io.krakenspot.testkit.exchange.internal.engine;

/** Why the engine refuses, as the exchange writes it. */
final class Errors {
  static final String FUNDS = "EOrder:Insufficient funds";
  static final String MINIMUM = "EOrder:Order minimum not met";
  static final String COST = "EOrder:Cost minimum not met";
  static final String TICK = "EOrder:Tick size check failed";
  static final String PRICE = "EOrder:Invalid price";
  static final String POST_ONLY = "EOrder:Post only order";
  static final String UNKNOWN = "EOrder:Unknown order";
  static final String INVALID = "EOrder:Invalid order";
  static final String RATE = "EOrder:Rate limit exceeded";
  static final String OPEN_ORDERS = "EOrder:Orders limit exceeded";
  static final String MARGIN = "EOrder:Insufficient margin";
  static final String NO_POSITION = "EOrder:Reduce only:No position exists";
  static final String UNKNOWN_POSITION = "EOrder:Unknown position";
  static final String UNAVAILABLE = "EService:Unavailable";
  static final String CANCEL_ONLY_MODE = "EService:Market in cancel_only mode";
  static final String POST_ONLY_MODE = "EService:Market in post_only mode";
  static final String LIMIT_ONLY_MODE = "EService:Market in limit_only mode";
  static final String DEADLINE = "EService:Deadline elapsed";
  static final String UNKNOWN_PAIR = "EQuery:Unknown asset pair";

  private Errors() {}

  static String arguments(String detail) {
    return "EGeneral:Invalid arguments:" + detail;
  }
}
