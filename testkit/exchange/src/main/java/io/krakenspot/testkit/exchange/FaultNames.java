package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Which faults there are, how each is written, and what it does. */
final class FaultNames {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final int KRAKENS_LIMIT = 150;
  private static final int MEBIBYTE = 1 << 20;

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  private record Kind(String usage, Function<FaultText, Consumer<Exchange>> reader) {}

  static {
    links();
    frames();
    books();
    subscriptions();
    door();
    exchange();
    accounts();
  }

  private FaultNames() {}

  private static void add(String usage, Function<FaultText, Consumer<Exchange>> reader) {
    KINDS.put(usage.split(" ", 2)[0], new Kind(usage, reader));
  }

  private static void plain(String name, Consumer<Exchange> effect) {
    add(name, words -> effect);
  }

  private static void onPair(String name, BiConsumer<Exchange, Pair> effect) {
    add(
        name + " PAIR",
        words -> {
          Pair pair = words.pair();
          return exchange -> effect.accept(exchange, pair);
        });
  }

  private static void links() {
    plain("drop", exchange -> exchange.links().drop());
    plain("rst", exchange -> exchange.links().reset());
    add(
        "close CODE",
        words -> {
          int code = closeCode(words.number());
          return exchange -> exchange.links().close(code);
        });
    plain("half_open", exchange -> exchange.links().halfOpen());
    plain("mute", exchange -> exchange.links().mute());
    add(
        "stall TIME",
        words -> {
          Duration time = words.duration();
          return exchange -> exchange.links().stall(time);
        });
    add(
        "delay TIME",
        words -> {
          Duration time = words.duration();
          return exchange -> exchange.links().delay(time);
        });
    add(
        "drip BYTES TIME",
        words -> {
          int bytes = words.number();
          Duration time = words.duration();
          return exchange -> exchange.links().drip(bytes, time);
        });
  }

  private static int closeCode(int code) {
    if (code < 1000 || code > 4999 || code == 1004 || code == 1005 || code == 1015) {
      throw new IllegalArgumentException(code + " is not a close code that can be sent");
    }
    return code;
  }

  private static void frames() {
    frame("skip_frame", FrameFault.SKIP);
    frame("duplicate_frame", FrameFault.DUPLICATE);
    frame("reorder_frames", FrameFault.REORDER);
    frame("truncated", FrameFault.TRUNCATE);
    frame("unknown_fields", FrameFault.UNKNOWN_FIELDS);
    plain("garbage", exchange -> exchange.links().send("}{ this is no JSON \u0000"));
    plain("html", exchange -> exchange.links().send(DoorAnswer.PAGE.body()));
    plain("empty_frame", exchange -> exchange.links().send(""));
    plain("binary", exchange -> exchange.links().send(new byte[] {1, 2, 3, (byte) 0xFF}));
    add(
        "oversize [MEBIBYTES]",
        words -> {
          int bytes = mebibytes(words.numberOr(64)) * MEBIBYTE;
          return exchange -> exchange.links().send(oversize(bytes));
        });
    plain(
        "unknown_channel",
        exchange -> exchange.links().send("{\"channel\":\"made_up\",\"type\":\"update\"}"));
  }

  private static void frame(String name, FrameFault fault) {
    add(
        name + " CHANNEL [PAIR]",
        words -> {
          String channel = words.word();
          @Nullable Pair pair = words.pairOrAll();
          return exchange -> exchange.links().next(fault, channel, pair);
        });
  }

  private static int mebibytes(int count) {
    if (count < 1 || count > 512) {
      throw new IllegalArgumentException(count + " is not 1 to 512");
    }
    return count;
  }

  private static String oversize(int bytes) {
    return "{\"channel\":\"made_up\",\"pad\":\"" + "x".repeat(bytes) + "\"}";
  }

  private static void books() {
    onPair("bad_checksum", Exchange::corruptNextChecksum);
    onPair("bad_snapshot_checksum", Exchange::corruptNextSnapshot);
    onPair("skip_update", Exchange::skipNextUpdate);
    onPair("snapshot_missing", Exchange::loseNextSnapshot);
    add(
        "snapshot_late PAIR TIME",
        words -> {
          Pair pair = words.pair();
          Duration time = words.duration();
          return exchange -> exchange.delayNextSnapshot(pair, time);
        });
    add(
        "silence PAIR on|off",
        words -> {
          Pair pair = words.pair();
          boolean on = words.on();
          return exchange -> exchange.silence(pair, on);
        });
  }

  private static void subscriptions() {
    counted("duplicate_ack", Exchange::duplicateAcknowledgements);
    counted("sub_ignored", Exchange::ignoreSubscriptions);
    add(
        "sub_reject TEXT",
        words -> {
          String text = words.rest();
          return exchange -> exchange.refuseSubscriptions(text);
        });
    plain("sub_accept", exchange -> exchange.refuseSubscriptions(null));
    add(
        "msgrate PER_SECOND",
        words -> {
          int limit = words.number();
          return exchange -> exchange.requestLimit(limit);
        });
  }

