package io.krakenspot.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import info.bitrich.xchangestream.kraken.KrakenStreamingExchange;
import info.bitrich.xchangestream.kraken.KrakenStreamingMarketDataService;
import info.bitrich.xchangestream.kraken.KrakenStreamingService;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.ObservableEmitter;
import io.reactivex.rxjava3.disposables.Disposable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.marketdata.OrderBook;

/**
 * XChange, the popular peer, which speaks version 1: its own streaming service takes the text of
 * each frame where its WebSocket handler would hand it over, and its market data service keeps the
 * book. Only subscribing is done here, since the peer's needs an open socket, and with it the
 * look-up of the subscriber, done alike.
 */
final class XChangeFeed implements BookFeed {
  private final OfflineService service = new OfflineService();
  private final Disposable subscription;
  private long events;
  private @Nullable BigDecimal bid;
  private @Nullable BigDecimal ask;

  XChangeFeed(Wire wire, int depth) {
    subscription =
        new KrakenStreamingMarketDataService(service, false)
            .getOrderBook(CurrencyPair.BTC_USD, depth)
            .subscribe(this::on);
    service.messageHandler(wire.answer(service.lastSent, depth));
  }

  private void on(OrderBook book) {
    events++;
    bid = book.getBids().get(0).getLimitPrice();
    ask = book.getAsks().get(0).getLimitPrice();
  }

  @Override
  public void frame(byte[] bytes) {
    service.messageHandler(new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public Top top() {
    if (bid == null || ask == null) {
      throw new IllegalStateException("no book yet, disposed: " + subscription.isDisposed());
    }
    return Top.of(bid, ask);
  }

  private static KrakenStreamingExchange exchange() {
    KrakenStreamingExchange exchange = new KrakenStreamingExchange();
    var specification = exchange.getDefaultExchangeSpecification();
    specification.setShouldLoadRemoteMetaData(false);
    exchange.applySpecification(specification);
    return exchange;
  }

  /** The peer's service with a subscription that needs no socket. */
  private static final class OfflineService extends KrakenStreamingService {
    private final Map<String, ObservableEmitter<JsonNode>> emitters = new ConcurrentHashMap<>();
    private String lastSent = "";

    OfflineService() {
      super(exchange(), false, "wss://localhost", () -> null);
    }

    @Override
    public Observable<JsonNode> subscribeChannel(String channelName, Object... args) {
      return Observable.<JsonNode>create(
              emitter -> {
                emitters.put(getSubscriptionUniqueId(channelName, args), emitter);
                sendMessage(getSubscribeMessage(channelName, args));
              })
          .share();
    }

    @Override
    public void sendMessage(String message) {
      lastSent = message;
    }

    @Override
    protected void handleChannelMessage(String channel, JsonNode message) {
      ObservableEmitter<JsonNode> emitter = emitters.get(channel);
      if (emitter == null) {
        throw new IllegalStateException("no subscription of " + channel);
      }
      emitter.onNext(message);
    }
  }
}
