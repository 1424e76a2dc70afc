package io.krakenspot.internal.session;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.Account;
import io.krakenspot.client.Listener;
import io.krakenspot.client.Subscription;
import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Checks what the user asks for and hands it to the session. Safe for any thread. */
final class SessionAccount implements Account {
  private final Session session;
  private final Protocol protocol;
  private final int queueLimit;
  private final @Nullable Executor executor;

  SessionAccount(Session session, Protocol protocol, int queueLimit, @Nullable Executor executor) {
    this.session = session;
    this.protocol = protocol;
    this.queueLimit = queueLimit;
    this.executor = executor;
  }

  @Override
  public Account on(Executor chosen) {
    return new SessionAccount(session, protocol, queueLimit, chosen);
  }

  @Override
  public Subscription orders(Listener<? super OrderUpdate> listener) {
    return subscribe(new Topic.OrderTopic(), listener);
  }

  @Override
  public Subscription fills(Listener<? super Fill> listener) {
    return subscribe(new Topic.FillTopic(), listener);
  }

  @Override
  public Subscription balances(Listener<? super BalanceEvent> listener) {
    return subscribe(new Topic.BalanceTopic(), listener);
  }

  private <E> Subscription subscribe(Topic topic, Listener<? super E> listener) {
    Feature feature = protocol.featureOf(topic);
    Support support = protocol.support(feature);
    if (!support.available()) {
      throw new NotSupportedException(feature.description(), protocol.name(), support.note());
    }
    Outlet<E> outlet =
        executor == null
            ? Outlet.direct(listener, session)
            : new QueuedOutlet<>(executor, listener, session, topic.name(), null, queueLimit);
    ActiveSubscription<E> subscription =
        new ActiveSubscription<>(
            topic, Set.of(), SnapshotChoice.DEFAULT, outlet, true, session::unsubscribe);
    session.subscribe(subscription);
    return subscription;
  }

  @Override
  public CompletionStage<Void> connect() {
    session.loop().execute(session::openAccount);
    return session.accountDesk().firstKnown().minimalCompletionStage();
  }

  @Override
  public CompletionStage<List<Order>> openOrders() {
    CompletableFuture<List<Order>> answer = new CompletableFuture<>();
    session.loop().execute(() -> answer.complete(session.accountDesk().openOrders()));
    return answer.minimalCompletionStage();
  }
}
