package io.krakenspot.internal.session;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.Account;
import io.krakenspot.client.AccountPublisher;
import io.krakenspot.client.Listener;
import io.krakenspot.client.Subscription;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderUpdate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Hands checked wishes for the account's streams to listeners. Safe for any thread. */
final class SessionAccount implements Account {
  private final Session session;
  private final AccountWishes wishes;
  private final Delivery delivery;

  SessionAccount(Session session, AccountWishes wishes, Delivery delivery) {
    this.session = session;
    this.wishes = wishes;
    this.delivery = delivery;
  }

  @Override
  public Account on(Executor chosen) {
    return new SessionAccount(session, wishes, delivery.on(chosen));
  }

  @Override
  public AccountPublisher publish() {
    return new PublishedAccount(delivery, wishes);
  }

  @Override
  public Subscription orders(Listener<? super OrderUpdate> listener) {
    return delivery.listen(wishes.orders(), listener);
  }

  @Override
  public Subscription fills(Listener<? super Fill> listener) {
    return delivery.listen(wishes.fills(), listener);
  }

  @Override
  public Subscription balances(Listener<? super BalanceEvent> listener) {
    return delivery.listen(wishes.balances(), listener);
  }

  @Override
  public CompletionStage<Void> connect() {
    return session.connectAccount();
  }

  @Override
  public CompletionStage<List<Order>> openOrders() {
    CompletableFuture<List<Order>> answer = new CompletableFuture<>();
    session.loop().execute(() -> answer.complete(session.accountDesk().openOrders()));
    return answer.minimalCompletionStage();
  }
}