  private static void counted(String name, ObjIntConsumer<Exchange> effect) {
    add(
        name + " [COUNT]",
        words -> {
          int count = words.numberOr(1);
          return exchange -> effect.accept(exchange, count);
        });
  }

  private static void door() {
    add(
        "refuse STATUS [TIME]",
        words -> {
          DoorAnswer answer = refusal(words);
          return exchange -> exchange.door().answer(answer);
        });
    plain("refuse_html", exchange -> exchange.door().answer(DoorAnswer.PAGE));
    plain("refuse_hang", exchange -> exchange.door().answer(DoorAnswer.HANG));
    add(
        "redirect URL",
        words -> {
          DoorAnswer answer = DoorAnswer.redirect(URI.create(words.word()));
          return exchange -> exchange.door().answer(answer);
        });
    plain("accept", exchange -> exchange.door().open());
    add(
        "ban TIME",
        words -> {
          Duration time = words.duration();
          return exchange -> exchange.door().ban(time);
        });
    add(
        "connect_limit [COUNT [WINDOW [BAN]]]",
        words -> {
          int count = words.numberOr(KRAKENS_LIMIT);
          Duration window = words.durationOr(TEN_MINUTES);
          Duration ban = words.durationOr(TEN_MINUTES);
          return exchange -> exchange.door().limit(count, window, ban);
        });
  }

  /** The time is that of {@code Retry-After}. */
  private static DoorAnswer refusal(FaultText words) {
    int status = words.number();
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(status + " is not a status that refuses");
    }
    return words.isEmpty()
        ? DoorAnswer.status(status)
        : DoorAnswer.retryAfter(status, words.duration());
  }

  private static void exchange() {
    plain("restart", exchange -> exchange.outages().restart());
    add(
        "maintenance_cycle AWAY STEP",
        words -> {
          Duration away = words.duration();
          Duration step = words.duration();
          return exchange -> exchange.outages().maintenance(away, step);
        });
    add(
        "status STATE",
        words -> {
          SystemStatus.State state = words.constant(SystemStatus.State.class);
          return exchange -> exchange.systemStatus(state);
        });
    plain("expire_tokens", Exchange::expireTokens);
    add(
        "rest FAULT [COUNT]",
        words -> {
          RestFault fault = words.constant(RestFault.class);
          int count = words.numberOr(1);
          return exchange -> exchange.failRest(fault, count);
        });
  }

  private static void accounts() {
    counted("lost_ack", Exchange::loseAnswers);
    add(
        "late_ack TIME",
        words -> {
          Duration time = words.duration();
          return exchange -> exchange.delayAnswers(time);
        });
    switched("dup_ack", Exchange::duplicateAnswers);
    switched("ack_without_id", Exchange::answersWithoutIds);
    switched("feed_before_ack", Exchange::feedBeforeAnswers);
    plain("ack_garbage", exchange -> exchange.answerGarbage("}{"));
    add(
        "cut KEY WHERE",
        words -> {
          String key = words.key();
          CommandCut where = words.constant(CommandCut.class);
          return exchange -> exchange.cutNext(key, where);
        });
    add(
        "order_error KEY TEXT",
        words -> {
          String key = words.key();
          String text = words.rest();
          return exchange -> exchange.refuseNext(key, text);
        });
    onAccount("seq_gap", Exchange::gapSequence);
    onAccount("skip_execution", Exchange::loseAccountMessages);
    add(
        "seq_repeat KEY",
        words -> {
          String key = words.key();
          return exchange -> exchange.repeatSequence(key);
        });
    add(
        "fill KEY PAIR SIDE COUNT",
        words -> {
          String key = words.key();
          Pair pair = words.pair();
          Side side = words.constant(Side.class);
          int count = words.number();
          return exchange -> exchange.fill(key, pair, side, count);
        });
  }

  private static void switched(String name, BiConsumer<Exchange, Boolean> effect) {
    add(
        name + " on|off",
        words -> {
          boolean on = words.on();
          return exchange -> effect.accept(exchange, on);
        });
  }

  private interface OnAccount {
    void strike(Exchange exchange, String key, int count);
  }

  private static void onAccount(String name, OnAccount effect) {
    add(
        name + " KEY [COUNT]",
        words -> {
          String key = words.key();
          int count = words.numberOr(1);
          return exchange -> effect.strike(exchange, key, count);
        });
  }

  static Fault read(FaultText words) {
    String name = words.word();
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "no fault is called '" + name + "'; there are " + String.join(", ", KINDS.keySet()));
    }
    try {
      Consumer<Exchange> effect = kind.reader().apply(words);
      if (!words.isEmpty()) {
        throw new IllegalArgumentException("'" + words.rest() + "' is too much");
      }
      return new Fault(words.text(), effect, words.needs());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + "; it is written: " + kind.usage(), e);
    }
  }

  static List<String> usages() {
    return KINDS.values().stream().map(Kind::usage).toList();
  }
}
