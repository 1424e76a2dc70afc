package io.krakenspot.port;

/** How two streams of one pair get on with each other on one connection. */
public enum Overlap {
  /** Both can be subscribed to at once. */
  NONE,
  /** The first carries all that the second does; the second need not be subscribed to. */
  COVERS,
  /** Only one of the two can be had. */
  EXCLUDES
}
