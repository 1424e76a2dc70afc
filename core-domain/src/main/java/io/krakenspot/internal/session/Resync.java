package io.krakenspot.internal.session;

import java.util.List;

/**
 * Tells one listener, once it has caught up, where things stand after events were dropped. One call
 * at a time.
 */
interface Resync<E> {
  /** The listener is about to hear an event. */
  void told(E event);

  /** Whether anything can make up for what was dropped. On the loop. */
  default boolean possible() {
    return true;
  }

  /** What it is to be told. On the loop. */
  List<E> events();

  /** For streams where what was dropped is lost. */
  static <E> Resync<E> none() {
    return new Resync<>() {
      @Override
      public void told(E event) {}

      @Override
      public boolean possible() {
        return false;
      }

      @Override
      public List<E> events() {
        return List.of();
      }
    };
  }
}
