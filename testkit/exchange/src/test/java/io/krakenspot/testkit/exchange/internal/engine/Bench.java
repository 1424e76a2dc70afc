package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.BookChange;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.Listing;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.MarketListener;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine whose ETH/USD book begins with ten at each of 3149, 3148, 3147 and 3151, 3152, 3153,
 * and two clients who own 100 000 USD and 100 ETH each.
 */
final class Bench implements MarketListener {
  static final Pair ETHER = Pair.of("ETH/USD");

  final VirtualLoop loop = new VirtualLoop();
  final List<PairUpdate> updates = new ArrayList<>();
  final Market market = new Market(Listing.pairs(), this);
  final MarketPair pair = market.get(ETHER);
  final AssetSpec ether = pair.spec().base();
  final AssetSpec dollar = pair.spec().quote();
  SystemStatus.State state = SystemStatus.State.ONLINE;
  final Engine engine = new Engine(loop, market, loop::now, () -> state, 1);
  final Account alice = engine.accounts().open("alice");
  final Account bob = engine.accounts().open("bob");
  final List<AccountEvent> heard = new ArrayList<>();

  Bench() {
    List<BookChange> levels = new ArrayList<>();
    for (int place = 1; place <= 3; place++) {
      levels.add(new BookChange(Side.BUY, price(3150 - place), quantity("10")));
      levels.add(new BookChange(Side.SELL, price(3150 + place), quantity("10")));
    }
    engine.anonymous().open(pair, levels);
    for (Account account : List.of(alice, bob)) {
      engine.deposit(account, dollar, new BigDecimal("100000"));
      engine.deposit(account, ether, new BigDecimal("100"));
    }
    alice.listen(heard::add);
  }

  static BigDecimal price(int dollars) {
    return new BigDecimal(dollars).setScale(2);
  }

  static BigDecimal quantity(String text) {
    return new BigDecimal(text).setScale(8);
  }

  static OrderRequest.Builder buy(String quantity, String price) {
    return OrderRequest.of(ETHER, Side.BUY, OrderType.LIMIT).limit(quantity, price);
  }

  static OrderRequest.Builder sell(String quantity, String price) {
    return OrderRequest.of(ETHER, Side.SELL, OrderType.LIMIT).limit(quantity, price);
  }

  static OrderRequest.Builder order(Side side, OrderType type, String quantity) {
    return OrderRequest.of(ETHER, side, type).quantity(new BigDecimal(quantity));
  }

  static TriggerTerms at(String price) {
    return TriggerTerms.last(OrderPrice.of(new BigDecimal(price)));
  }

  String place(Account account, OrderRequest.Builder request) {
    return engine.add(account, request.build()).value();
  }

  String refusal(Account account, OrderRequest.Builder request) {
    String error = engine.add(account, request.build()).error();
    return error == null ? "accepted" : error;
  }

  EngineOrder order(Account account, String id) {
    EngineOrder order = account.order(id);
    if (order == null) {
      throw new AssertionError(id + " is not an order of " + account);
    }
    return order;
  }

  /** Makes the crowd trade one ether at a price, so that it is the last one. */
  void last(int dollars) {
    Side maker = price(dollars).compareTo(best(Side.BUY).price()) > 0 ? Side.SELL : Side.BUY;
    crowd(maker, dollars, "5");
    for (Level level : pair.top(maker, 100)) {
      if (level.price().compareTo(price(dollars)) == 0) {
        break;
      }
      engine.anonymous().rest(pair, new BookChange(maker, level.price(), BigDecimal.ZERO));
    }
    take(Sides.opposite(maker), "1");
  }

  void crowd(Side side, int dollars, String quantity) {
    engine.anonymous().rest(pair, new BookChange(side, price(dollars), quantity(quantity)));
  }

  void take(Side side, String quantity) {
    engine.anonymous().take(pair, side, List.of(quantity(quantity)));
  }

  List<String> queue(Side side) {
    return engine.standing(pair, side, 1).get(0).stream().map(Level3Order::id).toList();
  }

  Level best(Side side) {
    return pair.top(side, 1).get(0);
  }

  List<AccountEvent.Kind> kinds() {
    return heard.stream()
        .map(AccountEvent::kind)
        .filter(kind -> kind != AccountEvent.Kind.LEDGER)
        .toList();
  }

  Instant now() {
    return loop.now();
  }

  @Override
  public void changed(PairUpdate update) {
    updates.add(update);
  }

  @Override
  public void statusChanged(MarketPair changed) {}
}
