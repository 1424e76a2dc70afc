package io.krakenspot.testkit.chaos;

import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Takes faults by chance, and ends them. For one thread. */
final class ChaosFaults {
  /** How long a maintenance window lasts from its beginning until the engine is online. */
  static final Duration MAINTENANCE = Duration.ofMillis(4_500);

  private static final String MAINTENANCE_CYCLE = "maintenance_cycle 3s 500ms";

  /** PAIR, KEY, MIB, and SHORT, a time below a second, are filled in. */
  private static final List<String> KINDS =
      List.of(
          "drop",
          "rst",
          "close 1012",
          "close 1001",
          "close 1011",
          "close 1013",
          "half_open",
          "mute",
          "stall SHORT",
          "delay SHORT",
          "drip 7 2ms",
          "drip 100 20ms",
          "skip_frame book PAIR",
          "skip_frame trade PAIR",
          "skip_frame ticker PAIR",
          "skip_frame executions",
          "skip_frame balances",
          "skip_frame openOrders",
          "skip_frame ownTrades",
          "duplicate_frame book PAIR",
          "duplicate_frame trade PAIR",
          "duplicate_frame executions",
          "duplicate_frame balances",
          "duplicate_frame openOrders",
          "duplicate_frame ownTrades",
          "reorder_frames book PAIR",
          "reorder_frames executions",
          "reorder_frames balances",
          "reorder_frames openOrders",
          "truncated book PAIR",
          "truncated trade PAIR",
          "truncated executions",
          "truncated balances",
          "truncated openOrders",
          "truncated ownTrades",
          "unknown_fields ticker PAIR",
          "garbage",
          "html",
          "empty_frame",
          "binary",
          "oversize MIB",
          "unknown_channel",
          "bad_checksum PAIR",
          "bad_snapshot_checksum PAIR",
          "skip_update PAIR",
          "snapshot_missing PAIR",
          "snapshot_late PAIR SHORT",
          "silence PAIR on",
          "duplicate_ack 3",
          "sub_ignored 1",
          "sub_reject EService:Unavailable",
          "msgrate 3",
          "refuse 503",
          "refuse 503 8s",
          "refuse 520",
          "refuse_html",
          "refuse_hang",
          "redirect https://elsewhere.test/",
          "ban 20s",
          "connect_limit 1 30s 15s",
          "restart",
          MAINTENANCE_CYCLE,
          "status cancel_only",
          "status post_only",
          "status limit_only",
          "status maintenance",
          "expire_tokens",
          "rest unavailable 1",
          "rest rate_limit 1",
          "rest garbage 1",
          "rest invalid_nonce 1",
          "rest too_many 1",
          "rest page 1",
          "rest hang 1",
          "lost_ack 1",
          "late_ack SHORT",
          "late_ack 7s",
          "dup_ack on",
          "ack_without_id on",
          "feed_before_ack on",
          "ack_garbage",
          "cut KEY before_arrival",
          "cut KEY after_accept_before_answer",
          "cut KEY after_answer_before_feed",
          "cut KEY after_feed_before_answer",
          "cut KEY after_fill",
          "order_error KEY EService:Unavailable",
          "seq_gap KEY 2",
          "seq_repeat KEY",
          "skip_execution KEY 1",
          "fill KEY PAIR buy 2");

  /** What strikes those who come alone: so that somebody comes, links are dropped. */
  private static final List<String> AT_THE_DOOR =
      List.of("refuse", "redirect", "ban", "connect_limit");

  private static final List<String> LOSING = List.of("skip_frame", "truncated", "reorder_frames");
  private static final List<String> ACCOUNT_CHANNELS =
      List.of("executions", "balances", "openOrders", "ownTrades");

  private final Exchange exchange;
  private final List<Pair> pairs;
  private final List<String> keys;
  private final int oversize;
  private final Random random;
  private final Map<String, Integer> counts = new TreeMap<>();
  private boolean accountFramesLost;
  private boolean numbersRepeated;

  /**
   * Prepares faults.
   *
   * @param oversize of a message that is too large, MiB
   */
  ChaosFaults(Exchange exchange, List<Pair> pairs, List<String> keys, int oversize, Random random) {
    this.exchange = exchange;
    this.pairs = pairs;
    this.keys = keys;
    this.oversize = oversize;
    this.random = random;
  }

  /** Does one thing wrong; returns what. */
  String strike() {
    String kind = any(KINDS);
    while (hidesALoss(kind)) {
      kind = any(KINDS);
    }
    String text =
        kind.replace("PAIR", any(pairs).toString())
            .replace("KEY", any(keys))
            .replace("MIB", Integer.toString(oversize))
            .replace("SHORT", (100 + random.nextInt(900)) + "ms");
    exchange.inject(Fault.parse(text));
    if (AT_THE_DOOR.stream().anyMatch(kind::startsWith)) {
      exchange.links().drop();
    }
    counts.merge(kind.split(" ", 2)[0], 1, Integer::sum);
    return text;
  }

  /** A number that comes twice after a frame was lost looks as if nothing was lost. */
  private boolean hidesALoss(String kind) {
    boolean repeats = kind.startsWith("seq_repeat");
    boolean loses = kind.startsWith("skip_execution") || losesAccountFrames(kind);
    if (repeats ? accountFramesLost : loses && numbersRepeated) {
      return true;
    }
    numbersRepeated |= repeats;
    accountFramesLost |= loses;
    return false;
  }

  private static boolean losesAccountFrames(String kind) {
    return LOSING.stream().anyMatch(kind::startsWith)
        && ACCOUNT_CHANNELS.stream().anyMatch(kind::contains);
  }

  /** What was planned for the account's frames and no frame has met. */
  private void callOff() {
    keys.forEach(exchange::steadySequence);
    ACCOUNT_CHANNELS.forEach(exchange.links()::callOff);
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  /** Ends what goes on by itself; what is planned for a later frame of the market stays planned. */
  void heal() {
    callOff();
    accountFramesLost = false;
    numbersRepeated = false;
    exchange.door().open();
    exchange.door().limit(Integer.MAX_VALUE, Duration.ofMinutes(10), Duration.ofMinutes(10));
    exchange.links().delay(Duration.ZERO);
    exchange.links().drip(0, Duration.ZERO);
    exchange.systemStatus(SystemStatus.State.ONLINE);
    pairs.forEach(pair -> exchange.silence(pair, false));
    exchange.ignoreSubscriptions(0);
    exchange.refuseSubscriptions(null);
    exchange.requestLimit(Integer.MAX_VALUE);
    exchange.duplicateAcknowledgements(0);
    exchange.loseAnswers(0);
    exchange.delayAnswers(Duration.ZERO);
    exchange.duplicateAnswers(false);
    exchange.answersWithoutIds(false);
    exchange.feedBeforeAnswers(false);
  }

  Map<String, Integer> counts() {
    return counts;
  }
}
