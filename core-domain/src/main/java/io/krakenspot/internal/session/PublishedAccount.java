package io.krakenspot.internal.session;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.AccountPublisher;
import io.krakenspot.client.StreamEvent;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import java.util.concurrent.Flow;

/** Hands checked wishes for the account's streams to subscribers. Safe for any thread. */
record PublishedAccount(Delivery delivery, AccountWishes wishes) implements AccountPublisher {
  @Override
  public Flow.Publisher<StreamEvent<OrderUpdate>> orders() {
    return delivery.publisher(wishes.orders());
  }

  @Override
  public Flow.Publisher<StreamEvent<Fill>> fills() {
    return delivery.publisher(wishes.fills());
  }

  @Override
  public Flow.Publisher<StreamEvent<BalanceEvent>> balances() {
    return delivery.publisher(wishes.balances());
  }
}
