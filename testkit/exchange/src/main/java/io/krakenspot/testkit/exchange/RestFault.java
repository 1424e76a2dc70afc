package io.krakenspot.testkit.exchange;

/** What a REST call brings instead of its answer. */
public enum RestFault {
  /** {@code EAPI:Rate limit exceeded}, with status 200. */
  RATE_LIMIT,
  /** {@code EGeneral:Temporary lockout}, with status 200. */
  LOCKOUT,
  /** {@code EAPI:Invalid nonce}, with status 200. */
  INVALID_NONCE,
  /** Status 429 without more. */
  TOO_MANY,
  /** Status 503 without more. */
  UNAVAILABLE,
  /** A page for people, with status 200. */
  PAGE,
  /** No JSON, with status 200. */
  GARBAGE,
  /** No answer at all; without a socket an empty one. */
  HANG
}
