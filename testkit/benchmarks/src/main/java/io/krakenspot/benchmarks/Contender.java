package io.krakenspot.benchmarks;

import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;

/** Who runs, over frames of which version. */
public enum Contender {
  /** This library over v1. */
  LIBRARY_V1,
  /** Databind to records, TreeMap, checksum from strings, over v1. */
  TEXTBOOK_V1,
  /** The popular peer, over v1, the only version it speaks. */
  XCHANGE_V1,
  /** This library over v2. */
  LIBRARY_V2,
  /** Databind to records, TreeMap, checksum from strings, over v2. */
  TEXTBOOK_V2;

  Wire wire() {
    return switch (this) {
      case LIBRARY_V1, TEXTBOOK_V1, XCHANGE_V1 -> new WireV1();
      case LIBRARY_V2, TEXTBOOK_V2 -> new WireV2();
    };
  }

  /** A feed that is subscribed and waits for its snapshot. */
  BookFeed feed(int depth) {
    return switch (this) {
      case LIBRARY_V1 -> new LibraryFeed(KrakenV1.protocol(), wire(), depth);
      case TEXTBOOK_V1 -> new TextbookFeedV1(depth);
      case XCHANGE_V1 -> new XChangeFeed(wire(), depth);
      case LIBRARY_V2 -> new LibraryFeed(KrakenV2.protocol(), wire(), depth);
      case TEXTBOOK_V2 -> new TextbookFeedV2(depth);
    };
  }

  /** The library over the same version. */
  Contender library() {
    return switch (this) {
      case LIBRARY_V1, TEXTBOOK_V1, XCHANGE_V1 -> LIBRARY_V1;
      case LIBRARY_V2, TEXTBOOK_V2 -> LIBRARY_V2;
    };
  }
}
