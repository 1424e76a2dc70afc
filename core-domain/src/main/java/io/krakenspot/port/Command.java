package io.krakenspot.port;

import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the account asks the exchange to do; one request on the wire. */
public sealed interface Command {
  /**
   * Which command it is.
   *
   * @return the kind, which an answer names too
   */
  Kind kind();

  /** Which command it is. */
  enum Kind {
    /** Place an order. */
    PLACE,
    /** Place 2 to 15 orders. */
    PLACE_BATCH,
    /** Change an order in place. */
    AMEND,
    /** Cancel an order and place another. */
    EDIT,
    /** Cancel an order, or those of a user reference. */
    CANCEL,
    /** Cancel 2 to 50 orders. */
    CANCEL_BATCH,
    /** Cancel all. */
    CANCEL_ALL,
    /** Cancel all after a while, unless told again. */
    CANCEL_ALL_AFTER
  }

  /**
   * Place an order.
   *
   * @param order what is to be placed
   */
  record Place(NewOrder order) implements Command {
    @Override
    public Kind kind() {
      return Kind.PLACE;
    }
  }

  /**
   * Place orders.
   *
   * @param batch 2 to 15 orders of one pair
   */
  record PlaceBatch(OrderBatch batch) implements Command {
    @Override
    public Kind kind() {
      return Kind.PLACE_BATCH;
    }
  }

  /**
   * Change an order in place.
   *
   * @param change what is to change
   * @param type of the order, which says what a limit price without a type means; null if not known
   */
  record Amend(AmendOrder change, @Nullable OrderType type) implements Command {
    /**
     * Change an order whose type is not known.
     *
     * @param change what is to change
     */
    public Amend(AmendOrder change) {
      this(change, null);
    }

    @Override
    public Kind kind() {
      return Kind.AMEND;
    }
  }

  /**
   * Cancel an order and place another.
   *
   * @param change what is to change
   */
  record Edit(EditOrder change) implements Command {
    @Override
    public Kind kind() {
      return Kind.EDIT;
    }
  }

  /**
   * Cancel an order. The answers to a cancel of several cannot be told apart, so each is a command
   * of its own.
   *
   * @param order which; a user reference may name several
   */
  record Cancel(OrderKey order) implements Command {
    @Override
    public Kind kind() {
      return Kind.CANCEL;
    }
  }

  /**
   * Cancel orders with one answer.
   *
   * @param orders 2 to 50
   */
  record CancelBatch(List<OrderKey> orders) implements Command {
    /** Keeps a copy. */
    public CancelBatch {
      orders = List.copyOf(orders);
    }

    @Override
    public Kind kind() {
      return Kind.CANCEL_BATCH;
    }
  }

  /** Cancel all orders of the account. */
  record CancelAll() implements Command {
    @Override
    public Kind kind() {
      return Kind.CANCEL_ALL;
    }
  }

  /**
   * Cancel all orders of the account after a while, unless told again before.
   *
   * @param timeout whole seconds below a day; zero switches it off
   */
  record CancelAllAfter(Duration timeout) implements Command {
    @Override
    public Kind kind() {
      return Kind.CANCEL_ALL_AFTER;
    }
  }
}
