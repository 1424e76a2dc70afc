package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountListener;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import java.util.function.Consumer;

/** A private subscription: numbers its messages from the snapshot on. */
abstract class AccountFeed implements AccountListener {
  private final String channel;
  private final Account account;
  private final Consumer<ObjectNode> sender;
  private final Sequence sequence = new Sequence();

  AccountFeed(String channel, Account account, Consumer<ObjectNode> sender) {
    this.channel = channel;
    this.account = account;
    this.sender = sender;
  }

  /** The result that grants it. */
  abstract ObjectNode acknowledgement();

  /** Sends the present state, if it was asked for. */
  abstract void snapshot();

  void begin() {
    snapshot();
    account.listen(this);
  }

  void end() {
    account.unlisten(this);
  }

  Account account() {
    return account;
  }

  Sequence sequence() {
    return sequence;
  }

  void send(String type, ArrayNode data) {
    ObjectNode message = Json.object().put("channel", channel).put("type", type);
    message.set("data", data);
    message.put("sequence", sequence.next());
    if (!sequence.takeLost()) {
      sender.accept(message);
    }
  }
}
