package io.krakenspot.testkit.exchange;

/** What happens to one frame of a connection on its way to the client. */
public enum FrameFault {
  /** It is lost. */
  SKIP,
  /** It comes twice. */
  DUPLICATE,
  /** It comes right after the next frame of the same kind. */
  REORDER,
  /** Its second half is missing. */
  TRUNCATE,
  /** It has fields that nobody knows: in v2 one more field, in v1 one more element. */
  UNKNOWN_FIELDS
}
