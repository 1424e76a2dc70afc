package io.krakenspot.testkit.exchange.internal.v1.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.CloseTerms;
import io.krakenspot.testkit.exchange.internal.engine.FeePreference;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.engine.SelfTrade;
import io.krakenspot.testkit.exchange.internal.engine.TimeInForce;
import io.krakenspot.testkit.exchange.internal.engine.TriggerTerms;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.OrderTerms;
import io.krakenspot.testkit.exchange.internal.session.OrderText;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code addOrder}. */
final class AddOrder {
  private static final List<String> FLAGS = List.of("fcib", "fciq", "nompp", "post", "viqc");

  private final Client client;

  AddOrder(Client client) {
    this.client = client;
  }

  void add(Account account, V1Params params, V1Answer answer) {
    MarketPair pair = V1Trading.pair(client, params);
    OrderRequest order = read(params, pair);
    client.venue().audits().added(account.name(), order);
    Outcome<String> outcome = client.venue().engine().add(account, order);
    if (!outcome.ok()) {
      answer.refused(Objects.requireNonNull(outcome.error()));
      return;
    }
    ObjectNode done = Json.object().put("descr", description(order, pair));
    if (!order.validateOnly()) {
      done.put("txid", outcome.value());
    }
    if (order.clientId() != null) {
      done.put("cl_ord_id", order.clientId());
    }
    answer.done(done);
  }

  private static String description(OrderRequest order, MarketPair pair) {
    return OrderText.of(order, pair.spec().altname(), pair.spec().priceDecimals()).sentence(false);
  }

  private OrderRequest read(V1Params params, MarketPair pair) {
    OrderType type = params.required("ordertype", params.constant("ordertype", OrderType.class));
    if (type == OrderType.ICEBERG) {
      throw Refusal.argument("ordertype");
    }
    Side side = params.required("type", params.constant("type", Side.class));
    Instant now = client.venue().stamp();
    List<String> flags = flags(params);
    BigDecimal volume = params.required("volume", params.decimal("volume"));
    boolean inQuote = flags.contains("viqc");
    Long userref = params.integer("userref");
    OrderTerms.checkNames(params.text("cl_ord_id"), userref);
    PriceText prices = new PriceText(pair, side);
    return OrderRequest.of(pair.pair(), side, type)
        .quantity(inQuote ? null : volume)
        .cashQuantity(inQuote ? volume : null)
        .limitPrice(limit(params, type, prices))
        .trigger(trigger(params, type, prices))
        .timeInForce(timeInForce(params))
        .effectiveTime(params.moment("starttm", now))
        .expireTime(params.moment("expiretm", now))
        .deadline(OrderTerms.deadline(params.time("deadline"), now))
        .postOnly(flags.contains("post"))
        .reduceOnly(params.flag("reduce_only"))
        .leverage(leverage(params))
        .selfTrade(selfTrade(params))
        .feePreference(feePreference(flags))
        .clientId(params.text("cl_ord_id"))
        .userref(userref)
        .senderSubId(params.text("sender_sub_id"))
        .close(close(params, pair, side))
        .validateOnly(params.flag("validate"))
        .build();
  }

  /** The highest there is, unless the order says which. */
  private static @Nullable Integer leverage(V1Params params) {
    String leverage = params.text("leverage");
    if (leverage == null || leverage.equals("none")) {
      return params.flag("margin") ? PairSpec.MAXIMUM_LEVERAGE : null;
    }
    if (!leverage.matches("[2-5]")) {
      throw Refusal.argument("leverage");
    }
    return Integer.valueOf(leverage);
  }

  private static List<String> flags(V1Params params) {
    String text = params.text("oflags");
    List<String> flags =
        text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    boolean bothFees = flags.contains("fcib") && flags.contains("fciq");
    if (bothFees || !FLAGS.containsAll(flags)) {
      throw Refusal.argument("oflags");
    }
    return flags;
  }

  private static @Nullable FeePreference feePreference(List<String> flags) {
    if (flags.contains("fcib")) {
      return FeePreference.BASE;
    }
    return flags.contains("fciq") ? FeePreference.QUOTE : null;
  }

  private static TimeInForce timeInForce(V1Params params) {
    String text = params.text("timeinforce");
    if (text == null) {
      return TimeInForce.GTC;
    }
    boolean known = List.of("GTC", "GTD", "IOC").contains(text.toUpperCase(Locale.ROOT));
    if (!known) {
      throw Refusal.argument("timeinforce");
    }
    return TimeInForce.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static SelfTrade selfTrade(V1Params params) {
    SelfTrade asked = params.constant("stp_type", SelfTrade.class);
    return asked == null ? SelfTrade.CANCEL_NEWEST : asked;
  }

  /** The second price of a triggered order; of a trailing one a distance from its trigger. */
  static @Nullable OrderPrice limit(V1Params params, OrderType type, PriceText prices) {
    if (!type.triggered()) {
      return prices.fixed("price", params.text("price"), type);
    }
    String text = params.text("price2");
    return type.trailing()
        ? relative("price2", prices.read("price2", text, type))
        : prices.fixed("price2", text, type);
  }

  static @Nullable TriggerTerms trigger(V1Params params, OrderType type, PriceText prices) {
    String text = params.text("price");
    if (!type.triggered() || text == null) {
      return null;
    }
    OrderPrice price = Objects.requireNonNull(prices.read("price", text, type));
    return TriggerTerms.last(type.trailing() ? relativeTrigger(price) : price);
  }

  private static OrderPrice relativeTrigger(OrderPrice price) {
    return Objects.requireNonNull(relative("price", price));
  }

  private static @Nullable OrderPrice relative(String name, @Nullable OrderPrice price) {
    if (price != null && price.kind() == OrderPrice.Kind.STATIC) {
      throw Refusal.argument(name);
    }
    return price;
  }

  private static @Nullable CloseTerms close(V1Params params, MarketPair pair, Side side) {
    OrderType type = params.constant("close[ordertype]", OrderType.class);
    if (type == null) {
      return null;
    }
    PriceText prices = new PriceText(pair, side == Side.BUY ? Side.SELL : Side.BUY);
    OrderPrice first = prices.read("close[price]", params.text("close[price]"), type);
    OrderPrice second = prices.read("close[price2]", params.text("close[price2]"), type);
    return type.triggered()
        ? new CloseTerms(type, second, first)
        : new CloseTerms(type, first, null);
  }
}
