package io.krakenspot.benchmarks;

import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;

/** Who runs, over which frames. */
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
  TEXTBOOK_V2,
  /** This library over v2, order by order. */
  LIBRARY_LEVEL3,
  /** Databind to records, TreeMap of LinkedHashMap, checksum from strings, order by order. */
  TEXTBOOK_LEVEL3;

  /** The frames it reads. */
  FrameCycle cycle(int depth, long seed) {
    return new FrameCycle(
        switch (this) {
          case LIBRARY_V1, TEXTBOOK_V1, XCHANGE_V1 -> new BookScript(new WireV1(), depth, seed);
          case LIBRARY_V2, TEXTBOOK_V2 -> new BookScript(new WireV2(), depth, seed);
          case LIBRARY_LEVEL3, TEXTBOOK_LEVEL3 -> new Level3Script(depth, seed);
        });
  }

  /** A feed that is subscribed and waits for its snapshot. */
  BookFeed feed(int depth) {
    return switch (this) {
      case LIBRARY_V1 -> LibraryFeed.levels(KrakenV1.protocol(), new WireV1(), depth);
      case TEXTBOOK_V1 -> new TextbookFeedV1(depth);
      case XCHANGE_V1 -> new XChangeFeed(new WireV1(), depth);
      case LIBRARY_V2 -> LibraryFeed.levels(KrakenV2.protocol(), new WireV2(), depth);
      case TEXTBOOK_V2 -> new TextbookFeedV2(depth);
      case LIBRARY_LEVEL3 -> LibraryFeed.orders(KrakenV2.protocol(), depth);
      case TEXTBOOK_LEVEL3 -> new TextbookFeedLevel3(depth);
    };
  }

  /** The library over the same frames. */
  Contender library() {
    return switch (this) {
      case LIBRARY_V1, TEXTBOOK_V1, XCHANGE_V1 -> LIBRARY_V1;
      case LIBRARY_V2, TEXTBOOK_V2 -> LIBRARY_V2;
      case LIBRARY_LEVEL3, TEXTBOOK_LEVEL3 -> LIBRARY_LEVEL3;
    };
  }
}
