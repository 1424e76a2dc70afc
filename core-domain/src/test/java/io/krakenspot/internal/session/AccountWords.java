package io.krakenspot.internal.session;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.port.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account's part of {@link WordProtocol}:
 *
 * <pre>
 * executions 1 snapshot order:A,SNAPSHOT,NEW,cid=mine,qty=2 fill:F1,A,7 rate:A,12.5
 * executions 2 news order:A,TRADED,-,exec=1
 * balances 1 snapshot BTC=1.5 USD=10
 * did 3 PLACE ok id=A cid=mine         did 3 CANCEL EOrder:Unknown_order
 * limit 1 60                           ended executions
 * </pre>
 */
final class AccountWords {
  private AccountWords() {}

  static AccountFrame account(String[] words) {
    List<AccountReport> reports = new ArrayList<>();
    Map<String, BigDecimal> rates = new HashMap<>();
    for (String item : Arrays.copyOfRange(words, 3, words.length)) {
      String[] parts = item.substring(item.indexOf(':') + 1).split(",");
      if (item.startsWith("order:")) {
        reports.add(new AccountReport(order(parts), null));
      } else if (item.startsWith("fill:")) {
        reports.add(new AccountReport(null, fill(parts)));
      } else {
        rates.put(parts[0], new BigDecimal(parts[1]));
      }
    }
    return new AccountFrame(
        carrier(words[0]), words[2].equals("snapshot"), Long.parseLong(words[1]), reports, rates);
  }

  private static Topic carrier(String word) {
    return switch (word) {
      case "own-orders" -> new Topic.OrderTopic();
      case "fills" -> new Topic.FillTopic();
      default -> new Topic.ExecutionTopic();
    };
  }

  private static OrderReport order(String[] parts) {
    return new OrderReport(
        OrderUpdate.Kind.valueOf(parts[1]),
        parts[0],
        parts[2].equals("-") ? null : OrderStatus.valueOf(parts[2]),
        attributes(Arrays.copyOfRange(parts, 3, parts.length)),
        null);
  }

  /** An order as a look-up finds it: {@code A,FILLED,cid=mine}. */
  static Order found(String text) {
    String[] parts = text.split(",");
    return new Order(
        parts[0],
        OrderStatus.valueOf(parts[1]),
        attributes(Arrays.copyOfRange(parts, 2, parts.length)));
  }

  static OrderAttributes attributes(String... settings) {
    OrderAttributes.Builder attributes = OrderAttributes.builder();
    for (String setting : settings) {
      String value = setting.substring(setting.indexOf('=') + 1);
      switch (setting.substring(0, setting.indexOf('='))) {
        case "pair" -> attributes.put(OrderAttribute.PAIR, Pair.of(value));
        case "cid" -> attributes.put(OrderAttribute.CLIENT_ORDER_ID, value);
        case "ref" -> attributes.put(OrderAttribute.USER_REFERENCE, Integer.valueOf(value));
        case "qty" -> attributes.put(OrderAttribute.QUANTITY, new BigDecimal(value));
        case "exec" -> attributes.put(OrderAttribute.EXECUTED_QUANTITY, new BigDecimal(value));
        case "limit" -> attributes.put(OrderAttribute.LIMIT_PRICE, OrderPrice.of(value));
        default -> throw new IllegalArgumentException(setting);
      }
    }
    return attributes.build();
  }

  private static Fill fill(String[] parts) {
    return new Fill(
        parts[0],
        null,
        parts[1],
        null,
        null,
        Pair.of("BTC/USD"),
        Side.BUY,
        OrderType.LIMIT,
        BigDecimal.ONE,
        BigDecimal.TEN,
        BigDecimal.TEN,
        List.of(),
        null,
        Instant.ofEpochSecond(Long.parseLong(parts[2])),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static BalanceFrame balances(String[] words) {
    List<BalanceEvent> events = new ArrayList<>();
    List<Balance> all = new ArrayList<>();
    for (String item : Arrays.copyOfRange(words, 3, words.length)) {
      String[] parts = item.split("=");
      BigDecimal total = new BigDecimal(parts[1]);
      all.add(new Balance(parts[0], null, total, List.of()));
      events.add(new BalanceEvent.Change(entry(parts[0], total)));
    }
    return new BalanceFrame(
        Long.parseLong(words[1]),
        words[2].equals("snapshot") ? List.of(new BalanceEvent.Snapshot(all)) : events);
  }

  private static LedgerEntry entry(String asset, BigDecimal total) {
    return new LedgerEntry(
        "L",
        null,
        asset,
        null,
        BigDecimal.ONE,
        null,
        total,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static CommandAnswer answer(String[] words) {
    Map<String, String> named = new HashMap<>();
    for (String word : Arrays.copyOfRange(words, 4, words.length)) {
      named.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
    }
    boolean success = words[3].equals("ok");
    String reference = named.get("ref");
    String count = named.get("count");
    String took = named.get("took");
    return new CommandAnswer(
        Command.Kind.valueOf(words[2]),
        words[1].equals("-") ? Acknowledgement.NO_REQUEST : Long.parseLong(words[1]),
        success,
        success || words[3].equals("-") ? null : spaced(words[3]),
        new CommandAnswer.Ids(
            named.get("id"),
            named.get("cid"),
            reference == null ? null : Integer.valueOf(reference),
            named.get("orig")),
        named.get("amend"),
        count == null ? null : Integer.valueOf(count),
        null,
        null,
        rows(named.get("rows")),
        List.of(),
        took == null ? null : timing(Long.parseLong(took)));
  }

  private static ServerTiming timing(long millis) {
    return new ServerTiming(Instant.EPOCH, Instant.ofEpochMilli(millis));
  }

  private static List<CommandAnswer.Row> rows(@Nullable String text) {
    List<CommandAnswer.Row> rows = new ArrayList<>();
    for (String row : text == null ? new String[0] : text.split("\\|", -1)) {
      rows.add(
          row.startsWith("E")
              ? new CommandAnswer.Row(CommandAnswer.Ids.NONE, spaced(row))
              : new CommandAnswer.Row(new CommandAnswer.Ids(row, null, null, null), null));
    }
    return rows;
  }

  private static String spaced(String text) {
    return text.replace('_', ' ');
  }

  /** The acknowledgement that tells the threshold of the trading-rate counter. */
  static Acknowledgement limit(String[] words) {
    return new Acknowledgement(
        Long.parseLong(words[1]),
        true,
        false,
        new Topic.ExecutionTopic(),
        null,
        null,
        List.of(),
        Integer.valueOf(words[2]),
        null);
  }

  /** The exchange ends a subscription, by itself or because it was asked: {@code ended fills 7}. */
  static Acknowledgement ended(String[] words) {
    return new Acknowledgement(
        words.length > 2 ? Long.parseLong(words[2]) : Acknowledgement.NO_REQUEST,
        true,
        true,
        carrier(words[1]),
        null,
        null,
        List.of(),
        null,
        null);
  }
}
