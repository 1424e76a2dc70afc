package io.krakenspot.v1.internal;

import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.contract.FieldContract;
import io.krakenspot.v1.KrakenV1;
import java.util.List;
import java.util.Set;

/** Every field of version 1. */
final class V1FieldTest extends FieldContract {
  @Override
  protected Protocol protocol() {
    return KrakenV1.protocol();
  }

  @Override
  protected List<String> frames() {
    return MalformedFramesTest.frames();
  }

  @Override
  protected String kind(String frame) {
    return frame.startsWith("{")
        ? frame.replaceFirst("(?s).*\"event\":\"(\\w+)\".*", "$1")
        : frame.replaceFirst(
            "(?s).*\"([a-zA-Z]+)(?:-\\d+)?\",(?:\"[A-Z]+/[A-Z]+\"|\\{\"sequence\":\\d+})]", "$1");
  }

  @Override
  protected Set<String> required() {
    return Set.copyOf(
        """
        addOrderStatus status
        book [].a
        book [].c
        cancelAllOrdersAfterStatus status
        ownTrades [][].T1.cost
        ownTrades [][].T1.ordertxid
        ownTrades [][].T1.pair
        ownTrades [][].T1.price
        ownTrades [][].T1.time
        ownTrades [][].T1.type
        ownTrades [][].T1.vol
        subscriptionStatus status
        systemStatus status
        ticker [].a
        ticker [].b
        ticker [].h
        ticker [].l
        ticker [].p
        ticker [].v
        """
            .lines()
            .toList());
  }

  @Override
  protected Set<String> closed() {
    return Set.copyOf(
        """
        ownTrades [][].T1.type
        trade [][][]
        """
            .lines()
            .toList());
  }

  @Override
  protected Set<String> named() {
    return Set.copyOf(
        """
        openOrders [][].O1
        openOrders [][].O2
        ownTrades [][].T1
        """
            .lines()
            .toList());
  }
}
