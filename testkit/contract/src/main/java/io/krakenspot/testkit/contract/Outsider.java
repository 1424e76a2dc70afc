package io.krakenspot.testkit.contract;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.Path;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Somebody at the exchange whom the client under test knows nothing of: places orders by text of
 * its own, each on a connection of its own.
 */
final class Outsider {
  /** Stands for the token in a request. */
  static final String TOKEN = "TOKEN OF THE KEY";

  private final World world;
  private final String key;

  Outsider(World world, String key) {
    this.world = world;
    this.key = key;
  }

  /** Trades at the best prices there are. */
  String market(Side side, Pair pair, String quantity) {
    return second("\"order_type\":\"market\"", side, pair, quantity);
  }

  /** Rests, or trades at once if the price crosses. */
  String limit(Side side, Pair pair, String quantity, BigDecimal price) {
    return second(
        "\"order_type\":\"limit\",\"limit_price\":" + price.toPlainString(), side, pair, quantity);
  }

  private String second(String terms, Side side, Pair pair, String quantity) {
    return ask(
        Path.V2_PRIVATE,
        "{\"method\":\"add_order\",\"params\":{"
            + terms
            + ",\"side\":\""
            + word(side)
            + "\",\"symbol\":\""
            + pair
            + "\",\"order_qty\":"
            + quantity
            + ",\"token\":\""
            + TOKEN
            + "\"}}");
  }

  /** Places a limit order by version 1. */
  String limitOfVersion1(Side side, String v1Pair, String quantity, BigDecimal price) {
    return ask(
        Path.V1_PRIVATE,
        "{\"event\":\"addOrder\",\"ordertype\":\"limit\",\"price\":\""
            + price.toPlainString()
            + "\",\"type\":\""
            + word(side)
            + "\",\"pair\":\""
            + v1Pair
            + "\",\"volume\":\""
            + quantity
            + "\",\"token\":\""
            + TOKEN
            + "\"}");
  }

  /** Cancels everything that is open. */
  String cancelAll() {
    return ask(
        Path.V2_PRIVATE, "{\"method\":\"cancel_all\",\"params\":{\"token\":\"" + TOKEN + "\"}}");
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private String ask(Path path, String request) {
    String answer = world.ask(path, key, request);
    if (answer.contains("rror")) {
      throw new AssertionError("an outsider's order was refused: " + answer);
    }
    return answer;
  }
}
