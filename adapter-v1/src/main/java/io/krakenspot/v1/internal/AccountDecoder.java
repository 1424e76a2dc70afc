package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.order.Fill;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Account data, {@code [[{id:{..}},..],"openOrders",{"sequence":n}]}. */
final class AccountDecoder {
  private final FrameReader in;
  private final FeedPosition orders = new FeedPosition();
  private final FeedPosition fills = new FeedPosition();
  private final List<OrderItem> orderItems = new ArrayList<>();
  private final List<Fill> fillItems = new ArrayList<>();
  private long sequence;
  private @Nullable AccountFrame account;

  AccountDecoder(FrameReader in) {
    this.in = in;
  }

  /** The exchange has agreed to begin or to end a feed. */
  void agreed(@Nullable Topic topic, boolean unsubscribed) {
    if (topic instanceof Topic.OrderTopic || topic instanceof Topic.FillTopic) {
      FeedPosition feed = position(topic);
      if (unsubscribed) {
        feed.unsubscribed();
      } else {
        feed.subscribed();
      }
    }
  }

  /** Decodes a frame of which it is known whose it is. */
  void decode(Frame frame, Topic topic) throws IOException {
    account = null;
    orderItems.clear();
    fillItems.clear();
    sequence = AccountFrame.NO_SEQUENCE;
    in.open(frame);
    in.next();
    in.next();
    readItems(topic);
    readRest();
    in.end();
    boolean snapshot = position(topic).startsWith(sequence);
    account = new AccountFrame(topic, snapshot, sequence, reports(snapshot), rateCounts());
  }

  void report(Inbound inbound) {
    if (account != null) {
      position(account.carrier()).reached(account.sequence());
      inbound.account(account);
    }
  }

  private void readItems(Topic topic) throws IOException {
    while (in.next() != JsonToken.END_ARRAY) {
      in.expect(JsonToken.START_OBJECT, "an item");
      for (String id = in.nextField(); id != null; id = in.nextField()) {
        if (id.isBlank()) {
          throw new UnreadableException("an item without an id");
        }
        if (topic instanceof Topic.OrderTopic) {
          orderItems.add(OrderItem.read(id, in));
        } else {
          fillItems.add(FillItem.read(id, in));
        }
      }
    }
  }

  private void readRest() throws IOException {
    for (JsonToken token = in.next(); token != JsonToken.END_ARRAY; token = in.next()) {
      if (token == JsonToken.START_OBJECT) {
        readSequence();
      } else {
        in.skip();
      }
    }
  }

  private void readSequence() throws IOException {
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      if (name.equals("sequence")) {
        sequence = in.nextOptionalId("a sequence number");
      } else {
        in.skipUnknownField();
      }
    }
  }

  private List<AccountReport> reports(boolean snapshot) {
    List<AccountReport> reports = new ArrayList<>();
    orderItems.forEach(item -> reports.add(new AccountReport(item.report(snapshot), null)));
    fillItems.forEach(fill -> reports.add(new AccountReport(null, fill)));
    return reports;
  }

  private Map<String, BigDecimal> rateCounts() {
    Map<String, BigDecimal> counts = new LinkedHashMap<>();
    for (OrderItem item : orderItems) {
      BigDecimal count = item.rateCount();
      if (count != null) {
        counts.put(item.id(), count);
      }
    }
    return counts;
  }

  private FeedPosition position(Topic topic) {
    return topic instanceof Topic.OrderTopic ? orders : fills;
  }
}
