package io.krakenspot.vertx.policy;

/**
 * What keeps an attempt from being made now.
 *
 * @param nanos how long, as far as is known; zero if nothing does, and then the attempt counts
 * @param why in words, for people
 */
record Hold(long nanos, String why) {
  static final Hold NONE = new Hold(0, "");
}
